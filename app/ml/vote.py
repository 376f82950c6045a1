"""The vote of the nearest settled claims, smoothed by the base rate, is the score."""

from typing import NamedTuple

import numpy as np

from app.ml.arrays import Bytes, Floats
from app.ml.search import Neighbours

BANDWIDTH = 0.4
PRIOR_WEIGHT = 1.0
_UNITS = 2.0**30


class Votes(NamedTuple):
    """Weights of each claim's voters, nearest first, (claims, k), their outcomes and the total."""

    weights: Floats
    outcomes: Bytes
    total: Floats
    share: Floats


def cast(neighbours: Neighbours, labels: Bytes, prior: float) -> Votes:
    """Return the votes; *share* is (Σ w·y + m·π) / (Σ w + m) with m = 1 and π = *prior*.

    Weights are Gaussian, with .4 of the distance to the farthest voter as bandwidth (B. Silverman,
    Density Estimation, 1986), in whole multiples of 2**-30: their sums are exact, hence the score
    does not depend on the order of addition.
    """
    farthest = neighbours.squared[:, -1:]
    bandwidth = np.where(farthest > 0, BANDWIDTH**2 * farthest, 1.0)
    weights = np.rint(np.exp(-0.5 * neighbours.squared / bandwidth) * _UNITS) / _UNITS
    outcomes = labels[neighbours.places]
    total = weights.sum(1) + PRIOR_WEIGHT
    share = (np.where(outcomes, weights, 0.0).sum(1) + PRIOR_WEIGHT * prior) / total
    return Votes(weights, outcomes, total, share)


def shares(neighbours: Neighbours, labels: Bytes, prior: float, *, k: int) -> Floats:
    """Return the smoothed share of the first *k* neighbours alone."""
    nearer = Neighbours(neighbours.squared[:, :k], neighbours.places[:, :k])
    return cast(nearer, labels, prior).share
