"""The limits of the fast track, line by line, and the form that changes one."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.services import wording
from app.services.fast_track import LimitView
from app.services.figures import money
from app.ui import fonts
from app.ui.buttons import ActionButton
from app.ui.cards import Card
from app.ui.decision import fields
from app.ui.decision.form import WordsForm
from app.ui.labels import Label
from app.words import say

WORDS = say(
    "Inside these limits, with cover in force and no indicator, the fast track is suggested to the "
    "person who decides. Nothing is approved by it."
)
MOST_SCORE = 100


class LimitDialog(QDialog):
    """Asks for other limits of one line and why; `chosen` carries the words."""

    chosen = Signal(object)

    def __init__(self, limit: LimitView, parent: QWidget) -> None:
        super().__init__(parent)
        title = say("Fast track: {claim_type}", claim_type=wording.CLAIM_TYPE[limit.line])
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        entries = {
            "amount": fields.amount(say("Amount up to"), "GBP", limit.amount),
            "score": fields.amount(say("Score up to"), say("of 100"), limit.score),
            "why": fields.text("Reason", needed="Say in a sentence why the limits change."),
        }
        self.form = WordsForm(title, entries)
        self.form.submitted.connect(self._choose)
        self.form.cancelled.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.form)

    def _choose(self, words: dict[str, Any]) -> None:
        if words["score"] > MOST_SCORE or words["score"] < 0:
            self.form.entries["score"].field.fail(say("A score is a number from 0 to 100."))
            return
        self.accept()
        self.chosen.emit(words)


class LimitCard(Card):
    """One row for each line; `wanted` carries the limits to change."""

    wanted = Signal(object)

    def __init__(self, *, may_change: bool) -> None:
        super().__init__(say("Fast track limits"), gap=8)
        self._may_change = may_change
        self.column.addWidget(Label(WORDS, fonts.SMALL, ink="text2", wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.said: list[Label] = []
        self.buttons: list[ActionButton] = []

    def show_limits(self, limits: tuple[LimitView, ...]) -> None:
        """Show the limits in force in the rows that are there already."""
        while len(self.said) < len(limits):
            self._add_row()
        for limit, said, button in zip(limits, self.said, self.buttons, strict=False):
            said.setText(_words(limit))
            said.setToolTip(_source(limit))
            button.setAccessibleName(
                say("Change the limits of {claim_type}", claim_type=wording.CLAIM_TYPE[limit.line])
            )
            button.clicked.disconnect()
            button.clicked.connect(lambda _on=False, one=limit: self.wanted.emit(one))

    def _add_row(self) -> None:
        row = len(self.said)
        said = Label("", fonts.SMALL, tabular=True, wrap=True)
        button = ActionButton(say("Change…"), height=26)
        button.clicked.connect(lambda: None)
        button.setVisible(self._may_change)
        self.said.append(said)
        self.buttons.append(button)
        self._grid.addWidget(said, row, 1)
        self._grid.addWidget(button, row, 2)


def _words(limit: LimitView) -> str:
    line = wording.CLAIM_TYPE[limit.line]
    return say(
        "{line}: up to {amount}, score {score:.0f}",
        line=line,
        amount=money(limit.amount),
        score=limit.score,
    )


def _source(limit: LimitView) -> str:
    by = limit.by or say("as delivered")
    return say("Version {version}, {by}: {why}", version=limit.version, by=by, why=limit.why)
