"""Where the sample's claims stand: settled ones closed, open ones spread over the desk."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.codes import DenialReason, Outcome, ReferralReason, Status
from app.sample.claim import SampleClaim, Standing
from app.sample.dice import Dice
from app.sample.people import ADJUSTERS, PEOPLE, USERS

ORDINARY = {
    Status.TRIAGED: 78.0,
    Status.IN_REVIEW: 9.0,
    Status.PENDING_INFO: 7.0,
    Status.APPROVED: 5.5,
    Status.SIU_REVIEW: 0.5,
}
SUSPECT = {
    Status.TRIAGED: 58.0,
    Status.SIU_REVIEW: 22.0,
    Status.IN_REVIEW: 8.0,
    Status.PENDING_INFO: 5.0,
    Status.DENIED: 7.0,
}
FRESH = timedelta(days=1)
OWN_CLAIMS = 5
ASKED = (
    ("two quotes and the purchase invoice", "the claimant"),
    ("the statement made at the time", "the claimant"),
    ("receipts for the three largest items", "the claimant"),
    ("pictures taken on the day", "the claimant"),
    ("a copy of the policy schedule", "the broker"),
)
WORDING = "We pay for loss or damage that is shown to have happened as it was described to us."
SLOW, YOUNG = timedelta(days=14), timedelta(days=90)


def stand(
    settled: list[SampleClaim], still_open: list[SampleClaim], *, as_of: date, dice: Dice
) -> None:
    """Close the settled claims, and set the open ones somewhere between triage and decision."""
    for claim in settled:
        claim.standing = _closed(claim, dice)
    now = datetime.combine(as_of, time(), UTC)
    for claim in still_open:
        claim.standing = _working(claim, now, dice)
    for person in USERS:
        for claims in (settled, still_open):
            for claim in _portal(claims, dice):
                _submitted_by(claim, person.username, person.full_name)
    for person in USERS:
        _ask_for_more(next(one for one in still_open if one.user == person.username), now)


def _closed(claim: SampleClaim, dice: Dice) -> Standing:
    substantiated = claim.outcome is Outcome.SUBSTANTIATED
    investigated = substantiated or dice.chance(0.05)
    paid = "paid_partial" if dice.chance(0.2) else "paid_full"
    return Standing(
        status=Status.CLOSED,
        handler=_handler(claim, dice),
        siu_status="concluded" if investigated else None,
        siu_disposition=str(claim.outcome) if investigated else None,
        closed_outcome=dice.choice(("denied", "withdrawn")) if substantiated else paid,
        review_outcome=_review(dice, substantiated=substantiated, investigated=investigated),
        stepped=claim.submission_date + timedelta(days=dice.randrange(4, 11)),
    )


def _review(dice: Dice, *, substantiated: bool, investigated: bool) -> str | None:
    if substantiated:
        return "justified_review"
    return dice.choice(("useful_but_clear", "false_alarm")) if investigated else None


def _working(claim: SampleClaim, now: datetime, dice: Dice) -> Standing:
    status = dice.weighted(SUSPECT if claim.suspect else ORDINARY)
    waited = now - claim.submission_date
    if status is Status.TRIAGED or waited < FRESH:
        return Standing(handler=_handler(claim, dice))
    more: dict[str, Any] = STEPS[status](claim, now, dice) if status in STEPS else {}
    stepped = claim.submission_date + waited * dice.uniform(0.3, 0.95)
    owner = _handler(claim, dice)
    return Standing(status=status, assigned_to=owner, handler=owner, stepped=stepped, **more)


def _pending(_claim: SampleClaim, now: datetime, dice: Dice) -> dict[str, Any]:
    what, whom = dice.choice(ASKED)
    until = now.date() + timedelta(days=dice.randrange(3, 15))
    return {
        "status_detail": {"what": what, "of_whom": whom, "until": until.isoformat()},
        "hold_until": until,
    }


def _referred(claim: SampleClaim, _now: datetime, _dice: Dice) -> dict[str, Any]:
    return {
        "status_reason": str(_indicator(claim)),
        "siu_status": "referred",
    }


def _indicator(claim: SampleClaim) -> ReferralReason:
    if {"phone", "email", "address"} & claim.links.keys():
        return ReferralReason.SHARED_CONTACT
    if claim.reported_date - claim.loss_date > SLOW:
        return ReferralReason.LATE_REPORT
    if claim.loss_date - claim.policy_start < YOUNG:
        return ReferralReason.EARLY_LOSS
    return ReferralReason.AMOUNT_UNUSUAL


def _denied(_claim: SampleClaim, _now: datetime, _dice: Dice) -> dict[str, Any]:
    return {
        "status_reason": str(DenialReason.NOT_SUBSTANTIATED),
        "status_detail": {"wording": WORDING},
    }


STEPS = {
    Status.PENDING_INFO: _pending,
    Status.SIU_REVIEW: _referred,
    Status.DENIED: _denied,
}


def _handler(claim: SampleClaim, dice: Dice) -> str:
    """Return somebody of the region who knows the line."""
    able = [
        person.username
        for person in PEOPLE
        if person.username in ADJUSTERS[claim.region] and claim.claim_type in person.lines
    ]
    return dice.choice(able)


def _portal(claims: list[SampleClaim], dice: Dice) -> list[SampleClaim]:
    """Return a few unremarkable claims that came in through the portal."""
    plain = [
        claim
        for claim in claims
        if claim.how_reported == "portal" and claim.story == "honest" and claim.user is None
    ]
    return dice.sample(plain, OWN_CLAIMS)


def _ask_for_more(claim: SampleClaim, now: datetime) -> None:
    """Let an adjuster wait for something that the submitter has."""
    what, whom = ASKED[2]
    until = now.date() + timedelta(days=9)
    able = (p.username for p in PEOPLE if p.username in ADJUSTERS[claim.region])
    owner = next(iter(able))
    claim.standing = Standing(
        status=Status.PENDING_INFO,
        assigned_to=owner,
        handler=owner,
        stepped=claim.submission_date + (now - claim.submission_date) * 0.6,
        status_detail={"what": what, "of_whom": whom, "until": until.isoformat()},
        hold_until=until,
    )


def _submitted_by(claim: SampleClaim, username: str, name: str) -> None:
    claim.user = username
    claim.parties = [
        replace(party, name=name, relation=party.relation and "self")
        if party.kind in ("claimant", "policyholder", "reporter", "driver")
        else party
        for party in claim.parties
    ]
