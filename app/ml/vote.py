"""The vote of the nearest settled claims, smoothed by the base rate, is the score."""

from typing import NamedTuple

import numpy as np

from app.ml.arrays import Bytes, Floats
from app.ml.search import Neighbours

PRIOR_WEIGHT = 1.0
NEAR_PART = 16
NEAR_LEAST = 10
NEAR_BANDWIDTH = 0.5
WIDE_BANDWIDTH = 0.7
WIDE_WEIGHT = 30.0
_UNITS = 2.0**30


class Votes(NamedTuple):
    """Weights of each claim's voters, nearest first, (claims, k), their outcomes and the total."""

    weights: Floats
    outcomes: Bytes
    total: Floats
    share: Floats


def cast(neighbours: Neighbours, labels: Bytes, prior: float) -> Votes:
    """Return the votes; *share* is (Σ w·y + m·π) / (Σ w + m) with m = 1 and π = *prior*.

    A weight has two parts. In the near circle, the nearest sixteenth of the voters and at least
    ten, it is Gaussian with .5 of that circle's radius as bandwidth (B. Silverman, Density
    Estimation, 1986). All voters share further 30 units of weight, Gaussian with .7 of the
    distance to the farthest one: where the near are few or of one mind, claims alike in the large
    say how rare the exceptions are. Weights are whole multiples of 2**-30: their sums are exact,
    hence the score does not depend on the order of addition.
    """
    squared = neighbours.squared
    near = min(max(squared.shape[1] // NEAR_PART, NEAR_LEAST), squared.shape[1])
    wide = _gaussian(squared, WIDE_BANDWIDTH, within=squared[:, -1:])
    weights = _whole(wide * (WIDE_WEIGHT / wide.sum(1, keepdims=True)))
    weights += _gaussian(squared, NEAR_BANDWIDTH, within=squared[:, near - 1 : near])
    outcomes = labels[neighbours.places]
    total = weights.sum(1) + PRIOR_WEIGHT
    share = (np.where(outcomes, weights, 0.0).sum(1) + PRIOR_WEIGHT * prior) / total
    return Votes(weights, outcomes, total, share)


def _gaussian(squared: Floats, bandwidth: float, *, within: Floats) -> Floats:
    scale = np.where(within > 0, bandwidth**2 * within, 1.0)
    return _whole(np.where(squared <= within, np.exp(-0.5 * squared / scale), 0.0))


def _whole(weights: Floats) -> Floats:
    return np.rint(weights * _UNITS) / _UNITS


def shares(neighbours: Neighbours, labels: Bytes, prior: float, *, k: int) -> Floats:
    """Return the smoothed share of the first *k* neighbours alone."""
    nearer = Neighbours(neighbours.squared[:, :k], neighbours.places[:, :k])
    return cast(nearer, labels, prior).share
