"""The worker's day, from its start to its end."""

import os
import subprocess
import sys
import threading

import pytest

from app.settings import MODEL, ROOT
from app.worker import loop, run
from app.worker.signals import Stopping
from tests.factories import a_claim, a_model
from tests.worker.stations import PATIENCE, a_station, state_of, until


@pytest.fixture(autouse=True)
def registered(database) -> None:
    a_model(database, sha256=a_station(database).model.model_id)


@pytest.fixture
def at_work(database, registered):
    """Run the worker in a thread for the length of a test."""
    stopping = Stopping()
    thread = threading.Thread(
        target=run, args=(database.worker_dsn,), kwargs={"stopping": stopping}
    )
    thread.start()
    yield thread
    stopping.ask()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_one_round_scores_and_replays(database):
    claim = a_claim(database, "submitted")

    run(database.worker_dsn, once=True)

    assert state_of(database, claim)[0] == "triaged"
    assert database.value("SELECT verified FROM ml_engine_score") is True


@pytest.mark.usefixtures("at_work")
def test_a_claim_submitted_meanwhile_wakes_the_worker(database):
    claim = a_claim(database, "submitted")

    until(lambda: state_of(database, claim)[0] == "triaged")


@pytest.mark.usefixtures("at_work")
def test_the_worker_outlives_its_connections(database, expected_log):
    expected_log.append("no database")
    first = a_claim(database, "submitted")
    until(lambda: state_of(database, first)[0] == "triaged")

    database.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE usename = 'claims_work' AND datname = current_database()"
    )

    second = a_claim(database, "submitted")
    until(lambda: state_of(database, second)[0] == "triaged")


def test_without_a_database_the_worker_waits_longer_each_time_and_ends_when_asked(expected_log):
    expected_log.append("no database")
    stopping, waited = Stopping(), []

    def patience(seconds, *_others: int):
        waited.append(seconds)
        if len(waited) == 3:
            stopping.ask()

    stopping.wait = patience  # type: ignore[method-assign]

    run("postgresql://claims_work:wrong@127.0.0.1:1/nowhere", stopping=stopping)

    assert waited == [0.25, 0.5, 1.0]


def test_a_job_that_fails_does_not_stop_the_others(database, monkeypatch, expected_log):
    expected_log.append('"error": "ZeroDivisionError"')
    claim = a_claim(database, "submitted", description="Anna Secret lost her silver spoon.")

    def broken(_station):
        return 1 // 0

    monkeypatch.setattr(loop, "JOBS", {"broken": broken, **loop.JOBS})

    run(database.worker_dsn, once=True)

    assert state_of(database, claim)[0] == "triaged"


def test_the_log_tells_counts_and_nothing_of_a_claim_s34(database, caplog):
    caplog.set_level("INFO")
    a_claim(database, "submitted", description="Anna Secret lost her silver spoon.")

    run(database.worker_dsn, once=True)

    assert '{"job": "score", "done": 1, "trace": "' in caplog.text
    assert "Secret" not in caplog.text
    assert "POL-4711" not in caplog.text


def test_the_process_ends_when_its_parent_is_gone(database):
    environment = os.environ | {
        "PRECEDENT_DSN": database.worker_dsn,
        "PRECEDENT_PARENT_PIPE": "1",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "worker"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stderr
    assert "started" in process.stderr.readline()

    process.stdin.close()

    assert process.wait(PATIENCE) == 0
    assert "stopped" in process.stderr.read()
    process.stderr.close()


def test_the_bundle_that_ships_is_where_the_worker_looks():
    assert MODEL.is_file()
