"""News of claims that changed elsewhere."""

from dataclasses import dataclass, replace
from threading import Thread
from time import monotonic
from typing import Self

from app.database import Listener, Source, listen
from app.errors import AppError

CHANNEL, PRESENCE = "claims", "presence"
EVERYTHING = "*"
FIRST_WAIT, LONGEST_WAIT = 0.25, 30.0
DOUBT = 5.0


@dataclass(frozen=True, slots=True)
class Change:
    """Claims that changed; `everything` means: news were missed, ask for all of it again.

    `presence` are the claims at which somebody came, left or began to work.
    """

    ids: frozenset[int] = frozenset()
    everything: bool = False
    presence: frozenset[int] = frozenset()


class Changes:
    """A wakeable source of changes for an event loop, which never makes it wait.

    Watch `fileno()` for reading and call `poll()` when it wakes, and every few seconds besides:
    the connection is made, and a lost one made again, on a thread of its own between two polls.
    Whatever happened without a connection is gone, so each new one begins with `everything`.
    While the database is `read_only`, it is connected to anew every few seconds, because it
    then neither tells of changes nor of taking them again.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._listener: Listener | None = None
        self._fresh: Listener | None = None
        self._thread: Thread | None = None
        self._wait = FIRST_WAIT
        self._due = 0.0
        self._closed = False
        self._until = 0.0
        self.read_only = False

    def fileno(self) -> int:
        """Return the descriptor to watch; -1 while there is no connection."""
        return self._listener.fileno() if self._listener else -1

    def poll(self) -> Change:
        """Return what changed since the last call, without waiting."""
        if self._listener is None:
            return self._connected()
        try:
            payloads = self._listener.poll()
        except AppError:
            self.doubt()
            return self._connected()
        if self.read_only and monotonic() >= self._until:
            self.doubt()
        return replace(_change(payloads), presence=_change(self._beside()).ids)

    def doubt(self) -> None:
        """Connect anew at the next poll, to learn what the database is now."""
        listener, self._listener = self._listener, None
        if listener:
            listener.close()

    def close(self) -> None:
        """Stop listening."""
        self._closed = True
        if self._thread:
            self._thread.join()
        for listener in (self._listener, self._fresh):
            if listener:
                listener.close()
        self._listener = self._fresh = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _beside(self) -> list[str]:
        return self._listener.beside if self._listener else []

    def _connected(self) -> Change:
        # Asked first: a thread seen ended has left its connection, and needs no second one.
        busy = self._thread is not None and self._thread.is_alive()
        if self._fresh:
            self._listener, self._fresh = self._fresh, None
            self._wait = FIRST_WAIT
            self.read_only = self._listener.read_only
            self._until = monotonic() + DOUBT
            return Change(everything=True)
        if not busy and not self._closed and monotonic() >= self._due:
            self._thread = Thread(target=self._connect, name="changes", daemon=True)
            self._thread.start()
        return Change()

    def _connect(self) -> None:
        try:
            self._fresh = listen(self._source, CHANNEL, PRESENCE)
        except AppError:
            self._due = monotonic() + self._wait
            self._wait = min(2 * self._wait, LONGEST_WAIT)


def _change(payloads: list[str]) -> Change:
    """Read the payloads; anybody may notify, so what is no id means: ask again."""
    names = [name for payload in payloads for name in payload.split(",")]
    if not all(name.isdecimal() for name in names):
        return Change(everything=True)
    return Change(frozenset(int(name) for name in names))
