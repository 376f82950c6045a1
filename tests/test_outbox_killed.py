"""A desktop that is killed with a decision in its outbox loses nothing and sends nothing twice."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import IO

import pytest

from app.access import Identity
from app.services.outbox import Outbox
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import steps_of
from tests.ui.desk import a_claim_of, outage

ROOT = Path(__file__).resolve().parent.parent
KEY = bytes(range(32))
APPROVED = [("triaged", "in_review"), ("in_review", "approved")]


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen", authority_limit=Decimal(25000))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox" / "maya.box"


class Desktops:
    """Starts desktops of one person on one outbox, and kills them."""

    def __init__(self, database: Database, person: Identity, path: Path) -> None:
        self._lease = database.lease_as(person)
        self._person, self._path = person, path

    @contextmanager
    def start(self, task: str) -> Iterator["subprocess.Popen[bytes]"]:
        command = [sys.executable, "-m", "tests.outbox_desktop"]
        told = {"lease": self._lease, "person": self._person, "path": self._path, "key": KEY}
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as desktop:
            pipe(desktop.stdin).write(pickle.dumps(told | {"task": task}))
            pipe(desktop.stdin).flush()
            try:
                yield desktop
            finally:
                desktop.kill()

    def waiting(self) -> int:
        box = Outbox.open(self._path, KEY)
        box.close()
        return len(box.held())


def pipe(found: IO[bytes] | None) -> IO[bytes]:
    assert found is not None
    return found


def heard(desktop: "subprocess.Popen[bytes]") -> str:
    return pipe(desktop.stdout).readline().decode().strip()


def kill(desktop: "subprocess.Popen[bytes]") -> None:
    os.kill(desktop.pid, signal.SIGKILL)
    desktop.wait()


def hold_and_kill(database: Database, desktops: Desktops) -> None:
    with desktops.start("hold") as desktop:
        assert heard(desktop) == "ready"
        with outage(database):
            pipe(desktop.stdin).write(b"\n")
            pipe(desktop.stdin).flush()
            assert heard(desktop) == "kept"
            kill(desktop)


def test_a_decision_survives_the_desktop_and_is_sent_by_the_next_one(
    database: Database, maya: Identity, path: Path
):
    claim = a_claim_of(database, "Oliver Zielinski", 87)
    desktops = Desktops(database, maya, path)
    hold_and_kill(database, desktops)
    before = steps_of(database, claim), desktops.waiting()

    with desktops.start("send") as desktop:
        assert heard(desktop) == "sent"

    assert before == ([], 1)
    assert steps_of(database, claim) == APPROVED
    assert desktops.waiting() == 0


def test_a_desktop_killed_between_sending_and_noting_it_sends_nothing_twice(
    database: Database, maya: Identity, path: Path
):
    claim = a_claim_of(database, "Oliver Zielinski", 87)
    desktops = Desktops(database, maya, path)
    hold_and_kill(database, desktops)
    with desktops.start("dawdle") as desktop:
        assert heard(desktop) == "delivered"
        kill(desktop)
    before = steps_of(database, claim), desktops.waiting()

    with desktops.start("send") as desktop:
        assert heard(desktop) == "sent"

    assert before == (APPROVED, 1)
    assert steps_of(database, claim) == APPROVED
    assert desktops.waiting() == 0
