"""A training from the database to a candidate: gated, resumable, alone, nothing half registered."""

import json
from pathlib import Path

import pytest
from sqlalchemy.orm import sessionmaker

from app.errors import BadModel, Refused
from app.ml import TriageModel
from app.services import retraining
from app.services.labelled import Labelled, gather
from app.services.model_store import Bundles
from app.services.retraining import BUNDLE, SETTLED, VERDICT, Retraining, learn
from tests.factories import a_model
from tests.server import Database
from tests.services.labelled_claims import settled_claims
from tests.services.registers import small
from tests.services.settled_scores import an_outcome


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    small().save(tmp_path / "shipped.bundle")
    return tmp_path / "shipped.bundle"


@pytest.fixture
def judge(database: Database) -> int:
    """The small model judges motor claims: it has learned from none of those in the database."""
    return a_model(database, sha256=small().model_id, lines=["motor"])


@pytest.fixture
def training(database: Database, tmp_path: Path, shipped: Path) -> Retraining:
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    return Retraining(sessions, tmp_path / "trainings", Bundles(sessions, shipped))


def state(database: Database) -> tuple[str, str]:
    rows = database.run("SELECT state, message FROM ml_engine_training ORDER BY id DESC LIMIT 1")
    return rows[0]


def test_labels_follow_the_rule_and_weigh_what_they_stand_for(database):
    for score, label in ((90, "substantiated"), (20, "cleared"), (10, "blind"), (5, "open")):
        an_outcome(database, score, label)
    for _ in range(3):
        an_outcome(database, 5, "paid")

    found = gather(sessionmaker(database.worker_engine()))

    assert sorted(zip(found.outcomes, found.weights, strict=True)) == [(0, 1.0), (0, 4.0), (1, 1.0)]
    assert found.rule == 1


def test_gathered_claims_are_kept_and_read_back(database, tmp_path):
    an_outcome(database, 90, "substantiated")
    found = gather(sessionmaker(database.worker_engine()))

    found.save(tmp_path / "settled.json")

    assert Labelled.read(tmp_path / "settled.json") == found


def test_a_better_model_is_registered_as_a_candidate(database, judge, training):
    settled_claims(database, 520, turned=True)
    training.ask("The world has changed.")

    made = training.run(training.take())

    told = database.run(
        "SELECT status, is_active, lines, card, performance_metrics ->> 'settled_claims'"
        " FROM ml_engine_mlmodel WHERE id = %s",
        made,
    )
    status, active, lines, card, learned = told[0]
    assert (status, active, lines, learned) == ("candidate", False, ["motor"], "520")
    assert "## Beside the model that judged" in card
    assert state(database)[0] == "done"
    data = database.value(
        "SELECT data FROM ml_engine_bundle b JOIN ml_engine_mlmodel m USING (sha256)"
        " WHERE m.id = %s",
        made,
    )
    assert bytes(data[:2]) == b"PK"
    kinds = database.run("SELECT kind FROM ml_engine_event ORDER BY id DESC LIMIT 1")
    assert kinds == [("registered",)]
    assert list(training._folder.iterdir()) == []


def test_a_model_that_is_no_better_than_chance_is_refused(database, judge, training, monkeypatch):
    settled_claims(database, 480)
    monkeypatch.setattr(retraining, "learn", lambda *_args: small())
    training.ask("Try.")

    def worse(settled: Labelled, *_args: object) -> TriageModel:
        turned = [1 - outcome for outcome in settled.outcomes]
        return learn(
            Labelled(
                settled.rows, turned, settled.keys, settled.lines, settled.days, settled.weights
            )
        )

    monkeypatch.setattr(retraining, "learn", worse)

    assert training.run(training.take()) is None

    found, message = state(database)
    assert found == "refused"
    assert "average precision may be worse" in message
    assert database.value("SELECT count(*) FROM ml_engine_mlmodel") == 1
    kinds = database.run("SELECT kind FROM ml_engine_event ORDER BY id DESC LIMIT 1")
    assert kinds == [("refused",)]


def test_without_new_labels_there_is_nothing_to_compare(database, judge, training):
    settled_claims(database, 60)
    training.ask("Too early.")

    assert training.run(training.take()) is None

    assert "too few labelled claims" in state(database)[1]


def test_two_trainings_are_not_asked_for_at_once(training):
    training.ask("First.")

    with pytest.raises(Refused, match="under way already"):
        training.ask("Second.")


def test_a_training_is_taken_by_one_and_by_another_when_that_one_is_dead(database, training):
    run = training.ask("First.")

    assert training.take() == run
    assert training.take() is None
    database.run("UPDATE ml_engine_training SET beat_at = now() - interval '3 minutes'")
    assert training.take() == run


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("step", ["gather", "try_forward", "learn", "_register"])
def test_a_killed_training_is_gone_on_with(database, judge, training, tmp_path, monkeypatch, step):
    settled_claims(database, 520, turned=True)
    run = training.ask("Until it is done.")
    owner = Retraining if step == "_register" else retraining

    def die(*_args: object, **_told: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(owner, step, die)
        with pytest.raises(Killed):
            training.run(training.take())
    assert database.value("SELECT count(*) FROM ml_engine_mlmodel") == 1
    kept = {path.name for path in (tmp_path / "trainings" / f"training-{run}").iterdir()}
    done = {"gather": set(), "try_forward": {SETTLED}, "learn": {SETTLED}}
    assert done.get(step, {SETTLED, VERDICT, BUNDLE}) <= kept
    database.run("UPDATE ml_engine_training SET beat_at = now() - interval '3 minutes'")

    made = training.run(training.take())

    assert made
    assert database.value("SELECT count(*) FROM ml_engine_mlmodel") == 2


def test_a_failure_is_told_and_the_judge_stays(database, training, tmp_path):
    a_model(database, sha256="d" * 64, lines=["motor"])
    settled_claims(database, 120)
    training.ask("Nobody has this bundle.")

    with pytest.raises(BadModel):
        training.run(training.take())

    assert state(database)[0] == "failed"
    assert database.value("SELECT is_active FROM ml_engine_mlmodel")
    assert training.ask("Again.")


def test_probabilities_are_those_of_all_claims(database):
    settled_claims(database, 300)
    found = gather(sessionmaker(database.worker_engine()))
    heavy = [10.0 if not outcome else 1.0 for outcome in found.outcomes]
    columns = (found.rows, found.outcomes, found.keys, found.lines, found.days)

    plain, weighed = learn(Labelled(*columns, found.weights)), learn(Labelled(*columns, heavy))

    frame = plain.schema.read(found.frame())[0]
    before, after = (model.judge(frame).probability for model in (plain, weighed))
    odds = (before / (1 - before)) / (after / (1 - after))
    assert odds == pytest.approx(10)


def test_what_was_compared_is_kept_with_the_training(database, judge, training):
    settled_claims(database, 520, turned=True)
    training.ask("For the record.")
    training.run(training.take())

    detail = database.value("SELECT detail FROM ml_engine_training")

    assert detail["tried"] >= 100
    assert detail["gain_low"] > 0
    assert json.dumps(detail["new"])
