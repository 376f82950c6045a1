"""What is entered in a form and not saved yet, in an encrypted file that survives the process."""

import json
import os
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import AppError
from app.services.holding import hold
from app.words import say

UNWRITTEN = say(
    "What you enter could not be kept on this computer: is the disk full? Save the draft."
)
_NONCE, _TITLE = 12, b"precedent form 1"


@dataclass(frozen=True, slots=True)
class Kept:
    """Entries of a form by field, and the stored draft they change, if any."""

    values: dict[str, Any]
    at: datetime
    claim_id: int | None = None
    number: str = ""
    version: int | None = None


class KeptDraft:
    """Keeps the entries of one form; each `keep` replaces what was kept before, or fails whole.

    Without a path nothing is kept. A second window of the same person keeps nothing either.
    """

    def __init__(self, path: Path | None = None, key: bytes = b"") -> None:
        self._path = path
        self._cipher = AESGCM(key) if path else None
        self._lock: IO[bytes] | None = None

    @classmethod
    def open(cls, path: Path, key: bytes | None) -> "KeptDraft":
        """Return the keeper at *path*, or one that keeps nothing if there is no lasting key."""
        lock = hold(path.with_suffix(".lock")) if key else None
        if lock is None or key is None:
            return cls()
        made = cls(path, key)
        made._lock = lock
        return made

    @property
    def durable(self) -> bool:
        """Tell whether what is kept survives the process."""
        return self._path is not None

    def keep(self, kept: Kept) -> None:
        """Replace what is kept; raise AppError when the disk does not take it."""
        if self._path is None or self._cipher is None:
            return
        nonce = os.urandom(_NONCE)
        plain = json.dumps(asdict(kept), default=str).encode()
        try:
            _replace(self._path, nonce + self._cipher.encrypt(nonce, plain, _TITLE))
        except OSError as error:
            raise AppError(UNWRITTEN) from error

    def load(self) -> Kept | None:
        """Return what was kept, or None; a file that cannot be opened is let go."""
        if self._path is None or self._cipher is None or not self._path.exists():
            return None
        try:
            sealed = self._path.read_bytes()
            plain = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _TITLE)
            told = json.loads(plain)
            at = datetime.fromisoformat(told["at"])
        except (OSError, ValueError, InvalidTag):
            self.forget()
            return None
        return Kept(**told | {"at": at})

    def forget(self) -> None:
        """Let go of what is kept, because it was saved or discarded."""
        if self._path:
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let another window keep its form."""
        lock, self._lock = self._lock, None
        if lock:
            lock.close()


def now() -> datetime:
    """Return the moment, with its zone."""
    return datetime.now(UTC)


def _replace(path: Path, content: bytes) -> None:
    """Write the whole file or leave the one before, and wait until the disk has it."""
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    fresh.replace(path)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
