"""The job that counts what became of scored claims, so that no look has to count them all."""

from sqlalchemy import text

from app.database import translate
from app.worker.station import Station

MOST = 16
_COUNT = text("SELECT count_cells(:most)")


def count_cells(station: Station) -> int:
    """Count some of the cells that have changed, and return how many."""
    with translate(), station.sessions.begin() as session:
        return session.scalar(_COUNT, {"most": MOST}) or 0
