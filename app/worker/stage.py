"""The job that clears staged rows that nobody merged for a day."""

from sqlalchemy import text

from app.database import translate
from app.worker.station import Station

_SWEEP = text("SELECT sweep_stage()")


def sweep_stage(station: Station) -> int:
    """Delete them and count them."""
    with translate(), station.sessions.begin() as session:
        return session.scalar(_SWEEP) or 0
