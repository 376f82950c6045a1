"""A desktop that is killed while a claim is entered: what was entered comes back."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.access import Identity
from app.codes import ClaimType
from app.services.intake import IntakeService
from app.services.kept_draft import KeptDraft
from app.ui.changes import Changes
from app.ui.intake.screen import IntakeScreen
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.forms import click, open_form

ROOT = Path(__file__).resolve().parent.parent
KEY = bytes(range(32))
ENTERED: dict[str, Any] = {
    "policy_number": "POL-4711",
    "loss_date": "27 Nov 2025",
    "description": "Водопровод лопнул, اتسرب الماء, the ceiling came down.",
    "facts.habitable": "unknown",
    "facts.items": [{"name": "Carpet", "claimed": "240.00", "receipt": True}],
}


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "forms" / "maya.form"


def enter_and_kill(database: Database, maya: Identity, path: Path) -> None:
    """Enter a property claim in another process, and kill it once it was kept."""
    told = {"lease": database.lease_as(maya), "person": maya, "path": path, "key": KEY}
    told |= {"kind": ClaimType.PROPERTY, "values": ENTERED}
    command = [sys.executable, "-m", "tests.intake_desktop"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as desktop:
        assert desktop.stdin is not None
        assert desktop.stdout is not None
        desktop.stdin.write(pickle.dumps(told))
        desktop.stdin.flush()
        heard = desktop.stdout.readline()
        os.kill(desktop.pid, signal.SIGKILL)
        desktop.wait()
    assert heard == b"kept\n"


@pytest.fixture
def run_now() -> RunNow:
    return RunNow()


@pytest.fixture
def again(
    qapp: object,
    database: Database,
    maya: Identity,
    path: Path,
    run_now: RunNow,
) -> Iterator[IntakeScreen]:
    """Return the intake of the next desktop after one was killed."""
    enter_and_kill(database, maya, path)
    intake = IntakeService(database.sessions_as(maya), maya)
    keeper = KeptDraft.open(path, KEY)
    yield open_form(IntakeScreen(intake, run_now, Changes(), maya, keeper=keeper))
    keeper.close()


def test_what_was_entered_comes_back_and_is_saved(
    database: Database, path: Path, again: IntakeScreen
):
    values, told = again.form.values(), again.banner.accessibleName()
    title = again.head.title.text()
    click(again.save_button)

    stored = database.run("SELECT policy_number, claim_type, description FROM claims_claim")
    assert title == "New property claim"
    assert told.startswith("Precedent ended on ")
    assert values["facts.items"] == ENTERED["facts.items"]
    assert values["facts.habitable"] == "unknown"
    assert values["loss_date"] == "2025-11-27"
    assert stored == [("POL-4711", "property", ENTERED["description"])]
    assert not path.exists()


def test_what_came_back_can_be_discarded_for_good(path: Path, again: IntakeScreen):
    click(again.banner.action)

    assert again.form.values()["policy_number"] == ""
    assert not path.exists()
