"""The place of the score while it is hidden: the adjuster says first what they would do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.codes import Action, Recommendation
from app.services.claim_views import ClaimDetail
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card, Icon
from app.ui.decision.fields import Reasons
from app.ui.fields import Field
from app.ui.labels import Label
from app.words import say

WORDS = say(
    "This claim was drawn for the blind sample. Its score, suggestion, precedents and indicators "
    "are shown as soon as you have said what you would do. Only the share of views that agree "
    "with the model is reported; no person is ranked."
)
VIEWS: dict[Recommendation, str] = {
    Recommendation.FAST_TRACK: say("Pay as claimed, nothing stands out"),
    Recommendation.STANDARD_REVIEW: say("Review it as usual"),
    Recommendation.ENHANCED_REVIEW: say("Look closer before deciding"),
    Recommendation.REFER_SIU: say("Refer it to SIU"),
}
CHOOSE = say("Choose what you would do, with the keys 1 to {views}.", views=len(VIEWS))
NOT_YOURS = say("Take the claim first; its adjuster records the view.")


class BlindCard(Card):
    """Four views and the button that records one; `recorded` carries it."""

    recorded = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("Your view first"), Icon("eye-off", "text3"))
        self.choices = Reasons(VIEWS)
        self.field = Field(say("What would you do with this claim?"), self.choices)
        self.record = ActionButton(say("Record and show the score"), icon="eye", look=Look.PRIMARY)
        self.record.clicked.connect(self._record)
        row = QHBoxLayout()
        row.addWidget(self.record)
        row.addStretch()
        self.column.addWidget(Label(WORDS, fonts.SMALL, ink="text2", wrap=True))
        self.column.addWidget(self.field)
        self.column.addLayout(row)
        self._claim = 0

    def show_claim(self, detail: ClaimDetail) -> None:
        """Ask for a view on another claim, or stay away where nothing is hidden."""
        self.setVisible(detail.row.hidden)
        mine = detail.actions.get(Action.RELEASE, NOT_YOURS) is None
        self.record.explain(None if mine else NOT_YOURS)
        if detail.row.id != self._claim:
            self._claim = detail.row.id
            self.choices.clear()
            self.field.clear()

    def _record(self) -> None:
        view = self.choices.value()
        if view is None:
            self.field.fail(CHOOSE)
            self.choices.setFocus()
        else:
            self.field.clear()
            self.recorded.emit(view)
