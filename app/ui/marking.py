"""Rows marked for one thing to be done to all of them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.services.claim_views import ClaimRow
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.commands import command
from app.ui.labels import Label
from app.ui.queue.table import ClaimTable
from app.ui.queue.view import QueueView
from app.words import say


class Marks(QObject):
    """Marks rows by X, and with Shift+J and Shift+K one after another."""

    changed = Signal()

    def __init__(self, table: ClaimTable, view: QueueView) -> None:
        super().__init__(view)
        self._table, self._view = table, view
        table.marks_changed.connect(self.changed)

    def rows(self) -> tuple[ClaimRow, ...]:
        """Return the marked claims that are loaded, in their order."""
        return tuple(row for row in self._table.rows if row.id in self._table.marked)

    def toggle(self) -> None:
        """Mark the chosen claim, or take its mark away."""
        claim = self._view.claim()
        if claim:
            self._table.mark(claim.id, on=claim.id not in self._table.marked)

    def extend(self, by: int) -> None:
        """Mark the chosen claim and the next one, and choose that."""
        claim = self._view.claim()
        if claim:
            self._table.mark(claim.id, on=True)
            self._view.choose(self._view.currentIndex().row() + by)
            beyond = self._view.claim()
            if beyond:
                self._table.mark(beyond.id, on=True)

    def clear(self) -> None:
        """Take all marks away."""
        self._table.clear_marks()


class MarkBar(QFrame):
    """How many rows are marked and what can be done to all of them; never a decision."""

    wanted = Signal(str)

    def __init__(self, *, may_assign: bool) -> None:
        super().__init__()
        self.setObjectName("markbar")
        self.setAccessibleName(say("Marked claims"))
        self._count = Label("", fonts.SMALL, fonts.STRONG, "accent", tabular=True)
        names = ("claim.assign", "claim.tag", "claim.snooze")
        shown = [name for name in names if may_assign or name != "claim.assign"]
        self.buttons = {name: self._button(name) for name in shown}
        self.clear = ActionButton(say("Clear"), look=Look.GHOST, height=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 6)
        row.setSpacing(8)
        row.addWidget(self._count)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.clear)
        row.addStretch()
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many are marked, or go when none is."""
        self._count.setText(say("{count:,} marked", count=count))
        self.setVisible(count > 0)

    def _button(self, identifier: str) -> ActionButton:
        known = command(identifier)
        button = ActionButton(known.title, icon=known.icon, keys=known.keycap, height=28)
        button.clicked.connect(lambda: self.wanted.emit(identifier))
        return button
