"""What administrators watch, read from real figures, and what usage is counted."""

import json
import threading

import pytest

from app.errors import NotAllowed
from app.services.monitor_words import size
from app.services.monitoring import Monitor, MonitorService, count_usage
from app.worker.measuring import measure
from tests.factories import a_person, an_identity
from tests.server import Database, ask
from tests.worker.stations import a_station


def looked(database: Database) -> Monitor:
    admin = a_person(database, "admin")
    return MonitorService(database.sessions_as(admin), admin).look()


def test_figures_of_application_database_and_server_are_told(database):
    with database.connect_worker() as worker:
        ask(worker, "SELECT job_ran('score', 3, NULL), job_ran('seal', 0, 'OSError at seal.py:9')")
    measure(a_station(database))

    found = looked(database)

    tiles = {tile.title: tile for tile in found.tiles}
    assert tiles["Jobs failing"].value == "1"
    assert not tiles["Jobs failing"].good
    assert tiles["Worker"].good
    assert int(tiles["Connections"].value) >= 2
    assert {"Processor", "Memory", "Disk", "Database", "Standbys"} <= set(tiles)
    assert [(job.name, job.error) for job in found.jobs][1] == ("seal", "OSError at seal.py:9")
    sizes = [table.bytes for table in found.tables]
    assert sizes == sorted(sizes, reverse=True)
    assert all(table.growth == 0 for table in found.tables if table.name == "claims_claim")


def test_a_statement_that_runs_long_is_counted(database):
    sleeper = database.connect_owner()
    sleeping = "SELECT pg_sleep(20)"
    thread = threading.Thread(target=lambda: _sleep(sleeper, sleeping))
    thread.start()
    admin = a_person(database, "admin")
    service = MonitorService(database.sessions_as(admin), admin)

    while _slow(service) == "0":
        pass

    database.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE %s", f"{sleeping}%"
    )
    thread.join()
    assert _slow(service) == "0"


def _slow(service: MonitorService) -> str:
    return next(tile.value for tile in service.look().tiles if tile.title == "Slow now")


def _sleep(connection, statement: str) -> None:
    with pytest.raises(Exception, match=r"terminat|closed"):
        ask(connection, statement)


def test_a_worker_that_was_never_seen_needs_a_look(database):
    tile = next(tile for tile in looked(database).tiles if tile.title == "Worker")

    assert (tile.value, tile.good) == ("never", False)


def test_usage_is_added_up_by_name_and_what_is_no_name_is_left_out(database):
    person = a_person(database, "user")
    sessions = database.sessions_as(person)
    told = {
        "screen": {"go.queue": 2, "Oliver Zielinski": 1, "go.mine": -4},
        "command": {"claim.approve": 900_000},
        "person": {"go.queue": 1},
    }

    count_usage(sessions, json.dumps(told))
    count_usage(sessions, json.dumps({"screen": {"go.queue": 3}}))

    rows = database.run("SELECT kind, name, count FROM monitor_usage ORDER BY name")
    assert rows == [("command", "claim.approve", 10_000), ("screen", "go.queue", 5)]
    usage = looked(database).charts[-1]
    assert usage.labels == ("claim approve", "go queue")


def test_a_day_of_usage_holds_a_thousand_names_whoever_sends_them(database):
    sessions = database.sessions_as(a_person(database, "user"))
    letters = "abcdefghijklmnop"
    names = [f"x.{a}{b}{c}" for a in letters for b in letters for c in letters][:1_500]

    for first in range(0, len(names), 150):
        told = {"command": dict.fromkeys(names[first : first + 150], 1)}
        count_usage(sessions, json.dumps(told))

    assert database.value("SELECT count(*) FROM monitor_usage") == 1_000


def test_who_is_no_administrator_watches_nothing(database):
    analyst = a_person(database, analyst=True)

    with pytest.raises(NotAllowed):
        MonitorService(database.sessions_as(analyst), an_identity("staff")).look()
    with pytest.raises(Exception, match="permission denied"):
        ask(database.connect_as(analyst), "SELECT monitor_figures()")


@pytest.mark.parametrize(
    ("count", "told"), [(2048, "2 KB"), (5 << 20, "5.0 MB"), (3 << 30, "3.0 GB")]
)
def test_sizes_are_written_as_people_do(count, told):
    assert size(count) == told
