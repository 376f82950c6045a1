"""One number from a click to the database: in queries, in requests and in lines of the log."""

import json
import logging

from PySide6.QtCore import QObject
from sqlalchemy import text

from app.services.token_client import TokenClient
from app.tracing import JsonLines, trace, tracing
from app.ui.tasks import Tasks
from tests.server import Database
from tests.token_service import PASSWORD
from tests.ui.admins import entrance

_OWN = text("SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()")


def test_what_a_task_asks_carries_its_number_into_the_database(qtbot, database: Database):
    engine, tasks, owner = database.owner_engine(), Tasks(), QObject()
    heard: list[tuple[str, str]] = []

    def work(_progress) -> tuple[str, str]:
        with engine.connect() as connection:
            return trace(), str(connection.execute(_OWN).scalar_one())

    tasks.run(owner, work, heard.append)
    qtbot.waitUntil(lambda: bool(heard))

    tasks.close()
    ((number, query),) = heard
    assert query.startswith(f"/*trace={number}*/ SELECT")
    with engine.connect() as connection:
        assert connection.execute(_OWN).scalar_one().startswith("SELECT")


def test_the_token_service_logs_the_number_that_came_with_a_request(database: Database, caplog):
    caplog.set_level(logging.INFO, "app.tokens.journal")
    with entrance(database) as door, tracing("0123456789ab"):
        person = door.person()
        client = TokenClient(door.token_url)
        client.sign_in(person.username, PASSWORD, device="test")
        client.close()

    told = [json.loads(r.getMessage()) for r in caplog.records if r.name == "app.tokens.journal"]
    assert {"event": "sign_ins", "trace": "0123456789ab"}.items() <= told[-1].items()


def test_a_number_of_another_form_is_not_taken():
    with tracing("0'); DROP") as number:
        assert number != "0'); DROP"
        assert trace() == number
    assert trace() == ""


def test_a_line_of_the_log_is_json_with_the_number():
    record = logging.LogRecord("app", logging.INFO, "x.py", 1, "%s done", ("It",), None)

    with tracing("abcdef012345"):
        told = json.loads(JsonLines().format(record))

    assert (told["message"], told["trace"], told["level"]) == ("It done", "abcdef012345", "INFO")
