"""A decision whose claim somebody changed meanwhile: both sides, field by field, in the pane."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app.services import figures, wording
from app.services.claim_views import ClaimDetail
from app.services.merging import CLAIM_FIELDS, claim_fields, merge
from app.services.steps import EDGES
from app.ui.decision.form import DecisionForm
from app.ui.merge import MergeCard, who_changed
from app.words import say

MINE = say("Checked by you")
Words = dict[str, Any]


class Comparison:
    """Stands in for the form of one decision until every field that clashes has a side."""

    def __init__(
        self,
        form: DecisionForm,
        seen: ClaimDetail,
        now: ClaimDetail,
        column: QVBoxLayout,
        settled: Callable[[Words | None], object],
    ) -> None:
        self._form, self._column, self._settled = form, column, settled
        saw, theirs = claim_fields(seen), claim_fields(now)
        fields = merge(CLAIM_FIELDS, saw, wanted(form, seen), theirs)
        self.card = MergeCard(who_changed(now), fields)
        self.card.chosen.connect(self._settle)
        self.card.dropped.connect(lambda: settled(None))
        form.hide()
        column.addWidget(self.card)
        self.card.show()
        first = next((row.keep for row in self.card.rows if not row.settled), self.card.go)
        first.setFocus()

    def _settle(self, mine: frozenset[str]) -> None:
        """Go on with the words whose side was chosen; without the status nothing is decided."""
        words = dict(self._form.words())
        if "reserve" not in mine:
            words.pop("reserve", None)
        if "coverage" not in mine:
            words.pop("covered", None)
        self._settled(words if "status" in mine else None)

    def end(self) -> None:
        """Let go of the card; the form is there again."""
        self._column.removeWidget(self.card)
        self.card.hide()
        self.card.deleteLater()
        self._form.show()


def wanted(form: DecisionForm, seen: ClaimDetail) -> Mapping[str, str]:
    """Return what the decision would make of the claim's own fields, in words."""
    words, money = form.words(), seen.money
    mine = {"status": wording.STATUS[EDGES[form.action][1]]}
    if words.get("covered"):
        mine["coverage"] = MINE
    reserve: Any = words.get("reserve")
    if reserve is not None:
        own = sum(e.reserved for e in money.lines if e.coverage == seen.row.coverage)
        total = money.reserved - own + reserve
        mine["reserve"] = figures.money(total, seen.row.currency)
    return mine
