"""The job that closes the database logins of sessions that are over, however they ended."""

from sqlalchemy import text

from app.database import translate
from app.worker.station import Station

_REAP = text("SELECT auth.reap()")


def reap(station: Station) -> int:
    """Lock out and disconnect what has ended, drop what nobody came back to; count both."""
    with translate(), station.sessions.begin() as session:
        done: int = session.execute(_REAP).scalar_one()
        return done
