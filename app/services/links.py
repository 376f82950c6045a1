"""What a claim shares with others: the fact, the other claim, and how that one ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, Select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import Claim
from app.services.claim_rows import claim_row, claim_rows
from app.services.claim_views import ClaimRow
from app.words import say

_LINKED = text("SELECT kind, value, claim_id, hidden FROM linked_claims(:claim)")
KINDS = {
    "phone": say("Phone"),
    "email": say("E-mail"),
    "address": say("Address"),
    "vin": "VIN",
    "serial": say("Serial number"),
    "repairer": say("Repairer or provider"),
}
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
OUTCOMES = {
    "paid_full": say("paid in full"),
    "paid_partial": say("paid in part"),
    "denied": "denied",
    "withdrawn": "withdrawn",
}
DISPOSITIONS = {
    "substantiated": say("indicators substantiated"),
    "cleared": "cleared",
    "inconclusive": "inconclusive",
}


@dataclass(frozen=True, slots=True)
class Linked:
    """Another claim with the same fact; `outcome` is how it ended, or empty while it is open."""

    row: ClaimRow
    outcome: str


@dataclass(frozen=True, slots=True)
class SharedFact:
    """One fact and the claims that have it too; `hidden` are those that others see."""

    kind: str
    value: str
    claims: tuple[Linked, ...]
    hidden: int

    @property
    def title(self) -> str:
        """Return the fact in words."""
        return f"{KINDS[self.kind]} {self.value}"


class LinkService:
    """Read what claims share, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def of(self, claim_id: int) -> tuple[SharedFact, ...]:
        """Return every shared fact of a claim with the other claims, the newest first."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            found = session.execute(_LINKED, {"claim": claim_id}).mappings().all()
            ids = {row["claim_id"] for row in found if row["claim_id"]}
            rows = session.execute(_rows(ids)).mappings() if ids else ()
            others = {row["id"]: Linked(claim_row(row), _outcome(row)) for row in rows}
        facts = sorted({(_ORDER[row["kind"]], row["kind"], row["value"]) for row in found})
        return tuple(_fact(kind, value, found, others) for _place, kind, value in facts)


def _fact(
    kind: str, value: str, found: Sequence[RowMapping], others: dict[int, Linked]
) -> SharedFact:
    same = [row for row in found if (row["kind"], row["value"]) == (kind, value)]
    ids = sorted({row["claim_id"] for row in same if row["claim_id"] in others}, reverse=True)
    hidden = sum(row["hidden"] for row in same)
    return SharedFact(kind, value, tuple(others[one] for one in ids), hidden)


def _rows(ids: set[int]) -> Select[*tuple[Any, ...]]:
    return (
        claim_rows()
        .add_columns(Claim.closed_outcome, Claim.siu_disposition)
        .where(Claim.id.in_(ids))
    )


def _outcome(row: RowMapping) -> str:
    parts = OUTCOMES.get(row["closed_outcome"], ""), DISPOSITIONS.get(row["siu_disposition"], "")
    return ", ".join(filter(None, parts))
