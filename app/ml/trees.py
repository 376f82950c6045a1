"""Boosted trees are fitted by scikit-learn, and its private tree layout is read here alone."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from threadpoolctl import threadpool_limits

from app.ml.arrays import Bytes, Floats
from app.ml.forest import Tree
from app.ml.tuning import Recipe

_FIELDS = {
    "value", "count", "feature_idx", "num_threshold", "missing_go_to_left", "left", "right",
    "is_leaf", "is_categorical",
}  # fmt: skip


def fit_trees(X: Floats, y: Bytes, recipe: Recipe, *, seed: int) -> list[Tree]:
    """Return the trees of a boosted classifier of *X* (rows, columns), in log-odds.

    Node values are the mean of their leaves' values weighted by training rows, so that each
    step of a path is what that split told about a claim (A. Saabas, 2014).
    """
    model = HistGradientBoostingClassifier(
        max_iter=recipe.rounds,
        learning_rate=recipe.rate,
        max_leaf_nodes=recipe.leaves,
        min_samples_leaf=max(5, min(20, len(y) // 40)),
        l2_regularization=recipe.ridge,
        max_features=recipe.columns,
        early_stopping=False,
        random_state=seed,
    )
    with threadpool_limits(limits=1):
        model.fit(X, y)
    return [tree_of(nodes) for nodes in node_arrays(model)]


def node_arrays(
    model: HistGradientBoostingClassifier | HistGradientBoostingRegressor,
) -> Iterator[np.ndarray]:
    """Yield each tree's node array; raises RuntimeError if scikit-learn lays them out otherwise."""
    for predictors in getattr(model, "_predictors", [()]):
        nodes: Any = getattr(predictors[0], "nodes", None) if len(predictors) == 1 else None
        if nodes is None or not set(nodes.dtype.names) >= _FIELDS or nodes["is_categorical"].any():
            raise RuntimeError("scikit-learn's private tree layout has changed; adapt ml.trees.")
        yield nodes


def tree_of(nodes: np.ndarray) -> Tree:
    """Return the tree of a node array, with inner values from their leaves."""
    leaf = nodes["is_leaf"].astype(bool)
    left, right = nodes["left"].astype(int), nodes["right"].astype(int)
    count, value = nodes["count"].astype(float), nodes["value"].astype(float)
    for node in reversed(range(len(nodes))):
        if not leaf[node]:
            children = [left[node], right[node]]
            value[node] = np.average(value[children], weights=count[children])
    number = np.where(leaf, ~(np.cumsum(leaf) - 1), np.cumsum(~leaf) - 1)
    return Tree(
        feature=nodes["feature_idx"][~leaf].astype(np.uint16),
        threshold=nodes["num_threshold"][~leaf].astype(np.float64),
        missing_left=nodes["missing_go_to_left"][~leaf].astype(bool),
        left=number[left[~leaf]].astype(np.int8),
        right=number[right[~leaf]].astype(np.int8),
        value=value[~leaf],
        leaf_value=value[leaf],
    )
