"""The servers of one machine, as real processes: shared, killed, found again, ended."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

import httpx
import psutil
import psycopg2
import pytest

from app.embedded.attach import Attachment, attach
from app.embedded.cluster import Cluster
from app.embedded.serve import serve
from app.embedded.workspace import Workspace
from app.errors import AppError
from app.settings import ROOT, VERSION
from tests.token_service import code_of

SERVE = [sys.executable, "-m", "app", "serve", "--workspace"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("workspace")
    place.chmod(0o700)
    yield place
    if place.exists():
        Cluster(place / "pg").remove()


@pytest.fixture(scope="module")
def attachment(workspace: Path) -> Iterator[Attachment]:
    """Hold servers over several tests; the last of them deletes the workspace."""
    held = attach(workspace, sample=True)
    yield held
    held.close()


def wait_until(condition: Callable[[], bool], *, seconds: float = 40.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def kill(process: psutil.Process) -> None:
    process.kill()
    wait_until(lambda: is_gone(process))


def is_served(workspace: Path) -> bool:
    with Workspace(workspace).servers_lock() as lock:
        return not lock.take(shared=True)


def health(token_url: str) -> dict[str, object] | None:
    try:
        with build_opener(ProxyHandler({})).open(f"{token_url}/healthz", timeout=5) as answer:
            told: dict[str, object] = json.load(answer)
            return told
    except OSError:
        return None


def sample_login(attachment: Attachment) -> dict[str, Any]:
    return {name: attachment.users[0][name] for name in ("username", "password")}


def may_sign_in(served: dict[str, Any], user: dict[str, Any]) -> bool:
    form = {"grant_type": "password", **{name: user[name] for name in ("username", "password")}}
    if user["role"] == "admin":
        form["otp"] = code_of(user["otp_secret"])
    answer = httpx.post(f"{served['token_url']}/v1/token", data=form, trust_env=False)
    return answer.status_code == 200 and answer.json()["user"]["role"] == user["role"]


def processes(workspace: Path, command: str) -> list[psutil.Process]:
    """Return the live processes of one command of the servers of *workspace*."""
    found = []
    for process in psutil.process_iter(["cmdline", "status", "environ"]):
        words = process.info["cmdline"] or []
        ours = str(workspace) in " ".join(words) or str(workspace) in str(parents(process))
        if command in words and ours and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return found


def parents(process: psutil.Process) -> list[list[str]]:
    try:
        return [parent.cmdline() for parent in process.parents()]
    except psutil.Error:
        return []


def sole(workspace: Path, command: str) -> psutil.Process:
    [process] = processes(workspace, command)
    return process


def test_two_desktops_that_start_at_once_share_servers_which_end_with_the_last(workspace: Path):
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda _: attach(workspace, sample=False), range(2))
    wait_until(lambda: len(processes(workspace, "serve")) == 1)
    server = sole(workspace, "serve")

    same = first.token_url == second.token_url
    first.close()
    still = second.renew() == first.token_url and sole(workspace, "serve") == server
    second.close()
    wait_until(lambda: not is_served(workspace))

    assert same
    assert still
    assert not (workspace / "serve.json").exists()
    assert Cluster(workspace / "pg").alive() is None
    assert processes(workspace, "tokens") == []


def test_a_server_started_by_hand_announces_itself_in_one_line_until_interrupted(workspace: Path):
    server = subprocess.Popen(
        [*SERVE, str(workspace), "--sample", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    told = json.loads(server.stdout.readline())
    desktop = attach(workspace, sample=True)
    desktop.close()
    second = subprocess.run(
        [*SERVE, str(workspace), "--json"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    refused = [user["username"] for user in told["users"] if not may_sign_in(told, user)]

    server.send_signal(signal.SIGINT)
    rest, complaints = server.communicate(timeout=60)

    assert set(told) == {"token_url", "owner_dsn_file", "users"}
    assert Path(told["owner_dsn_file"]) == workspace / "owner.dsn"
    assert {user["role"] for user in desktop.users} == {"user", "staff", "admin"}
    assert list(desktop.users) == told["users"]
    assert refused == []
    assert (second.returncode, second.stdout) == (1, "")
    assert "served already" in second.stderr
    assert (server.returncode, rest, complaints) == (0, "", "")
    assert Cluster(workspace / "pg").alive() is None


def test_a_workspace_that_cannot_be_one_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "file").touch()

    with pytest.raises(AppError, match="cannot be used"):
        attach(tmp_path / "file", sample=False)


def test_serving_a_place_that_cannot_be_a_workspace_is_told_in_a_sentence(tmp_path: Path):
    taken = tmp_path / "taken"
    taken.touch()

    with pytest.raises(AppError, match="cannot be a workspace"):
        serve(taken, sample=False, until_idle=False, announce=lambda _told: None)


def test_servers_that_cannot_start_say_why_and_where_the_log_is(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PRECEDENT_PG_BIN", str(tmp_path / "nowhere"))

    with pytest.raises(AppError, match=r"could not start .*no initdb.*serve\.log"):
        attach(tmp_path / "workspace", sample=False)


def test_servers_answer_with_their_versions(attachment: Attachment):
    told = health(attachment.token_url)

    assert told is not None
    assert told["version"] == VERSION
    assert told["schema"]


def test_what_the_servers_publish_is_for_the_owner_of_the_workspace_alone(
    attachment: Attachment, workspace: Path
):
    modes = {
        name: (workspace / name).stat().st_mode & 0o777 for name in ("serve.json", "owner.dsn")
    }

    assert attachment.token_url in (workspace / "serve.json").read_text()
    assert set(modes.values()) == {0o600}
    connection = psycopg2.connect((workspace / "owner.dsn").read_text().strip())
    connection.close()


def test_a_servers_login_enters_the_applications_database_alone(
    attachment: Attachment, workspace: Path
):
    told = urlsplit((workspace / "owner.dsn").read_text().strip())
    form = {"grant_type": "password", **sample_login(attachment)}
    tokens = httpx.post(f"{attachment.token_url}/v1/token", data=form, trust_env=False).json()
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    login = httpx.post(f"{attachment.token_url}/v1/lease", headers=headers, trust_env=False).json()
    lease = {name: login[name] for name in ("host", "port", "user", "password", "sslmode")}

    psycopg2.connect(**lease, dbname="precedent").close()

    assert login["port"] == str(told.port)
    for other in ("postgres", "template1"):
        with pytest.raises(psycopg2.OperationalError, match="permission denied"):
            psycopg2.connect(**lease, dbname=other)


def test_a_killed_postgresql_is_started_again_where_it_was(attachment: Attachment, workspace: Path):
    cluster = Cluster(workspace / "pg")
    port, killed = cluster.alive(), psutil.Process(cluster.pid())

    kill(killed)
    wait_until(lambda: cluster.pid() not in {None, killed.pid} and cluster.alive() is not None)

    assert cluster.alive() == port
    wait_until(lambda: health(attachment.token_url) is not None)


def test_a_killed_token_service_is_started_again_where_it_was(
    attachment: Attachment, workspace: Path
):
    killed = sole(workspace, "tokens")

    kill(killed)
    wait_until(lambda: health(attachment.token_url) is not None)

    assert sole(workspace, "tokens") != killed


def test_a_desktop_recovers_from_a_killed_supervisor(attachment: Attachment, workspace: Path):
    before, database = attachment.token_url, Cluster(workspace / "pg").pid()
    orphan = sole(workspace, "tokens")
    kill(sole(workspace, "serve"))

    after = attachment.renew()

    assert after == before
    assert Cluster(workspace / "pg").pid() == database
    assert orphan not in processes(workspace, "tokens")
    assert health(after) is not None


def test_a_desktop_recovers_from_everything_having_been_killed(
    attachment: Attachment, workspace: Path
):
    database = psutil.Process(Cluster(workspace / "pg").pid())
    for process in (sole(workspace, "serve"), sole(workspace, "tokens"), database):
        kill(process)

    address = attachment.renew()

    assert health(address) is not None


def test_the_sample_people_keep_their_password_over_restarts(attachment: Attachment):
    first, *_ = attachment.users

    assert first["password"] == attachment.users[-1]["password"]
    assert may_sign_in({"token_url": attachment.token_url}, first)


def test_servers_whose_workspace_was_deleted_end_and_clean_up(
    attachment: Attachment, workspace: Path
):
    server = sole(workspace, "serve")
    database = Cluster(workspace / "pg").log.parent

    shutil.rmtree(workspace)
    wait_until(lambda: is_gone(server))

    assert not database.exists()
    assert not os.path.lexists(workspace)
    assert health(attachment.token_url) is None


def test_discarding_leaves_neither_workspace_nor_database(tmp_path: Path):
    root = tmp_path / "workspace"
    root.mkdir()
    cluster = Cluster(root / "pg")
    cluster.init("secret", durable=False)
    database = cluster.log.parent

    Attachment(Workspace(root), sample=False).discard()

    assert not root.exists()
    assert not database.exists()
