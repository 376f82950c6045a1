"""Who a person is: the password grant, one-time codes, and what every grant answers."""

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, Row, text

from app.access import Role
from app.tokens.answers import (
    BadAccessToken,
    BadCredentials,
    CodeNeeded,
    EnrolmentNeeded,
    SpentCode,
    WrongPassword,
)
from app.tokens.attempts import Attempt, Attempts
from app.tokens.codes import OneTimeCodes
from app.tokens.keys import LIFETIME, Access, Keys, Use
from app.tokens.passwords import Passwords
from app.tokens.refresh import RefreshTokens
from app.tokens.sessions import Caller

Answer = dict[str, Any]

_PERSON = text("""
    SELECT u.id, u.username, u.role, p.hash,
           p.temporary_until IS NOT NULL AS temporary,
           u.is_active AND coalesce(p.temporary_until > now(), true) AS good,
           o.secret IS NOT NULL AS has_codes
    FROM auth_user u LEFT JOIN auth.password p ON p.user_id = u.id
    LEFT JOIN auth.otp o ON o.user_id = u.id
    WHERE u.username = :username
""")
_BY_NUMBER = text("SELECT username, role, is_active FROM auth_user WHERE id = :person")
_REHASH = text("UPDATE auth.password SET hash = :hash WHERE user_id = :person AND hash = :old")
_REPLACE = text("SELECT auth.change_password(:family, :hash)")


class SignIn:
    """The two grants of the token endpoint, and the first code of an administrator."""

    def __init__(
        self,
        engine: Engine,
        passwords: Passwords,
        keys: Keys,
        refresh: RefreshTokens,
        *,
        attempts: Attempts,
        codes: OneTimeCodes,
    ) -> None:
        self._engine = engine
        self._passwords = passwords
        self._keys = keys
        self._refresh = refresh
        self._attempts = attempts
        self._codes = codes

    def with_password(
        self, username: str, password: str, *, device: str, code: str, address: str
    ) -> Answer:
        """Begin a session, or raise BadCredentials without saying what was wrong."""
        attempt = self._attempts.charge(username, address)
        person = self._person(username)
        if not self._right(person, password, attempt) or person is None:
            raise BadCredentials
        device = device or secrets.token_hex(8)
        coded = self._coded(person, code, device, attempt)
        self._attempts.succeed(attempt)
        token, access = self._refresh.issue(person.id, device, coded=coded, proven=person.hash)
        if self._passwords.outdated(person.hash):
            self._rehash(person, password)
        return self._answer(token, access, person.username, person.role, temporary=person.temporary)

    def with_refresh_token(self, presented: str) -> Answer:
        """Continue a session."""
        rotated = self._refresh.rotate(presented)
        return self._answer(rotated.token, rotated.access, rotated.username, rotated.role)

    def enrolling(self, access: Access) -> str:
        """Return the name of who sets codes up with an enrolment token, while that has a use."""
        with self._engine.begin() as connection:
            person = connection.execute(_BY_NUMBER, {"person": access.person}).one_or_none()
        if person is None or not person.is_active or self._codes.are_set_up(access.person):
            raise BadAccessToken
        name: str = person.username
        return name

    def with_first_code(self, access: Access, code: str, *, address: str) -> Answer:
        """Confirm an administrator's app by its first code and begin the session."""
        username = self.enrolling(access)
        attempt = self._attempts.charge(username, address)
        self._codes.confirm(access.person, code)
        self._attempts.succeed(attempt)
        token, begun = self._refresh.issue(access.person, access.device, coded=True)
        with self._engine.begin() as connection:
            person = connection.execute(_BY_NUMBER, {"person": access.person}).one()
        return self._answer(token, begun, person.username, person.role)

    def show_code(self, caller: Caller, code: str, *, address: str) -> bool:
        """Spend a code in a session that goes on, and tell whether it confirmed a new app."""
        attempt = self._attempts.charge(caller.username, address)
        with self._unguessed(attempt):
            new = self._codes.confirm(caller.person, code)
        self._attempts.succeed(attempt)
        return new

    def check_password(self, username: str, password: str, *, address: str) -> None:
        """Raise WrongPassword unless it is the password of who is signed in."""
        attempt = self._attempts.charge(username, address)
        if not self._right(self._person(username), password, attempt):
            raise WrongPassword
        self._attempts.succeed(attempt)

    def change_password(self, caller: Caller, old: str, new: str, *, address: str) -> None:
        """Replace a password by its owner's wish, or raise BadCredentials or BadRequest."""
        attempt = self._attempts.charge(caller.username, address)
        if not self._right(self._person(caller.username), old, attempt):
            raise BadCredentials
        self._attempts.succeed(attempt)
        hashed = self._passwords.hash_new(new, username=caller.username)
        with self._engine.begin() as connection:
            connection.execute(_REPLACE, {"hash": hashed, "family": caller.access.family})

    def _person(self, username: str) -> Row[Any] | None:
        with self._engine.begin() as connection:
            return connection.execute(_PERSON, {"username": username}).one_or_none()

    def _right(self, person: Row[Any] | None, password: str, attempt: Attempt) -> bool:
        """Compare the password at the price of one hash, whoever it is."""
        stored = person.hash if person is not None and person.good else None
        try:
            return self._passwords.verify(stored, password)
        except BaseException:
            self._attempts.refund(attempt)
            raise

    def _coded(self, person: Row[Any], code: str, device: str, attempt: Attempt) -> bool:
        """Ask for a code where one is due, and tell whether one was given."""
        if person.has_codes and code:
            with self._unguessed(attempt):
                self._codes.use(person.id, code)
            return True
        if not person.has_codes and person.role != Role.ADMIN:
            return False
        self._attempts.refund(attempt)
        if person.has_codes:
            raise CodeNeeded
        access = Access(person.id, device, uuid.uuid4())
        raise EnrolmentNeeded(self._keys.sign(access, use=Use.ENROLMENT))

    @contextmanager
    def _unguessed(self, attempt: Attempt) -> Iterator[None]:
        """Take an attempt back that showed a right code once more: nothing was guessed by it."""
        try:
            yield
        except SpentCode:
            self._attempts.refund(attempt)
            raise

    def _rehash(self, person: Row[Any], password: str) -> None:
        row = {"hash": self._passwords.hash(password), "person": person.id, "old": person.hash}
        with self._engine.begin() as connection:
            connection.execute(_REHASH, row)

    def _answer(
        self, token: str, access: Access, username: str, role: str, *, temporary: bool = False
    ) -> Answer:
        user: Answer = {"id": access.person, "username": username, "role": role}
        if temporary:
            user["temporary_password"] = True
        return {
            "access_token": self._keys.sign(access),
            "refresh_token": token,
            "token_type": "Bearer",
            "expires_in": LIFETIME,
            "user": user,
        }
