"""The job that brings claims back when the day in their diary has come."""

from sqlalchemy import func, text, update

from app.codes import Status
from app.database import translate
from app.models import Claim
from app.worker.station import Station

_WAKE = text("SELECT wake_claims()")
NOTE = "The diary date was reached."


def bring_back(station: Station) -> int:
    """Return claims that waited until today to review, wake those put away; count both."""
    due = (
        update(Claim)
        .where(Claim.status == Status.PENDING_INFO, Claim.hold_until <= func.current_date())
        .values(status=Status.IN_REVIEW, status_reason=None, status_detail=None, status_note=NOTE)
        .returning(Claim.id)
        .execution_options(synchronize_session=False)
    )
    with translate(), station.sessions.begin() as session:
        return len(session.scalars(due).all()) + (session.scalar(_WAKE) or 0)
