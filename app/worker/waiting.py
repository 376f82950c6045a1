"""The job that scores submitted claims that nobody has scored."""

from datetime import timedelta

from sqlalchemy import func, or_, select

from app.access import Role
from app.codes import Status
from app.database import translate
from app.errors import Conflict, Invalid, NotFound, Refused
from app.models import Claim, DirectoryEntry
from app.worker.station import Station

GRACE = timedelta(seconds=3)
BATCH = 100


def score_waiting(station: Station) -> int:
    """Score what waits, oldest first, and count it.

    A colleague's desktop scores the claim it submits; such a claim is left alone for a moment.
    One that cannot be read does not keep the others waiting: it fails the job at its end.
    """
    scored, unread = 0, None
    for claim in _waiting(station):
        try:
            scored += station.scoring.score(claim) is not None
        except (Conflict, NotFound, Refused):
            continue  # somebody was faster
        except (ArithmeticError, LookupError, TypeError, ValueError, Invalid) as error:
            unread = error
    if unread:
        raise unread
    return scored


def _waiting(station: Station) -> list[int]:
    left_alone = Claim.submission_date < func.now() - GRACE
    submitted = (
        select(Claim.id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Claim.user_id)
        .where(Claim.status == Status.SUBMITTED)
        .where(or_(left_alone, DirectoryEntry.role == Role.USER, Claim.user_id.is_(None)))
        .order_by(Claim.submission_date, Claim.id)
        .limit(BATCH)
    )
    with translate(), station.sessions.begin() as session:
        return list(session.scalars(submitted))
