"""Intervals for shares, means and counts, and how long labels take to come."""

from math import sqrt
from typing import NamedTuple

import numpy as np

from app.ml.arrays import Floats

Z95 = 1.959963984540054


class Interval(NamedTuple):
    """An estimate between the ends of its interval."""

    value: float
    low: float
    high: float


def wilson(found: float, of: float, *, z: float = Z95) -> Interval:
    """Return the share of *found* among *of* with Wilson's interval (JASA, 1927); 0–1 if none."""
    if of <= 0:
        return Interval(0.0, 0.0, 1.0)
    share, square = found / of, z * z
    centre = (share + square / (2 * of)) / (1 + square / of)
    half = z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return Interval(share, max(0.0, centre - half), min(1.0, centre + half))


def effective(weights: Floats) -> float:
    """Return how many equally weighted claims say as much (L. Kish, Survey Sampling, 1965)."""
    total = float(weights.sum())
    return total * total / float(np.square(weights).sum()) if total else 0.0


def mean(values: Floats, *, z: float = Z95) -> Interval:
    """Return the mean of equal periods with its normal interval; one period has no interval."""
    centre = float(values.mean()) if len(values) else 0.0
    half = z * float(values.std(ddof=1)) / sqrt(len(values)) if len(values) > 1 else 0.0
    return Interval(centre, centre - half, centre + half)


class Arrival(NamedTuple):
    """The share of labels that has come by each of *days*, with its interval."""

    days: Floats
    share: Floats
    low: Floats
    high: Floats

    def at(self, age: float) -> float:
        """Return the share that has come by *age* days."""
        place = int(np.searchsorted(self.days, age, side="right"))
        return float(self.share[place - 1]) if place else 0.0


def arrival(days: Floats, came: Floats, waiting: Floats, *, z: float = Z95) -> Arrival:
    """Return how labels arrive: *came* and *waiting* claims at each of rising *days*.

    Kaplan and Meier's estimate with Greenwood's variance (JASA 53, 1958): a claim that waits has
    told only that its label takes longer than this.
    """
    leaving = came + waiting
    at_risk = leaving.sum() - np.concatenate([[0.0], np.cumsum(leaving)[:-1]])
    step = np.divide(came, at_risk, out=np.zeros_like(at_risk), where=at_risk > 0)
    survival = np.cumprod(1 - step)
    left = at_risk * (at_risk - came)
    terms = np.divide(came, left, out=np.zeros_like(left), where=left > 0)
    half = z * survival * np.sqrt(np.cumsum(terms))
    share = 1 - survival
    return Arrival(days, share, np.clip(share - half, 0, 1), np.clip(share + half, 0, 1))
