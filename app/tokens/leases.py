"""Leases: a database login for fifteen minutes, one role per person and device."""

import hmac
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from psycopg2.extensions import encrypt_password, parse_dsn
from sqlalchemy import Connection, Engine, text

from app.tokens.answers import BadAccessToken
from app.tokens.keys import Access
from app.tokens.refresh import lock_family

_ALIVE = text("""
    SELECT 1 FROM auth.refresh_token r JOIN auth_user u ON u.id = r.user_id
    WHERE r.family = :family AND r.user_id = :person AND u.is_active
      AND r.revoked_at IS NULL AND r.expires_at > now()
      AND (u.role <> 'admin' OR r.otp_at IS NOT NULL)
""")
_LEASE = text("""
    SELECT auth.lease(:person, :role, :verifier, interval '15 minutes', :family)
""")


@dataclass(frozen=True, slots=True)
class Address:
    """Where clients reach the database; several hosts as libpq writes them."""

    host: str
    port: str
    dbname: str
    sslmode: str
    sslrootcert: str | None

    @classmethod
    def of(cls, dsn: str, *, clients: str = "") -> "Address":
        """Read the address from the service's own *dsn*, or what *clients* are to use instead.

        The file of the certificates becomes text, for clients do not have it.
        """
        told = parse_dsn(dsn) | (parse_dsn(clients) if clients else {})
        certificate = told.get("sslrootcert")
        return cls(
            host=told.get("host", "127.0.0.1"),
            port=told.get("port", "5432"),
            dbname=told["dbname"],
            sslmode=told.get("sslmode", "prefer"),
            sslrootcert=_text(certificate) if certificate else None,
        )


class Leases:
    """Hands out database logins through the definer function `auth.lease`."""

    def __init__(self, engine: Engine, address: Address) -> None:
        self._engine = engine
        self._address = address
        with engine.begin() as connection:
            query = text("SELECT value FROM auth.secret WHERE name = 'role_name'")
            self._key = bytes(connection.execute(query).scalar_one())

    def grant(self, access: Access) -> dict[str, Any]:
        """Return a login for *access*; its password is known to nobody but the asker."""
        role, password = self.role(access), secrets.token_urlsafe(24)
        with self._engine.begin() as connection:
            expires = self._lease(connection, access, role, password)
        login = {"user": role, "password": password, "expires_at": expires.isoformat()}
        return {**asdict(self._address), **login}

    def role(self, access: Access) -> str:
        """Return the role name of a person's device; roles belong to the whole server."""
        told = f"{self._address.dbname}\0{access.person}\0{access.device}"
        return f"d_{hmac.new(self._key, told.encode(), 'sha256').hexdigest()[:20]}"

    def _lease(self, connection: Connection, access: Access, role: str, password: str) -> datetime:
        """Lock the session first, so that ending it waits for the lease and then ends that too."""
        who = {"family": access.family, "person": access.person}
        lock_family(connection, access.family)
        if not connection.execute(_ALIVE, who).all():
            raise BadAccessToken
        raw: Any = connection.connection.dbapi_connection
        verifier = encrypt_password(password, role, scope=raw, algorithm="scram-sha-256")
        asked = {**who, "role": role, "verifier": verifier}
        expires: datetime = connection.execute(_LEASE, asked).scalar_one()
        return expires


def _text(certificate: str) -> str:
    """Read the certificates, or pass on the word for those of the operating system."""
    return certificate if certificate == "system" else Path(certificate).read_text("utf-8")
