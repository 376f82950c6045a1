"""Trainings that cannot come to anything: clear words, the judge stays, nothing half registered."""

from pathlib import Path

import pytest
from sqlalchemy.orm import sessionmaker

from app.errors import AppError
from app.services.model_store import Bundles
from app.services.retraining import Retraining
from tests.factories import a_model
from tests.server import Database
from tests.services.labelled_claims import settled_claims
from tests.services.registers import small


@pytest.fixture
def judge(database: Database) -> int:
    return a_model(database, sha256=small().model_id, lines=["motor"])


@pytest.fixture
def training(database: Database, tmp_path: Path, judge: int) -> Retraining:
    small().save(tmp_path / "shipped.bundle")
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    bundles = Bundles(sessions, tmp_path / "shipped.bundle")
    return Retraining(sessions, tmp_path / "trainings", bundles)


def run(training: Retraining) -> int | None:
    training.ask("A test.")
    taken = training.take()
    assert taken
    try:
        return training.run(taken)
    except AppError:
        return None


def what_came(database: Database) -> tuple[str, str]:
    row: tuple[str, str] = database.run("SELECT state, message FROM ml_engine_training")[0]
    return row


def left_alone(database: Database, judge: int) -> bool:
    """Tell whether one model is registered and it judges."""
    models = database.run("SELECT id, is_active FROM ml_engine_mlmodel")
    bundles = database.value("SELECT count(*) FROM ml_engine_bundle")
    return (models, bundles) == ([(judge, True)], 0)


@pytest.mark.parametrize("outcome", ["cleared", "substantiated"])
def test_labels_all_of_one_class_are_refused(database, training, judge, outcome):
    settled_claims(database, 420)
    database.run("UPDATE claims_claim SET siu_disposition = %s", outcome)

    made = run(training)

    state, why = what_came(database)
    assert made is None
    assert state == "refused"
    assert "too few labelled claims" in why
    assert "10 of each outcome" in why
    assert left_alone(database, judge)


def test_earlier_labels_of_one_class_teach_nothing_and_say_so(database, training, judge):
    settled_claims(database, 520)
    database.run(
        "UPDATE claims_claim SET siu_disposition = 'cleared' WHERE submission_date <"
        " (SELECT percentile_disc(0.75) WITHIN GROUP (ORDER BY submission_date) FROM claims_claim)"
    )

    made = run(training)

    state, why = what_came(database)
    assert made is None
    assert state == "failed"
    assert why.endswith(".")
    assert "error:" not in why
    assert left_alone(database, judge)


def test_without_any_claim_there_is_nothing_to_learn(database, training, judge):
    made = run(training)

    assert made is None
    assert what_came(database)[0] == "refused"
    assert left_alone(database, judge)


def test_months_without_claims_do_not_stop_a_training(database, training, judge):
    settled_claims(database, 260, turned=True)
    settled_claims(database, 260, start=1200, turned=True)

    made = run(training)

    state, _ = what_came(database)
    assert made
    assert state == "done"
