"""Refresh tokens: opaque, single use, one family per sign-in, ended together."""

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, text

from app.tokens.answers import BadCredentials, BadRefreshToken
from app.tokens.keys import Access

LIFETIME_HOURS = 8

_PRESENTED = text("""
    SELECT r.family, r.user_id, r.device, u.username, u.role,
           r.used_at IS NOT NULL OR r.revoked_at IS NOT NULL AS spent,
           r.expires_at > now() AND u.is_active
               AND (u.role <> 'admin' OR r.otp_at IS NOT NULL) AS good
    FROM auth.refresh_token r JOIN auth_user u ON u.id = r.user_id
    WHERE r.token_hash = :hash
""")
_FAMILY = text("SELECT family FROM auth.refresh_token WHERE token_hash = :hash")
_ANCHOR = text("""
    SELECT 1 FROM auth.refresh_token WHERE family = :family ORDER BY issued_at LIMIT 1 FOR UPDATE
""")
_FIRST = text("""
    INSERT INTO auth.refresh_token (token_hash, family, user_id, device, expires_at, otp_at)
    SELECT :hash, :family, user_id, :device, now() + make_interval(hours => :hours),
           CASE WHEN :coded THEN now() END
    FROM auth.password
    WHERE user_id = :person AND hash = coalesce(:proven, hash) FOR SHARE
    RETURNING 1
""")
_NEXT = text("""
    WITH parent AS (
        UPDATE auth.refresh_token SET used_at = now(), successor = :hash
        WHERE token_hash = :parent RETURNING family, user_id, device, expires_at, otp_at
    )
    INSERT INTO auth.refresh_token (token_hash, family, user_id, device, expires_at, otp_at)
    SELECT :hash, family, user_id, device, expires_at, otp_at FROM parent
""")
_END = text("""
    UPDATE auth.refresh_token SET revoked_at = now()
    WHERE family = :family AND revoked_at IS NULL
""")
_REUSED = text("SELECT auth.tell_of_reuse(:family)")


@dataclass(frozen=True, slots=True)
class Rotated:
    """A fresh refresh token and the person it continues."""

    token: str
    access: Access
    username: str
    role: str


class RefreshTokens:
    """Issues, rotates and ends the refresh tokens; only their hashes are stored."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def issue(
        self, person: int, device: str, *, coded: bool = False, proven: str | None = None
    ) -> tuple[str, Access]:
        """Begin a family at a sign-in, which was *coded* if it took a one-time code.

        Raises BadCredentials when the hash that was *proven* has been replaced meanwhile.
        """
        token, family = secrets.token_urlsafe(32), uuid.uuid4()
        row: dict[str, object] = {
            "hash": _hash(token),
            "family": family,
            "person": person,
            "device": device,
        }
        row |= {"hours": LIFETIME_HOURS, "coded": coded, "proven": proven}
        with self._engine.begin() as connection:
            if not connection.execute(_FIRST, row).all():
                raise BadCredentials
        return token, Access(person, device, family)

    def rotate(self, presented: str) -> Rotated:
        """Exchange *presented*; a second use of any token ends its family and leases."""
        with self._engine.begin() as connection:
            row = _presented(connection, presented)
            rotated = self._exchange(connection, presented, row)
        if rotated is None:
            raise BadRefreshToken
        return rotated

    def end(self, presented: str) -> None:
        """End the session that *presented* belongs to; an unknown token ends nothing."""
        with self._engine.begin() as connection:
            row = _presented(connection, presented)
            if row is not None:
                end_family(connection, row.family)

    def _exchange(
        self, connection: Connection, presented: str, row: Row[Any] | None
    ) -> Rotated | None:
        if row is None:
            return None
        if row.spent and end_family(connection, row.family):
            connection.execute(_REUSED, {"family": row.family})
        if row.spent or not row.good:
            return None
        token = secrets.token_urlsafe(32)
        connection.execute(_NEXT, {"hash": _hash(token), "parent": _hash(presented)})
        access = Access(row.user_id, row.device, row.family)
        return Rotated(token, access, row.username, row.role)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _presented(connection: Connection, token: str) -> Row[Any] | None:
    """Read a token once nobody else is rotating or ending its family."""
    family = connection.execute(_FAMILY, {"hash": _hash(token)}).scalar()
    if family is None:
        return None
    lock_family(connection, family)
    return connection.execute(_PRESENTED, {"hash": _hash(token)}).one_or_none()


def lock_family(connection: Connection, family: uuid.UUID) -> None:
    """Wait for the turn of a family, so that no token is born while the others end."""
    connection.execute(_ANCHOR, {"family": family})


def end_family(connection: Connection, family: uuid.UUID) -> bool:
    """End a session for good, its tokens and its logins; tell whether it was still alive."""
    lock_family(connection, family)
    ended = bool(connection.execute(_END, {"family": family}).rowcount)
    connection.execute(text("SELECT auth.end_leases(:family)"), {"family": family})
    return ended
