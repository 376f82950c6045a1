"""Two samples of one fact, the first weighed: how far apart they are, and what chance allows."""

from math import exp, sqrt

import numpy as np

from app.ml.arrays import Floats
from app.ml.intervals import effective

FLOOR = 0.5
_FOUR_SIGMA = 4.0
_TERMS = 100
_SURE = 0.04


def stability(before: np.ndarray, after: np.ndarray) -> float:
    """Return the population stability index of counts by level: Σ (q − p) · ln(q / p).

    S. Lewis, An Introduction to Credit Scoring, 1994; an empty level counts as half a claim.
    """
    p, q = shares(before), shares(after)
    return float(((q - p) * np.log(q / p)).sum())


def shares(counts: np.ndarray) -> Floats:
    """Return the part of each level, an empty one counted as half a claim."""
    filled: Floats = np.maximum(np.asarray(counts, np.float64), FLOOR)
    parts: Floats = filled / filled.sum()
    return parts


def chance(levels: int, before: float, after: float) -> float:
    """Return the index that samples of these sizes from one source stay below, at four sigma.

    The index is about (1/n + 1/m) · χ² with one degree of freedom less than levels (B. Yurdakul,
    J. Naranjo, Statistical properties of the population stability index, 2020); its quantile is
    that of E. Wilson and M. Hilferty (PNAS 17, 1931).
    """
    free = max(levels - 1, 1)
    part = 2 / (9 * free)
    quantile = free * (1 - part + _FOUR_SIGMA * sqrt(part)) ** 3
    return (1 / before + 1 / after) * quantile if min(before, after) > 0 else float("inf")


def kolmogorov_smirnov(old: Floats, new: Floats, weights: Floats) -> tuple[float, float]:
    """Return the largest gap between the two distributions, and how often chance makes it so large.

    *weights* belong to *old*; the probability is Kolmogorov's limit at the effective sizes.
    """
    if not len(old) or not len(new) or weights.sum() <= 0:
        return 0.0, 1.0
    values = np.concatenate([old, new])
    order = np.argsort(values)
    steps = np.concatenate([weights / weights.sum(), np.full(len(new), -1 / len(new))])
    gap = np.abs(np.cumsum(steps[order]))
    ordered = values[order]
    ends = np.append(ordered[1:] != ordered[:-1], [True])
    largest = float(gap[ends].max())
    of = effective(weights)
    return largest, kolmogorov(largest * sqrt(of * len(new) / (of + len(new))))


def kolmogorov(reached: float) -> float:
    """Return the probability that Kolmogorov's limit is larger (N. Smirnov, 1948)."""
    if reached < _SURE:
        return 1.0
    signs = (1.0 if n % 2 else -1.0 for n in range(1, _TERMS + 1))
    terms = (s * exp(-2.0 * (n * reached) ** 2) for n, s in enumerate(signs, 1))
    return min(1.0, max(0.0, 2 * sum(terms)))
