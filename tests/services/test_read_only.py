"""A database that only reads is told apart from one that is gone, and its return is found."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any, cast

import pytest
from sqlalchemy.orm import sessionmaker

from app.database import engine
from app.errors import Offline, ReadOnly
from app.services import changes
from app.services.changes import Change, Changes
from app.services.decisions import DecisionService
from app.services.documents import DocumentService
from app.services.transfers import Transfers
from tests.bench.documents import fill
from tests.factories import a_claim, a_person
from tests.server import Database

PATIENCE = 10


def set_read_only(database: Database, setting: str) -> None:
    """Let new connections read only, as all do on a standby."""
    name = f'"{database.name}"'
    database.server._run(f"ALTER DATABASE {name} SET default_transaction_read_only = {setting}")


def everything(source: Changes) -> Change:
    until = monotonic() + PATIENCE
    while monotonic() < until:
        change = source.poll()
        if change.everything:
            return change
    raise AssertionError("no connection came")


def test_a_decision_on_a_read_only_database_is_told_as_such(database: Database):
    maya = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=maya.id)
    set_read_only(database, "on")

    with pytest.raises(ReadOnly, match="only reads at the moment") as told:
        DecisionService(database.sessions_as(maya), maya).approve(claim, 1)

    assert isinstance(told.value, Offline)


def test_a_look_that_cannot_be_put_on_record_is_refused_and_the_list_still_read(
    database: Database,
):
    maya = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=maya.id)
    fill(database, claim, 2)
    lease, nobody = database.lease_as(maya), cast("Any", None)
    opened = engine(lambda: lease)
    desk = DocumentService(sessionmaker(opened), maya, Transfers(nobody))
    set_read_only(database, "on")

    listed = desk.list(claim)
    with pytest.raises(ReadOnly, match="put on record, which the database cannot do"):
        desk.open(listed[0].newest.id)
    with pytest.raises(ReadOnly, match="put on record"):
        desk.save(listed[0].newest.id, Path("copy.pdf"))
    opened.dispose()

    assert len(listed) == 2
    assert database.value("SELECT count(*) FROM claims_event WHERE kind = 'opened'") == 0


def test_a_listener_knows_whether_its_database_writes(database: Database, monkeypatch):
    monkeypatch.setattr(changes, "DOUBT", 0.0)
    maya = a_person(database)
    lease = database.lease_as(maya)
    with Changes(lambda: lease) as source:
        everything(source)
        before = source.read_only

        set_read_only(database, "on")
        source.doubt()
        everything(source)
        during = source.read_only
        set_read_only(database, "off")
        while source.read_only:
            everything(source)

        assert (before, during, source.read_only) == (False, True, False)


class EndsWhenLookedAt:
    """A thread that does its work just when somebody asks whether it is still alive."""

    made = 0

    def __init__(self, target: Callable[[], None], **_names: object) -> None:
        type(self).made += 1
        self._work: Callable[[], None] | None = target

    def start(self) -> None:
        pass

    def join(self) -> None:
        pass

    def is_alive(self) -> bool:
        work, self._work = self._work, None
        if work:
            work()
        return False


def test_a_connection_made_between_two_looks_is_taken_and_no_second_one_made(
    database: Database, monkeypatch
):
    monkeypatch.setattr(changes, "Thread", EndsWhenLookedAt)
    lease = database.lease_as(a_person(database))
    with Changes(lambda: lease) as source:
        source.poll()

        told = source.poll()

        assert told.everything
        assert EndsWhenLookedAt.made == 1


def test_a_database_that_writes_is_not_asked_again(database: Database, monkeypatch):
    monkeypatch.setattr(changes, "DOUBT", 0.0)
    maya = a_person(database)
    lease = database.lease_as(maya)
    with Changes(lambda: lease) as source:
        everything(source)
        place = source.fileno()

        polled = [source.poll() for _ in range(5)]

        assert not any(change.everything for change in polled)
        assert source.fileno() == place
