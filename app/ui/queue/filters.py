"""The filter of the queue as chips: they are the query, and each can be changed or removed."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.services.queue_filter import Owner, QueueFilter
from app.services.queue_offers import Offered
from app.ui.buttons import ActionButton, Look
from app.ui.commands import command
from app.ui.queue.chip import FilterChip
from app.ui.queue.kinds import Kind, all_kinds
from app.words import say


class FilterBar(QWidget):
    """The chips of a query; `changed` carries the query they make, `asked` that one chooses."""

    changed = Signal(object)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._query = QueueFilter()
        self._kinds = all_kinds(Offered())
        self.chips: list[FilterChip] = []
        known = command("queue.filter")
        self._add = ActionButton(
            known.title, icon=known.icon, follows=known.id, look=Look.GHOST, height=28
        )
        self._add.clicked.connect(self.open_menu)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(6)
        self._line.addWidget(self._add)
        self._line.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def offer(self, offered: Offered) -> None:
        """Offer these colleagues, tags and regions from now on."""
        self._kinds = all_kinds(offered)
        self.show_query(self._query)

    def show_query(self, query: QueueFilter) -> None:
        """Show the chips of *query*."""
        self._query = query
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [
            self._chip(kind, getattr(query, kind.field))
            for kind in self._kinds
            if getattr(query, kind.field) != kind.none
        ]
        if query.alert:
            self.chips.append(self._alert_chip(query.alert))
        for place, chip in enumerate(self.chips):
            self._line.insertWidget(place, chip)

    def open_menu(self) -> None:
        """Offer everything to filter by."""
        menu = _menu(self)
        for kind in self._kinds:
            if kind.values:
                self._fill(menu.addMenu(kind.title), kind)
        self.asked.emit()
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height() + 2)))

    def set_value(self, kind: Kind, value: Any) -> None:
        """Filter by another value; a claim has one owner, so the one asked for last holds."""
        change: dict[str, Any] = {kind.field: value}
        if kind.field == "colleague" and value:
            change["owner"] = Owner.ANYONE
        elif kind.field == "owner" and value is not Owner.ANYONE:
            change["colleague"] = None
        self.changed.emit(replace(self._query, **change))

    def _chip(self, kind: Kind, value: Any) -> FilterChip:
        chip = FilterChip(kind.title, kind.said(value))
        chip.removed.connect(lambda: self.set_value(kind, kind.none))
        chip.clicked.connect(lambda: self._open_values(chip, kind))
        return chip

    def _alert_chip(self, alert: int) -> FilterChip:
        chip = FilterChip(say("Behind"), say("drift alert {alert}", alert=alert))
        chip.removed.connect(lambda: self.changed.emit(replace(self._query, alert=None)))
        return chip

    def _open_values(self, chip: FilterChip, kind: Kind) -> None:
        menu = _menu(self)
        self._fill(menu, kind)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _fill(self, menu: QMenu, kind: Kind) -> None:
        group = QActionGroup(menu)
        for value, text in {kind.none: kind.unset, **kind.values}.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == getattr(self._query, kind.field))
            action.triggered.connect(lambda _on, to=value: self.set_value(kind, to))
            group.addAction(action)


def _menu(owner: QWidget) -> QMenu:
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
    return menu
