"""Errors told without what they were about: to the database, and over HTTP to a real address."""

import gzip
import json
import logging
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from app.faults import Fault, FaultLog, sentry, told_to, watching
from app.settings import VERSION
from tests.factories import a_person
from tests.server import Database, ask

SECRET = "Oliver Zielinski, POL-10956121"


_PLAIN: dict[str | None, Callable[[bytes], bytes]] = {
    None: bytes,
    "gzip": gzip.decompress,
    "deflate": zlib.decompress,
}


class Received(HTTPServer):
    """Takes what is sent, as an error tracker would."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taker)
        self.bodies: list[bytes] = []
        self.came = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://key@127.0.0.1:{self.server_port}/1"

    def close(self) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


class _Taker(BaseHTTPRequestHandler):
    server: Received

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.bodies.append(_PLAIN[self.headers["Content-Encoding"]](body))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")
        self.server.came.set()

    def log_message(self, *_told: Any) -> None:
        return


@pytest.fixture
def received() -> Iterator[Received]:
    made = Received()
    yield made
    made.close()


def raised(claimant: str = SECRET) -> Exception:
    """Return an error that has come through places, with something private about it."""
    try:
        dict[str, str]()[claimant]
    except KeyError as error:
        return error
    raise AssertionError


def test_a_fault_is_the_kind_and_the_places_and_nothing_else():
    fault = Fault.of(raised())

    assert fault.kind == "KeyError"
    assert fault.stack.startswith("tests/test_faults.py:")
    assert fault.stack.endswith(" in raised\n")
    assert "Zielinski" not in repr(fault)


def test_places_in_libraries_do_not_say_where_these_lie():
    try:
        json.loads("{")
    except ValueError as error:
        fault = Fault.of(error)

    assert fault.kind == "json.decoder.JSONDecodeError"
    assert fault.frames[-1][0] == "json/decoder.py"


def test_a_real_address_receives_the_fault_and_nothing_of_the_machine(received, monkeypatch):
    monkeypatch.setattr("sys.argv", ["precedent", SECRET])

    sentry(received.address)(Fault.of(raised(), "worker"))

    assert received.came.wait(10)
    told = b"\n".join(received.bodies)
    event = next(json.loads(line) for line in told.splitlines() if b'"exception"' in line)
    (error,) = event["exception"]["values"]
    assert (error["type"], error["value"], event["logger"]) == ("KeyError", "", "worker")
    assert error["stacktrace"]["frames"][-1]["function"] == "raised"
    assert event["release"] == VERSION
    assert not {"server_name", "modules", "extra", "user", "breadcrumbs"} & set(event)
    assert b"Zielinski" not in told


def test_logged_errors_are_told_on_another_thread_and_a_failing_teller_is_passed_over():
    heard: list[Fault] = []
    came = threading.Event()

    def fail(_fault: Fault) -> None:
        raise OSError

    def hear(fault: Fault) -> None:
        heard.append(fault)
        came.set()

    log = FaultLog("desktop", fail, hear)
    log.emit(_record(None))
    log.emit(_record(raised()))

    assert came.wait(10)
    log.close()
    assert [fault.kind for fault in heard] == ["KeyError"]


def _record(error: Exception | None) -> logging.LogRecord:
    told = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("app", logging.ERROR, "x.py", 1, "It failed", None, told)


def test_a_process_has_one_log_of_faults_that_knows_the_address(received, monkeypatch):
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setenv("PRECEDENT_SENTRY_DSN", received.address)

    first, second = watching("desktop"), watching("desktop")

    assert first is second
    assert len(first.tellers) == 1


def test_the_database_counts_the_same_fault_in_one_group(database: Database):
    person = a_person(database, "user")
    tell = told_to(database.engine_as(person))
    fault = Fault.of(raised())

    tell(fault)
    tell(fault)

    rows = database.run("SELECT kind, source, version, count, stack FROM monitor_fault")
    assert rows == [("KeyError", "desktop", VERSION, 2, fault.stack)]


@pytest.mark.parametrize(
    ("source", "kind", "stack"),
    [
        ("desktop", "KeyError", "Oliver Zielinski\n"),
        ("desktop", "KeyError: Zielinski", ""),
        ("elsewhere", "KeyError", ""),
        ("desktop", "KeyError", "app/x.py:1 in f\n" * 600),
    ],
)
def test_what_could_be_content_is_refused(database: Database, source, kind, stack):
    told = database.connect_as(a_person(database))

    with pytest.raises(Exception, match="not a report of an error"):
        ask(told, "SELECT report_fault(%s, '0.1.0', %s, %s)", source, kind, stack)


def test_a_lease_that_has_ended_reports_nothing(database: Database):
    told = database.connect_as(a_person(database))
    database.run("UPDATE auth.db_session SET expires_at = now()")

    with pytest.raises(Exception, match="session has ended"):
        ask(told, "SELECT report_fault('desktop', '1', 'KeyError', '')")

    assert database.value("SELECT count(*) FROM monitor_fault") == 0


def test_five_hundred_groups_are_kept(database: Database):
    with database.connect_worker() as worker:
        for number in range(505):
            ask(worker, "SELECT report_fault('worker', '1', %s, '')", f"Error{number}")

    kept = database.run(
        "SELECT count(*), count(*) FILTER (WHERE kind = 'Error0') FROM monitor_fault"
    )
    assert kept == [(500, 0)]


def test_reports_are_read_by_administrators_alone(database: Database):
    staff, admin = (database.connect_as(a_person(database, role)) for role in ("staff", "admin"))
    ask(staff, "SELECT report_fault('desktop', '1', 'KeyError', '')")

    assert ask(admin, "SELECT count(*) FROM monitor_fault") == [(1,)]
    with pytest.raises(Exception, match="permission denied"):
        ask(staff, "SELECT count(*) FROM monitor_fault")
    with pytest.raises(Exception, match="permission denied"):
        ask(admin, "DELETE FROM monitor_fault")
