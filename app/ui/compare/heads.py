"""Who stands in the columns of the comparison: the claim, and a card for each rival."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import figures, wording
from app.services.compare_views import Comparison, RivalView
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card
from app.ui.chips import Chip, RiskChip
from app.ui.claim.pictures import OUTCOME_MARKS
from app.ui.labels import Elided, Label
from app.words import amid, say

OUT_OF_SIGHT = say("Outside your desk")
OUT_OF_SIGHT_NOTE = say("Only what the score tells of it is shown.")


class MineHead(Card):
    """The claim under review."""

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.setAccessibleName(say("This claim"))
        self._number = Elided("", fonts.BODY, fonts.STRONG, tabular=True)
        self._risk = RiskChip()
        self._told = Elided("", fonts.NOTE, ink="text3")
        line = QHBoxLayout()
        line.addWidget(Label(say("This claim"), fonts.NOTE, fonts.MEDIUM, "text3"))
        line.addStretch()
        line.addWidget(self._risk)
        self.column.addLayout(line)
        self.column.addWidget(self._number)
        self.column.addWidget(self._told)
        self.column.addStretch()

    def show_claim(self, comparison: Comparison) -> None:
        """Show which claim is compared, and how many of its facts differ."""
        self._number.set_text(comparison.number)
        score = comparison.score
        self._risk.show_score(None if score is None else float(score))
        differ = sum(any(fact.differs) for fact in comparison.facts)
        self._told.set_text(
            say("{differ} of {facts} facts differ", differ=differ, facts=len(comparison.facts))
        )


class RivalHead(Card):
    """The nearest settled claim of one outcome, with the way to it and the way to doubt it."""

    opened = Signal(int)
    disputed = Signal(object)

    def __init__(self, *, may_dispute: bool) -> None:
        super().__init__(gap=4)
        self.rival: RivalView | None = None
        self._may_dispute = may_dispute
        self._outcome, self._similar = Chip(), Label("", fonts.NOTE, ink="text3", tabular=True)
        self._number = Elided("", fonts.BODY, fonts.STRONG, tabular=True)
        self._told = Elided("", fonts.NOTE, ink="text3")
        self.open = ActionButton(say("Open"), look=Look.GHOST, height=24)
        self.dispute = ActionButton(say("Dispute"), look=Look.GHOST, height=24)
        self.open.clicked.connect(self._open)
        self.dispute.clicked.connect(lambda: self.disputed.emit(self.rival))
        self._lay_out()

    def show_rival(self, rival: RivalView | None) -> None:
        """Show another settled claim, or none."""
        self.rival = rival
        self.setVisible(rival is not None)
        if rival is None:
            return
        tone, shape = OUTCOME_MARKS[rival.outcome]
        outcome = wording.OUTCOME[rival.outcome]
        self._outcome.show_text(outcome, tone, shape)
        self._similar.setText(_nearness(rival))
        self._number.set_text(rival.number or OUT_OF_SIGHT)
        self.setAccessibleName(
            say("Nearest {amid}: {value}", amid=amid(outcome), value=rival.number or OUT_OF_SIGHT)
        )
        self._told.set_text(_told(rival))
        self.open.setVisible(rival.claim_id is not None)
        self.dispute.setVisible(self._may_dispute)
        self.dispute.set_label(say("Disputed") if rival.disputed else say("Dispute"))
        self.dispute.explain(
            say("Disputed: {disputed}", disputed=rival.disputed) if rival.disputed else None
        )

    def _open(self) -> None:
        if self.rival and self.rival.claim_id is not None:
            self.opened.emit(self.rival.claim_id)

    def _lay_out(self) -> None:
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._outcome)
        top.addStretch()
        top.addWidget(self.open)
        top.addWidget(self.dispute)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._similar)
        self.column.addLayout(top)
        self.column.addWidget(self._number)
        self.column.addLayout(foot)


class CompareHeads(QWidget):
    """The three heads over their columns."""

    def __init__(self, *, may_dispute: bool) -> None:
        super().__init__()
        self.mine = MineHead()
        self.rivals = [RivalHead(may_dispute=may_dispute) for _ in range(2)]
        self.aside = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.aside)
        for head in (self.mine, *self.rivals):
            row.addWidget(_inset(head), 1)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show who is compared with whom."""
        self.mine.show_claim(comparison)
        shown = [*comparison.rivals[:2], None, None]
        for head, rival in zip(self.rivals, shown, strict=False):
            head.show_rival(rival)


def _inset(head: Card) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 10, 0)
    row.addWidget(head)
    return whole


def _nearness(rival: RivalView) -> str:
    """Return how near the claim is; one of another line says so, for its facts are others."""
    near = (
        ""
        if rival.similarity is None
        else say("{similarity:.0%} similar", similarity=rival.similarity)
    )
    line = (
        say("another line: {other_line}", other_line=rival.other_line) if rival.other_line else ""
    )
    return " · ".join(part for part in (line, near) if part)


def _told(rival: RivalView) -> str:
    if rival.claim_id is None:
        return OUT_OF_SIGHT_NOTE
    same = say("{same} of {compared} alike", same=rival.same, compared=rival.compared)
    return f"{figures.money(rival.amount).partition('.')[0]} · {same}" if rival.amount else same
