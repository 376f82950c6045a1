"""Proof that whoever returns to a locked desktop knows the password it was opened with."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

_COST = {"n": 2**14, "r": 8, "p": 1}


@dataclass(frozen=True, slots=True, repr=False)
class Proof:
    """A salted scrypt hash, in memory only, so that unlocking needs no server."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, password: str) -> "Proof":
        """Return the proof of the password of a sign-in."""
        salt = secrets.token_bytes(16)
        return cls(salt, _digest(password, salt))

    def fits(self, password: str) -> bool:
        """Tell whether it is the same password; costs some 50 ms, right or wrong."""
        return hmac.compare_digest(self.digest, _digest(password, self.salt))


def _digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, **_COST)
