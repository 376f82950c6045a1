"""People as an administrator makes, changes and resets them."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Annotated, Any, Literal

from psycopg2 import errorcodes
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app.codes import ClaimType
from app.database import NOT_ALLOWED, REFUSED
from app.tokens.answers import BadRequest, CodeNeeded, Denied, Missing, Refused
from app.tokens.attempts import Attempts
from app.tokens.passwords import Passwords
from app.tokens.sessions import Caller

TEMPORARY_HOURS = 24

_ALL = text("""
    SELECT u.*, o.secret IS NOT NULL AS one_time_codes,
           p.temporary_until IS NOT NULL AS temporary_password
    FROM auth_user u LEFT JOIN auth.otp o ON o.user_id = u.id
    LEFT JOIN auth.password p ON p.user_id = u.id ORDER BY u.id
""")
_ADD = text("SELECT auth.add_person(:family, CAST(:told AS jsonb))")
_CHANGE = text("SELECT auth.change_person(:family, :person, CAST(:told AS jsonb))")
_RESET = text("SELECT auth.reset_person(:family, :person, :hash, :hours)")
_TEMPORARY = text("""
    INSERT INTO auth.password (user_id, hash, temporary_until)
    VALUES (:person, :hash, now() + make_interval(hours => :hours))
    ON CONFLICT (user_id) DO UPDATE
        SET hash = excluded.hash, temporary_until = excluded.temporary_until
""")

Name = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f]{1,120}$")]
UserName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{1,39}$")]
RoleName = Literal["user", "staff", "admin"]
Money = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]


class Change(BaseModel):
    """What of a person may be changed; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    full_name: Name = ""
    role: RoleName = "user"
    region: Name | None = None
    lines: list[ClaimType] = []
    authority_limit: Money = Decimal(0)
    siu: bool = False
    supervisor: bool = False
    analyst: bool = False
    is_active: bool = True


class NewPerson(Change):
    """A person to be made, who gets a temporary password."""

    username: UserName
    full_name: Name
    role: RoleName


class People:
    """The people's register; the database makes every change in an administrator's name."""

    def __init__(self, engine: Engine, passwords: Passwords, attempts: Attempts) -> None:
        self._engine = engine
        self._passwords = passwords
        self._attempts = attempts

    def all(self) -> list[dict[str, Any]]:
        """Return everybody, without any secret."""
        with self._engine.begin() as connection:
            return [_told(row) for row in connection.execute(_ALL).mappings()]

    def add(self, caller: Caller, told: dict[str, Any]) -> dict[str, Any]:
        """Make a person; the answer is the one place where the first password is seen."""
        wanted = _read(NewPerson, told)
        password, hashed = self._temporary()
        with _refusals(), self._engine.begin() as connection:
            asked = {"family": caller.access.family, "told": json.dumps(wanted)}
            person: int = connection.execute(_ADD, asked).scalar_one()
            row = {"person": person, "hash": hashed, "hours": TEMPORARY_HOURS}
            connection.execute(_TEMPORARY, row)
        return {"id": person, "username": wanted["username"], "password": password}

    def change(self, caller: Caller, person: int, told: dict[str, Any]) -> None:
        """Change what is told; a new role or a closed account ends the person's sessions."""
        wanted = _read(Change, told)
        asked = {"family": caller.access.family, "person": person, "told": json.dumps(wanted)}
        with _refusals(), self._engine.begin() as connection:
            connection.execute(_CHANGE, asked)

    def reset(self, caller: Caller, person: int) -> dict[str, Any]:
        """Give a person a temporary password and no codes, and end every session."""
        password, hashed = self._temporary()
        asked = {"family": caller.access.family, "person": person, "hash": hashed}
        with _refusals(), self._engine.begin() as connection:
            row = {**asked, "hours": TEMPORARY_HOURS}
            username: str = connection.execute(_RESET, row).scalar_one()
        self._attempts.forgive(username)
        return {"id": person, "username": username, "password": password}

    def _temporary(self) -> tuple[str, str]:
        password = secrets.token_urlsafe(12)
        return password, self._passwords.hash(password)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn the database's refusals of a change into answers."""
    try:
        yield
    except DBAPIError as error:
        raise _refusal(error, error.orig) from error


def _refusal(error: DBAPIError, cause: Any) -> Exception:
    answers: dict[str, Denied] = {
        NOT_ALLOWED: CodeNeeded(status=403),
        REFUSED: Refused(cause.diag.message_primary or ""),
        errorcodes.NO_DATA_FOUND: Missing("person"),
        errorcodes.UNIQUE_VIOLATION: Refused("Somebody has this user name already."),
    }
    return answers.get(cause.pgcode, error)


def _read(kind: type[BaseModel], told: dict[str, Any]) -> dict[str, Any]:
    """Check a document; the refusal names the field, never its value."""
    try:
        read = kind.model_validate(told)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the document"
        raise BadRequest(f"Correct the field {field[:40]}.") from error
    return read.model_dump(mode="json", exclude_unset=kind is Change)


def _told(row: Any) -> dict[str, Any]:
    told = dict(row)
    return told | {
        "authority_limit": str(told["authority_limit"]),
        "created_at": told["created_at"].isoformat(),
    }
