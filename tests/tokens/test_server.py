"""The token service as a process: when it refuses to start, when it ends, how it fails."""

import os
import subprocess
import sys
import tomllib

import httpx
import pytest
from sqlalchemy import Engine

from app.database import engine
from app.errors import AppError
from app.settings import ROOT, VERSION, schema_heads
from app.tokens import server
from app.tokens.app import create_app
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.requests import Asked
from app.tokens.server import build
from app.tokens.service import Service
from tests.server import Database
from tests.token_service import QUICK, served, vault

TOKENS = [sys.executable, "-m", "app", "tokens", "--port", "0"]


class Broken(Service):
    def __init__(self) -> None:
        pass

    def health(self, _asked: Asked) -> dict[str, object]:
        raise RuntimeError("a secret detail")


def environment(dsn: str, **more: str) -> dict[str, str]:
    keys = str(vault().path)
    return {**os.environ, "PRECEDENT_DSN": dsn, "PRECEDENT_TOKEN_KEYS": keys, **more}


def test_the_version_is_the_projects_own():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert project["project"]["version"] == VERSION


def test_health_names_the_versions_of_application_and_schema(client: httpx.Client):
    told = client.get("/healthz").json()

    assert told["version"] == VERSION
    assert {told["schema"]} == schema_heads()


def test_health_tells_how_the_servers_are_and_nothing_of_claims(client: httpx.Client):
    told = client.get("/healthz").json()["servers"]

    assert told == {
        "worker_ago": None,
        "failing": [],
        "lines_judged": 0,
        "unchecked": 0,
        "documents": "here",
    }


def test_health_names_an_older_schema_that_tells_less(database, tmp_path):
    database.run("DROP FUNCTION servers_state()")
    database.run("UPDATE alembic_version SET version_num = '0001'")
    tokens = engine(database.tokens_dsn)
    application = build(
        tokens, Address.of(database.tokens_dsn), Passwords(QUICK), vault(), tmp_path
    )

    with served(application) as place, httpx.Client(base_url=place, trust_env=False) as client:
        told = client.get("/healthz").json()

    tokens.dispose()
    assert (told["schema"], told["servers"]) == ("0001", {"documents": "here"})


def test_a_postgresql_that_cannot_lease_safely_is_refused_s11(tokens_engine: Engine, monkeypatch):
    monkeypatch.setattr(server, "OLDEST_POSTGRESQL", 99)

    with pytest.raises(AppError, match="too old to lease logins safely; use 99 or newer"):
        server.refuse_old(tokens_engine)


def test_without_its_database_the_service_says_so_in_one_sentence():
    dsn = "postgresql://claims_tokens:secret@127.0.0.1:9/precedent"

    done = subprocess.run(
        TOKENS, cwd=ROOT, env=environment(dsn), capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert "could not be reached" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "secret" not in done.stderr


def test_the_service_ends_when_its_supervisor_is_gone(shared_database: Database):
    process = subprocess.Popen(
        TOKENS,
        cwd=ROOT,
        env=environment(shared_database.tokens_dsn, PRECEDENT_PARENT_PIPE="1"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )

    process.communicate(timeout=60)

    assert process.returncode in {0, -15}


def test_a_lost_database_is_told_as_unavailable_and_found_again(
    database: Database, expected_log: list[str]
):
    expected_log.append("the database did not answer")
    made = engine(database.tokens_dsn)
    application = server.build(made, Address.of(database.tokens_dsn), Passwords(QUICK), vault())
    rename = f"ALTER DATABASE {database.name} RENAME TO "

    with served(application) as place, httpx.Client(base_url=place, trust_env=False) as client:
        database.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s",
            "claims_tokens",
        )
        database.server._run(f"{rename}away")
        form = {"grant_type": "password", "username": "wilma", "password": "x"}
        lost = [client.post("/v1/token", data=form), client.get("/healthz")]
        database.server._run(f"ALTER DATABASE away RENAME TO {database.name}")
        found = client.get("/healthz")
    made.dispose()

    assert [answer.status_code for answer in lost] == [503, 503]
    assert {answer.json()["error"] for answer in lost} == {"temporarily_unavailable"}
    assert found.status_code == 200


def test_an_unexpected_failure_reveals_nothing(expected_log: list[str]):
    expected_log.append("Exception in ASGI application")

    with served(create_app(Broken())) as place, httpx.Client(trust_env=False) as client:
        answer = client.get(f"{place}/healthz")

    assert answer.status_code == 500
    assert answer.json()["error"] == "server_error"
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("dsn", "expected"),
    [
        ("postgresql://a:b@db1:1/claims", Address("db1", "1", "claims", "prefer", None)),
        (
            "postgresql://a:b@db1:1,db2:2/claims?sslmode=verify-full",
            Address("db1,db2", "1,2", "claims", "verify-full", None),
        ),
        ("dbname=claims host=db1", Address("db1", "5432", "claims", "prefer", None)),
    ],
)
def test_clients_are_told_the_address_the_service_itself_uses(dsn: str, expected: Address):
    assert Address.of(dsn) == expected


def test_the_certificate_is_handed_out_as_text(tmp_path):
    (tmp_path / "ca.pem").write_text("-----BEGIN CERTIFICATE-----\n")

    found = Address.of(f"postgresql://a:b@db1/claims?sslrootcert={tmp_path}/ca.pem")

    assert found.sslrootcert == "-----BEGIN CERTIFICATE-----\n"
