"""The job that tells of clocks that are near their day, and records those that were missed."""

from sqlalchemy import text

from app.database import translate
from app.worker.station import Station

_WATCH = text("SELECT watch_clocks()")


def watch_clocks(station: Station) -> int:
    """Warn the owners and write down what was missed; count the clocks."""
    with translate(), station.sessions.begin() as session:
        return session.scalar(_WATCH) or 0
