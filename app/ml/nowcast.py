"""How many outcomes there will be, when those of young claims have not all come yet."""

from typing import NamedTuple

import numpy as np

from app.ml.arrays import Floats
from app.ml.intervals import Interval, wilson

LEAST_KNOWN = 0.5


class Reported(NamedTuple):
    """The share of outcomes that is known by each of rising *days*."""

    days: Floats
    share: Floats

    def by(self, ages: Floats) -> Floats:
        """Return the share that is known at each of *ages*; all of it beyond the last day."""
        padded = np.concatenate([[0.0], self.share])
        known: Floats = padded[np.searchsorted(self.days, ages, side="right")]
        return known


def reported(delays: Floats, ages: Floats, counts: Floats | None = None) -> Reported:
    """Return how outcomes arrive, from those that have: each after its delay, at an age by now.

    An outcome is only seen if its delay is no longer than the age of its claim, so the delays
    seen are too short; the product-limit estimate in reversed time corrects that (S. Lagakos,
    L. Barraj, V. De Gruttola, Biometrika 75, 1988). For whole periods it is the chain ladder.
    """
    weight = np.ones(len(delays)) if counts is None else counts
    days, place = np.unique(delays, return_inverse=True)
    came = np.bincount(place, weight, minlength=len(days))
    order = np.argsort(ages, kind="stable")
    before = np.concatenate([[0.0], np.cumsum(weight[order])])
    too_young = before[np.searchsorted(ages[order], days, side="left")]
    at_risk = np.cumsum(came) - too_young
    stay = 1 - np.divide(came, at_risk, out=np.zeros(len(days)), where=at_risk > 0)
    later = np.append(np.cumprod(stay[::-1])[::-1][1:], [1.0]) if len(days) else stay
    return Reported(days, later)


def prevalence(found: float, ages: Floats, claims: Floats, known: Reported) -> Interval | None:
    """Return the share of claims that will turn out so, of which *found* have so far.

    *claims* have each of *ages*. Each counts as much as an outcome of its age is likely to be
    known. None where too little can be known yet.
    """
    exposure = float((known.by(ages) * claims).sum())
    if exposure < LEAST_KNOWN * claims.sum() or exposure <= 0:
        return None
    return wilson(min(found, exposure), exposure)
