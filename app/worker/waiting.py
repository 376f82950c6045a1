"""The job that scores submitted claims that nobody has scored."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam, func, literal, or_, select, text, tuple_
from sqlalchemy.dialects.postgresql import JSONB

from app.access import Role
from app.codes import Status
from app.database import translate
from app.errors import BadModel, Conflict, Invalid, NotFound, Refused
from app.models import Claim, DirectoryEntry
from app.services.claim_rows import received
from app.worker.station import Station

GRACE = timedelta(seconds=3)
BATCH = 100
MOST_SEEN = 1_000
UNREADABLE = "Precedent could not read what was told of this claim. A person judges it."

_UNREAD = text("SELECT record_score(:claim, :receipt)").bindparams(
    bindparam("receipt", {"not_scorable": UNREADABLE}, type_=JSONB)
)


class Waiting(NamedTuple):
    """A claim that waits for its score, its line, and its place among those that wait."""

    id: int
    line: str
    since: datetime


def score_waiting(station: Station) -> int:
    """Score what waits, oldest first, and count it.

    A colleague's desktop scores the claim it submits; such a claim is left alone for a moment.
    One that cannot be read goes to people without a score, and a line whose model is not to be
    had is stepped over: neither keeps the others waiting, and both fail the job at its end.
    """
    scored, unjudged = 0, set[str]()
    trouble: Exception | None = None
    for claim in _waiting(station, unjudged):
        try:
            scored += station.scoring.score(claim.id) is not None
        except (Conflict, NotFound, Refused):
            continue  # somebody was faster
        except BadModel as error:
            unjudged.add(claim.line)
            trouble = error
        except (ArithmeticError, LookupError, TypeError, ValueError, Invalid) as error:
            _leave_to_people(station, claim.id)
            trouble = error
        if scored == BATCH:
            break
    if trouble:
        raise trouble
    return scored


def _leave_to_people(station: Station, claim: int) -> None:
    """Let a claim into the queue with the reason why it has no score."""
    try:
        with translate(), station.sessions.begin() as session:
            session.execute(_UNREAD, {"claim": claim})
    except (Conflict, NotFound, Refused, Invalid):
        return  # somebody was faster, or the database cannot read it either


def _waiting(station: Station, unjudged: set[str]) -> Iterator[Waiting]:
    """Yield claims page by page, so that those that stay do not hide those that come after."""
    seen, page = 0, _page(station, unjudged, None)
    while page and seen < MOST_SEEN:
        for claim in page:
            if claim.line not in unjudged:
                seen += 1
                yield claim
        page = _page(station, unjudged, page[-1]) if len(page) == BATCH else []


def _page(station: Station, unjudged: set[str], after: Waiting | None) -> list[Waiting]:
    left_alone = Claim.submission_date < func.now() - GRACE
    submitted = (
        select(Claim.id, Claim.claim_type, received)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Claim.user_id)
        .where(Claim.status == Status.SUBMITTED, Claim.claim_type.not_in(unjudged))
        .where(or_(left_alone, DirectoryEntry.role == Role.USER, Claim.user_id.is_(None)))
        .order_by(received, Claim.id)
        .limit(BATCH)
    )
    if after:
        place = tuple_(literal(after.since), literal(after.id))
        submitted = submitted.where(tuple_(received, Claim.id) > place)
    with translate(), station.sessions.begin() as session:
        return [Waiting(*found) for found in session.execute(submitted)]
