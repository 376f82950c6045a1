"""The money of the sample's claims: reserves set, payments made, and amounts sent for approval."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from app.codes import Status
from app.sample.claim import SampleClaim
from app.sample.dice import Dice
from app.sample.people import PEOPLE

AUTHORITY = {person.username: person.authority for person in PEOPLE}
RESERVED = frozenset(
    {
        Status.IN_REVIEW,
        Status.PENDING_INFO,
        Status.SIU_REVIEW,
        Status.PENDING_APPROVAL,
        Status.APPROVED,
        Status.SETTLED,
    }
)
READY = frozenset({Status.PENDING_APPROVAL, Status.APPROVED, Status.SETTLED})
CENT = Decimal("0.01")
ROUGH = Decimal(50)
STOPPED = "The repairer's invoice is being checked with the police."
MARGIN = timedelta(minutes=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEntry:
    """A row of `claims_money`; `made_by` is a user name."""

    kind: str
    coverage: str
    amount: Decimal
    payee: str | None
    is_final: bool
    reason: str
    made_by: str
    made_at: datetime


def enter(claims: list[SampleClaim], dice: Dice) -> None:
    """Send what is above its handler's authority for approval, and enter the money of all."""
    for claim in claims:
        _propose(claim)
        if claim.standing.status is Status.APPROVED and dice.chance(0.35):
            claim.standing = replace(claim.standing, status=Status.SETTLED)
        if claim.standing.status in RESERVED:
            _enter(claim, dice)


def _propose(claim: SampleClaim) -> None:
    standing = claim.standing
    above = claim.amount > AUTHORITY.get(standing.handler or "", Decimal(0))
    if above and standing.status in {Status.IN_REVIEW, Status.APPROVED}:
        claim.standing = replace(standing, status=Status.PENDING_APPROVAL)


def _enter(claim: SampleClaim, dice: Dice) -> None:
    standing = claim.standing
    ready, stepped = standing.status in READY, standing.stepped or claim.submission_date
    first = (claim.amount * Decimal(dice.randrange(60, 130)) / 100 / ROUGH).quantize(Decimal(1))
    claim.entries.append(_reserve(claim, first * ROUGH, "First estimate", stepped - 2 * MARGIN))
    if ready:
        claim.entries.append(_reserve(claim, claim.amount, "Set with the approval", stepped))
        claim.standing = replace(claim.standing, checked=stepped - MARGIN)
    elif dice.chance(0.5):
        claim.standing = replace(claim.standing, checked=stepped + MARGIN)
    if standing.status is Status.IN_REVIEW and dice.chance(0.04):
        claim.standing = replace(claim.standing, stop_payment=STOPPED)
    if standing.status is Status.APPROVED and dice.chance(0.5):
        part = (claim.amount * Decimal("0.4")).quantize(CENT)
        claim.entries.append(_payment(claim, part, stepped + MARGIN, final=False))
    elif standing.status is Status.SETTLED:
        claim.entries.append(_payment(claim, claim.amount, stepped + MARGIN, final=True))


def _reserve(claim: SampleClaim, amount: Decimal, why: str, at: datetime) -> SampleEntry:
    return SampleEntry(
        kind="reserve",
        coverage=claim.coverage,
        amount=amount,
        payee=None,
        is_final=False,
        reason=why,
        made_by=claim.standing.handler or "",
        made_at=at,
    )


def _payment(claim: SampleClaim, amount: Decimal, at: datetime, *, final: bool) -> SampleEntry:
    return SampleEntry(
        kind="payment",
        coverage=claim.coverage,
        amount=amount,
        payee=claim.claimant,
        is_final=final,
        reason="In full and final settlement" if final else "On account",
        made_by=claim.standing.handler or "",
        made_at=at,
    )
