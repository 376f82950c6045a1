"""The job that looks after trainings: one process of its own runs each, so that scoring goes on."""

import os
import subprocess
import sys

from sqlalchemy import text

from app.database import translate
from app.errors import Refused
from app.settings import ROOT, Settings
from app.tracing import TRACE, trace
from app.worker.station import Station

_WAITS = text("""
    SELECT EXISTS (SELECT FROM ml_engine_training
                   WHERE open AND (beat_at IS NULL OR beat_at < now() - interval '2 minutes'))
""")
_DUE = text("""
    SELECT NOT EXISTS (SELECT FROM ml_engine_training
                       WHERE asked_at > now() - make_interval(days => :days))
""")
_ASK = text("SELECT ask_training(:reason)")
CALENDAR = "The calendar asks for a training every {} days."


def look_after_training(station: Station) -> int:
    """Ask for a training where the calendar does, and start the process of one that waits."""
    days = Settings.from_environment().retrain_days
    if days:
        _ask_when_due(station, days)
    with translate(), station.sessions.begin() as session:
        waits = bool(session.scalar(_WAITS))
    if not waits or station.trains:
        return 0
    station.trainer = start_trainer()
    return 1


def start_trainer() -> "subprocess.Popen[bytes]":
    """Start the process that takes what waits; it ends when this one does, however it ends."""
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "app"]
    return subprocess.Popen(
        [*program, "retrain", "--waiting"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        env={**os.environ, "PRECEDENT_PARENT_PIPE": "1", TRACE: trace()},
    )


def _ask_when_due(station: Station, days: int) -> None:
    with translate(), station.sessions.begin() as session:
        due = bool(session.scalar(_DUE, {"days": days}))
    if due:
        try:
            with translate(), station.sessions.begin() as session:
                session.execute(_ASK, {"reason": CALENDAR.format(days)})
        except Refused:
            return  # somebody asked in the meantime
