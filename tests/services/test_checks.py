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
from app.tokens.app import create_app
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from app.tokens.service import Service
from tests.database.test_documents import a_document
from tests.factories import a_claim, a_model
from tests.server import Database
from tests.token_service import QUICK, served, vault

SERVERS = ["token service", "database", "versions", "bucket", "worker", "model", "scanner"]
NAMES = ["profile", *SERVERS, "keyring", "display"]
SCREEN = {"DISPLAY": ":0"}


@pytest.fixture(autouse=True)
def at_work(shared_database: Database) -> Iterator[None]:
    shared_database.run("SELECT job_ran('score', 0, NULL)")
    yield
    shared_database.run("DELETE FROM worker_job; DELETE FROM claims_document_version")


@pytest.fixture(scope="module")
def token_url(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    made = engine(shared_database.tokens_dsn, pool_size=2)
    address, store = Address.of(shared_database.tokens_dsn), tmp_path_factory.mktemp("objects")
    a_model(shared_database)
    with served(build(made, address, Passwords(QUICK), vault(), store)) as place:
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

    assert [name for name, good in made.items() if not good] == SERVERS


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


def test_a_worker_that_sleeps_or_fails_is_told(profile: Path, tmp_path: Path, shared_database):
    shared_database.run("UPDATE worker_job SET last_run = now() - interval '10 minutes'")

    slept = {check.name: check for check in examine(profile, tmp_path, SCREEN)}
    shared_database.run("SELECT job_ran('documents', 0, 'ScannerAway'), job_ran('seal', 0, 'x')")
    a_document(shared_database, a_claim(shared_database), state="received")
    failing = {check.name: check for check in examine(profile, tmp_path, SCREEN)}
    shared_database.run("DELETE FROM worker_job")
    never = {check.name: check for check in examine(profile, tmp_path, SCREEN)}

    assert (slept["worker"].good, slept["scanner"].good) == (False, True)
    assert "600 seconds ago" in slept["worker"].found
    assert failing["worker"].found.endswith("failing: documents, seal")
    assert failing["scanner"].found == "1 documents wait to be checked: checking fails"
    assert (never["worker"].good, never["worker"].found) == (False, "has not done any job yet")


def test_without_a_judge_or_a_store_these_fail(database: Database, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(checks, "trusted_backend", object)
    database.run("SELECT job_ran('score', 0, NULL)")
    made = engine(database.tokens_dsn, pool_size=2)
    service = Service(made, Address.of(database.tokens_dsn), Passwords(QUICK), vault())
    path = tmp_path / "profile.toml"
    with served(create_app(service)) as place:
        path.write_text(f'token_url = "{place}"\n')

        found_now = found(examine(path, tmp_path, SCREEN))

    made.dispose()
    assert [name for name, good in found_now.items() if not good] == ["bucket", "model"]


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
    assert [line for line in lines if "FAILS" in line] == [lines[-2]]
