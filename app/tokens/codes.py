"""One-time codes: each is good once, for any service that shares the database."""

import hmac
import logging
import time

import pyotp
from sqlalchemy import Connection, Engine, text

from app.tokens.answers import BadCode, SpentCode
from app.tokens.hidden import code_row
from app.tokens.vault import Tampered, Vault

log = logging.getLogger(__name__)

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
_TELL = text("SELECT auth.tell_of_codes(:person)")


class OneTimeCodes:
    """The secrets of people's authenticator apps, and which code each of them used last."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self._engine, self._vault = engine, vault

    def are_set_up(self, person: int) -> bool:
        """Tell whether the person has confirmed an authenticator app."""
        with self._engine.begin() as connection:
            return _stored(connection, person)[0] is not None

    def prepare(self, person: int, username: str) -> dict[str, str]:
        """Return a new secret, which replaces the present one once a code has confirmed it."""
        secret = pyotp.random_base32()
        hidden = self._vault.encrypt(secret, row=code_row(person))
        with self._engine.begin() as connection:
            connection.execute(_PREPARE, {"person": person, "secret": hidden})
        address = pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)
        return {"secret": secret, "otpauth_uri": address}

    def use(self, person: int, code: str) -> None:
        """Spend a code of the confirmed app, or raise BadCode or SpentCode."""
        with self._engine.begin() as connection:
            secret, _ = _stored(connection, person)
            self._spend(connection, person, secret, code)

    def confirm(self, person: int, code: str) -> bool:
        """Spend a code of the app being set up, or of the confirmed one; tell if it was new."""
        with self._engine.begin() as connection:
            secret, pending = _stored(connection, person)
            if self._spent(connection, person, pending, code, replacing=True):
                connection.execute(_TELL, {"person": person})
                return True
            self._spend(connection, person, secret, code)
        return False

    def _spend(self, connection: Connection, person: int, stored: str | None, code: str) -> None:
        """Spend a code of what is *stored*, or raise BadCode, or SpentCode for a used one."""
        spent = self._spent(connection, person, stored, code, replacing=False)
        if not spent:
            raise BadCode if spent is None else SpentCode

    def _spent(
        self, connection: Connection, person: int, stored: str | None, code: str, *, replacing: bool
    ) -> bool | None:
        """Tell whether the code was spent now, or was used before; None for one that is wrong."""
        secret = self._plain(person, stored) if stored else None
        counter = _counter(secret, code) if secret else None
        if counter is None:
            return None
        row = {"person": person, "secret": stored, "counter": counter}
        return bool(connection.execute(_CONFIRM if replacing else _USE, row).all())

    def _plain(self, person: int, stored: str) -> str | None:
        """Return the secret, or None where somebody put another one into the database."""
        try:
            return self._vault.decrypt(stored, row=code_row(person))
        except Tampered as error:
            log.error("%s", error.message)  # noqa: TRY400 - the sentence is all there is
            return None


def _stored(connection: Connection, person: int) -> tuple[str | None, str | None]:
    row = connection.execute(_STORED, {"person": person}).one_or_none()
    return (row.secret, row.pending) if row else (None, None)


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
