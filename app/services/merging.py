"""Three-way comparison of a claim's fields: what a person saw, what they want, what it is now."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services import figures, wording
from app.services.claim_views import ClaimDetail
from app.words import say


@dataclass(frozen=True, slots=True)
class FieldMerge:
    """One field in its three states; `mine` equals `saw` where the person changes nothing."""

    name: str
    label: str
    saw: str
    mine: str
    theirs: str

    @property
    def clashes(self) -> bool:
        """Tell whether both sides changed the field, to different values."""
        return self.saw not in {self.mine, self.theirs} and self.mine != self.theirs


def merge(
    labels: Mapping[str, str],
    saw: Mapping[str, str],
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
) -> tuple[FieldMerge, ...]:
    """Return every field that either side changed, in the order of *labels*."""
    fields = (
        FieldMerge(name, label, saw.get(name, ""), mine.get(name, saw.get(name, "")), theirs[name])
        for name, label in labels.items()
        if name in theirs
    )
    return tuple(field for field in fields if field.theirs != field.saw or field.mine != field.saw)


CLAIM_FIELDS = {
    "status": say("Status"),
    "owner": say("Owner"),
    "amount": say("Amount"),
    "score": say("Score"),
    "reserve": say("Reserve"),
    "paid": say("Paid"),
    "coverage": say("Coverage"),
    "stopped": say("Payments"),
}


def claim_fields(detail: ClaimDetail) -> dict[str, str]:
    """Return the fields of a claim that others may change, each in words."""
    row, money = detail.row, detail.money
    return {
        "status": wording.STATUS[row.status],
        "owner": row.owner or "nobody",
        "amount": figures.money(row.amount, row.currency),
        "score": "none" if row.score is None else figures.points(row.score),
        "reserve": figures.money(money.reserved, row.currency),
        "paid": figures.money(money.paid, row.currency),
        "coverage": say("Checked by {checked_by}", checked_by=money.checked_by)
        if money.checked_at
        else say("Not checked"),
        "stopped": say("Stopped: {stopped}", stopped=money.stopped)
        if money.stopped
        else say("Allowed"),
    }
