"""What `doctor` finds: one line for each thing, and what fails is told apart."""

import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import cli
from app.database import engine
from app.services import checks
from app.services.checks import Check, examine
from app.settings import VERSION, schema_heads
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from tests.server import Database
from tests.token_service import QUICK, served, vault

NAMES = ["profile", "token service", "database", "versions", "bucket", "keyring", "display"]
SCREEN = {"DISPLAY": ":0"}


@pytest.fixture(scope="module")
def token_url(shared_database: Database) -> Iterator[str]:
    made = engine(shared_database.tokens_dsn, pool_size=2)
    address = Address.of(shared_database.tokens_dsn)
    with served(build(made, address, Passwords(QUICK), vault())) as place:
        yield place
    made.dispose()


@pytest.fixture
def profile(tmp_path: Path, token_url: str) -> Path:
    path = tmp_path / "profile.toml"
    path.write_text(f'name = "North"\ntoken_url = "{token_url}"\n')
    return path


def found(made: tuple[Check, ...]) -> dict[str, bool]:
    return {check.name: check.good for check in made}


def nobody_listens() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_a_healthy_installation_passes_with_one_line_for_each_check(
    profile: Path, tmp_path: Path, token_url: str, monkeypatch
):
    monkeypatch.setattr(checks, "trusted_backend", object)

    made = examine(profile, tmp_path, SCREEN)

    assert [check.name for check in made] == NAMES
    assert all(check.good for check in made)
    told = "\n".join(str(check) for check in made)
    assert f"North at {token_url}" in told
    assert f"desktop {VERSION}, servers {VERSION}, schema {max(schema_heads())}" in told
    assert told.count("\n") == len(NAMES) - 1


def test_a_shared_installation_without_a_keyring_fails_there_alone(
    profile: Path, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(checks, "trusted_backend", lambda: None)

    made = found(examine(profile, tmp_path, SCREEN))

    assert [name for name, good in made.items() if not good] == ["keyring"]


def test_a_service_that_does_not_answer_fails_with_all_it_would_have_told(
    tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(checks, "trusted_backend", object)
    path = tmp_path / "profile.toml"
    path.write_text(f'token_url = "{nobody_listens()}"\n')

    made = found(examine(path, tmp_path, SCREEN))

    assert [name for name, good in made.items() if not good] == NAMES[1:4]


def test_an_address_without_https_is_refused_before_it_is_asked(tmp_path: Path):
    path = tmp_path / "profile.toml"
    path.write_text('token_url = "http://tokens.example"\n')

    made = examine(path, tmp_path, SCREEN)

    assert "https" in made[1].found
    assert not made[1].good


def test_what_is_no_profile_is_named(tmp_path: Path):
    made = examine(tmp_path / "absent.toml", tmp_path, SCREEN)

    assert not made[0].good
    assert "is not a profile" in made[0].found


def test_other_versions_do_not_fit(profile: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(checks, "VERSION", "9.9.9")

    made = {check.name: check for check in examine(profile, tmp_path, SCREEN)}

    assert not made["versions"].good
    assert "do not fit" in made["versions"].found


def test_a_workspace_that_is_not_served_is_well(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(checks, "trusted_backend", lambda: None)

    made = examine(None, tmp_path, SCREEN)

    assert all(check.good for check in made)
    assert "starts its servers with the desktop" in made[0].found


def test_a_served_workspace_is_asked(tmp_path: Path, token_url: str):
    (tmp_path / "serve.json").write_text(json.dumps({"token_url": token_url}))

    made = examine(None, tmp_path, SCREEN)

    assert made[1].found == f"answers at {token_url}"


def test_a_machine_without_a_display_is_told(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")

    made = found(examine(None, tmp_path, {}))

    assert [name for name, good in made.items() if not good] == ["display"]


def test_the_command_prints_the_lines_and_fails_with_1(
    profile: Path, token_url: str, monkeypatch, capsys
):
    monkeypatch.setattr(checks, "trusted_backend", lambda: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    code = cli.main(["doctor", "--profile", str(profile)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert [line[:14].strip() for line in lines] == NAMES
    assert [line for line in lines if "FAILS" in line] == [lines[5]]
