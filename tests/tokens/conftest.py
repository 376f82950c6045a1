"""A token service over a real database, in this process, with people to sign in."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from psycopg2.sql import SQL, Identifier
from sqlalchemy import Engine
from starlette.applications import Starlette

from app.database import engine
from app.objects import Signer
from app.tokens.leases import Address
from app.tokens.objects import local_store
from app.tokens.passwords import Passwords
from app.tokens.server import build
from tests.factories import a_person
from tests.server import Database
from tests.token_service import (
    HASHED,
    PASSWORD,
    QUICK,
    SECRET,
    code_of,
    served,
    stored_secret,
    vault,
)

Ask = Callable[..., list[tuple[Any, ...]]]
TABLES = (
    "auth.attempt",
    "auth.db_session",
    "auth.refresh_token",
    "auth.password",
    "auth.otp",
    "auth_user",
)


@pytest.fixture(scope="module")
def tokens_engine(shared_database: Database) -> Iterator[Engine]:
    made = engine(shared_database.tokens_dsn, pool_size=4)
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def application(
    shared_database: Database, tokens_engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> Starlette:
    address = Address.of(shared_database.tokens_dsn)
    store = tmp_path_factory.mktemp("objects")
    return build(tokens_engine, address, Passwords(QUICK), vault(), store)


@pytest.fixture(scope="module")
def client(application: Starlette) -> Iterator[httpx.Client]:
    with served(application) as place, httpx.Client(base_url=place, trust_env=False) as made:
        yield made


@pytest.fixture(scope="module")
def signer(tokens_engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Signer:
    """Sign addresses of objects as all services of the database do."""
    return local_store(tokens_engine, tmp_path_factory.mktemp("signer"))[1]


@pytest.fixture
def ask(shared_database: Database) -> Iterator[Ask]:
    """Ask the database as its superuser; at the end nobody is known to it."""
    yield shared_database.run
    for table in TABLES:
        shared_database.run(SQL("DELETE FROM {}").format(Identifier(*table.split("."))))


@pytest.fixture
def person(shared_database: Database, ask: Ask) -> Callable[..., int]:
    """Make a person who signs in with a password, or with the hash that is given."""

    def make(
        username: str,
        *,
        role: str = "staff",
        hashed: str | None = HASHED,
        is_active: bool = True,
        secret: str | None = None,
    ) -> int:
        key = a_person(shared_database, role, username=username).id
        ask("UPDATE auth_user SET is_active = %s WHERE id = %s", is_active, key)
        if hashed is not None:
            ask("INSERT INTO auth.password VALUES (%s, %s)", key, hashed)
        if secret is not None:
            hidden = stored_secret(key, secret)
            ask("INSERT INTO auth.otp (user_id, secret) VALUES (%s, %s)", key, hidden)
        return key

    return make


@pytest.fixture
def signed_in(
    client: httpx.Client, person: Callable[..., int], ask: Ask
) -> Callable[..., dict[str, Any]]:
    """Sign a person in, who is made when there is none of that name; administrators with a code."""

    def sign_in(username: str, *, role: str = "staff", device: str = "") -> dict[str, Any]:
        if not ask("SELECT 1 FROM auth_user WHERE username = %s", username):
            person(username, role=role, secret=SECRET if role == "admin" else None)
        form = {"grant_type": "password", "username": username, "password": PASSWORD}
        code = code_of() if role == "admin" else ""
        answer = client.post("/v1/token", data={**form, "device": device, "otp": code})
        told: dict[str, Any] = answer.json()
        return told

    return sign_in


@pytest.fixture
def connect() -> Iterator[Callable[[dict[str, Any]], Connection]]:
    """Connect with the login of a lease."""
    opened: list[Connection] = []

    def open_with(login: dict[str, Any]) -> Connection:
        known = ("host", "port", "dbname", "user", "password", "sslmode")
        opened.append(psycopg2.connect(**{name: login[name] for name in known}))
        return opened[-1]

    yield open_with
    for connection in opened:
        connection.close()
