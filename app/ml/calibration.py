"""Beta calibration: the smoothed vote becomes a probability that means what it says."""

from dataclasses import dataclass

import numpy as np

from app.ml.arrays import Bytes, Floats

_EDGE = 1e-6
_STEPS = 50
_RIDGE = 1e-3
_CLOSE = 1e-9
_STEEP = 500.0


@dataclass(frozen=True)
class Calibration:
    """log-odds = *rise* · ln s − *fall* · ln(1 − s) + *shift*, with rise and fall not negative.

    M. Kull, T. Silva Filho, P. Flach: Beyond sigmoids, Electronic Journal of Statistics, 2017.
    """

    rise: float
    fall: float
    shift: float

    def probability(self, share: Floats) -> Floats:
        """Return the probability for each smoothed vote in 0–1; never decreasing in it."""
        inside = np.clip(share, _EDGE, 1 - _EDGE)
        odds = self.rise * np.log(inside) - self.fall * np.log1p(-inside) + self.shift
        return _logistic(odds)


def fit_calibration(share: Floats, y: Bytes) -> Calibration:
    """Return the calibration that maximises the likelihood of *y*, slightly held to identity."""
    inside = np.clip(share, _EDGE, 1 - _EDGE)
    design = np.column_stack([np.log(inside), -np.log1p(-inside), np.ones(len(y))])
    for used in ([0, 1, 2], [0, 2], [1, 2]):
        solution = np.zeros(3)
        solution[used] = _newton(design[:, used], y, np.array([1.0, 1.0, 0.0])[used])
        if (solution[:2] >= 0).all():
            return Calibration(*(float(value) for value in solution))
    return Calibration(1.0, 1.0, 0.0)


def _newton(design: Floats, y: Bytes, start: Floats) -> Floats:
    """Return the minimum of the penalised loss, by Newton steps halved until they descend."""

    def loss(solution: Floats) -> float:
        odds = design @ solution
        fit = np.logaddexp(0, odds).sum() - odds @ y
        return float(fit + _RIDGE / 2 * np.square(solution - start).sum())

    solution = start.copy()
    for _ in range(_STEPS):
        p = _logistic(design @ solution)
        slope = design.T @ (y - p) - _RIDGE * (solution - start)
        curve = (design * (p * (1 - p))[:, None]).T @ design + _RIDGE * np.eye(len(start))
        step = np.linalg.solve(curve, slope)
        here = loss(solution)
        while loss(solution + step) > here and np.abs(step).max() > _CLOSE:
            step /= 2
        if np.abs(step).max() <= _CLOSE:
            break
        solution += step
    return solution


def _logistic(odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-np.clip(odds, -_STEEP, _STEEP)))
