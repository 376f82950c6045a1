"""Decisions that wait for the server: kept, sent when it answers, and settled when they clash."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.codes import Action
from app.errors import AppError
from app.services.claim_views import ClaimRow
from app.services.outbox import Held
from app.services.sending import HOLDABLE, Clash, Outgoing, Sent
from app.ui.changes import Changes
from app.ui.tasks import Tasks
from app.words import say

__all__ = ["HOLDABLE", "Postbox"]

WAITS = say("Your decision on this claim waits in the outbox until the server answers.")
CLASHES = say("Your decision on this claim was not taken. Open the outbox to settle it.")


class Postbox(QObject):
    """The one outbox of a window; `changed` carries all it holds, `told` a sentence of news."""

    changed = Signal(object)
    told = Signal(str)

    RETRY_MS = 5000
    LONGEST_MS = 60_000

    def __init__(self, outgoing: Outgoing, tasks: Tasks, changes: Changes) -> None:
        super().__init__()
        self._outgoing, self._tasks, self._changes = outgoing, tasks, changes
        self._busy, self._read_only = False, False
        self._wait = self.RETRY_MS
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.send)
        changes.online.connect(self._hear_online)
        changes.read_only.connect(self._hear_read_only)

    @property
    def notice(self) -> str:
        """Return what has to be said aloud about where decisions are kept, or nothing."""
        return self._outgoing.outbox.notice

    def held(self) -> tuple[Held, ...]:
        """Return what is kept, the first decision first."""
        return self._outgoing.outbox.held()

    def waiting(self, claim_id: int) -> str:
        """Return what to say of a claim whose decision is kept here, or nothing."""
        kept = next((held for held in self.held() if held.claim_id == claim_id), None)
        if kept is None:
            return ""
        return CLASHES if kept.problem else WAITS

    def hold(
        self,
        action: Action,
        claim: ClaimRow,
        words: dict[str, Any],
        *,
        done: Callable[[], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Keep a decision; it counts as kept when the disk has it."""

        def kept(_held: Held) -> None:
            self._tell()
            done()
            self._timer.start(self._wait)

        work = partial(self._outgoing.hold, action, claim, words)
        self._tasks.run(self, lambda _progress: work(), kept, failed=failed)

    def send(self) -> None:
        """Send what waits, one round at a time."""
        waits = any(not held.problem for held in self.held())
        if waits and not self._busy and not self._read_only:
            self._begin(self._outgoing.send)

    def keep(self, held: Held) -> None:
        """Decide again on the claim as it is now."""
        if not self._busy:
            self._begin(partial(self._outgoing.keep, held))

    def drop(self, held: Held) -> None:
        """Let go of a decision, and what is at the server stand."""
        self._tasks.run(
            self,
            lambda _progress: self._outgoing.drop(held),
            lambda _nothing: self._tell(),
            failed=self._fail,
        )

    def look(self, owner: QObject, done: Callable[[tuple[Clash, ...]], object]) -> None:
        """Fetch what the claims of refused decisions are now, while *owner* lives."""
        work = self._outgoing.clashes
        self._tasks.run(owner, lambda _progress: work(), done, failed=self._fail)

    def close(self) -> None:
        """Stop trying, and let another window have the outbox."""
        self._timer.stop()
        self._outgoing.outbox.close()

    def _begin(self, work: Callable[[], Sent]) -> None:
        self._busy = True
        self._timer.stop()
        self._tasks.run(self, lambda _progress: work(), self._finish, failed=self._fail)

    def _finish(self, sent: Sent) -> None:
        self._busy = False
        self._wait = min(2 * self._wait, self.LONGEST_MS) if sent.offline else self.RETRY_MS
        if sent.offline:
            self._timer.start(self._wait)
        touched = frozenset(held.claim_id for held in (*sent.arrived, *sent.refused))
        self._tell()
        if touched:
            self._changes.claims.emit(touched)
            self.told.emit(_news(sent))

    def _fail(self, error: Exception) -> None:
        self._busy = False
        self._tell()
        self.told.emit(error.message if isinstance(error, AppError) else say("The outbox failed."))

    def _tell(self) -> None:
        self.changed.emit(self.held())

    def _hear_online(self, online: bool) -> None:
        if online:
            self.send()

    def _hear_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.send()


def _news(sent: Sent) -> str:
    arrived = ", ".join(held.number for held in sent.arrived)
    refused = ", ".join(held.number for held in sent.refused)
    told = [say("Sent from the outbox: {arrived}.", arrived=arrived) if arrived else ""]
    told += [
        say("Not taken: {refused}. Open the outbox to settle it.", refused=refused)
        if refused
        else ""
    ]
    return " ".join(filter(None, told))
