"""The usual methods on the same folds, so that a figure can be read beside its alternatives."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import OneHotEncoder
from threadpoolctl import threadpool_limits

from app.ml.arrays import Bytes, Floats

_RAREST = 3

PEERS: dict[str, Callable[[int], Any]] = {
    "naive nearest neighbours": lambda _seed: KNeighborsClassifier(5),
    "logistic regression": lambda _seed: LogisticRegression(max_iter=2000),
    "histogram boosting": lambda seed: HistGradientBoostingClassifier(random_state=seed),
}


def peer_probabilities(
    seen: pd.DataFrame, y: Bytes, tried: pd.DataFrame, *, seed: int
) -> dict[str, Floats]:
    """Return what each peer, at its default settings, says of *tried* after learning from *seen*.

    Both frames are as `Schema.read` returns them. Neighbours and regression see standardised
    numbers and one column per category, boosting the numbers and the codes of categories.
    """
    dense, codes = _dense(seen, tried), _codes(seen, tried)
    found = {}
    with threadpool_limits(limits=1):
        for name, make in PEERS.items():
            learned, asked = codes if name == "histogram boosting" else dense
            found[name] = make(seed).fit(learned, y).predict_proba(asked)[:, 1]
    return found


def _split(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return numbers, with dates in days, and words."""
    numbers = {
        name: _days(column)
        for name, column in frame.items()
        if pd.api.types.is_numeric_dtype(column.dtype)
        or pd.api.types.is_datetime64_any_dtype(column.dtype)
    }
    words = frame.drop(columns=[*numbers]).fillna("missing")
    return pd.DataFrame(numbers, index=frame.index), words


def _days(column: "pd.Series[Any]") -> Floats:
    if not pd.api.types.is_datetime64_any_dtype(column.dtype):
        return column.to_numpy(np.float64)
    days = column.to_numpy("datetime64[D]")
    return np.where(np.isnat(days), np.nan, days.astype(np.int64).astype(np.float64))


def _dense(seen: pd.DataFrame, tried: pd.DataFrame) -> tuple[Floats, Floats]:
    numbers, words = _split(seen)
    middle = numbers.median().fillna(0)
    spread = numbers.std().replace(0, 1).fillna(1)
    encoder = _one_column_each(words)
    parts = []
    for frame in (seen, tried):
        values, texts = _split(frame)
        scaled = ((values.fillna(middle) - numbers.mean().fillna(0)) / spread).to_numpy()
        parts.append(np.hstack([scaled, encoder.transform(texts.assign(always="same"))]))
    return parts[0], parts[1]


def _one_column_each(words: pd.DataFrame) -> Any:
    encoder = OneHotEncoder(
        handle_unknown="infrequent_if_exist", min_frequency=_RAREST, sparse_output=False
    )
    return encoder.fit(words.assign(always="same"))


def _codes(seen: pd.DataFrame, tried: pd.DataFrame) -> tuple[Floats, Floats]:
    _, words = _split(seen)
    known = {name: {text: n for n, text in enumerate(words[name].unique())} for name in words}
    parts = []
    for frame in (seen, tried):
        values, texts = _split(frame)
        coded = [texts[name].map(known[name]).to_numpy(np.float64) for name in texts]
        parts.append(np.column_stack([values.to_numpy(), *coded]))
    return parts[0], parts[1]
