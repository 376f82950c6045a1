"""Where a session is kept between two starts: a keyring of the operating system, or nowhere."""

import importlib
import json
import secrets
from typing import Any

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

TRUSTED = (
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)
DATA_KEY = "data_key"
APOLOGY = "This computer offers no safe keyring, so you will sign in again after closing."


class Keychain:
    """One person's entry for one token service; without a trusted keyring it keeps nothing."""

    def __init__(self, token_url: str, username: str, *, backend: KeyringBackend | None) -> None:
        self._service = f"Precedent {token_url}"
        self._username = username
        self._backend = backend
        self._data_key = b""

    @property
    def keeps(self) -> bool:
        """Tell whether what is stored will be found again."""
        return self._backend is not None

    def store(self, entry: dict[str, str]) -> None:
        """Keep *entry* beside what is kept already; a keyring that fails is given up."""
        if self._backend is not None:
            self._try(self._backend.set_password, json.dumps(self.load() | entry))

    def load(self) -> dict[str, str]:
        """Return the entry that was kept, or nothing."""
        kept = self._try(self._backend.get_password) if self._backend is not None else None
        try:
            told = json.loads(kept) if kept else {}
        except ValueError:
            return {}
        return told if isinstance(told, dict) else {}

    def forget(self) -> None:
        """End the session here; the data key stays, for what it has encrypted stays as well."""
        kept = self.load()
        if self._backend is None or not kept:
            return
        if DATA_KEY in kept:
            self._try(self._backend.set_password, json.dumps({DATA_KEY: kept[DATA_KEY]}))
        else:
            self._try(self._backend.delete_password)

    def data_key(self) -> bytes:
        """Return the 32 bytes that encrypt what this person leaves on this machine.

        They are made on first use; without a trusted keyring they are gone with the desktop.
        """
        if not self._data_key:
            kept = self.load().get(DATA_KEY)
            self._data_key = bytes.fromhex(kept) if kept else secrets.token_bytes(32)
            self.store({DATA_KEY: self._data_key.hex()})
        return self._data_key

    def _try(self, work: Any, *arguments: str) -> str | None:
        try:
            answer: str | None = work(self._service, self._username, *arguments)
        except KeyringError:
            self._backend = None
            return None
        return answer


def trusted_backend() -> KeyringBackend | None:
    """Return the operating system's keyring, never a file in clear text or one that drops."""
    for module, name in TRUSTED:
        kind = getattr(importlib.import_module(module), name, None)
        if kind is not None and kind.viable:
            backend: KeyringBackend = kind()
            return backend
    return None
