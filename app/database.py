"""Engines and listeners from an address or a lease, and driver errors in words for a person."""

import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, Self

import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from sqlalchemy import Connection as SQLConnection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.orm.exc import StaleDataError

from app.errors import (
    AppError,
    Busy,
    CodeNeeded,
    Conflict,
    Invalid,
    NotAllowed,
    Offline,
    ReadOnly,
    Refused,
)
from app.tracing import commented
from app.words import say

OLDEST_SERVER = 16
NOT_ALLOWED = "PN001"
DOUBT = 5.0
CODE_NEEDED = "PN002"
REFUSED = "P0001"

_LIMITS = {"statement_timeout": 15_000, "lock_timeout": 3_000}
_LIMITS["idle_in_transaction_session_timeout"] = 60_000
_CONNECTION: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "application_name": "precedent",
    "options": " ".join(f"-c {name}={limit}" for name, limit in _LIMITS.items()),
}


@dataclass(frozen=True, slots=True)
class Lease:
    """A database login for a few minutes; `sslrootcert` is the text of the certificates."""

    host: str
    port: int | str
    dbname: str
    user: str
    password: str
    expires_at: datetime
    sslmode: str = "prefer"
    sslrootcert: str | None = None


Source = str | Callable[[], Lease]


class _Door:
    """Opens connections from a source, asking a lease source anew for each."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._certificates: Path | None = None

    def open(self) -> Connection:
        if isinstance(self._source, str):
            address = self._source.replace("postgresql+psycopg2://", "postgresql://", 1)
            opened: Connection = psycopg2.connect(address, **_CONNECTION)
        else:
            opened = _connected(self._login(self._source()))
        return opened

    def _login(self, lease: Lease) -> dict[str, Any]:
        login: dict[str, Any] = {
            name: getattr(lease, name)
            for name in ("host", "port", "dbname", "user", "password", "sslmode")
        }
        if lease.sslrootcert:
            login["sslrootcert"] = self._certificate_file(lease.sslrootcert)
        return login

    def _certificate_file(self, pem: str) -> str:
        if pem == "system":
            return pem
        if self._certificates is None:
            self._certificates = Path(tempfile.mkdtemp(prefix="precedent-ca-"))
            weakref.finalize(self, shutil.rmtree, self._certificates, ignore_errors=True)
        path = self._certificates / "ca.pem"
        if not path.exists() or path.read_text("utf-8") != pem:
            path.write_text(pem, "utf-8")
        return str(path)


def _connected(login: dict[str, Any]) -> Connection:
    """Connect, of several hosts to the one that writes, or else to one that at least reads."""
    connect: Callable[..., Connection] = partial(psycopg2.connect, **login, **_CONNECTION)
    if "," not in login["host"]:
        return connect()
    try:
        return connect(target_session_attrs="read-write")
    except psycopg2.OperationalError:
        return connect()


def engine(source: Source, *, pool_size: int = 3) -> Engine:
    """Return an engine whose pool, with one connection to spare, stays within a lease's limit."""
    made = create_engine(
        "postgresql+psycopg2://",
        creator=_Door(source).open,
        pool_size=pool_size,
        max_overflow=1,
        pool_timeout=10,
        pool_pre_ping=True,
        pool_recycle=600,
        hide_parameters=True,
    )
    event.listen(made, "checkout", _leave_standby)
    event.listen(made, "before_cursor_execute", _comment, retval=True)
    return made


def _comment(
    _connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any
) -> tuple[str, Any]:
    """Put the number of what is being done before each query."""
    return commented(statement), parameters


def _leave_standby(connection: Any, record: Any, _proxy: object) -> None:
    """Connect anew where the server only read a while ago; another one may write by now."""
    now = monotonic()
    since = record.info.setdefault("since", now)
    standby = connection.get_parameter_status("in_hot_standby") == "on"
    if standby and now - since > DOUBT:
        raise DisconnectionError


def require_version(connection: SQLConnection) -> None:
    """Raise AppError on a server before 16, where whoever makes roles can become superuser."""
    version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
    if version < OLDEST_SERVER:
        raise AppError(
            say(
                "The server is PostgreSQL {version}; use {oldest_server} or later.",
                version=version,
                oldest_server=OLDEST_SERVER,
            )
        )


class Listener:
    """Hears notifications on a channel; a payload is a hint to query again, never a fact.

    `beside` are the payloads that the last poll heard on other channels.
    A database that is `read_only`, as a standby is, is connected to but may tell nothing.
    """

    def __init__(self, connection: Connection, channel: str, *beside: str) -> None:
        self._connection = connection
        self._channel = channel
        self.beside: list[str] = []
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_is_in_recovery(), current_setting('transaction_read_only')")
            standby, setting = cursor.fetchone() or (False, "off")
            self.read_only = standby or setting == "on"
            for name in () if standby else (channel, *beside):
                cursor.execute(f'LISTEN "{name}"')

    def fileno(self) -> int:
        """Return the descriptor that becomes readable when there is news."""
        return self._connection.fileno()

    def poll(self) -> list[str]:
        """Return the payloads that came since the last call; raise Offline on a lost connection."""
        with translate():
            self._connection.poll()
        heard = list(self._connection.notifies)
        self._connection.notifies.clear()
        self.beside = [told.payload for told in heard if told.channel != self._channel]
        return [told.payload for told in heard if told.channel == self._channel]

    def close(self) -> None:
        """Stop listening."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def listen(source: Source, channel: str, *beside: str) -> Listener:
    """Open a connection of its own that listens on *channel*, and on those *beside* it."""
    with translate():
        return Listener(_Door(source).open(), channel, *beside)


@contextmanager
def translate() -> Iterator[None]:
    """Turn the driver's errors into ours; put it around the transaction, so that commit counts."""
    try:
        yield
    except StaleDataError as error:
        raise Conflict(
            say("Someone else changed this in the meantime. Look at it again, then decide.")
        ) from error
    except PoolExhausted as error:
        raise Offline(say("All connections to the database are busy. Try again.")) from error
    except DBAPIError as error:
        raise _translated(error, error.orig) from error
    except psycopg2.Error as error:
        raise _translated(error, error) from error


_OURS: dict[str, type[AppError]] = {NOT_ALLOWED: NotAllowed, CODE_NEEDED: CodeNeeded}
_LOST = say("The database could not be reached. Nothing was changed; try again in a moment.")
_ENDED = say("The session with the database has ended. Sign in again; nothing was changed.")
_BUSY = say("Someone else is changing the same thing right now. Try again.")
_SLOW = say("The database took too long to answer. Nothing was changed; try again.")
_READ_ONLY = say("The database only reads at the moment. Nothing was changed; try again later.")
_RIGHTS = say("Your role does not have the right to do this. Ask an administrator.")
_TWICE = say("The same thing was entered already. Look at it again.")

_BY_STATE: dict[str, tuple[type[AppError], str]] = {
    "08": (Offline, _LOST),
    "28": (Offline, _ENDED),
    "53": (Offline, _LOST),
    "57": (Offline, _LOST),
    "57014": (Offline, _SLOW),
    "25006": (ReadOnly, _READ_ONLY),
    "25P03": (Offline, _LOST),
    "40": (Busy, _BUSY),
    "55P03": (Conflict, _BUSY),
    "42501": (NotAllowed, _RIGHTS),
    "23505": (Conflict, _TWICE),
}


def _translated(error: Exception, cause: BaseException | None) -> Exception:
    """Return our error for the driver's, or the same when nobody could have expected it."""
    if not isinstance(cause, psycopg2.Error):
        return error
    state = cause.pgcode
    if state is None:
        lost = isinstance(cause, psycopg2.OperationalError | psycopg2.InterfaceError)
        return _without_state(cause) if lost else error
    sentence = say(cause.diag.message_primary or "")
    if state in _OURS:
        return _OURS[state](sentence)
    if state == REFUSED or (state == "23514" and not cause.diag.constraint_name):
        return Refused(sentence)
    if state[:2] in {"22", "23"} and state not in _BY_STATE:
        return Invalid(
            say("The database does not accept a value: {sentence}. Correct it.", sentence=sentence)
        )
    kind, words = _BY_STATE.get(state) or _BY_STATE.get(state[:2]) or (None, "")
    return kind(words) if kind else error


def _without_state(cause: psycopg2.Error) -> Offline:
    """Word a failed connection; libpq gives no SQLSTATE then, only text."""
    ended = "authentication failed" in str(cause) or "is not permitted to log in" in str(cause)
    return Offline(_ENDED if ended else _LOST)
