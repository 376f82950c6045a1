"""What stands in place of the form once a claim is submitted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.codes import Recommendation
from app.services.intake import Submission
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card, Icon
from app.ui.chips import RiskChip
from app.ui.labels import Label
from app.words import say

WAITS = say("Waiting for triage")
LATER = say("You find it under My submissions; its status changes there by itself.")
UNSCORED = say("It is scored in the background and then stands in the queue.")
ADVICE = {
    Recommendation.FAST_TRACK: say("fast track"),
    Recommendation.STANDARD_REVIEW: say("standard review"),
    Recommendation.ENHANCED_REVIEW: say("closer review"),
    Recommendation.REFER_SIU: say("a referral is suggested"),
    Recommendation.ABSTAIN: say("no comparable claims"),
}


class IntakeDone(QWidget):
    """The claim's number, what becomes of it, and the next steps."""

    opened = Signal()
    again = Signal()

    def __init__(self, *, staff: bool) -> None:
        super().__init__()
        self._staff = staff
        self.number = Label("", fonts.TITLE, fonts.BOLD, tabular=True)
        self.told = Label("", 15, fonts.MEDIUM, "text2", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.chip = RiskChip()
        words = say("Open in queue") if staff else say("My submissions")
        self.open = ActionButton(words, icon="inbox" if staff else "files", look=Look.PRIMARY)
        self.open.clicked.connect(self.opened)
        self.new = ActionButton(say("New claim"), icon="file-plus")
        self.new.clicked.connect(self.again)
        self._lay_out()

    def show_submission(self, made: Submission) -> None:
        """Tell of a submitted claim."""
        self.number.setText(say("{number} is submitted", number=made.number))
        self.chip.setVisible(made.score is not None)
        self.told.setText(self._words(made))
        self.setAccessibleName(f"{self.number.text()}. {self.told.text()}")
        if made.score is not None:
            self.chip.show_score(float(made.score), words=True)

    def _words(self, made: Submission) -> str:
        if not self._staff:
            return f"{WAITS}. {LATER}"
        if made.score is None:
            return f"{WAITS}. {UNSCORED}"
        scored = say("Scored {score:.0f}", score=made.score)
        if made.recommendation is None:
            return scored
        return f"{scored} – {ADVICE[made.recommendation]}"

    def _lay_out(self) -> None:
        card = Card(gap=12)
        card.column.setContentsMargins(40, 36, 40, 36)
        card.setMinimumWidth(520)
        middle = Qt.AlignmentFlag.AlignHCenter
        card.column.addWidget(Icon("circle-check", "ok_mk", 40), 0, middle)
        card.column.addWidget(self.number, 0, middle)
        card.column.addWidget(self.chip, 0, middle)
        card.column.addWidget(self.told)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.open)
        line.addWidget(self.new)
        line.addStretch()
        card.column.addSpacing(8)
        card.column.addLayout(line)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(card, 0, middle)
        column.addStretch(3)
