"""The worker's place of work, with the model that ships."""

from decimal import Decimal

from sqlalchemy.orm import sessionmaker

from app.worker.station import Station
from tests.server import Database


def a_station(database: Database) -> Station:
    return Station(sessionmaker(database.worker_engine(), expire_on_commit=False))


def state_of(database: Database, claim: int) -> tuple[str, Decimal | None]:
    """Return status and score of a claim."""
    status, score = database.run("SELECT status, ml_score FROM claims_claim WHERE id = %s", claim)[
        0
    ]
    return status, score
