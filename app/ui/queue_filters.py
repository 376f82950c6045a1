"""The filter of the queue as chips: they are the query, and each can be changed or removed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from app.codes import ClaimType
from app.services import wording
from app.services.queue_filter import (
    AmountBand,
    DueBand,
    Owner,
    Period,
    QueueFilter,
    RiskBand,
    StatusGroup,
)
from app.ui import fonts, icons, theme
from app.ui.buttons import ActionButton, Look
from app.ui.chips import Keycap
from app.ui.commands import command
from app.ui.painting import draw_focus

SEARCH_MS = 250
_CROSS = 26
_ROOM_FOR_KEY = 260
_LEAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to filter by: the field of the query, its title and the words of its values."""

    field: str
    title: str
    values: Mapping[Any, str]
    none: Any = None


KINDS = (
    Kind(
        "status",
        "Status",
        {
            StatusGroup.TO_DECIDE: "To decide",
            StatusGroup.OPEN: "Open",
            StatusGroup.WAITING: "Waiting for information",
            StatusGroup.REFERRED: "With SIU",
            StatusGroup.DECIDED: "Decided",
        },
        StatusGroup.ALL,
    ),
    Kind(
        "owner",
        "Owner",
        {
            Owner.ME: "Me",
            Owner.NOBODY: "Unassigned",
            Owner.ME_OR_NOBODY: "Me or unassigned",
        },
        Owner.ANYONE,
    ),
    Kind("claim_type", "Type", {kind: wording.CLAIM_TYPE[kind] for kind in ClaimType}),
    Kind(
        "risk",
        "Risk",
        {
            RiskBand.HIGH: "High",
            RiskBand.MEDIUM: "Medium",
            RiskBand.LOW: "Low",
            RiskBand.NOT_SCORED: "Not scored",
        },
    ),
    Kind(
        "due",
        "Due",
        {
            DueBand.LATE: "Late",
            DueBand.TODAY: "Today or late",
            DueBand.THREE_DAYS: "Within 3 days",
            DueBand.WEEK: "Within 7 days",
            DueBand.NONE: "No clock",
        },
    ),
    Kind("suggestion", "Suggestion", wording.RECOMMENDATION),
    Kind(
        "amount",
        "Amount",
        {
            AmountBand.SMALL: "Under 1,000",
            AmountBand.MIDDLE: "1,000 to 10,000",
            AmountBand.LARGE: "10,000 or more",
        },
    ),
    Kind(
        "received",
        "Received",
        {
            Period.DAY: "In the last day",
            Period.WEEK: "In the last 7 days",
            Period.MONTH: "In the last 30 days",
        },
    ),
)


class FilterChip(QPushButton):
    """One part of the query; its cross, Delete or Backspace removes it."""

    removed = Signal()

    def __init__(self, title: str, value: str) -> None:
        super().__init__()
        self._title, self._value = title, value
        self._light, self._strong = fonts.font(fonts.SMALL), fonts.font(fonts.SMALL, 600)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Filter {title}: {value}")
        self.setAccessibleDescription("Press to change, Delete to remove")
        self.setToolTip("Press to change, Delete to remove")

    def sizeHint(self) -> QSize:
        return QSize(self._start() + _advance(self._strong, self._value) + 4 + _CROSS, 28)

    def _start(self) -> int:
        return 14 + _advance(self._light, self._title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        for x, font, text in ((10, self._light, self._title), (self._start(), self._strong, "")):
            painter.setFont(font)
            painter.setPen(theme.color("text3" if text else "text"))
            place = QRectF(x, 0, self.width() - x, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text or self._value)
        icons.draw(painter, "x", "text3", self.width() - 21, self.height() / 2 - 6, 12)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - _CROSS:
            self.removed.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class SearchBox(QLineEdit):
    """Looks for claim numbers, policies and claimants, shortly after the last letter."""

    searched = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Search claims, policies, claimants")
        self.setAccessibleName("Search the queue")
        self.setFixedHeight(34)
        self.setMinimumWidth(110)
        self.setMaximumWidth(300)
        self.setClearButtonEnabled(True)
        self._mark: QAction | None = None
        self._key = Keycap("/")
        self._key.setParent(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self.search)
        self.textChanged.connect(self._await)
        self._tint()

    def search(self) -> None:
        """Search for what is written now."""
        self._timer.stop()
        self.searched.emit(self.text().strip())

    def _await(self, text: str) -> None:
        self._key.setVisible(not text and self.width() >= _ROOM_FOR_KEY)
        self._timer.start()

    def _tint(self) -> None:
        if self._mark:
            self.removeAction(self._mark)
        place = QLineEdit.ActionPosition.LeadingPosition
        self._mark = self.addAction(icons.icon("search", "text3"), place)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Escape, which mean something else outside."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() in _LEAVE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search at once with Enter, forget it with Escape; both go back to the queue."""
        if event.key() not in _LEAVE:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        self.search()
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_mark"):
            QTimer.singleShot(0, self, self._tint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.setVisible(not self.text() and self.width() >= _ROOM_FOR_KEY)
        self._key.move(self.width() - self._key.sizeHint().width() - 8, 8)


class FilterBar(QWidget):
    """The chips of a query; `changed` carries the query they make."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._query = QueueFilter()
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

    def show_query(self, query: QueueFilter) -> None:
        """Show the chips of *query*."""
        self._query = query
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [
            self._chip(kind, getattr(query, kind.field))
            for kind in KINDS
            if getattr(query, kind.field) != kind.none
        ]
        for place, chip in enumerate(self.chips):
            self._line.insertWidget(place, chip)

    def open_menu(self) -> None:
        """Offer everything to filter by."""
        menu = _menu(self)
        for kind in KINDS:
            self._fill(menu.addMenu(kind.title), kind)
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height() + 2)))

    def set_value(self, kind: Kind, value: StrEnum | None) -> None:
        """Filter by another value."""
        change: dict[str, Any] = {kind.field: value}
        self.changed.emit(replace(self._query, **change))

    def _chip(self, kind: Kind, value: StrEnum) -> FilterChip:
        chip = FilterChip(kind.title, kind.values[value])
        chip.removed.connect(lambda: self.set_value(kind, kind.none))
        chip.clicked.connect(lambda: self._open_values(chip, kind))
        return chip

    def _open_values(self, chip: FilterChip, kind: Kind) -> None:
        menu = _menu(self)
        self._fill(menu, kind)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _fill(self, menu: QMenu, kind: Kind) -> None:
        group = QActionGroup(menu)
        for value, text in {kind.none: "Any", **kind.values}.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == getattr(self._query, kind.field))
            action.triggered.connect(lambda _on, to=value: self.set_value(kind, to))
            group.addAction(action)


def _menu(owner: QWidget) -> QMenu:
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _advance(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)
