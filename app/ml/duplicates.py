"""Claims that occur more than once in the data stay on one side of every split."""

import numpy as np
import pandas as pd

from app.ml.arrays import Longs


def first_of_each(frame: pd.DataFrame) -> Longs:
    """Return for each row the place of the first row that says the same in every column."""
    if not frame.shape[1]:
        return np.zeros(len(frame), np.int64)
    same = pd.util.hash_pandas_object(frame.astype(str), index=False).to_numpy()
    _, first, place = np.unique(same, return_index=True, return_inverse=True)
    return first[place].astype(np.int64)


def together(fold: Longs, first: Longs) -> Longs:
    """Return *fold* with every row in the fold of the first row that equals it."""
    return fold[first]
