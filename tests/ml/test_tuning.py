"""What training may choose is drawn fairly and judged by the claims left out."""

import numpy as np
import pytest

from app.ml import train
from app.ml.tuning import Recipe, choose, recipes
from tests.ml.settled import settled


def test_the_usual_recipe_comes_first_and_alone_without_a_budget():
    assert recipes(400, 0, seed=3) == [Recipe(120, 4, 0.05, 5.0, 0.3)]
    assert recipes(3000, 0, seed=3) == [Recipe(250, 8, 0.05, 5.0, 0.3)]


def test_a_budget_draws_so_many_others_without_repeats():
    drawn = recipes(5000, 40, seed=0)

    assert len(drawn) == len(set(drawn)) == 41
    assert {recipe.leaves for recipe in drawn} == {4, 6, 8}
    assert recipes(5000, 40, seed=0) == drawn
    assert recipes(5000, 40, seed=1) != drawn


def test_no_budget_is_larger_than_what_there_is():
    every = recipes(5000, 10_000, seed=0)

    assert len(every) == len(set(every)) == 3**5


Losses = dict[tuple[int, float, float], float]


def naive_losses(references: np.ndarray, y: np.ndarray, prior: float) -> Losses:
    """Log loss of every choice, by looking at each claim with all others as voters."""
    found: Losses = {}
    for emphasis in (1.0, 2.0, 4.0, 8.0):
        placed = np.column_stack([references, emphasis * references.sum(1)])
        squared = ((placed[:, None] - placed[None]) ** 2).sum(2)
        np.fill_diagonal(squared, np.inf)
        order = np.argsort(squared, axis=1, kind="stable")
        for k in (31, 61):
            for wide in (30.0, 60.0, 120.0):
                losses = []
                for row in range(len(y)):
                    near = squared[row, order[row, :k]]
                    circle = np.exp(-0.5 * near / (0.49 * near[-1]))
                    weights = wide * circle / circle.sum()
                    weights[:10] += np.exp(-0.5 * near[:10] / (0.25 * near[9]))
                    votes = weights @ y[order[row, :k]]
                    share = (votes + prior) / (weights.sum() + 1)
                    losses.append(-np.log(share if y[row] else 1 - share))
                found[k, wide, emphasis] = float(np.mean(losses))
    return found


def by_sum(references: np.ndarray) -> np.ndarray:
    """Outcomes that hang on the sum of all parts, with some noise."""
    chance: np.ndarray = 1 / (1 + np.exp(-references.sum(1) / 1000))
    return chance


def by_corner(references: np.ndarray) -> np.ndarray:
    """Outcomes that hang on a combination, with hardly any noise."""
    return np.where((references[:, 0] > 0) ^ (references[:, 1] > 0), 0.98, 0.02)


@pytest.mark.parametrize(
    ("chance", "parts", "expected"),
    [(by_sum, 12, (61, 120.0, 8.0)), (by_corner, 3, (31, 30.0, 1.0))],
)
def test_the_choice_is_the_one_of_least_loss_among_all(chance, parts, expected):
    rng = np.random.default_rng(2)
    # Every coordinate is distinct, so that no voter stands exactly at the border of a circle.
    references = rng.choice(np.arange(-3000, 3000), (400, parts), replace=False).astype(np.int16)
    y = (rng.random(400) < chance(references.astype(np.float64))).astype(np.uint8)

    choice = choose(references, y, float(y.mean()))

    losses = naive_losses(references.astype(np.float64), y, float(y.mean()))
    best = min(losses, key=lambda key: losses[key])
    assert (choice.k, choice.wide, choice.emphasis) == best == expected
    assert choice.loss == pytest.approx(losses[best], abs=1e-6)


def test_a_search_keeps_the_best_of_what_it_tried_and_the_card_tells():
    frame, labels = settled(240)

    model = train(frame, labels, search=3, seed=5)

    tried = model.made["tried"]
    assert len(tried) == 4
    best = min(tried, key=lambda one: one["loss"])
    assert len(model.forest.feature) == best["rounds"] * model.metric.models
    section = model.card.split("## Search")[1].split("## Reliability")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == 4
    assert rows[0].split("|")[1].strip() == str(best["rounds"])


def test_a_card_without_a_search_does_not_speak_of_one(small_model):
    assert "## Search" not in small_model.card
