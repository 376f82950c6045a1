"""Open claims follow the threshold of their line from its day on; their history tells how."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.access import Identity
from app.services.claims import ClaimService
from app.worker.station import Station
from app.worker.thresholds import follow_thresholds
from tests.factories import a_person
from tests.server import Database, ask
from tests.services.desk import a_scored_claim
from tests.worker.stations import a_station

TODAY = date.today()  # noqa: DTZ011 - a day of the database, which is here


@pytest.fixture
def station(database: Database) -> Station:
    return a_station(database)


@pytest.fixture
def admins(database: Database) -> tuple[Identity, Identity]:
    return a_person(database, "admin"), a_person(database, "admin")


def in_force(
    database: Database, admins: tuple[Identity, Identity], refer_from: int, **changes: Any
) -> None:
    told = {"line": "motor", "from": TODAY} | changes
    database.run(
        "INSERT INTO ml_engine_threshold (line, refer_from, effective_from, simulation, reason,"
        " state, proposed_by, settled_by, settled_at) VALUES (%s, %s, %s, '{}', 'Room.',"
        " 'confirmed', %s, %s, now())",
        told["line"],
        refer_from,
        told["from"],
        *(admin.id for admin in admins),
    )


def suggested(database: Database, claim: int) -> str:
    told: str = database.value("SELECT ml_recommendation FROM claims_claim WHERE id = %s", claim)
    return told


def a_triaged(database: Database, score: float, said: str, **changes: Any) -> int:
    told = {"status": "triaged", "recommendation": said, "ml_recommendation": said} | changes
    return a_scored_claim(database, score, **told)


def test_open_claims_are_suggested_as_the_new_threshold_says(database, station, admins):
    above = a_triaged(database, 65, "enhanced_review")
    below = a_triaged(database, 40, "refer_siu")
    unknown = a_triaged(database, 90, "abstain")
    closed = a_triaged(database, 65, "enhanced_review", status="closed")
    in_force(database, admins, 60)

    counted = follow_thresholds(station)

    assert counted == 2
    assert [suggested(database, claim) for claim in (above, below, unknown, closed)] == [
        "refer_siu",
        "enhanced_review",
        "abstain",
        "enhanced_review",
    ]
    assert database.value("SELECT bool_and(followed) FROM ml_engine_threshold")
    assert follow_thresholds(station) == 0


def test_nothing_changes_before_the_day_of_the_threshold(database, station, admins):
    claim = a_triaged(database, 65, "enhanced_review")
    in_force(database, admins, 60, **{"from": TODAY + timedelta(days=3)})

    assert follow_thresholds(station) == 0
    assert suggested(database, claim) == "enhanced_review"

    database.run("UPDATE ml_engine_threshold SET effective_from = %s", TODAY)
    assert follow_thresholds(station) == 1
    assert suggested(database, claim) == "refer_siu"


def test_the_history_of_the_claim_tells_what_was_suggested_before(database, station, admins):
    claim = a_triaged(database, 65, "enhanced_review")
    in_force(database, admins, 60)

    follow_thresholds(station)

    ada = admins[0]
    newest = ClaimService(database.sessions_as(ada), ada).detail(claim).events[0]
    assert newest.text == (
        "Suggestion changed from “Closer review” to “Refer”: claims of this line are suggested for"
        " referral from 60 on"
    )
    assert database.value("SELECT version FROM claims_claim WHERE id = %s", claim) == 3


def test_other_lines_and_claims_that_are_locked_wait(database, station, admins):
    health = a_triaged(database, 65, "enhanced_review", claim_type="health")
    mine, locked = (a_triaged(database, 65, "enhanced_review") for _ in range(2))
    in_force(database, admins, 60)
    with database.connect_owner() as desk:
        desk.autocommit = False
        ask(desk, "SELECT FROM claims_claim WHERE id = %s FOR UPDATE", locked)

        assert follow_thresholds(station) == 1
        desk.rollback()

    assert [suggested(database, claim) for claim in (health, mine, locked)] == [
        "enhanced_review",
        "refer_siu",
        "enhanced_review",
    ]
    assert follow_thresholds(station) == 1


def test_a_later_threshold_is_followed_and_the_earlier_one_is_done_with(database, station, admins):
    claim = a_triaged(database, 65, "refer_siu")
    in_force(database, admins, 60, **{"from": TODAY - timedelta(days=9)})
    in_force(database, admins, 80)

    follow_thresholds(station)

    assert suggested(database, claim) == "enhanced_review"
    assert database.value("SELECT bool_and(followed) FROM ml_engine_threshold")
