"""The whole desktop killed while it decides and imports: all or nothing, and no hand needed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import IO

import pytest
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.services.audit import AuditService
from app.settings import ROOT
from tests.factories import a_person
from tests.server import Database, ask
from tests.services.desk import steps_of
from tests.token_service import HASHED, PASSWORD
from tests.tokens.barrier import held_up, until
from tests.tokens.running import Running
from tests.ui.desk import a_claim_of

HEADER = "claim_number,policy_number,claim_type,loss_date,amount\n"
APPROVED = [("triaged", "in_review"), ("in_review", "approved")]
ACTIVE = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE starts_with(usename, 'd_') AND datname = current_database()"
)
WAITING = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE wait_event_type = 'Lock' AND datname = current_database()"
)


class Desktops:
    """Starts the desktops of one person, and kills them."""

    def __init__(self, database: Database, token_url: str, home: Path) -> None:
        self.database, self._home = database, home
        self._profile = home / "profile.toml"
        self._profile.write_text(f'name = "Northgate"\ntoken_url = "{token_url}"\n')
        self._person = a_person(
            database, supervisor=True, full_name="Maya Chen", authority_limit=Decimal(25000)
        )
        database.run("INSERT INTO auth.password VALUES (%s, %s)", self._person.id, HASHED)

    @contextmanager
    def start(self, task: str, **told: object) -> Iterator["subprocess.Popen[str]"]:
        """Start a desktop in a home of its own; at the end it is killed, and off the database."""
        home = {name: str(self._home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        known = {"username": self._person.username, "password": PASSWORD}
        known |= {"profile": str(self._profile), "task": task}
        with subprocess.Popen(
            [sys.executable, "-m", "tests.killed_desktop"],
            cwd=ROOT,
            env=os.environ | home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as desktop:
            say(desktop, json.dumps(known | told))
            try:
                yield desktop
            finally:
                desktop.kill()
        until(lambda: self.database.value(ACTIVE) == 0)

    def faults(self) -> tuple[str, ...]:
        worker = sessionmaker(self.database.worker_engine())
        return AuditService(worker, Identity.system()).verify().faults


def pipe(found: IO[str] | None) -> IO[str]:
    assert found is not None
    return found


def say(desktop: "subprocess.Popen[str]", line: str = "") -> None:
    pipe(desktop.stdin).write(line + "\n")
    pipe(desktop.stdin).flush()


def heard(desktop: "subprocess.Popen[str]") -> str:
    return pipe(desktop.stdout).readline().strip()


@pytest.fixture
def desktops(database: Database, tmp_path: Path) -> Iterator[Desktops]:
    service = Running(database.tokens_dsn, tmp_path / "tokens.log").wait()
    yield Desktops(database, service.url, tmp_path)
    service.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    lines = [f"EXT-{number},POL-1,motor,2026-01-02,10\n" for number in range(300)]
    made = tmp_path / "march.csv"
    made.write_text(HEADER + "".join(lines))
    return made


def test_a_desktop_killed_in_the_middle_of_a_decision_has_decided_nothing(
    database: Database, desktops: Desktops
):
    claim = a_claim_of(database, "Oliver Zielinski", 87)
    with desktops.start("decide") as desktop:
        assert heard(desktop) == "ready"
        with held_up(database, "claims_claim") as waits_for:
            say(desktop)
            waits_for(1)
            desktop.kill()
    before = steps_of(database, claim)

    with desktops.start("decide") as desktop:
        assert heard(desktop) == "ready"
        say(desktop)
        assert heard(desktop) == "acknowledged"

    assert before == []
    assert steps_of(database, claim) == APPROVED
    assert desktops.faults() == ()


def test_a_decision_that_was_acknowledged_outlives_the_desktop(
    database: Database, desktops: Desktops
):
    claim = a_claim_of(database, "Oliver Zielinski", 87)

    with desktops.start("decide") as desktop:
        assert heard(desktop) == "ready"
        say(desktop)
        assert heard(desktop) == "acknowledged"

    assert steps_of(database, claim) == APPROVED


@contextmanager
def no_claim_comes_in(database: Database) -> Iterator[None]:
    """Let whoever brings claims in wait until the block ends, which it does once one waits."""
    owner = database.connect_owner()
    owner.autocommit = False
    ask(owner, "LOCK TABLE claims_claim IN SHARE MODE")
    yield
    owner.rollback()


@pytest.mark.parametrize("in_the_merge", [False, True])
def test_a_desktop_killed_in_the_middle_of_an_import_has_brought_nothing_in(
    database: Database, desktops: Desktops, path: Path, *, in_the_merge: bool
):
    with desktops.start("import", path=str(path), pause=True) as desktop:
        assert heard(desktop) == "half"
        if in_the_merge:
            with no_claim_comes_in(database):
                say(desktop)
                until(lambda: database.value(WAITING) == 1)
                desktop.kill()
    left = "SELECT (SELECT count(*) FROM claims_batch), (SELECT count(*) FROM claims_stage)"
    before = database.run(left), database.value("SELECT count(*) FROM claims_claim")

    with desktops.start("import", path=str(path), pause=False) as desktop:
        assert heard(desktop) == "acknowledged 300"

    assert before == ([(0, 0)], 0)
    assert database.value("SELECT count(*) FROM claims_claim") == 300
    assert desktops.faults() == ()


def test_an_import_that_was_acknowledged_outlives_the_desktop_and_comes_in_once(
    database: Database, desktops: Desktops, path: Path
):
    with desktops.start("import", path=str(path), pause=False) as desktop:
        assert heard(desktop) == "acknowledged 300"
    first = database.value("SELECT count(*) FROM claims_claim")

    with desktops.start("import", path=str(path), pause=False) as desktop:
        assert heard(desktop) == "acknowledged 300"

    assert (first, database.value("SELECT count(*) FROM claims_claim")) == (300, 300)
    assert desktops.faults() == ()
