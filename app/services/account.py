"""The own account and, for an administrator, everybody's: passwords, codes, sessions, people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.access import Identity, Permission, Role
from app.errors import CodeNeeded
from app.progress import Progress, silent
from app.services.one_time import codes
from app.services.session import LeaseSource
from app.words import say


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that goes on somewhere; `current` is the one that asked."""

    id: str
    device: str
    current: bool
    started_at: datetime
    last_used_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """A person as an administrator sees them."""

    id: int
    username: str
    full_name: str
    role: Role
    region: str | None
    lines: tuple[str, ...]
    authority_limit: Decimal
    siu: bool
    supervisor: bool
    analyst: bool
    is_active: bool
    created_at: datetime
    one_time_codes: bool
    temporary_password: bool


@dataclass(frozen=True, slots=True, repr=False)
class Access:
    """What a new or reset person is told, once: the password is stored nowhere."""

    id: int
    username: str
    password: str


@dataclass(frozen=True, slots=True, repr=False)
class AuthenticatorKey:
    """What goes into an authenticator app, as text and as the address of a QR code."""

    secret: str
    uri: str


class AccountService:
    """Asks the token service in the session of *source*.

    What changes other people raises CodeNeeded unless the session has shown a one-time code in
    the last five minutes; `show_code` does that, and then the change can be asked for again.
    """

    def __init__(self, source: LeaseSource, identity: Identity) -> None:
        self._call = source.call
        self._source = source
        self._identity = identity

    def change_password(self, old: str, new: str) -> None:
        """Change the own password; every other session of the person ends.

        Raises SignInFailed (the old one is wrong) and Invalid (the new one breaks a rule).
        """
        self._call("POST", "/v1/password", data={"password": old, "new_password": new})

    def check_password(self, password: str) -> None:
        """Raise SignInFailed unless it is the own password, and Offline when nobody can tell."""
        self._call("POST", "/v1/unlock", data={"password": password})

    def begin_codes(self) -> AuthenticatorKey:
        """Return a new key; it counts once `confirm_codes` was given a code of it."""
        told = self._call("POST", "/v1/otp")
        return AuthenticatorKey(told["secret"], told["otpauth_uri"])

    def has_codes(self) -> bool:
        """Tell whether an own authenticator app is set up."""
        return bool(self._call("GET", "/v1/otp")["set_up"])

    def confirm_codes(self, code: str) -> bool:
        """Let the new key count; false when the code is one of the app that counts so far.

        Raises CodeNeeded when the code is not good.
        """
        return bool(self._call("POST", "/v1/otp", data={"otp": code})["confirmed"])

    def show_code(self, code: str) -> None:
        """Show a one-time code, or raise CodeNeeded when it is not good."""
        self._call("POST", "/v1/otp", data={"otp": code})

    @property
    def makes_codes(self) -> bool:
        """Tell whether codes are made here, as they are for administrators of a sample."""
        return bool(self._source.otp_secret)

    def show_made_code(self, waiting: Progress = silent) -> None:
        """Show a code made here, waiting for the next one; raise CodeNeeded when none is good."""
        refused = CodeNeeded(say("No code could be made here."))
        for code in codes(self._source.otp_secret, waiting) if self.makes_codes else ():
            try:
                self.show_code(code)
            except CodeNeeded as error:
                refused = error
            else:
                return
        raise refused

    def sessions(self, person: int | None = None) -> tuple[OpenSession, ...]:
        """Return the own sessions, the last used first, or those of *person*."""
        if person is not None:
            self._identity.require(Permission.PEOPLE_MANAGE)
        told = self._call("GET", "/v1/sessions", params={"user": person} if person else {})
        return tuple(_session(one) for one in told["sessions"])

    def end_session(self, session: str) -> None:
        """End a session with its logins at once; raise NotFound when it is over already."""
        self._call("DELETE", f"/v1/sessions/{session}")

    def people(self) -> tuple[Account, ...]:
        """Return everybody, in the order in which they were made."""
        self._identity.require(Permission.PEOPLE_MANAGE)
        return tuple(_account(one) for one in self._call("GET", "/v1/users")["users"])

    def add_person(self, facts: Mapping[str, Any]) -> Access:
        """Make a person from the fields of Account; raise Refused when the name is taken."""
        self._identity.require(Permission.PEOPLE_MANAGE)
        return Access(**self._call("POST", "/v1/users", json=_sent(facts)))

    def change_person(self, person: int, facts: Mapping[str, Any]) -> None:
        """Change what *facts* name; a new role or `is_active` false ends the person's sessions."""
        self._identity.require(Permission.PEOPLE_MANAGE)
        self._call("PATCH", f"/v1/users/{person}", json=_sent(facts))

    def reset_person(self, person: int) -> Access:
        """Give a person a new password for a day, and end sessions, codes and lock-out."""
        self._identity.require(Permission.PEOPLE_MANAGE)
        return Access(**self._call("POST", f"/v1/users/{person}/reset"))


def _sent(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in facts.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple | set | frozenset) else value


def _session(told: dict[str, Any]) -> OpenSession:
    times = ("started_at", "last_used_at", "expires_at")
    return OpenSession(**told | {name: datetime.fromisoformat(told[name]) for name in times})


def _account(told: dict[str, Any]) -> Account:
    return Account(
        **told
        | {
            "role": Role(told["role"]),
            "lines": tuple(told["lines"]),
            "authority_limit": Decimal(told["authority_limit"]),
            "created_at": datetime.fromisoformat(told["created_at"]),
        }
    )
