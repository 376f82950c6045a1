"""The worker's place of work, with the model that ships."""

import threading
from collections.abc import Callable
from decimal import Decimal
from time import monotonic

from sqlalchemy.orm import sessionmaker

from app.worker.station import Station
from tests.server import Database

PATIENCE = 30


def a_station(database: Database) -> Station:
    return Station(sessionmaker(database.worker_engine(), expire_on_commit=False))


def state_of(database: Database, claim: int) -> tuple[str, Decimal | None]:
    """Return status and score of a claim."""
    status, score = database.run("SELECT status, ml_score FROM claims_claim WHERE id = %s", claim)[
        0
    ]
    return status, score


def until(condition: Callable[[], bool]) -> None:
    """Ask again and again; the patience is an upper bound, not a measurement."""
    pause, end = threading.Event(), monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end, "it never came to pass"
        pause.wait(0.05)
