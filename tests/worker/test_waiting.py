"""Claims that nobody scored, and the job that finds them."""

from datetime import UTC, datetime, timedelta

import pytest

from app.errors import BadModel, Refused
from app.worker.station import Station
from app.worker.waiting import BATCH, UNREADABLE, score_waiting
from tests.factories import a_claim, a_model, a_person
from tests.worker.stations import a_station, state_of

HOUR = timedelta(hours=1)


@pytest.fixture
def station(database) -> Station:
    made = a_station(database)
    a_model(database, sha256=made.model.model_id)
    return made


def test_a_users_submission_is_scored_and_triaged(database, station):
    claim = a_claim(database, "submitted", user_id=a_person(database, "user").id)

    assert score_waiting(station) == 1

    assert state_of(database, claim)[0] == "triaged"
    assert state_of(database, claim)[1] is not None


def test_a_claim_that_a_colleague_is_just_submitting_is_left_to_the_colleague(database, station):
    maya = a_person(database)
    fresh = a_claim(database, "submitted", user_id=maya.id)
    forgotten = a_claim(
        database, "submitted", user_id=maya.id, submission_date=datetime.now(UTC) - HOUR
    )

    assert score_waiting(station) == 1

    assert state_of(database, fresh) == ("submitted", None)
    assert state_of(database, forgotten)[0] == "triaged"


def test_a_claim_is_scored_once_however_often_the_job_runs(database, station):
    claim = a_claim(database, "submitted")

    assert (score_waiting(station), score_waiting(station)) == (1, 0)

    scores = database.value("SELECT count(*) FROM ml_engine_score WHERE claim_id = %s", claim)
    assert scores == 1


def test_another_model_than_the_active_one_never_scores(database):
    a_model(database)
    claim = a_claim(database, "submitted")

    with pytest.raises(BadModel):
        score_waiting(a_station(database))

    assert state_of(database, claim) == ("submitted", None)


def test_a_number_without_end_is_no_fact_and_stops_nobody(database, station):
    facts = {"line": "motor", "witness_count": 10**400, "estimate_amount": 1e-320}
    forged = a_claim(database, "submitted", facts=facts)
    after = a_claim(database, "submitted")

    assert score_waiting(station) == 2

    assert [state_of(database, claim)[0] for claim in (forged, after)] == ["triaged", "triaged"]


@pytest.fixture
def unreadable(station: Station, monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Claims that the engine fails to read; a test adds them."""
    claims: set[int] = set()
    score = station.scoring.score
    monkeypatch.setattr(
        station.scoring, "score", lambda claim: {}[claim] if claim in claims else score(claim)
    )
    return claims


def test_a_claim_that_cannot_be_read_fails_the_job_once_and_goes_to_people_with_the_reason(
    database, station, unreadable
):
    unread, after = a_claim(database, "submitted"), a_claim(database, "submitted")
    unreadable.add(unread)

    with pytest.raises(KeyError):
        score_waiting(station)

    assert state_of(database, after)[0] == "triaged"
    assert state_of(database, unread) == ("triaged", None)
    note = "SELECT note FROM claims_event WHERE claim_id = %s AND to_status = 'triaged'"
    assert database.value(note, unread) == UNREADABLE
    assert score_waiting(station) == 0


def test_any_number_of_claims_that_cannot_be_read_keeps_no_other_waiting(
    database, station, unreadable
):
    unreadable.update(a_claim(database, "submitted") for _ in range(BATCH + 5))
    after = a_claim(database, "submitted")

    with pytest.raises(KeyError):
        score_waiting(station)

    assert state_of(database, after)[1] is not None


def test_claims_that_the_database_refuses_to_score_are_stepped_over(
    database, station, monkeypatch: pytest.MonkeyPatch
):
    refused = {a_claim(database, "submitted") for _ in range(BATCH + 5)}
    after = a_claim(database, "submitted")
    score = station.scoring.score

    def refusing(claim: int) -> object:
        if claim in refused:
            raise Refused("Not now.")
        return score(claim)

    monkeypatch.setattr(station.scoring, "score", refusing)

    assert score_waiting(station) == 1
    assert state_of(database, after)[0] == "triaged"


def test_a_line_without_a_judge_keeps_no_other_line_waiting(database, station):
    waiting = [a_claim(database, "submitted", claim_type="health") for _ in range(BATCH + 5)]
    after = a_claim(database, "submitted", claim_type="motor")
    database.run("DELETE FROM ml_engine_judge WHERE line = 'health'")

    with pytest.raises(BadModel, match="No model is active"):
        score_waiting(station)

    assert state_of(database, after)[0] == "triaged"
    assert state_of(database, waiting[0]) == ("submitted", None)


def test_a_batch_is_scored_at_a_time(database, station, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.worker.waiting.BATCH", 2)
    for _ in range(5):
        a_claim(database, "submitted")

    assert [score_waiting(station) for _ in range(4)] == [2, 2, 1, 0]
