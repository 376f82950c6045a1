"""Which steps a person may take with a claim now, and why not the others.

This mirrors the database's guards so that a screen can explain them; the database decides.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from app.access import Identity, Permission, Relation
from app.codes import LIFECYCLE, Action, Actor, Status, Transition
from app.services import wording
from app.services.claim_views import ClaimRow
from app.services.figures import money
from app.services.money_views import MoneyView
from app.words import amid, say

_EARLY = frozenset({Status.SUBMITTED, Status.TRIAGED, Status.IN_REVIEW, Status.PENDING_INFO})
EDGES: dict[Action, tuple[frozenset[Status], Status]] = {
    Action.TAKE: (frozenset({Status.TRIAGED, Status.REOPENED}), Status.IN_REVIEW),
    Action.RELEASE: (frozenset({Status.IN_REVIEW}), Status.TRIAGED),
    Action.APPROVE: (frozenset({Status.IN_REVIEW, Status.PENDING_APPROVAL}), Status.APPROVED),
    Action.REFER: (frozenset({Status.IN_REVIEW}), Status.SIU_REVIEW),
    Action.ASK: (frozenset({Status.IN_REVIEW}), Status.PENDING_INFO),
    Action.DENY: (frozenset({Status.IN_REVIEW}), Status.DENIED),
    Action.RESUME: (frozenset({Status.PENDING_INFO, Status.SIU_REVIEW}), Status.IN_REVIEW),
    Action.UNDO: (
        frozenset(
            {
                Status.APPROVED,
                Status.DENIED,
                Status.SIU_REVIEW,
                Status.PENDING_INFO,
                Status.PENDING_APPROVAL,
            }
        ),
        Status.IN_REVIEW,
    ),
    Action.PROPOSE: (frozenset({Status.IN_REVIEW}), Status.PENDING_APPROVAL),
    Action.SEND_BACK: (frozenset({Status.PENDING_APPROVAL}), Status.IN_REVIEW),
    Action.SETTLE: (frozenset({Status.APPROVED}), Status.SETTLED),
    Action.CLOSE: (frozenset({Status.SETTLED, Status.DENIED, Status.WITHDRAWN}), Status.CLOSED),
    Action.REOPEN: (frozenset({Status.CLOSED}), Status.REOPENED),
    Action.WITHDRAW: (_EARLY, Status.WITHDRAWN),
    Action.VOID: (_EARLY | {Status.DRAFT}, Status.VOID),
}
HIDDEN = say("Say first what you think of this claim. Its score is hidden until then.")
DECISIONS = frozenset({Action.APPROVE, Action.REFER, Action.ASK, Action.DENY, Action.PROPOSE})


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a claim decides on the steps: `author` made its last step of status."""

    status: Status
    amount: Decimal
    currency: str
    assigned_to: int | None
    owner: str | None
    author: int | None
    acted_since: bool = False
    money: MoneyView = field(default_factory=MoneyView)
    hidden: bool = False

    @classmethod
    def of(
        cls, row: ClaimRow, *, author: int | None, acted_since: bool, money: MoneyView | None = None
    ) -> "Standing":
        """Return the standing of a line of the queue, its last step and its money."""
        whose = (row.assigned_to, row.owner, author, acted_since)
        known = money or MoneyView()
        return cls(row.status, row.amount, row.currency, *whose, known, row.hidden)


def steps(identity: Identity, claim: Standing) -> dict[Action, str | None]:
    """Return every action of the person's role with None, or the reason why not now."""
    if not identity.may(Permission.CLAIM_DECIDE):
        return {}
    return {action: reason_against(action, identity, claim) for action in Action}


def reason_against(action: Action, identity: Identity, claim: Standing) -> str | None:
    """Return why *action* is not possible now, as a sentence, or None if it is."""
    step = _transition(action, claim.status)
    if step is None:
        return _wrong_status(action, claim.status)
    if action is Action.UNDO:
        return _against_undo(step, identity, claim)
    if action is Action.RESUME and claim.status is Status.SIU_REVIEW:
        return (
            None if identity.siu else say("SIU has this claim; its disposition ends the referral.")
        )
    if claim.status is Status.PENDING_APPROVAL:
        return _against_second(action, identity, claim)
    if claim.hidden and action in DECISIONS - {Action.ASK}:
        return HIDDEN
    return _against_amount(action, identity, claim) or _against_owner(action, identity, claim)


def _transition(action: Action, status: Status) -> Transition | None:
    starts, end = EDGES[action]
    start = Status.IN_REVIEW if action in DECISIONS and status is Status.TRIAGED else status
    return _TABLE.get((start, end)) if start in starts else None


def _against_second(action: Action, identity: Identity, claim: Standing) -> str | None:
    if claim.author == identity.id:
        return say("You sent this claim for approval. A second person decides it.")
    if not identity.supervisor:
        return say("A supervisor decides this claim.")
    return _against_amount(action, identity, claim)


def _against_amount(action: Action, identity: Identity, claim: Standing) -> str | None:
    above = claim.amount > identity.authority_limit
    if action in {Action.APPROVE, Action.PROPOSE, Action.SETTLE} and claim.money.stopped:
        return say("Payments on this claim are stopped: {stopped}", stopped=claim.money.stopped)
    if action is Action.APPROVE and above:
        return _above_authority(identity, claim)
    if action is Action.PROPOSE and not above:
        return say("The amount is within your own authority. Approve the claim yourself.")
    if action is Action.SETTLE and not claim.money.final:
        return say("Record the final payment first, under Money.")
    return _against_closing(claim) if action is Action.CLOSE else None


def _against_closing(claim: Standing) -> str | None:
    if claim.status is Status.DENIED and not claim.money.letter_left:
        return say("Send the letter on the decision first.")
    if claim.money.open_tasks:
        return say("Finish or drop the open tasks first.")
    return None


def _against_owner(action: Action, identity: Identity, claim: Standing) -> str | None:
    if any(identity.reaches(needed, _relation(identity, claim)) for needed in _NEEDED[action]):
        return None
    return (
        say("{value} owns this claim.", value=claim.owner or say("A colleague"))
        if claim.assigned_to
        else (say("Nobody owns this claim. Take it first."))
    )


def _relation(identity: Identity, claim: Standing) -> Relation:
    if claim.assigned_to == identity.id:
        return Relation.ASSIGNED
    free = claim.assigned_to is None and claim.status in _FREE
    return Relation.QUEUE if free else Relation.DESK


def _against_undo(step: Transition, identity: Identity, claim: Standing) -> str | None:
    if claim.status is Status.APPROVED and claim.money.paid:
        return say("Money was paid on this claim. The approval cannot be undone any more.")
    if claim.status is Status.DENIED and claim.money.letter_left:
        return say("The letter on the denial has left. Close the claim, then open it again.")
    if claim.acted_since:
        return say("Somebody acted on this claim since. It cannot be undone any more.")
    if claim.author == identity.id:
        return None
    if Actor.SUPERVISOR in step.who and identity.supervisor:
        return None
    return say("Only the person who took this step can undo it.")


def _above_authority(identity: Identity, claim: Standing) -> str:
    amount = money(claim.amount, claim.currency)
    limit = money(identity.authority_limit, claim.currency)
    return say(
        "{amount} is above your authority of {limit}. Send it for approval.",
        amount=amount,
        limit=limit,
    )


def _wrong_status(action: Action, status: Status) -> str:
    stands = amid(wording.STATUS[status]) if status is not Status.SIU_REVIEW else say("with SIU")
    if action is Action.UNDO:
        return say("There is no decision to undo: the claim is {stands}.", stands=stands)
    return say(
        "{verbs} is not possible while the claim is {stands}.", verbs=_VERBS[action], stands=stands
    )


_VERBS = {
    Action.TAKE: say("Taking"),
    Action.RELEASE: say("Releasing"),
    Action.APPROVE: say("Approving"),
    Action.REFER: say("Referring"),
    Action.ASK: say("Asking for information"),
    Action.DENY: say("Denying"),
    Action.RESUME: say("Resuming the review"),
    Action.PROPOSE: say("Sending for approval"),
    Action.SEND_BACK: say("Sending back"),
    Action.SETTLE: say("Settling"),
    Action.CLOSE: say("Closing"),
    Action.REOPEN: say("Opening again"),
    Action.WITHDRAW: say("Withdrawing"),
    Action.VOID: say("Voiding"),
}
_FREE = frozenset({Status.SUBMITTED, Status.TRIAGED, Status.WITHDRAWN, Status.CLOSED})

# A decision takes a claim of the queue first, so the right to take it is enough.
_NEEDED: dict[Action, tuple[Permission, ...]] = {
    action: (Permission.CLAIM_DECIDE,)
    if action is Action.RELEASE
    else (Permission.CLAIM_DECIDE, Permission.CLAIM_TRIAGE)
    for action in Action
}

_TABLE: dict[tuple[Status | None, Status], Transition] = {
    (step.start, step.end): step for step in LIFECYCLE
}
