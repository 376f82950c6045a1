"""What each step of a claim must say: the fields of its form, or none when it needs no words."""

from collections.abc import Callable
from decimal import Decimal

from app.codes import Action, Status
from app.services import wording
from app.services.claim_views import ClaimDetail
from app.ui.decision import fields
from app.ui.decision.fields import Entry
from app.words import say

COVERED = say("I have checked that the policy covers this loss")


def entries_of(action: Action, detail: ClaimDetail) -> dict[str, Entry]:
    """Return the fields of *action* on this claim; nothing when it can be done at once."""
    if action is Action.RESUME and detail.row.status is Status.SIU_REVIEW:
        return _disposition(detail)
    make = _ENTRIES.get(action)
    return make(detail) if make else {}


def _approve(detail: ClaimDetail) -> dict[str, Entry]:
    lacking = _readiness(detail)
    return lacking | {"note": fields.text("Note")} if lacking else {}


def _propose(detail: ClaimDetail) -> dict[str, Entry]:
    hint = say("What the second person should know")
    return _readiness(detail) | {"note": fields.text("Note", hint=hint)}


def _readiness(detail: ClaimDetail) -> dict[str, Entry]:
    """Return what an approval still lacks: a checked coverage, a reserve that is enough."""
    if detail.row.status is Status.PENDING_APPROVAL:
        return {}
    found: dict[str, Entry] = {}
    if detail.money.checked_at is None:
        needed = say("Check the coverage, then tick this with the space bar.")
        found["covered"] = fields.tick(say("Coverage"), COVERED, needed=needed)
    if detail.money.reserved < detail.row.amount:
        own = sum(e.reserved for e in detail.money.lines if e.coverage != detail.row.coverage)
        level = max(detail.row.amount - own, Decimal(0))
        found["reserve"] = fields.amount(say("Reserve"), detail.row.currency, level)
    return found


def _refer(_detail: ClaimDetail) -> dict[str, Entry]:
    return {
        "reason": fields.reasons(wording.REFERRAL_REASON),
        "note": fields.text("Note", hint="What the indicators are consistent with, and where seen"),
    }


def _ask(detail: ClaimDetail) -> dict[str, Entry]:
    people = [party.name for party in detail.parties]
    return {
        "what": fields.text("What is asked", needed="Say what is asked."),
        "of_whom": fields.person(say("Of whom"), people, needed=say("Say whom you ask.")),
        "until": fields.day(say("Back in the queue on")),
    }


def _deny(_detail: ClaimDetail) -> dict[str, Entry]:
    return {
        "reason": fields.reasons(wording.DENIAL_REASON),
        "wording": fields.text(
            "Policy wording",
            hint="Quote the clause the denial rests on",
            needed="Quote the policy wording the denial rests on.",
        ),
        "note": fields.text("Note"),
    }


def _disposition(_detail: ClaimDetail) -> dict[str, Entry]:
    return {
        "disposition": fields.reasons(wording.DISPOSITION),
        "note": fields.text("Note", hint="What was found"),
    }


def _send_back(_detail: ClaimDetail) -> dict[str, Entry]:
    return {"note": fields.text("Why it goes back", needed="Say why the claim goes back.")}


def _close(detail: ClaimDetail) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    if detail.row.status is not Status.WITHDRAWN:
        found["outcome"] = fields.reasons(
            wording.REVIEW_OUTCOME, label=say("What the review came to")
        )
    if detail.money.outstanding:
        rest = say(
            "Release the {outstanding:,.2f} that the reserve still holds",
            outstanding=detail.money.outstanding,
        )
        found["release"] = fields.tick(
            say("Reserve"), rest, needed=say("A claim closes without a reserve.")
        )
    return found | {"note": fields.text("Note")}


def _reopen(_detail: ClaimDetail) -> dict[str, Entry]:
    needed = say("Say what is new, in a few words.")
    return {
        "reason": fields.reasons(wording.REOPEN_REASON),
        "note": fields.text("What is new", needed=needed),
    }


def _withdraw(detail: ClaimDetail) -> dict[str, Entry]:
    people = [party.name for party in detail.parties]
    return {
        "by_whom": fields.person(
            say("Withdrawn by"), people, needed=say("Say who withdraws the claim.")
        ),
        "note": fields.text("In their words", needed="Write down what was said."),
    }


def _void(_detail: ClaimDetail) -> dict[str, Entry]:
    hint = say("Leave it empty when the claim was entered in error")
    return {
        "survivor": fields.line(say("Number of the claim that survives"), hint=hint),
        "note": fields.text("Note"),
    }


_ENTRIES: dict[Action, Callable[[ClaimDetail], dict[str, Entry]]] = {
    Action.APPROVE: _approve,
    Action.PROPOSE: _propose,
    Action.REFER: _refer,
    Action.ASK: _ask,
    Action.DENY: _deny,
    Action.SEND_BACK: _send_back,
    Action.CLOSE: _close,
    Action.REOPEN: _reopen,
    Action.WITHDRAW: _withdraw,
    Action.VOID: _void,
}
