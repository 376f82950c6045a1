"""The history of a sample claim, as the database's triggers would have told it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from app.codes import Outcome, Status
from app.sample.claim import SampleClaim

SCORED_AFTER = timedelta(seconds=20)
TAKEN_BEFORE = timedelta(minutes=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEvent:
    """A row of `claims_event`; `actor` is a user name, or None for the system."""

    at: datetime
    kind: str
    actor: str | None = None
    from_status: str | None = None
    to_status: str | None = None
    reason: str | None = None
    note: str | None = None
    detail: dict[str, Any] | None = None
    score_id: int | None = None


def settled_history(claim: SampleClaim) -> SampleEvent:
    """Return the one event of a settled claim: it was closed."""
    denied = claim.outcome is Outcome.SUBSTANTIATED
    return SampleEvent(
        at=claim.standing.stepped or claim.submission_date,
        kind="status",
        actor=claim.standing.handler,
        from_status=Status.DENIED if denied else Status.SETTLED,
        to_status=Status.CLOSED,
    )


def open_history(
    claim: SampleClaim, score_id: int, receipt: dict[str, Any]
) -> Iterator[SampleEvent]:
    """Tell how an open claim came in, was scored and got where it stands."""
    received, standing = claim.submission_date, claim.standing
    scored = received + SCORED_AFTER
    yield SampleEvent(
        at=received,
        kind="submitted",
        actor=claim.user or _taken_in_by(claim),
        from_status=Status.DRAFT,
        to_status=Status.SUBMITTED,
    )
    told = {"score": round(receipt["score"], 2), "recommendation": receipt["recommendation"]}
    yield SampleEvent(at=scored, kind="scored", detail=told, score_id=score_id)
    yield _step(scored, Status.SUBMITTED, Status.TRIAGED, score_id=score_id)
    if standing.stepped and standing.status is not Status.TRIAGED:
        taken = max(standing.stepped - TAKEN_BEFORE, scored)
        actor = standing.handler
        yield _step(taken, Status.TRIAGED, Status.IN_REVIEW, actor=actor)
        yield from _money(claim)
        if standing.status is Status.SETTLED:
            yield _decision(claim, standing.stepped, score_id, end=Status.APPROVED)
            paid = claim.entries[-1].made_at + SCORED_AFTER
            yield _step(paid, Status.APPROVED, Status.SETTLED, actor=actor)
        elif standing.status is not Status.IN_REVIEW:
            yield _decision(claim, standing.stepped, score_id, end=standing.status)


def _money(claim: SampleClaim) -> Iterator[SampleEvent]:
    was = Decimal(0)
    for entry in claim.entries:
        what = "reserve" if entry.kind == "reserve" else "final" if entry.is_final else "payment"
        told = {"coverage": entry.coverage, "amount": float(entry.amount), "said": entry.reason}
        more = {"was": float(was)} if what == "reserve" else {"payee": entry.payee}
        was = entry.amount if what == "reserve" else was
        yield SampleEvent(
            at=entry.made_at, kind="money", actor=entry.made_by, detail={"what": what} | told | more
        )


def _taken_in_by(claim: SampleClaim) -> str | None:
    """Return the colleague who wrote the claim down; what came by the portal came by itself."""
    return None if claim.how_reported == "portal" else claim.standing.handler


def _step(at: datetime, start: Status, end: Status, **more: Any) -> SampleEvent:
    return SampleEvent(at=at, kind="status", from_status=start, to_status=end, **more)


def _decision(claim: SampleClaim, at: datetime, score_id: int, *, end: Status) -> SampleEvent:
    standing = claim.standing
    return _step(
        at,
        Status.IN_REVIEW,
        end,
        actor=standing.handler,
        reason=standing.status_reason,
        note=standing.status_note,
        detail=standing.status_detail,
        score_id=score_id,
    )
