"""Password hashes: argon2id, a bounded number at a time, the same work for everybody."""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.tokens.answers import BadRequest, TooMany

SHORTEST, LONGEST = 12, 256
_SOON = 5


class Passwords:
    """Hashes and verifies; each hash takes 64 MiB, hence the slots."""

    def __init__(
        self, hasher: PasswordHasher | None = None, *, slots: int = 2, patience: float = 10.0
    ) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_urlsafe())
        self._slots = threading.BoundedSemaphore(slots)
        self._patience = patience

    def hash(self, password: str) -> str:
        """Return the argon2id hash to store."""
        with self._slot():
            return self._hasher.hash(password)

    def verify(self, stored: str | None, password: str) -> bool:
        """Compare with *stored*; an unknown person costs one hash as well."""
        with self._slot():
            try:
                self._hasher.verify(stored or self._nobody, password)
            except (VerificationError, InvalidHashError):
                return False
        return stored is not None

    def hash_new(self, password: str, *, username: str) -> str:
        """Return the hash of a password that somebody chose, or raise BadRequest with the rule."""
        if not SHORTEST <= len(password) <= LONGEST:
            raise BadRequest(f"A password has {SHORTEST} to {LONGEST} characters.")
        if username.casefold() in password.casefold():
            raise BadRequest("A password does not contain the user name.")
        return self.hash(password)

    def outdated(self, stored: str) -> bool:
        """Tell whether *stored* was made with weaker parameters than today's."""
        return self._hasher.check_needs_rehash(stored)

    @contextmanager
    def _slot(self) -> Iterator[None]:
        if not self._slots.acquire(timeout=self._patience):
            raise TooMany(_SOON)
        try:
            yield
        finally:
            self._slots.release()
