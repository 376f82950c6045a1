"""How many claims turn out substantiated, month by month, with outcomes that come late."""

from dataclasses import asdict, dataclass
from datetime import date
from math import sqrt
from typing import Any

import numpy as np

from app.ml.arrays import Flags, Floats
from app.ml.intervals import Interval
from app.ml.nowcast import Reported, prevalence, reported
from app.services.drift_claims import Outcomes, month_day, month_number

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Month:
    """Claims of a month: how many are substantiated so far, and the share that will be.

    *known* is the share of outcomes that is likely to have come, *said* the mean probability.
    """

    day: str
    claims: int
    found: int
    known: float
    said: float | None
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Turned:
    """The months; the share before and after the model had learned; found against expected.

    *ratio* is how many claims are substantiated for each that was expected, with its interval.
    """

    months: tuple[Month, ...]
    before: Interval | None
    after: Interval | None
    found: int
    expected: float
    ratio: Interval | None

    def document(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return asdict(self)


def turned_out(outcomes: Outcomes, learned: date | None) -> Turned:
    """Return how the claims turned out, those after *learned* against those before."""
    told = ~np.isnan(outcomes.delay)
    known = reported(outcomes.delay[told], outcomes.age[told], outcomes.claims[told])
    border = month_number(learned) if learned else 0
    numbers = np.unique(outcomes.month)
    months = tuple(_month(outcomes, known, int(number)) for number in numbers)
    later = outcomes.month > border
    found = int(outcomes.claims[told & later].sum())
    expected = float((outcomes.said * known.by(outcomes.age))[later].sum())
    before, after = (_share(outcomes, known, side) for side in (~later, later))
    return Turned(months, before, after, found, expected, _ratio(found, expected))


def _month(outcomes: Outcomes, known: Reported, number: int) -> Month:
    own = outcomes.month == number
    claims, scored = outcomes.claims[own].sum(), outcomes.scored[own].sum()
    share = _share(outcomes, known, own)
    return Month(
        day=str(month_day(number)),
        claims=int(claims),
        found=int(_found(outcomes, own)),
        known=float((known.by(outcomes.age[own]) * outcomes.claims[own]).sum() / claims),
        said=float(outcomes.said[own].sum() / scored) if scored else None,
        share=share.value if share else None,
        low=share.low if share else None,
        high=share.high if share else None,
    )


def _share(outcomes: Outcomes, known: Reported, own: Flags) -> Interval | None:
    claims: Floats = outcomes.claims[own]
    return prevalence(_found(outcomes, own), outcomes.age[own], claims, known)


def _found(outcomes: Outcomes, own: Flags) -> float:
    return float(outcomes.claims[own & ~np.isnan(outcomes.delay)].sum())


def _ratio(found: int, expected: float) -> Interval | None:
    """Return found for each expected, with Byar's interval (N. Breslow, N. Day, 1987)."""
    if expected < FEWEST:
        return None
    more = found + 1
    low = found * (1 - 1 / (9 * found) - 1.96 / (3 * sqrt(found))) ** 3 if found else 0.0
    high = more * (1 - 1 / (9 * more) + 1.96 / (3 * sqrt(more))) ** 3
    return Interval(found / expected, low / expected, high / expected)
