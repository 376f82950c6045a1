"""The forms of the register: what an entry of each kind must say."""

from collections.abc import Callable
from dataclasses import dataclass

from app.codes import Status
from app.services.choices import COVERAGES
from app.services.claim_views import ClaimDetail
from app.ui import words
from app.ui.decision import fields
from app.ui.decision.fields import Entry
from app.words import say

OPEN = {Status.IN_REVIEW, Status.PENDING_INFO, Status.SIU_REVIEW, Status.APPROVED}
MONEYED = OPEN | {Status.DENIED, Status.SETTLED, Status.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: its button, its icon, its fields, and why it is not possible now."""

    title: str
    icon: str
    entries: Callable[[ClaimDetail], dict[str, Entry]]
    against: Callable[[ClaimDetail], str | None]


def _reserve(detail: ClaimDetail) -> dict[str, Entry]:
    return {
        "coverage": _coverage(detail),
        "amount": fields.amount(say("Reserve"), detail.row.currency, detail.row.amount),
        "reason": fields.line(say("Why"), needed=say("Say why, in a few words.")),
    }


def _payment(detail: ClaimDetail) -> dict[str, Entry]:
    left = max(detail.row.amount - detail.money.paid, detail.row.amount * 0)
    people = list(dict.fromkeys([detail.row.claimant, *(p.name for p in detail.parties)]))
    return {
        "coverage": _coverage(detail),
        "amount": fields.amount(say("Payment"), detail.row.currency, left),
        "payee": fields.person(
            say("Paid to"), [name for name in people if name], needed=say("Say who.")
        ),
        "final": fields.choice(
            say("Last one"), say("Nothing more is due on this coverage"), on=True
        ),
        "reason": fields.line(say("What for"), needed=say("Say what it is for.")),
    }


def _correction(detail: ClaimDetail) -> dict[str, Entry]:
    known = {
        str(e.id): say(
            "{amount:,.2f} to {payee}, {made_at}",
            amount=e.amount,
            payee=e.payee,
            made_at=words.clock(e.made_at),
        )
        for e in detail.money.entries
        if e.kind == "payment" and e.corrects is None
    }
    return {
        "entry": fields.one_of(say("Payment"), known),
        "amount": fields.amount(say("It really was"), detail.row.currency),
        "reason": fields.line(say("Why"), needed=say("Say why, in a few words.")),
    }


def _stop(_detail: ClaimDetail) -> dict[str, Entry]:
    return {
        "reason": fields.line(say("Why nothing may be paid"), needed=say("Say why payments stop."))
    }


def _nothing(_detail: ClaimDetail) -> dict[str, Entry]:
    return {}


def _coverage(detail: ClaimDetail) -> Entry:
    return fields.one_of(say("Coverage"), COVERAGES[detail.row.claim_type], detail.row.coverage)


def _against_reserve(detail: ClaimDetail) -> str | None:
    return (
        None if detail.row.status in MONEYED else say("Money is entered once a claim is in review.")
    )


def _against_payment(detail: ClaimDetail) -> str | None:
    if detail.row.status is not Status.APPROVED:
        return say("A claim is paid once it is approved.")
    if detail.money.stopped:
        return say("Payments are stopped: {stopped}", stopped=detail.money.stopped)
    return None if detail.money.reserved else say("Set a reserve first.")


def _against_correction(detail: ClaimDetail) -> str | None:
    if any(entry.kind == "payment" for entry in detail.money.entries):
        return _against_payment(detail)
    return say("Nothing was paid yet.")


def _against_stop(detail: ClaimDetail) -> str | None:
    return say("Payments are stopped already.") if detail.money.stopped else None


def _against_lift(detail: ClaimDetail) -> str | None:
    return None if detail.money.stopped else say("Payments are not stopped.")


def _against_check(detail: ClaimDetail) -> str | None:
    if detail.money.checked_at:
        return say("The coverage was checked.")
    early = {Status.IN_REVIEW, Status.PENDING_INFO, Status.SIU_REVIEW}
    return None if detail.row.status in early else say("The coverage is checked during the review.")


KINDS: dict[str, Kind] = {
    "reserve": Kind(say("Set reserve"), "scale", _reserve, _against_reserve),
    "payment": Kind(say("Record payment"), "coins", _payment, _against_payment),
    "correction": Kind(say("Correct a payment"), "pencil", _correction, _against_correction),
    "stop": Kind(say("Stop payments"), "ban", _stop, _against_stop),
    "lift": Kind(say("Let payments go on"), "circle-check", _nothing, _against_lift),
    "coverage": Kind(say("Coverage checked"), "shield-check", _nothing, _against_check),
}
