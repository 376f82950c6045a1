"""The vote of the nearest settled claims, smoothed by the base rate, is the score."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from app.ml.arrays import Bytes, Floats
from app.ml.metric import Metric
from app.ml.search import Neighbours

PRIOR_WEIGHT = 1.0
NEAR_PART = 16
NEAR_LEAST = 10
NEAR_BANDWIDTH = 0.5
WIDE_BANDWIDTH = 0.7
_UNITS = 2.0**30
_PART = 4096


class Votes(NamedTuple):
    """Weights of each claim's voters, nearest first, (claims, k), their outcomes and the total."""

    weights: Floats
    outcomes: Bytes
    total: Floats
    share: Floats


def cast(neighbours: Neighbours, labels: Bytes, prior: float, *, wide: float) -> Votes:
    """Return the votes; *share* is (Σ w·y + m·π) / (Σ w + m) with m = 1 and π = *prior*.

    A weight has two parts. In the near circle, the nearest sixteenth of the voters and at least
    ten, it is Gaussian with .5 of that circle's radius as bandwidth (B. Silverman, Density
    Estimation, 1986). All voters share *wide* units of weight besides, Gaussian with .7 of the
    distance to the farthest one: where the near are few or of one mind, claims alike in the large
    say how rare the exceptions are. Weights are whole multiples of 2**-30: their sums are exact,
    hence the score does not depend on the order of addition.
    """
    circle, near = _circles(neighbours.squared)
    weights = _whole(circle * wide) + _whole(near)
    outcomes = labels[neighbours.places]
    total = weights.sum(1) + PRIOR_WEIGHT
    share = (np.where(outcomes, weights, 0.0).sum(1) + PRIOR_WEIGHT * prior) / total
    return Votes(weights, outcomes, total, share)


def left_out(
    metric: Metric, labels: Bytes, prior: float, *, k: int, wide: float
) -> tuple[Floats, Floats]:
    """Return each settled claim's vote by the others, and its squared distance to its tenth voter.

    Some thousand at a time, so that memory does not grow with voters times claims.
    """
    share, distance = np.empty(len(labels)), np.empty(len(labels))
    for start in range(0, len(labels), _PART):
        part = np.arange(start, min(start + _PART, len(labels)))
        around = metric.search.nearest(metric.placed[part], k, skip=part)
        share[part] = cast(around, labels, prior, wide=wide).share
        distance[part] = around.squared[:, min(NEAR_LEAST, k) - 1]
    return share, distance


def shares(
    neighbours: Neighbours, labels: Bytes, prior: float, *, k: int, wides: Sequence[float]
) -> list[Floats]:
    """Return the smoothed share of the first *k* neighbours alone, for each of the *wides*.

    Weights are not rounded to whole multiples, so a share is that of `cast` to 1e-8.
    """
    circle, near = _circles(neighbours.squared[:, :k])
    outcomes = labels[neighbours.places[:, :k]]
    far, close = (np.where(outcomes, part, 0.0).sum(1) for part in (circle, near))
    total = near.sum(1) + PRIOR_WEIGHT
    return [(wide * far + close + PRIOR_WEIGHT * prior) / (wide + total) for wide in wides]


def _circles(squared: Floats) -> tuple[Floats, Floats]:
    """Return weights in the wide circle, which sum to 1, and in the near one."""
    inner = min(max(squared.shape[1] // NEAR_PART, NEAR_LEAST), squared.shape[1])
    farthest, border = squared[:, -1:], squared[:, inner - 1 : inner]
    circle = np.exp(squared * _exponent(WIDE_BANDWIDTH, farthest))
    near = np.zeros_like(squared)
    np.exp(squared * _exponent(NEAR_BANDWIDTH, border), out=near, where=squared <= border)
    return circle / circle.sum(1, keepdims=True), near


def _exponent(bandwidth: float, within: Floats) -> Floats:
    return np.where(within > 0, -0.5 / (bandwidth**2 * np.where(within > 0, within, 1.0)), 0.0)


def _whole(weights: Floats) -> Floats:
    return np.rint(weights * _UNITS) / _UNITS
