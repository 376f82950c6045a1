"""One-time codes: each is good once, for any service that shares the database."""

import hmac
import time

import pyotp
from sqlalchemy import Connection, Engine, text

from app.tokens.answers import BadCode

STEP = 30
ISSUER = "Precedent"

_STORED = text("SELECT secret, pending FROM auth.otp WHERE user_id = :person")
_PREPARE = text("""
    INSERT INTO auth.otp (user_id, pending) VALUES (:person, :secret)
    ON CONFLICT (user_id) DO UPDATE SET pending = excluded.pending
""")
_USE = text("""
    UPDATE auth.otp SET last_counter = :counter
    WHERE user_id = :person AND secret = :secret AND last_counter < :counter RETURNING 1
""")
_CONFIRM = text("""
    UPDATE auth.otp SET secret = pending, pending = NULL, last_counter = :counter
    WHERE user_id = :person AND pending = :secret RETURNING 1
""")
_FORGET = text("DELETE FROM auth.otp WHERE user_id = :person")


class OneTimeCodes:
    """The secrets of people's authenticator apps, and which code each of them used last."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def are_set_up(self, person: int) -> bool:
        """Tell whether the person has confirmed an authenticator app."""
        with self._engine.begin() as connection:
            return _stored(connection, person)[0] is not None

    def prepare(self, person: int, username: str) -> dict[str, str]:
        """Return a new secret, which replaces the present one once a code has confirmed it."""
        secret = pyotp.random_base32()
        with self._engine.begin() as connection:
            connection.execute(_PREPARE, {"person": person, "secret": secret})
        address = pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)
        return {"secret": secret, "otpauth_uri": address}

    def use(self, person: int, code: str) -> None:
        """Spend a code of the confirmed app, or raise BadCode."""
        with self._engine.begin() as connection:
            secret, _ = _stored(connection, person)
            if not _spent(connection, person, secret, code, replacing=False):
                raise BadCode

    def confirm(self, person: int, code: str) -> bool:
        """Spend a code of the app being set up, or of the confirmed one; tell if it was new."""
        with self._engine.begin() as connection:
            secret, pending = _stored(connection, person)
            if _spent(connection, person, pending, code, replacing=True):
                return True
            if not _spent(connection, person, secret, code, replacing=False):
                raise BadCode
        return False

    def forget(self, connection: Connection, person: int) -> None:
        """Drop a person's app; the next sign-in of an administrator sets one up."""
        connection.execute(_FORGET, {"person": person})


def _stored(connection: Connection, person: int) -> tuple[str | None, str | None]:
    row = connection.execute(_STORED, {"person": person}).one_or_none()
    return (row.secret, row.pending) if row else (None, None)


def _spent(
    connection: Connection, person: int, secret: str | None, code: str, *, replacing: bool
) -> bool:
    """Tell whether the code is one of *secret* and nobody has used it or a later one."""
    counter = _counter(secret, code) if secret else None
    if counter is None:
        return False
    row = {"person": person, "secret": secret, "counter": counter}
    return bool(connection.execute(_CONFIRM if replacing else _USE, row).all())


def _counter(secret: str, code: str) -> int | None:
    """Return the step a code belongs to: this one or a neighbour, for clocks that differ."""
    now, made = int(time.time()) // STEP, pyotp.TOTP(secret)
    given = "".join(code.split()).encode()
    found = [
        step
        for step in (now - 1, now, now + 1)
        if hmac.compare_digest(made.generate_otp(step).encode(), given)
    ]
    return found[-1] if found else None
