"""Claims that nobody scored, and the job that finds them."""

from datetime import UTC, datetime, timedelta

import pytest

from app.errors import BadModel
from app.worker.station import Station
from app.worker.waiting import score_waiting
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


def test_a_claim_that_cannot_be_read_fails_the_job_and_keeps_no_other_waiting(
    database, station, monkeypatch
):
    unread, after = a_claim(database, "submitted"), a_claim(database, "submitted")
    scoring = station.scoring
    score = scoring.score
    monkeypatch.setattr(
        scoring, "score", lambda claim: {}[claim] if claim == unread else score(claim)
    )

    with pytest.raises(KeyError):
        score_waiting(station)

    assert state_of(database, after)[0] == "triaged"
    assert state_of(database, unread)[0] == "submitted"
