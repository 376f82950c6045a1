"""Both sides of a change, field by field, with the choice between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.services.claim_views import ClaimDetail
from app.services.merging import FieldMerge
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card
from app.ui.labels import Label
from app.words import fill, say

COLUMNS = ("", say("You saw"), say("Yours"), say("Now"))
SAME = "–"
CHANGED = say("{who} changed this claim since you opened it")


def who_changed(now: ClaimDetail) -> str:
    """Return in words who changed the claim that is open."""
    latest = max(now.events, key=lambda event: event.at, default=None)
    return fill(CHANGED, who=latest.actor if latest else say("A colleague"))


class MergeRow:
    """One field's labels in the grid, and the two buttons where both sides changed it."""

    def __init__(self, grid: QGridLayout, row: int, field: FieldMerge) -> None:
        self.field, self.mine = field, not field.clashes
        changed = field.mine != field.saw
        texts = (field.label, field.saw, field.mine if changed else SAME, field.theirs)
        self.labels = [Label(text, fonts.SMALL, wrap=True) for text in texts]
        self.labels[0].set_ink("text3")
        self.labels[1].set_ink("text2")
        for column, label in enumerate(self.labels):
            label.setAccessibleName(f"{field.label}, {COLUMNS[column]}: {texts[column]}")
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self.keep = ActionButton(say("Keep mine"), height=28)
        self.take = ActionButton(say("Take theirs"), height=28)
        for button in (self.keep, self.take):
            button.setCheckable(True)
            button.setAutoExclusive(False)
        if field.clashes:
            grid.addWidget(self.keep, row + 1, 2, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(self.take, row + 1, 3, Qt.AlignmentFlag.AlignLeft)
        self.keep.setVisible(field.clashes)
        self.take.setVisible(field.clashes)

    @property
    def settled(self) -> bool:
        """Tell whether nothing is left to choose."""
        return not self.field.clashes or self.keep.isChecked() or self.take.isChecked()

    def choose(self, *, mine: bool) -> None:
        """Choose a side; the other one is shown struck out in grey."""
        self.mine = mine
        self.keep.setChecked(mine)
        self.take.setChecked(not mine)
        self.labels[2].set_ink("text" if mine else "text3")
        self.labels[3].set_ink("text3" if mine else "text")
        for button, chosen in ((self.keep, mine), (self.take, not mine)):
            button.set_label(_marked(button.text().lstrip("✓ "), chosen=chosen))


class MergeCard(Card):
    """The fields in a grid; `chosen` carries the names of those to keep once all are settled."""

    chosen = Signal(object)
    dropped = Signal()

    def __init__(self, title: str, fields: Sequence[FieldMerge]) -> None:
        super().__init__(title, gap=8)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 72)
        for column, heading in enumerate(COLUMNS):
            grid.setColumnStretch(column, 1 if column else 0)
            grid.addWidget(Label(heading, fonts.NOTE, fonts.MEDIUM, "text3"), 0, column)
        self.rows = [MergeRow(grid, 2 * n + 1, field) for n, field in enumerate(fields)]
        for row in self.rows:
            row.keep.clicked.connect(lambda _on, one=row: self._choose(one, mine=True))
            row.take.clicked.connect(lambda _on, one=row: self._choose(one, mine=False))
        self.go = ActionButton(say("Enter what is chosen"), look=Look.PRIMARY)
        self.go.clicked.connect(self._enter)
        self.drop = ActionButton(say("Drop mine"), look=Look.GHOST)
        self.drop.clicked.connect(self.dropped)
        self.column.addWidget(inside)
        self._lay_out()
        self._offer()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.go)
        foot.addWidget(self.drop)
        foot.addStretch()
        self.column.addLayout(foot)

    def _choose(self, row: MergeRow, *, mine: bool) -> None:
        row.choose(mine=mine)
        self._offer()

    def _offer(self) -> None:
        open_rows = [row.field.label for row in self.rows if not row.settled]
        self.go.explain(
            say("Choose a side first: {names}.", names=", ".join(open_rows)) if open_rows else None
        )

    def _enter(self) -> None:
        self.chosen.emit(frozenset(row.field.name for row in self.rows if row.mine))


def _marked(text: str, *, chosen: bool) -> str:
    return f"✓ {text}" if chosen else text
