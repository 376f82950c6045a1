"""The token service's tables: passwords, one-time codes, sessions, leases and signing keys."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.dialects.postgresql import BYTEA
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record

SCHEMA = {"schema": "auth"}


class Password(Record):
    """The argon2id hash of a person's password; one that somebody else set expires."""

    __tablename__ = "password"
    __table_args__: Any = SCHEMA

    user_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"), primary_key=True)
    hash: Mapped[str]
    temporary_until: Mapped[datetime | None]


class OneTimeCode(Record):
    """The secret of a person's one-time codes, the next one to be confirmed, the last code used."""

    __tablename__ = "otp"
    __table_args__: Any = SCHEMA

    user_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"), primary_key=True)
    secret: Mapped[str | None]
    pending: Mapped[str | None]
    last_counter: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))


class Attempt(Record):
    """Failed sign-ins of an account or an address, each by a keyed hash, for a while."""

    __tablename__ = "attempt"
    __table_args__: Any = SCHEMA

    subject: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    until: Mapped[datetime]


class RefreshToken(Record):
    """A refresh token, by the SHA-256 of its secret; a family shares one sign-in."""

    __tablename__ = "refresh_token"
    __table_args__: Any = (Index(None, "family"), Index(None, "user_id"), SCHEMA)

    token_hash: Mapped[bytes] = mapped_column(BYTEA, primary_key=True)
    family: Mapped[UUID]
    user_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    device: Mapped[str]
    issued_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    successor: Mapped[bytes | None] = mapped_column(LargeBinary)
    revoked_at: Mapped[datetime | None]
    otp_at: Mapped[datetime | None]


class DatabaseSession(Record):
    """The lease of one device: a database role that speaks for a person until it expires."""

    __tablename__ = "db_session"
    __table_args__: Any = (Index(None, "family"), Index(None, "user_id"), SCHEMA)

    role_name: Mapped[str] = mapped_column(String(63), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    family: Mapped[UUID]
    leased_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    expires_at: Mapped[datetime]
    revoked: Mapped[bool] = mapped_column(server_default=text("false"))


class SigningKey(Record):
    """A private key that signs access tokens."""

    __tablename__ = "signing_key"
    __table_args__: Any = SCHEMA

    kid: Mapped[str] = mapped_column(primary_key=True)
    private_pem: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    retired_at: Mapped[datetime | None]


class Secret(Record):
    """A key of the service by its name: `role_name` keys the names of device roles."""

    __tablename__ = "secret"
    __table_args__: Any = SCHEMA

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes] = mapped_column(BYTEA)
