"""Send decisions to the server and remember which of them can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.codes import Action
from app.errors import Offline
from app.progress import Progress
from app.services.claim_views import ClaimRow
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.ui.tasks import Tasks

UNDOABLE = frozenset({Action.APPROVE, Action.REFER, Action.ASK, Action.DENY})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person wants done with a claim, as they saw it."""

    action: Action
    claim: ClaimRow
    words: dict[str, Any] = field(default_factory=dict)

    def on(self, claim: ClaimRow) -> "Decision":
        """Return the same decision on a later state of the claim."""
        return replace(self, claim=claim)


class Desk(QObject):
    """The one way from a key or button to the services, one step per claim at a time."""

    sent = Signal(object)
    done = Signal(object, object)
    failed = Signal(object, object)

    def __init__(
        self, claims: ClaimService, decisions: DecisionService, tasks: Tasks, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._owner = owner
        self._steps: dict[Action, Callable[..., ClaimRow]] = {
            Action.TAKE: claims.take,
            Action.RELEASE: claims.release,
            Action.APPROVE: decisions.approve,
            Action.REFER: decisions.refer,
            Action.ASK: decisions.ask,
            Action.DENY: decisions.deny,
            Action.RESUME: decisions.resume,
            Action.UNDO: decisions.undo,
        }
        self._under_way: set[int] = set()
        self._made: list[ClaimRow] = []

    def send(self, decision: Decision) -> None:
        """Do it on a worker; a claim with a step under way takes no second one."""
        claim = decision.claim
        if claim.id in self._under_way:
            return
        self._under_way.add(claim.id)
        step = self._steps[decision.action]

        def work(_progress: Progress) -> ClaimRow:
            return step(claim.id, claim.version, **decision.words)

        self.sent.emit(decision)
        failed = partial(self._fail, decision)
        self._tasks.run(self._owner, work, partial(self._finish, decision), failed=failed)

    def last(self) -> ClaimRow | None:
        """Return the claim whose decision Z takes back, as it was left."""
        return self._made[-1] if self._made else None

    def _finish(self, decision: Decision, claim: ClaimRow) -> None:
        self._under_way.discard(claim.id)
        self._made = [made for made in self._made if made.id != claim.id]
        if decision.action in UNDOABLE:
            self._made.append(claim)
        self.done.emit(decision, claim)

    def _fail(self, decision: Decision, error: Exception) -> None:
        self._under_way.discard(decision.claim.id)
        if decision.action is Action.UNDO and not isinstance(error, Offline):
            self._made = [made for made in self._made if made.id != decision.claim.id]
        self.failed.emit(decision, error)
