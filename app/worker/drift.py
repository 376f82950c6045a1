"""The job that looks once a day whether claims have moved away from what the models learned."""

import time

from sqlalchemy import select, text

from app.database import translate
from app.models import DriftReport
from app.services.drift_watch import DriftWatch, Judging
from app.worker.station import Station

EVERY = 900.0
_DAY = text("now() - interval '20 hours'")


def watch_drift(station: Station) -> int:
    """Compare for each judging model that has no report of today; count the new alerts."""
    if time.monotonic() < station.drift_due:
        return 0
    station.drift_due = time.monotonic() + EVERY
    watch = DriftWatch(station.sessions, station.scoring.bundles)
    due = [judging for judging in watch.judging() if not _looked(station, judging)]
    return sum(watch.look(judging) or 0 for judging in due)


def _looked(station: Station, judging: Judging) -> bool:
    latest = select(DriftReport.id).where(DriftReport.model_id == judging.id, DriftReport.at > _DAY)
    with translate(), station.sessions.begin() as session:
        return session.scalar(latest.limit(1)) is not None
