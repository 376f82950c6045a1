"""Scores computed once more from their receipts."""

import pytest

from app.worker.replay import replay_scores
from app.worker.station import Station
from app.worker.waiting import score_waiting
from tests.factories import a_claim, a_model, insert
from tests.worker.stations import a_station


@pytest.fixture
def station(database) -> Station:
    made = a_station(database)
    a_model(database, sha256=made.model.model_id)
    return made


@pytest.fixture
def claim(database, station) -> int:
    made = a_claim(database, "submitted", facts={"line": "motor", "injured_count": 2})
    score_waiting(station)
    return made


def forge(database, claim: int, **changes: object) -> int:
    """Insert a second score of *claim*, like the first but for *changes* of its receipt."""
    (first,) = database.run(
        "SELECT claim_id, model_id, score, probability, confidence, recommendation, explanation,"
        " receipt FROM ml_engine_score WHERE claim_id = %s",
        claim,
    )
    names = [
        "claim_id",
        "model_id",
        "score",
        "probability",
        "confidence",
        "recommendation",
        "explanation",
    ]
    row = dict(zip(names, first, strict=False))
    return insert(database, "ml_engine_score", {**row, "receipt": first[-1] | changes})


def verdict(database, score: int) -> bool | None:
    found: bool | None = database.value("SELECT verified FROM ml_engine_score WHERE id = %s", score)
    return found


def features_of(database, claim: int) -> dict[str, object]:
    told: dict[str, object] = database.value(
        "SELECT receipt -> 'features' FROM ml_engine_score WHERE claim_id = %s", claim
    )
    return told


@pytest.mark.usefixtures("claim")
def test_an_honest_score_is_verified(database, station):
    assert replay_scores(station) == 1

    assert database.run("SELECT verified FROM ml_engine_score") == [(True,)]


@pytest.mark.usefixtures("claim")
def test_a_verified_score_is_not_replayed_again(station):
    assert (replay_scores(station), replay_scores(station)) == (1, 0)


@pytest.mark.parametrize(
    "lie",
    [
        {"score": 1.25},
        {"probability": 0.001},
        {"confidence": 12.5},
        {"recommendation": "fast_track"},
        {"features": {}},
        {"features": "none"},
        {"score": "high"},
    ],
)
def test_a_receipt_that_does_not_give_its_figures_is_found_out(database, station, claim, lie):
    forged = forge(database, claim, **lie)

    replay_scores(station)

    assert verdict(database, forged) is False


def test_a_receipt_of_facts_that_are_not_the_claims_is_found_out(database, station, claim):
    other = features_of(database, claim) | {"injured": 0.0}
    honest = station.model.judge(frame_of(station, other)).receipt(0)
    forged = forge(database, claim, **honest)
    database.run(
        "UPDATE ml_engine_score SET score = %s, probability = %s, confidence = %s,"
        " recommendation = %s WHERE id = %s",
        *(honest[name] for name in ("score", "probability", "confidence", "recommendation")),
        forged,
    )

    replay_scores(station)

    assert verdict(database, forged) is False


def test_a_row_that_differs_from_its_receipt_is_found_out(database, station, claim):
    forged = forge(database, claim)
    database.run("UPDATE ml_engine_score SET score = 99 WHERE id = %s", forged)

    replay_scores(station)

    assert verdict(database, forged) is False


def test_values_that_no_model_can_read_are_found_out_and_do_not_stop_the_job(
    database, station, claim
):
    odd = features_of(database, claim) | {"amount": "a lot", "cause": {"a": 1}}
    forged = forge(database, claim, features=odd)

    assert replay_scores(station) == 2

    assert verdict(database, forged) is False


def test_a_difference_stands_in_the_history_of_the_claim(database, station, claim):
    forged = forge(database, claim, score=3.0)

    replay_scores(station)

    found = database.run("SELECT claim_id, detail FROM claims_event WHERE detail ? 'replay'")
    assert found == [(claim, {"replay": "differs"})]
    assert verdict(database, forged) is False


def test_scores_of_another_model_are_left_alone(database, station, claim):
    other = a_model(database, is_active=False, version="0")
    forged = forge(database, claim, score=3.0)
    database.run("UPDATE ml_engine_score SET model_id = %s WHERE id = %s", other, forged)

    assert replay_scores(station) == 1

    assert verdict(database, forged) is None


def frame_of(station: Station, told: dict[str, object]):
    from pandas import DataFrame

    return DataFrame([told], columns=station.model.schema.names, dtype=object)
