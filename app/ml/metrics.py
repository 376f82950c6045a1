"""How well scores rank, and how well probabilities mean what they say."""

import numpy as np

from app.ml.arrays import Bytes, Floats


def auc(y: Bytes, scores: Floats) -> float:
    """Return the area under the ROC curve, ties counted half; .5 if one class is absent."""
    positive = int(np.count_nonzero(y))
    negative = len(y) - positive
    if not positive or not negative:
        return 0.5
    _, places, counts = np.unique(scores, return_inverse=True, return_counts=True)
    middle_rank = np.cumsum(counts) - (counts - 1) / 2
    total = middle_rank[places][y > 0].sum()
    return float((total - positive * (positive + 1) / 2) / (positive * negative))


def average_precision(y: Bytes, scores: Floats) -> float:
    """Return the area under the precision–recall steps, tied scores taken together."""
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(y[order], dtype=np.float64)
    ends = np.append(np.diff(scores[order]) != 0, [True])
    precision = (found / np.arange(1, len(y) + 1))[ends]
    recall = found[ends] / max(found[-1], 1)
    return float(np.sum(np.diff(recall, prepend=0) * precision))


def recall_at(y: Bytes, scores: Floats, share: float) -> float:
    """Return the share of positives among the *share* of rows that score highest.

    Rows that tie at the border count by the share of them that the budget reaches.
    """
    budget = round(share * len(y))
    border = np.sort(scores)[::-1][max(budget - 1, 0)]
    above, at = scores > border, scores == border
    taken = (budget - above.sum()) / at.sum()
    return float((y[above].sum() + taken * y[at].sum()) / max(int(y.sum()), 1))


def brier(y: Bytes, probability: Floats) -> float:
    """Return the mean squared error of probabilities."""
    return float(np.mean((probability - y) ** 2))


def log_losses(y: Bytes, probability: Floats) -> Floats:
    """Return minus the log-likelihood of each outcome."""
    losses: Floats = -np.log(np.where(y > 0, probability, 1 - probability))
    return losses


def calibration_error(y: Bytes, probability: Floats, *, bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal mass (ties stay together)."""
    edges = np.unique(np.quantile(probability, np.linspace(0, 1, bins + 1)[1:-1]))
    place = np.digitize(probability, edges, right=True)
    mass = np.bincount(place, minlength=bins)
    gap = np.bincount(place, y - probability, minlength=bins)
    return float(np.abs(gap).sum() / mass.sum())
