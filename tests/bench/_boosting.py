"""Gradient boosting as it is usually set, beside which the engine is measured where installed."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
import pandas as pd

from app.ml.encoder import derive
from app.ml.schema import infer

ROUNDS = 250
_LIGHT = {
    "objective": "binary", "verbose": -1, "num_threads": 1, "learning_rate": 0.05,
    "num_leaves": 8, "min_data_in_leaf": 20, "feature_fraction": 0.4, "bagging_fraction": 0.8,
    "bagging_freq": 1, "lambda_l2": 5, "cat_smooth": 20, "cat_l2": 20, "max_cat_to_onehot": 4,
    "seed": 0, "deterministic": True,
}  # fmt: skip


def tables(seen: pd.DataFrame, tried: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Return both frames in numbers, categories as codes, and the names of the categories."""
    schema, _ = infer(seen, allow_protected=True)
    before, after = schema.facts(seen)[0], schema.facts(tried)[0]
    first, second, categories = {}, {}, []
    for column in derive(schema):
        a, b = column.values(before), column.values(after)
        if not column.numeric:
            levels = pd.Index(sorted({value for value in a if value is not None}))
            a, b = levels.get_indexer(pd.Index(a)), levels.get_indexer(pd.Index(b))
            categories.append(column.label)
        first[column.label], second[column.label] = a, b
    return pd.DataFrame(first), pd.DataFrame(second), categories


def light(seen: pd.DataFrame, y: np.ndarray, categories: list[str], *, rounds: int = ROUNDS) -> Any:
    """Return LightGBM's model."""
    lightgbm = import_module("lightgbm")
    data = lightgbm.Dataset(
        seen.to_numpy(float), y, categorical_feature=[seen.columns.get_loc(c) for c in categories]
    )
    return lightgbm.train(_LIGHT, data, rounds)


def _light_scores(
    seen: pd.DataFrame, y: np.ndarray, tried: pd.DataFrame, categories: list[str]
) -> np.ndarray:
    scores: np.ndarray = light(seen, y, categories).predict(tried.to_numpy(float))
    return scores


def _cat_scores(
    seen: pd.DataFrame, y: np.ndarray, tried: pd.DataFrame, categories: list[str]
) -> np.ndarray:
    catboost = import_module("catboost")
    model = catboost.CatBoostClassifier(
        iterations=500, learning_rate=0.05, depth=6, verbose=0, thread_count=1, random_seed=0,
        allow_writing_files=False,
    )  # fmt: skip
    model.fit(seen, y, cat_features=categories)
    scores: np.ndarray = model.predict_proba(tried)[:, 1]
    return scores


BOOSTING: dict[str, tuple[str, Callable[..., np.ndarray]]] = {
    "LightGBM": ("lightgbm", _light_scores),
    "CatBoost": ("catboost", _cat_scores),
}


def installed(name: str) -> bool:
    """Tell whether the peer *name* can be measured here."""
    return find_spec(BOOSTING[name][0]) is not None
