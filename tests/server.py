"""A PostgreSQL for the tests: one cluster, one migrated template, a fresh copy for each test."""

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg2
from alembic import command
from alembic.config import Config
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from psycopg2.extensions import encrypt_password
from psycopg2.sql import Composable
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.database import Lease, engine
from app.embedded.cluster import Cluster
from app.settings import ROOT

PASSWORD = "throw-away"
TEMPLATE = "precedent_template"
RIGHTS = ROOT / "alembic" / "sql" / "database.sql"
FIFTEEN_MINUTES = timedelta(minutes=15)


def migrations(dsn: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "alembic"))
    config.set_main_option("sqlalchemy.url", dsn)
    return config


class Server:
    """A cluster whose databases are copies of one template."""

    def __init__(self, place: Path) -> None:
        self.cluster = Cluster(place)
        self.cluster.init(PASSWORD, durable=False)
        self.cluster.start()
        self._made = 0
        self._prepare()

    def dsn(self, name: str, user: str = "owner", password: str = PASSWORD) -> str:
        return self.cluster.dsn(name, user, password)

    def create(self) -> "Database":
        self._made += 1
        name = f"test_{self._made}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        database = Database(self, name)
        database.run(RIGHTS.read_text())
        return database

    def create_empty(self, name: str) -> str:
        self._run(f"CREATE DATABASE {name}")
        return self.dsn(name)

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        self.cluster.remove()

    def _prepare(self) -> None:
        command.upgrade(migrations(self.create_empty(TEMPLATE)), "head")
        for login in ("claims_tokens", "claims_work"):
            self._run(f"ALTER ROLE {login} PASSWORD '{PASSWORD}'")
        with _autocommit(self.dsn(TEMPLATE)) as connection, connection.cursor() as cursor:
            # A test that is about the blind sample draws for itself.
            cursor.execute("UPDATE blind_policy SET share = 0")

    def _run(self, statement: str) -> None:
        with _autocommit(self.dsn("postgres")) as connection, connection.cursor() as cursor:
            cursor.execute(statement)


@dataclass
class Database:
    """One database, and the ways into it; people come in through real leases."""

    server: Server
    name: str
    _engines: list[Engine] = field(default_factory=list)
    _connections: list[Connection] = field(default_factory=list)
    _families: dict[int, uuid.UUID] = field(default_factory=dict)

    @property
    def owner_dsn(self) -> str:
        return self.server.dsn(self.name)

    @property
    def tokens_dsn(self) -> str:
        return self.server.dsn(self.name, "claims_tokens")

    @property
    def worker_dsn(self) -> str:
        return self.server.dsn(self.name, "claims_work")

    def run(self, statement: str | Composable, *values: Any) -> list[tuple[Any, ...]]:
        """Run a statement as the superuser and return its rows."""
        with _autocommit(self.owner_dsn) as connection, connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

    def value(self, statement: str | Composable, *values: Any) -> Any:
        return self.run(statement, *values)[0][0]

    def family_of(self, person: Identity) -> uuid.UUID:
        """Return the person's sign-in, made on first use as the token service would."""
        if person.id not in self._families:
            family = self._families[person.id] = uuid.uuid4()
            self.run(
                "INSERT INTO auth.refresh_token (token_hash, family, user_id, device, expires_at)"
                " VALUES (%s, %s, %s, 'test', now() + interval '8 hours')",
                family.bytes,
                str(family),
                person.id,
            )
        return self._families[person.id]

    def lease_as(self, person: Identity, *, ttl: timedelta = FIFTEEN_MINUTES) -> Lease:
        """Return a login for the person from auth.lease, asked as the token service asks."""
        role = self.role_of(person)
        family = self.family_of(person)
        with _autocommit(self.tokens_dsn) as connection, connection.cursor() as cursor:
            verifier = encrypt_password(PASSWORD, role, connection, "scram-sha-256")
            cursor.execute(
                "SELECT auth.lease(%s, %s, %s, %s, %s)",
                (person.id, role, verifier, ttl, str(family)),
            )
            (expires,) = cursor.fetchone() or (None,)
        port = self.server.cluster.alive() or 0
        return Lease("127.0.0.1", port, self.name, role, PASSWORD, expires, sslmode="disable")

    def role_of(self, person: Identity) -> str:
        told = f"{self.name}\0{person.id}"
        return f"d_{hashlib.sha256(told.encode()).hexdigest()[:20]}"

    def connect_as(self, person: Identity) -> Connection:
        """Return a raw connection of the person, in autocommit."""
        lease = self.lease_as(person)
        return self._keep(self.server.dsn(self.name, lease.user))

    def connect_owner(self) -> Connection:
        return self._keep(self.owner_dsn)

    def connect_worker(self) -> Connection:
        return self._keep(self.worker_dsn)

    def connect_tokens(self) -> Connection:
        return self._keep(self.tokens_dsn)

    def engine_as(self, person: Identity) -> Engine:
        return self._engine(engine(lambda: self.lease_as(person)))

    def sessions_as(self, person: Identity) -> "sessionmaker[Session]":
        return sessionmaker(self.engine_as(person), expire_on_commit=False)

    def owner_engine(self) -> Engine:
        return self._engine(engine(self.owner_dsn))

    def owner_sessions(self) -> "sessionmaker[Session]":
        return sessionmaker(self.owner_engine(), expire_on_commit=False)

    def worker_engine(self) -> Engine:
        return self._engine(engine(self.worker_dsn))

    def drop(self) -> None:
        for made in self._engines:
            made.dispose()
        for connection in self._connections:
            connection.close()
        self.server.drop(self.name)

    def _engine(self, made: Engine) -> Engine:
        self._engines.append(made)
        return made

    def _keep(self, dsn: str) -> Connection:
        connection: Connection = psycopg2.connect(dsn)
        connection.autocommit = True
        self._connections.append(connection)
        return connection


def ask(connection: Connection, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run a statement on a raw connection and return its rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return cursor.fetchall() if cursor.description else []


def touched(connection: Connection, statement: str, *values: Any) -> int:
    """Run a statement on a raw connection and return how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return cursor.rowcount


@contextmanager
def _autocommit(dsn: str) -> Iterator[Connection]:
    connection: Connection = psycopg2.connect(dsn)
    connection.autocommit = True
    try:
        yield connection
    finally:
        connection.close()
