"""The signing keys all services share: the newest signs, those before it verify for a while."""

import logging
import re
import secrets
import threading
import time
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from sqlalchemy import Connection, Engine, text

from app.tokens.hidden import keep_current, key_row
from app.tokens.vault import Tampered, Vault

log = logging.getLogger(__name__)

RELOAD_SECONDS = 60
# Longer than a token lives, its leeway, and the time until every service has seen the new key.
OVERLAP_SECONDS = 600 + 5 + 2 * RELOAD_SECONDS
ROTATION_DAYS = 30

_KID = re.compile(r"[0-9a-f]{16}")
_LOAD = text("""
    SELECT kid, private_pem, extract(epoch FROM retired_at - now())::float AS left,
           created_at < now() - make_interval(days => :days) AS old
    FROM auth.signing_key WHERE retired_at IS NULL OR retired_at > now() ORDER BY created_at, kid
""")
_ADD = text("""
    INSERT INTO auth.signing_key (kid, private_pem, created_at)
    VALUES (:kid, :pem, clock_timestamp())
""")
_RETIRE = text("""
    UPDATE auth.signing_key SET retired_at = now() + make_interval(secs => :overlap)
    WHERE retired_at IS NULL
""")


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and until when it verifies by this process's clock; for good when that is None."""

    kid: str
    private: Ed25519PrivateKey
    until: float | None
    old: bool = False

    @property
    def alive(self) -> bool:
        """Tell whether the key still verifies."""
        return self.until is None or time.monotonic() < self.until


class KeyRing:
    """Keeps the keys of the table at hand, and rotates them once they are old."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self._engine, self._vault = engine, vault
        self._encrypting = vault.current.name
        self._turn = threading.Lock()
        self._keys: dict[str, Key] = {}
        self._loaded = 0.0
        self._reload()

    def current(self) -> Key:
        """Return the key that signs."""
        self._reload_if_stale()
        return next(key for key in reversed(self._keys.values()) if key.until is None)

    def find(self, kid: str) -> Key | None:
        """Return the key of that name while it verifies; another service may have just made it."""
        self._reload_if_stale()
        if kid not in self._keys and _KID.fullmatch(kid):
            self._reload()
        key = self._keys.get(kid)
        return key if key and key.alive else None

    def all(self) -> list[Key]:
        """Return every key that verifies."""
        self._reload_if_stale()
        return [key for key in self._keys.values() if key.alive]

    def rotate(self) -> None:
        """Make a new key that signs from now on; those before it verify until their tokens end."""
        with self._engine.begin() as connection:
            _lock(connection)
            _rotate(connection, self._vault)
        self._reload()

    def _reload_if_stale(self) -> None:
        if time.monotonic() - self._loaded > RELOAD_SECONDS:
            self._reload()

    def _reload(self) -> None:
        with self._turn:
            self._follow()
            self._keys = {key.kid: key for key in _loaded(self._engine, self._vault)}
            self._loaded = time.monotonic()

    def _follow(self) -> None:
        """Encrypt everything anew when the vault encrypts with another key than before."""
        name = self._vault.current.name
        if name != self._encrypting:
            keep_current(self._engine, self._vault)
            self._encrypting = name


def _loaded(engine: Engine, vault: Vault) -> list[Key]:
    with engine.begin() as connection:
        keys = _read(connection, vault)
        if _suffices(keys):
            return keys
        _lock(connection)
        if not _suffices(_read(connection, vault)):
            _rotate(connection, vault)
        return _read(connection, vault)


def _suffices(keys: list[Key]) -> bool:
    """Tell whether there is a key to sign with that is not too old."""
    return any(key.until is None and not key.old for key in keys)


def _lock(connection: Connection) -> None:
    """Let two services that start or rotate at once do it one after the other."""
    connection.execute(text("LOCK TABLE auth.signing_key IN SHARE ROW EXCLUSIVE MODE"))


def _rotate(connection: Connection, vault: Vault) -> None:
    connection.execute(text("DELETE FROM auth.signing_key WHERE retired_at < now()"))
    connection.execute(_RETIRE, {"overlap": OVERLAP_SECONDS})
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    kid = secrets.token_hex(8)
    hidden = vault.encrypt(pem.decode(), row=key_row(kid))
    connection.execute(_ADD, {"kid": kid, "pem": hidden})


def _read(connection: Connection, vault: Vault) -> list[Key]:
    rows = connection.execute(_LOAD, {"days": ROTATION_DAYS}).all()
    return [key for row in rows if (key := _key(row, vault))]


def _key(row: Any, vault: Vault) -> Key | None:
    """Return the key of a row, or None for one that somebody put there without our keys."""
    try:
        pem = vault.decrypt(row.private_pem, row=key_row(row.kid))
    except Tampered as error:
        log.error("%s", error.message)  # noqa: TRY400 - the sentence is all there is
        return None
    private = load_pem_private_key(pem.encode(), password=None)
    if not isinstance(private, Ed25519PrivateKey):
        raise TypeError("auth.signing_key holds a key that is not Ed25519")
    until = None if row.left is None else time.monotonic() + row.left
    return Key(row.kid, private, until, row.old)
