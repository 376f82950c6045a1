import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from app.ml import trees
from app.ml.forest import LEAVES, plant
from app.ml.trees import fit_trees, node_arrays
from app.ml.tuning import Recipe


def sample(rows: int = 900, *, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    points = rng.normal(size=(rows, 5)).round(2)
    points[rng.random(points.shape) < 0.1] = np.nan
    odds = np.nan_to_num(points[:, 0]) * 2 - 1 + np.isnan(points[:, 1])
    return points, (rng.random(rows) < 1 / (1 + np.exp(-odds))).astype(np.uint8)


@pytest.mark.parametrize("leaves", [2, 4, 8])
def test_the_private_layout_of_scikit_learns_trees_is_still_what_we_read(leaves):
    points, y = sample()
    model = HistGradientBoostingClassifier(
        max_iter=30, max_leaf_nodes=leaves, early_stopping=False, random_state=0
    ).fit(points, y)
    forest = plant([trees.tree_of(nodes) for nodes in node_arrays(model)], 5)

    summed = forest.embed(points.T).sum(1) * 2.0**-forest.grid

    raw = model.decision_function(points)
    shift = raw - summed
    assert np.ptp(shift) < 1e-3
    assert np.ptp(raw) > 1


def test_another_layout_is_refused_in_words():
    class Other:
        _predictors = (("no tree",),)

    with pytest.raises(RuntimeError, match="tree layout has changed"):
        list(node_arrays(Other()))


def test_a_model_without_the_private_trees_is_refused():
    with pytest.raises(RuntimeError, match="tree layout has changed"):
        list(node_arrays(object()))


def test_one_claim_and_many_are_embedded_to_the_same_bits():
    points, y = sample()
    forest = plant(fit_trees(points, y, Recipe(60, 8), seed=0), 5)

    together = forest.embed(points.T)

    for size in (1, 2, 7, 128, 129, 500):
        parts = [forest.embed(points[s : s + size].T) for s in range(0, len(points), size)]
        assert np.array_equal(np.concatenate(parts), together)


def test_embeddings_are_whole_numbers_that_single_precision_holds_exactly():
    points, y = sample()
    forest = plant(fit_trees(points, y, Recipe(60, 8), seed=0), 5)

    embedded = forest.embed(points.T)

    leaves = forest.vectors.reshape(60, LEAVES, 5).astype(np.float64)
    assert np.array_equal(embedded, np.round(embedded))
    assert np.abs(leaves).max(1).sum(0).max() < 2**24
    assert (np.abs(embedded).max(0) <= forest.reach[:-1]).all()


def test_the_trees_of_one_model_alone_can_be_summed():
    points, y = sample()
    planted = fit_trees(points, y, Recipe(20, 4), seed=0)
    forest = plant(planted + planted[:7], 5)

    first = forest.embed(points.T, trees=slice(0, 7))

    assert np.array_equal(first, forest.embed(points.T, trees=slice(20, 27)))


def test_contributions_belong_to_the_column_that_was_split():
    points = np.column_stack([np.repeat([0.0, 1.0], 100), np.random.default_rng(0).random(200)])
    y = np.repeat([0, 1], 100).astype(np.uint8)
    forest = plant(fit_trees(points, y, Recipe(10, 2), seed=3), 2)

    embedded = forest.embed(points[[0, 150]].T)

    assert embedded[0, 0] < 0 < embedded[1, 0]


def test_a_tree_that_found_nothing_to_split_contributes_nothing():
    points = np.zeros((60, 2))
    y = np.tile([0, 1], 30).astype(np.uint8)

    forest = plant(fit_trees(points, y, Recipe(3, 4), seed=0), 2)

    assert not forest.embed(points.T).any()
