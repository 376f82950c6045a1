"""Three-way comparison of a claim's fields: what a person saw, what they want, what it is now."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services import figures, wording
from app.services.claim_views import ClaimDetail


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
    "status": "Status",
    "owner": "Owner",
    "amount": "Amount",
    "score": "Score",
    "reserve": "Reserve",
    "paid": "Paid",
    "coverage": "Coverage",
    "stopped": "Payments",
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
        "coverage": f"Checked by {money.checked_by}" if money.checked_at else "Not checked",
        "stopped": f"Stopped: {money.stopped}" if money.stopped else "Allowed",
    }
