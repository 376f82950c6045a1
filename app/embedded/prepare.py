"""What the owner does to the database before anyone may sign in."""

import base64
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class with a small name
from psycopg2.extensions import encrypt_password

from app.settings import schema_heads

DATABASE = "precedent"
LOGINS = ("claims_tokens", "claims_work")


def create_database(dsn: str) -> None:
    """Create the database of the application when the cluster is new, the only one to enter."""
    with _connected(dsn) as cursor:
        cursor.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))


def is_current(dsn: str) -> bool:
    """Tell, without starting the migration tool, whether the schema is at its head."""
    with _connected(dsn) as cursor:
        cursor.execute("SELECT to_regclass('public.alembic_version') IS NOT NULL")
        if cursor.fetchone() != (True,):
            return False
        cursor.execute("SELECT version_num FROM alembic_version")
        return {row[0] for row in cursor.fetchall()} == schema_heads()


def set_passwords(dsn: str) -> dict[str, str]:
    """Give the servers' logins new passwords, which nobody but their processes learns."""
    passwords = {login: secrets.token_urlsafe(24) for login in LOGINS}
    with _connected(dsn) as cursor:
        for login, password in passwords.items():
            verifier = encrypt_password(
                password, login, scope=cursor.connection, algorithm="scram-sha-256"
            )
            command = sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}")
            cursor.execute(command.format(sql.Identifier(login), sql.Literal(verifier)))
    return passwords


def people(dsn: str) -> list[dict[str, Any]]:
    """Return who can sign in, without any secret."""
    columns = ("username", "full_name", "role", "region", "siu", "supervisor", "analyst")
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    with _connected(dsn) as cursor:
        cursor.execute(sql.SQL("SELECT {} FROM auth_user ORDER BY id").format(names))
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def enrol_administrators(dsn: str) -> dict[str, str]:
    """Give sample administrators an authenticator, whose secret the sign-in screen then has."""
    with _connected(dsn) as cursor:
        cursor.execute("SELECT id, username FROM auth_user WHERE role = 'admin' ORDER BY id")
        secrets_of = {name: (key, _base32()) for key, name in cursor.fetchall()}
        for key, secret in secrets_of.values():
            cursor.execute(
                "INSERT INTO auth.otp (user_id, secret) VALUES (%s, %s)"
                " ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret",
                [key, secret],
            )
    return {name: secret for name, (_, secret) in secrets_of.items()}


def identifier(dsn: str) -> str:
    """Return what tells this cluster from any other."""
    with _connected(dsn) as cursor:
        cursor.execute("SELECT system_identifier::text FROM pg_control_system()")
        row = cursor.fetchone()
        return str(row[0]) if row else ""


def _base32() -> str:
    return base64.b32encode(secrets.token_bytes(20)).decode()


@contextmanager
def _connected(dsn: str) -> Iterator[Cursor]:
    connection = psycopg2.connect(dsn, connect_timeout=10)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()
