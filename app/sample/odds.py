"""How likely a claim of the sample ends substantiated: small things add up."""

from collections.abc import Iterator
from math import exp, log

from app.sample.draft import Draft

BASE = 0.009
GRADE, USUAL, STRONGEST = 0.55, 3.2, 1.4
STEP, ROUND_FROM = 100, 1000
YOUNG, SLOW, CHANGED_LATELY, OFTEN, FIRST_MONTHS = 45, 14, 40, 3, 120
EXPECTS_AUTHORITY = ("theft", "fire", "hit_and_run", "vandalism")
TOTAL = ("theft", "fire")


def odds(claim: Draft) -> float:
    """Return the chance for an unremarkable claim, from what an adjuster would notice."""
    return _shifted(BASE, sum(_weights(claim)))


def graded(claim: Draft, chance: float) -> float:
    """Return the chance within a story: more traits than usual raise it, fewer lower it."""
    more = GRADE * (sum(_weights(claim)) - USUAL)
    return _shifted(chance, min(max(more, -STRONGEST), STRONGEST))


def _shifted(chance: float, by: float) -> float:
    """Return *chance* with its log-odds moved."""
    return 1 / (1 + exp(-log(chance / (1 - chance)) - by))


def _weights(claim: Draft) -> Iterator[float]:
    young, slow = claim.age <= YOUNG, claim.delay >= SLOW
    if slow:
        yield 1.4
    if young:
        yield 1.3
    if young and slow:
        yield 1.2
    if claim.changed is not None and claim.changed <= CHANGED_LATELY:
        yield 1.2
    if claim.prior >= OFTEN:
        yield 1.0
    if claim.amount >= ROUND_FROM and claim.amount % STEP == 0:
        yield 0.6
    if claim.kind in EXPECTS_AUTHORITY and claim.authority not in ("police", "fire"):
        yield 1.4
    yield from _of_the_line(claim)


def _of_the_line(claim: Draft) -> Iterator[float]:
    facts = claim.facts
    if facts.get("injured_count") and facts.get("drivable"):
        yield 1.4
    if claim.kind in TOTAL and claim.claim_type == "motor" and facts.get("keys_count") == 1:
        yield 1.5
    if facts.get("forced_entry") is False:
        yield 1.3
    items = facts.get("items") or []
    if len(items) > 1 and sum(bool(item["receipt"]) for item in items) * 3 <= len(items):
        yield 1.3
    if claim.claim_type == "health" and "pre_authorization_no" not in facts and young_bill(claim):
        yield 1.2
    if claim.claim_type == "travel" and claim.cause in ("baggage_loss", "baggage_delay", "delay"):
        yield 0.0 if "carrier_report_no" in facts else 1.6


def young_bill(claim: Draft) -> bool:
    """Tell whether a large part of the limit was billed in the first months."""
    return claim.age <= FIRST_MONTHS and claim.amount >= claim.limit / 3
