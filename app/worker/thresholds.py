"""The job that lets open claims follow a threshold from the day on which it takes effect."""

from sqlalchemy import text

from app.database import translate
from app.worker.station import Station

MOST = 200
_FOLLOW = text("SELECT follow_thresholds(:most)")


def follow_thresholds(station: Station) -> int:
    """Let some of them follow and count them."""
    with translate(), station.sessions.begin() as session:
        return session.scalar(_FOLLOW, {"most": MOST}) or 0
