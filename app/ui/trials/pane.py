"""Beside the trials: the chosen one in words, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from app.services.trials import TrialDetail, TrialView
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card
from app.ui.chips import Chip
from app.ui.labels import Label
from app.ui.models.tables import NOT_TOLD, judged_lines
from app.ui.trials.tables import KINDS, STATES
from app.words import fill, say

WIDTH = 392
OWN = say("Another administrator has to confirm what you asked for.")
BEGAN = say("This trial has begun already.")
ENDED = say("This trial has ended.")
RULES = say(
    "A trial ends by itself when the band leaves the line, when the challenger suggests more than "
    "twice as many referrals of its share, when it cannot be used, when another model judges, or "
    "after its longest time."
)
_NAMES = (
    say("Kind"),
    say("Beside"),
    say("Lines"),
    say("Share"),
    say("Runs for"),
    say("Claims"),
    say("With an outcome"),
    say("Chance"),
)


class TrialPane(QFrame):
    """The state of a trial, its figures, its reason and its two buttons."""

    def __init__(self, *, may: bool) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setFixedWidth(WIDTH)
        self._may = may
        self.chip = Chip("")
        self.card = Card(say("Trial"), self.chip)
        self.title = Label(say("Choose a trial."), 15, fonts.STRONG, wrap=True)
        self.words = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.reason = Label("", fonts.SMALL, fonts.REGULAR, "text3", wrap=True)
        self.values = {name: Label("", fonts.SMALL, 550, tabular=True) for name in _NAMES}
        self.confirm = ActionButton(say("Confirm"), icon="check", look=Look.PRIMARY, height=30)
        self.end = ActionButton(say("End…"), icon="circle-stop", height=30)
        self._lay_out()

    def show_trial(self, trial: TrialView, *, own: bool) -> None:
        """Show a trial; what its state forbids now is disabled and says why."""
        state, tone = STATES[trial.state]
        self.chip.show_text(state, tone)
        self.title.setText(trial.challenger)
        self.reason.setText(f"“{trial.reason}” – {trial.asker}, {words.ago(trial.asked_at)}")
        self.words.setText(trial.ending)
        told = (
            KINDS[trial.kind],
            trial.champion,
            judged_lines(trial.lines),
            say("{share:.0%} of the claims", share=trial.share),
            say("{days:,} of {longest:,} days", days=trial.days, longest=trial.longest)
            if trial.began_at
            else NOT_TOLD,
        )
        for name, text in zip(_NAMES, (*told, *[NOT_TOLD] * 3), strict=True):
            self.values[name].setText(text)
        ended = trial.ended_at is not None
        begun = BEGAN if trial.began_at else OWN if own else None
        self.confirm.explain(ENDED if ended else begun)
        self.end.explain(ENDED if ended else None)
        for button in (self.confirm, self.end):
            button.setVisible(self._may)

    def show_detail(self, found: TrialDetail) -> None:
        """Show what the trial has found by now."""
        told = found.report
        self.values[say("Claims")].setText(
            say(" and ").join(fill("{n:,}", n=n) for n in told.claims)
        )
        self.values[say("With an outcome")].setText(
            say(" and ").join(fill("{n:,}", n=n) for n in told.labelled)
        )
        self.values[say("Chance")].setText(
            say("p = {p:.3f}", p=told.evidence.p) if told.evidence.of else NOT_TOLD
        )
        self.words.setText(found.trial.ending or told.words)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, (name, value) in enumerate(self.values.items()):
            grid.addWidget(Label(name, fonts.SMALL, ink="text3"), row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.confirm, 1)
        buttons.addWidget(self.end, 1)
        for part in (self.title, self.words):
            self.card.column.addWidget(part)
        self.card.column.addLayout(grid)
        self.card.column.addWidget(self.reason)
        self.card.column.addLayout(buttons)
        rules = Card(say("How a trial ends"))
        rules.column.addWidget(Label(RULES, fonts.SMALL, fonts.REGULAR, "text2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(rules)
        column.addStretch()
