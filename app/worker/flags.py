"""The job that looks at claims again whose red-flag rules or papers have changed."""

from sqlalchemy import text

from app.database import translate
from app.worker.station import Station

MOST = 200
_LOOK = text("SELECT look_again(:most)")


def look_again(station: Station) -> int:
    """Look at some of them and count them."""
    with translate(), station.sessions.begin() as session:
        return session.scalar(_LOOK, {"most": MOST}) or 0
