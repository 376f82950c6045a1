"""Folds that keep classes in proportion and repeat exactly."""

import numpy as np

from app.ml.arrays import Bytes, Longs


def stratified(y: Bytes, folds: int, *, seed: int) -> Longs:
    """Return the fold of each row, every class dealt evenly over the folds."""
    rng = np.random.default_rng(seed)
    fold = np.empty(len(y), np.int64)
    start = 0
    for label in np.unique(y):
        members = rng.permutation(np.flatnonzero(y == label))
        fold[members] = (np.arange(len(members)) + start) % folds
        start += len(members)
    return fold
