"""Proof that whoever returns to a locked desktop knows the password it was opened with."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from app.errors import SignInFailed
from app.words import say

WRONG = say("This is not your password. Try again.")

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


class Guard:
    """Lets back in who knows the password: by the proof of the sign-in, or by asking *check*.

    A session that was continued from the keyring has no proof until the token service has once
    found the password right.
    """

    def __init__(self, check: Callable[[str], None], proof: Proof | None) -> None:
        self._check, self._proof = check, proof

    def forget(self) -> None:
        """Ask again, because the password is another one now."""
        self._proof = None

    def problem(self, password: str) -> str:
        """Return why the password does not fit, or nothing; raise Offline when nobody can tell."""
        if self._proof:
            return "" if self._proof.fits(password) else WRONG
        try:
            self._check(password)
        except SignInFailed as error:
            return error.message
        self._proof = Proof.of(password)
        return ""


def _digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, **_COST)
