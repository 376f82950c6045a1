"""A restart of the database under a worker that stays."""

import threading

import pytest

from app.worker import run
from app.worker.signals import Stopping
from tests.factories import a_claim, a_model
from tests.server import Server
from tests.worker.stations import PATIENCE, a_station, state_of, until


@pytest.fixture
def own_server(tmp_path_factory):
    """Start a cluster that this test may stop."""
    made = Server(tmp_path_factory.mktemp("own") / "pg")
    yield made
    made.close()


def test_the_worker_goes_on_when_the_database_is_back(own_server, expected_log, caplog):
    expected_log.append("no database")
    database = own_server.create()
    a_model(database, sha256=a_station(database).model.model_id)
    stopping = Stopping()
    worker = threading.Thread(
        target=run, args=(database.worker_dsn,), kwargs={"stopping": stopping}
    )
    worker.start()
    first = a_claim(database, "submitted")
    until(lambda: state_of(database, first)[0] == "triaged")
    port = own_server.cluster.alive()

    own_server.cluster.stop()
    until(lambda: "no database" in caplog.text)
    own_server.cluster.start(port)

    second = a_claim(database, "submitted")
    until(lambda: state_of(database, second)[0] == "triaged")
    stopping.ask()
    worker.join(PATIENCE)
    assert not worker.is_alive()
