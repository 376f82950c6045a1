"""Send decisions to the server and remember which of them can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.codes import Action
from app.errors import Offline, ReadOnly
from app.progress import Progress
from app.services.claim_views import ClaimRow
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.ui.entering import Entering
from app.ui.outbox import HOLDABLE, Postbox
from app.ui.tasks import Tasks

UNDOABLE = frozenset({Action.APPROVE, Action.REFER, Action.ASK, Action.DENY, Action.PROPOSE})


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
    """The one way from a key or button to the services, one step per claim at a time.

    `held` tells of a decision that waits in the outbox, `doubted` of a database that only reads.
    """

    sent = Signal(object)
    done = Signal(object, object)
    failed = Signal(object, object)
    held = Signal(object)
    doubted = Signal()

    def __init__(
        self,
        claims: ClaimService,
        decisions: DecisionService,
        tasks: Tasks,
        owner: QWidget,
        *,
        postbox: Postbox | None = None,
    ) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._postbox = postbox
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
            Action.PROPOSE: decisions.propose,
            Action.SEND_BACK: decisions.send_back,
            Action.SETTLE: decisions.endings.settle,
            Action.CLOSE: decisions.endings.close,
            Action.REOPEN: decisions.endings.reopen,
            Action.WITHDRAW: decisions.endings.withdraw,
            Action.VOID: decisions.endings.void,
        }
        self.register, self.letters = decisions.register, decisions.letters
        self.views, self.packets = decisions.views, decisions.packets
        self.exports, self.tasks = decisions.exports, tasks
        self.entering = Entering(tasks, owner)
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

    def may_hold(self, decision: Decision) -> bool:
        """Tell whether the outbox can take it, to be sent when the server answers."""
        return self._postbox is not None and decision.action in HOLDABLE

    def hold(self, decision: Decision) -> None:
        """Put it into the outbox instead."""
        if self._postbox is None or decision.claim.id in self._under_way:
            return
        self._under_way.add(decision.claim.id)
        self._postbox.hold(
            decision.action,
            decision.claim,
            decision.words,
            done=partial(self._rest, decision),
            failed=partial(self._fail, decision),
        )

    def waiting(self, claim_id: int) -> str:
        """Return what to say of a claim whose decision waits in the outbox, or nothing."""
        return self._postbox.waiting(claim_id) if self._postbox else ""

    def sending(self, claim_id: int) -> bool:
        """Tell whether a step on the claim is under way, whose outcome is not known yet."""
        return claim_id in self._under_way

    def last(self) -> ClaimRow | None:
        """Return the claim whose decision Z takes back, as it was left."""
        return self._made[-1] if self._made else None

    def _finish(self, decision: Decision, claim: ClaimRow) -> None:
        self._under_way.discard(claim.id)
        self._made = [made for made in self._made if made.id != claim.id]
        if decision.action in UNDOABLE:
            self._made.append(claim)
        self.done.emit(decision, claim)

    def _rest(self, decision: Decision) -> None:
        self._under_way.discard(decision.claim.id)
        self.held.emit(decision)

    def _fail(self, decision: Decision, error: Exception) -> None:
        self._under_way.discard(decision.claim.id)
        if decision.action is Action.UNDO and not isinstance(error, Offline):
            self._made = [made for made in self._made if made.id != decision.claim.id]
        self.failed.emit(decision, error)
        if isinstance(error, ReadOnly):
            self.doubted.emit()
