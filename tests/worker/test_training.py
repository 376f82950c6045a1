"""The worker starts a process for a training that waits, and the process does it."""

import subprocess
from pathlib import Path

import pytest

from app.cli import main
from app.settings import MODEL
from app.worker import training
from app.worker.training import CALENDAR, look_after_training
from tests.factories import a_model
from tests.server import Database, ask
from tests.services.labelled_claims import settled_claims
from tests.worker.stations import a_station, until


@pytest.fixture
def own_place(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRECEDENT_DSN", database.worker_dsn)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("os.nice", lambda _by: 0)
    return tmp_path


def test_a_training_that_waits_gets_a_process_of_its_own(database, own_place):
    a_model(database)
    settled_claims(database, 40)
    station = a_station(database)
    assert look_after_training(station) == 0
    with database.connect_worker() as worker:
        ask(worker, "SELECT ask_training('By a test.')")

    assert look_after_training(station) == 1
    child = station.trainer
    assert child
    assert child.stdin
    until(lambda: child.poll() is not None)

    told = database.run("SELECT state, message FROM ml_engine_training")
    assert told[0][0] == "failed"
    assert "cannot be found" in told[0][1]
    child.stdin.close()


def test_the_process_is_started_once_and_ends_with_the_worker(database, own_place, monkeypatch):
    station = a_station(database)
    sleeper = ["sleep", "60"]
    made = subprocess.Popen(sleeper, stdin=subprocess.PIPE)
    monkeypatch.setattr(training, "start_trainer", lambda: made)
    with database.connect_worker() as worker:
        ask(worker, "SELECT ask_training('By a test.')")

    counted = [look_after_training(station) for _ in range(2)]

    made.kill()
    made.communicate()
    assert counted == [1, 0]


def test_the_calendar_asks_when_the_last_training_is_long_ago(database, own_place, monkeypatch):
    monkeypatch.setenv("PRECEDENT_RETRAIN_DAYS", "30")
    monkeypatch.setattr(training, "start_trainer", lambda: None)
    station = a_station(database)

    look_after_training(station)
    look_after_training(station)

    assert database.run("SELECT reason FROM ml_engine_training") == [(CALENDAR.format(30),)]


def test_by_hand_the_command_tells_what_came_of_it(database, own_place, capsys):
    a_model(database, sha256="a" * 64)

    code = main(["retrain", "--waiting"])
    first = capsys.readouterr().out
    failed = main(["retrain", "--reason", "By hand."])

    assert (code, first) == (0, "No training waits.\n")
    assert failed == 2
    assert "cannot be found" in capsys.readouterr().err
    assert MODEL.exists()
