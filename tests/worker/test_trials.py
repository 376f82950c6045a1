"""The worker keeps a trial going: shadow scores, a daily look, and the end by its rules."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.models import Trial
from app.worker.station import Station
from app.worker.trials import look, look_after_trial
from app.worker.waiting import score_waiting
from tests.factories import a_claim, a_model, insert
from tests.server import Database
from tests.services.registers import registered, small
from tests.services.settled_scores import an_outcome
from tests.worker.stations import a_station


@pytest.fixture
def station(database: Database) -> Station:
    made = a_station(database)
    a_model(database, sha256=made.model.model_id)
    a_model(database, is_active=False)
    return made


def a_trial(database: Database, **changes: Any) -> int:
    """Insert a trial that began an hour ago, with the key that its lots are drawn by."""
    told: dict[str, Any] = {
        "kind": "shadow",
        "champion_id": database.value("SELECT min(id) FROM ml_engine_mlmodel"),
        "challenger_id": database.value("SELECT max(id) FROM ml_engine_mlmodel"),
        "lines": ["motor"],
        "share": 1.0,
        "longest": 60,
        "reason": "Is it better?",
        "began_at": datetime.now(UTC) - timedelta(hours=1),
    }
    trial = insert(database, "ml_engine_trial", told | changes)
    database.run(
        "INSERT INTO ml_engine_trial_key VALUES (%s, decode(repeat('5c', 64), 'hex'))", trial
    )
    return trial


def the_trial(database: Database) -> tuple[Any, ...]:
    found = database.run("SELECT verdict, ending, jsonb_array_length(looks) FROM ml_engine_trial")
    return found[0]


def standing(database: Database) -> list[tuple[Any, ...]]:
    """Return everything about claims that a desk is shown or sorted by."""
    return database.run(
        "SELECT id, version, status, ml_score, ml_recommendation, score_id, queue_due, queue_risk,"
        " last_updated FROM claims_claim ORDER BY id"
    )


def test_a_challenger_in_the_shadow_scores_and_moves_no_work(database, station):
    registered(database, small())
    a_trial(database)
    for _ in range(3):
        a_claim(database, "submitted")
    score_waiting(station)
    before, events = standing(database), database.run("SELECT count(*) FROM claims_event")

    judged = look_after_trial(station)

    assert judged == 3
    assert standing(database) == before
    assert database.run("SELECT count(*) FROM claims_event") == events
    shadow = database.run(
        "SELECT receipt ->> 'model_sha256', ms > 0, champion_ms > 0 FROM ml_engine_shadow"
    )
    assert shadow == [(small().model_id, True, True)] * 3
    assert look_after_trial(station) == 0


def test_only_the_share_of_the_claims_is_judged_twice(database, station):
    registered(database, small())
    a_trial(database, share=0.000001)
    a_claim(database, "submitted")
    score_waiting(station)

    assert look_after_trial(station) == 0
    assert database.run("SELECT count(*) FROM ml_engine_shadow") == [(0,)]


def test_a_look_is_kept_once_a_day(database, station):
    registered(database, small())
    a_trial(database)

    for _ in range(3):
        look_after_trial(station)

    assert the_trial(database) == (None, None, 1)


def differ(database: Database, trial: int, count: int, *, right: bool) -> None:
    """Let the two differ on labelled claims, on which the challenger is right or wrong."""
    for _ in range(count):
        claim = an_outcome(database, 20 if right else 90, "substantiated")
        database.run(
            "INSERT INTO ml_engine_shadow (trial_id, claim_id, score_id, score, probability,"
            " recommendation, receipt, ms, champion_ms)"
            " SELECT %s, id, score_id, %s, 0.4, 'standard_review', '{}', 8, 5"
            " FROM claims_claim WHERE id = %s",
            trial,
            90 if right else 20,
            claim,
        )


@pytest.mark.parametrize(("right", "ended"), [(True, "better"), (False, "worse")])
def test_a_trial_ends_when_one_is_surely_ahead(database, station, right, ended):
    registered(database, small())
    differ(database, a_trial(database), 10, right=right)

    look_after_trial(station)

    verdict, why, looks = the_trial(database)
    assert (verdict, looks) == (ended, 1)
    assert "10 claims with an outcome on which they differ" in why
    assert database.run("SELECT kind FROM ml_engine_event ORDER BY id DESC LIMIT 1") == [
        ("trial_ended",)
    ]


def test_a_few_claims_decide_nothing(database, station):
    registered(database, small())
    differ(database, a_trial(database), 3, right=False)

    look_after_trial(station)

    assert the_trial(database) == (None, None, 1)


def test_a_trial_ends_after_its_longest_time(database, station):
    registered(database, small())
    trial = a_trial(database, longest=10, began_at=datetime.now(UTC) - timedelta(days=11))
    with station.sessions() as session:
        found = session.get(Trial, trial)

    assert found
    look(station, found)

    verdict, why, _ = the_trial(database)
    assert verdict == "undecided"
    assert why.startswith("The trial reached its 10 days. No claim of this trial has an outcome")


def test_a_challenger_that_floods_the_investigators_is_stopped(database, station):
    champion = database.value("SELECT min(id) FROM ml_engine_mlmodel")
    challenger = registered(database, small())
    a_trial(database, kind="split", share=0.2, began_by=None)
    for number in range(40):
        claim = an_outcome(database, 90, "open")
        database.run(
            "UPDATE ml_engine_score SET model_id = %s WHERE claim_id = %s",
            challenger if number % 4 else champion,
            claim,
        )

    look_after_trial(station)

    assert the_trial(database)[:2] == (
        "overload",
        "The challenger suggests more than twice as many referrals.",
    )


def test_a_challenger_that_cannot_be_loaded_ends_its_trial_and_claims_go_on(database, station):
    made = small()
    registered(database, made)
    database.run("UPDATE ml_engine_bundle SET data = 'damaged' WHERE sha256 = %s", made.model_id)
    a_trial(database, kind="split")
    claim = a_claim(database, "submitted")

    look_after_trial(station)
    score_waiting(station)

    verdict, why, looks = the_trial(database)
    assert (verdict, looks) == ("failed", 0)
    assert why.startswith("The challenger cannot be used: ")
    assert database.run("SELECT status FROM claims_claim WHERE id = %s", claim) == [("triaged",)]


def test_without_a_trial_there_is_nothing_to_do(database, station):
    assert look_after_trial(station) == 0
