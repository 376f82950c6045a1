"""The gate of a new model: it must be no worse than the one that judges, on the same claims."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from app.ml.arrays import Bytes, Floats
from app.ml.metrics import auc

DRAWS = 400
FEWEST, FEWEST_FOUND = 100, 10
WORSE, UNSOUND = 0.02, 0.05
_BUDGET = 0.1


class Said(NamedTuple):
    """What one model said of the tried claims."""

    score: Floats
    probability: Floats


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found; *faults* are sentences and empty where it is passed."""

    figures: dict[str, Any]
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Tell whether the new model may be registered."""
        return not self.faults


def compare(y: Bytes, weights: Floats, old: Said, new: Said, *, seed: int = 0) -> Verdict:
    """Compare two models on claims that neither has seen, weighed to speak for all claims.

    The new one passes if the interval of its gain in average precision (95%, paired bootstrap of
    *DRAWS*) stays above a loss of .02 and its calibration error is below .05 or no greater than
    the old one's.
    """
    if len(y) < FEWEST or min(int(y.sum()), len(y) - int(y.sum())) < FEWEST_FOUND:
        return Verdict({"tried": len(y), "substantiated": int(y.sum())}, (_too_few(y),))
    gain, low, high = _gain(y, weights, old.score, new.score, seed)
    figures: dict[str, Any] = {
        "tried": len(y),
        "substantiated": int(y.sum()),
        "gain": gain,
        "gain_low": low,
        "gain_high": high,
        "old": quality(y, weights, old),
        "new": quality(y, weights, new),
    }
    return Verdict(figures, tuple(_faults(figures)))


def quality(y: Bytes, weights: Floats, said: Said) -> dict[str, float]:
    """Return ranking and calibration of what a model said, weighed."""
    return {
        "roc_auc": auc(y, said.score),
        "average_precision": precision(y, weights, said.score),
        "recall_at_10pct": recall(y, weights, said.score),
        "ece": calibration(y, weights, said.probability),
    }


def precision(y: Bytes, weights: Floats, score: Floats) -> float:
    """Return the average precision of weighed claims, tied scores taken together."""
    order = np.argsort(-score, kind="stable")
    found = np.cumsum(weights[order] * y[order])
    total = np.cumsum(weights[order])
    ends = np.append(np.diff(score[order]) != 0, [True])
    steps = np.diff(found[ends] / max(found[-1], 1e-12), prepend=0.0)
    return float(np.sum(steps * found[ends] / total[ends]))


def recall(y: Bytes, weights: Floats, score: Floats, budget: float = _BUDGET) -> float:
    """Return the share of substantiated weight among the highest scores of that share of all."""
    order = np.argsort(-score, kind="stable")
    reviewed = np.cumsum(weights[order]) / weights.sum()
    found = np.cumsum(weights[order] * y[order]) / max(float((weights * y).sum()), 1e-12)
    return float(np.interp(budget, np.append(0, reviewed), np.append(0, found)))


def calibration(y: Bytes, weights: Floats, probability: Floats, bins: int = 10) -> float:
    """Return the expected calibration error over bins of about equal weight."""
    order = np.argsort(probability, kind="stable")
    reached = np.cumsum(weights[order]) - weights[order] / 2
    place = np.minimum((reached / weights.sum() * bins).astype(int), bins - 1)
    gap = np.bincount(place, (weights * (y - probability))[order], minlength=bins)
    return float(np.abs(gap).sum() / weights.sum())


def _gain(
    y: Bytes, weights: Floats, old: Floats, new: Floats, seed: int
) -> tuple[float, float, float]:
    chance = np.random.default_rng(seed)
    places = (np.flatnonzero(y == 1), np.flatnonzero(y == 0))
    gains = np.empty(DRAWS)
    for draw in range(DRAWS):
        taken = np.concatenate([chance.choice(side, len(side)) for side in places])
        parts = y[taken], weights[taken]
        gains[draw] = precision(*parts, new[taken]) - precision(*parts, old[taken])
    low, high = np.quantile(gains, (0.025, 0.975))
    whole = precision(y, weights, new) - precision(y, weights, old)
    return whole, float(low), float(high)


def _faults(figures: dict[str, Any]) -> list[str]:
    faults = []
    if figures["gain_low"] < -WORSE:
        faults.append(
            f"Its average precision may be worse by {-figures['gain_low']:.3f} than that of the "
            f"model that judges; no more than {WORSE} is allowed."
        )
    ours, theirs = figures["new"]["ece"], figures["old"]["ece"]
    if ours > max(UNSOUND, theirs):
        faults.append(
            f"Its probabilities are off by {ours:.3f} on average; the model that judges is off "
            f"by {theirs:.3f}."
        )
    return faults


def _too_few(y: Bytes) -> str:
    found = int(y.sum())
    return (
        f"There are too few labelled claims to compare on that the model that judges has not "
        f"learned from: {len(y):,}, of which {found:,} substantiated. At least {FEWEST} are "
        f"needed, {FEWEST_FOUND} of each outcome."
    )
