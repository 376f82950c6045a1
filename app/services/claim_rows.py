"""The lines of a queue, read from the database in one query."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.engine import RowMapping

from app.codes import ClaimType, ClockKind, Recommendation, Status
from app.models import Blind, Claim, DirectoryEntry, Party, Score, Tag
from app.services.claim_views import ClaimRow
from app.services.due import Due
from app.services.figures import today
from app.words import say

LATE_DAYS = {
    ClaimType.MOTOR: 14,
    ClaimType.PROPERTY: 14,
    ClaimType.HEALTH: 60,
    ClaimType.TRAVEL: 30,
}
NEW_POLICY_DAYS = 30
SHARED = {
    "shared_phone": say("Shared phone"),
    "shared_email": say("Shared e-mail"),
    "shared_vin": say("Vehicle claimed before"),
    "shared_address": say("Shared address"),
}
_NOT_SHARED = (None, 0, "no")

claimant = (
    select(Party.name)
    .where(Party.claim_id == Claim.id, Party.kind.in_(("claimant", "policyholder")))
    .order_by(Party.kind)
    .limit(1)
    .scalar_subquery()
)
tags = (
    select(func.array_agg(aggregate_order_by(Tag.tag, Tag.tag)))
    .where(Tag.claim_id == Claim.id)
    .scalar_subquery()
)
hidden = select(Blind.claim_id).where(Blind.claim_id == Claim.id, Blind.hidden).exists()
received = func.coalesce(Claim.submission_date, Claim.last_updated)


def claim_rows() -> Select[*tuple[Any, ...]]:
    """Return the query whose rows `claim_row` reads; staff and admin hold the columns' rights."""
    return (
        select(
            Claim.id,
            Claim.claim_number.label("number"),
            Claim.policy_number.label("policy"),
            func.coalesce(claimant, "").label("claimant"),
            Claim.claim_type,
            func.coalesce(Claim.cause, "").label("cause"),
            func.coalesce(Claim.amount, 0).label("amount"),
            Claim.currency,
            Claim.status,
            Claim.ml_score.label("score"),
            Claim.ml_confidence.label("confidence"),
            Claim.ml_recommendation.label("recommendation"),
            Claim.assigned_to,
            DirectoryEntry.full_name.label("owner"),
            received.label("received"),
            Claim.version,
            Claim.sample,
            func.coalesce(Claim.coverage, "").label("coverage"),
            Claim.loss_date,
            Claim.reported_date,
            Claim.policy_start,
            Claim.diary_until,
            tags.label("tags"),
            Claim.due_on,
            Claim.due_clock,
            Claim.due_from,
            Claim.due_warn,
            Score.receipt["features"].label("features"),
            Score.verified,
            hidden.label("hidden"),
        )
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Claim.assigned_to)
        .outerjoin(Score, Score.id == Claim.score_id)
    )


def claim_row(found: RowMapping) -> ClaimRow:
    """Return the frozen line of one row of `claim_rows`."""
    recommendation = found["recommendation"]
    return ClaimRow(
        id=found["id"],
        number=found["number"],
        policy=found["policy"],
        claimant=found["claimant"],
        claim_type=ClaimType(found["claim_type"]),
        cause=found["cause"],
        amount=Decimal(found["amount"]),
        currency=found["currency"],
        status=Status(found["status"]),
        score=found["score"],
        confidence=found["confidence"],
        recommendation=Recommendation(recommendation) if recommendation else None,
        assigned_to=found["assigned_to"],
        owner=found["owner"],
        flag=_flag(found),
        received=found["received"],
        version=found["version"],
        sample=found["sample"],
        due=_due(found),
        coverage=found["coverage"],
        tags=tuple(found["tags"] or ()),
        diary_until=found["diary_until"],
        hidden=found["hidden"],
    )


def shared_contacts(features: Mapping[str, Any] | None) -> Sequence[str]:
    """Return in words what the claim shares with earlier claims of others."""
    known = features or {}
    return [words for name, words in SHARED.items() if known.get(name) not in _NOT_SHARED]


def days_between(start: date | None, end: date | None) -> int | None:
    """Return the days from *start* to *end*, or None while one is not known."""
    return (end - start).days if start and end else None


def _due(found: RowMapping) -> Due | None:
    if found["due_on"] is None:
        return None
    clock = ClockKind(found["due_clock"])
    return Due(clock, found["due_from"], found["due_warn"], found["due_on"])


def _flag(found: RowMapping) -> str:
    if found["diary_until"] and found["diary_until"] > today():
        return say("Put away until {diary_until:%d %b}", diary_until=found["diary_until"])
    if found["verified"] is False:
        return say("Score not reproduced")
    shared = shared_contacts(found["features"])
    if shared:
        return shared[0]
    age = days_between(found["policy_start"], found["loss_date"])
    if age is not None and age <= NEW_POLICY_DAYS:
        return say("New policy")
    late = days_between(found["loss_date"], found["reported_date"])
    return say("Late report") if late and late > LATE_DAYS[ClaimType(found["claim_type"])] else ""
