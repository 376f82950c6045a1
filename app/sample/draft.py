"""A sample claim while the recipe still shapes it; every moment is counted in days."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.sample.town import Firm, Person, Town

YEAR = 365


class Day(NamedTuple):
    """A day among the facts, counted from the day of the loss."""

    after_loss: int


class Moment(NamedTuple):
    """An hour of the day of the loss."""

    hour: int


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of loss: how common it is, what it costs and how long until it is reported."""

    cause: str
    weight: float
    median: float
    spread: float
    delay: float = 1.5


@dataclass(slots=True, kw_only=True)
class Draft:
    """A claim in the making; `odds` is the chance that it ends substantiated."""

    claim_type: str
    kind: str
    cause: str
    coverage: str
    received: int
    region: str
    claimant: Person
    amount: float
    limit: int
    deductible: int
    delay: int
    age: int
    term: int = YEAR
    changed: int | None = None
    hour: int | None = None
    how: str = "phone"
    authority: str = "none"
    prior: int = 0
    facts: dict[str, Any] = field(default_factory=dict)
    reporter: Person | None = None
    relation: str = "self"
    third: Person | None = None
    firm: Firm | None = None
    firm_kind: str = "repairer"
    city: str = ""
    country: str = "United Kingdom"
    street: str = ""
    junction: str = ""
    script: str = ""
    odds: float = 0.013
    story: str = "honest"


CHANNELS = {"phone": 38.0, "portal": 30.0, "email": 16.0, "agent": 12.0, "walk_in": 4.0}
LATE, VERY_LATE = 0.025, (25, 120)
CHANGED = 0.12
FAMILY, REPORTED_BY_OTHER = 0.03, 0.1
RELATIONS = ("family", "family", "family", "employee", "other")


def begin(
    town: Town, claim_type: str, cause: Cause, *, kind: str, received: int, region: str
) -> Draft:
    """Return what every honest claim has, whatever its line."""
    dice, claimant = town.dice, town.person(region)
    if dice.chance(FAMILY):
        claimant = town.relative(claimant)
    age = dice.randrange(YEAR)
    late = dice.chance(LATE)
    claim = Draft(
        claim_type=claim_type,
        kind=kind,
        cause=cause.cause,
        coverage="",
        received=received,
        region=region,
        claimant=claimant,
        amount=dice.around(cause.median, cause.spread),
        limit=0,
        deductible=0,
        delay=dice.randrange(*VERY_LATE) if late else dice.few(cause.delay),
        age=age,
        changed=dice.randrange(age) if age > 1 and dice.chance(CHANGED) else None,
        hour=dice.weighted(HOURS) if dice.chance(0.8) else None,
        how=dice.weighted(CHANNELS),
        prior=dice.few(0.45),
        city=claimant.city,
        street=town.street(),
        junction=dice.choice(town.words.places["junctions"]),
        script=f"{claim_type}.{kind}",
    )
    if dice.chance(REPORTED_BY_OTHER):
        claim.reporter, claim.relation = town.relative(claimant), dice.choice(RELATIONS)
    return claim


HOURS = {
    hour: weight
    for first, weight in ((0, 1.0), (6, 5.0), (12, 6.0), (18, 4.0))
    for hour in range(first, first + 6)
}
