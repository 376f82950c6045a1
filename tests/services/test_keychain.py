"""The keyring of the operating system for real: a Secret Service of the test's own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.database import engine
from app.services.keychain import APOLOGY
from app.settings import ROOT
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from tests.factories import a_person
from tests.server import Database
from tests.token_service import HASHED, PASSWORD, QUICK, served, vault

UNLOCKED = (
    'eval "$(printf pw | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"; '
    'for step in "$@"; do "$PYTHON" -c "$step" || exit; done'
)
KEEP = """
import json, os
from app.services.session import sign_in
session = sign_in(os.environ["PLACE"], os.environ["NAME"], os.environ["WORD"], keep=True)
print(json.dumps({"notice": session.notice, "user": session.source().user}))
session.leave()
"""
RESUME = """
import json, os
from app.services.session import resume
session = resume(os.environ["PLACE"], os.environ["NAME"])
print(json.dumps({"user": session.source().user} if session else None))
if session: session.close()
"""

Start = Callable[..., list[Any]]


@pytest.fixture
def desktop(shared_database: Database, tmp_path: Path) -> Iterator[Start]:
    """Start desktops, one after the other, on a session bus of their own or on none."""
    person = a_person(shared_database, "staff")
    shared_database.run("INSERT INTO auth.password VALUES (%s, %s)", person.id, HASHED)
    made = engine(shared_database.tokens_dsn, pool_size=2)
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), str(tmp_path))
    bus = ["dbus-run-session", "--", "bash", "-c", UNLOCKED, "bash"]
    lone = ["bash", "-c", UNLOCKED.partition("; ")[2], "bash"]
    inherited = {k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}

    def start(*steps: str, keyring: bool = True) -> list[Any]:
        told = {"PLACE": place, "NAME": person.username, "WORD": PASSWORD}
        done = subprocess.run(
            [*(bus if keyring else lone), *steps],
            cwd=ROOT,
            env={**inherited, **homes, **told, "PYTHON": sys.executable},
            capture_output=True,
            text=True,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    with served(
        build(made, Address.of(shared_database.tokens_dsn), Passwords(QUICK), vault())
    ) as place:
        yield start
    made.dispose()


def kept_files(home: Path) -> list[bytes]:
    return [path.read_bytes() for path in home.rglob("*") if path.is_file()]


def test_a_kept_session_goes_on_in_another_process_and_is_gone_after_signing_out_s10(
    desktop: Start,
):
    first, second, third = desktop(KEEP, RESUME, RESUME)

    assert first["notice"] == ""
    assert second == {"user": first["user"]}
    assert third is None


def test_what_the_keyring_keeps_is_not_readable_in_its_files_s10(desktop: Start, tmp_path: Path):
    desktop(KEEP)

    files = kept_files(tmp_path)

    assert max(map(len, files)) > 100
    assert [told for told in files if b"refresh_token" in told] == []


def test_without_a_keyring_nothing_is_kept_and_the_person_is_told_s10(
    desktop: Start, tmp_path: Path
):
    first, second = desktop(KEEP, RESUME, keyring=False)

    assert first["notice"] == APOLOGY
    assert second is None
    assert kept_files(tmp_path) == []
