import numpy as np
import pytest

from app.ml import vote
from app.ml.search import Neighbours


def neighbours(distances: list[float]) -> Neighbours:
    return Neighbours(np.array([distances]) ** 2, np.arange(len(distances))[None])


def weights_by_hand(distances: np.ndarray, units: float = 30.0) -> np.ndarray:
    squared = distances**2
    near = max(len(distances) // 16, 10)
    wide = np.exp(-0.5 * squared / (0.49 * squared[-1]))
    close = np.exp(-0.5 * squared / (0.25 * squared[near - 1]))
    weights: np.ndarray = units * wide / wide.sum() + np.where(
        np.arange(len(distances)) < near, close, 0
    )
    return weights


def test_the_share_is_the_smoothed_weighted_vote_of_a_near_and_a_wide_circle():
    distances = np.sort(np.random.default_rng(0).random(320)) + 0.1
    labels = np.random.default_rng(1).integers(0, 2, 320).astype(np.uint8)

    votes = vote.cast(neighbours(list(distances)), labels, 0.2, wide=30.0)

    weights = weights_by_hand(distances)
    assert votes.weights[0] == pytest.approx(weights, abs=1e-7)
    assert votes.total[0] == pytest.approx(weights.sum() + 1, abs=1e-6)
    expected = (weights @ labels + 0.2) / (weights.sum() + 1)
    assert votes.share[0] == pytest.approx(expected, abs=1e-8)


def test_the_nearest_ten_are_a_circle_even_of_few_voters():
    distances = np.linspace(1, 2, 30)

    votes = vote.cast(neighbours(list(distances)), np.zeros(30, np.uint8), 0.2, wide=30.0)

    assert votes.weights[0] == pytest.approx(weights_by_hand(distances), abs=1e-7)


@pytest.mark.parametrize("units", [30.0, 60.0, 120.0])
def test_the_wide_circle_weighs_what_the_model_gives_it(units: float):
    distances = np.sort(np.random.default_rng(5).random(160)) + 0.1

    votes = vote.cast(neighbours(list(distances)), np.zeros(160, np.uint8), 0.2, wide=units)

    assert votes.weights[0] == pytest.approx(weights_by_hand(distances, units), abs=1e-6)
    assert votes.weights[0, 10:].sum() == pytest.approx(
        weights_by_hand(distances, units)[10:].sum(), abs=1e-6
    )


def test_equally_distant_claims_weigh_the_same():
    votes = vote.cast(neighbours([0.0, 0.0, 0.0]), np.array([1, 0, 0], np.uint8), 0.1, wide=30.0)

    assert votes.weights[0] == pytest.approx([11.0] * 3, abs=1e-8)
    assert votes.share[0] == pytest.approx(11.1 / 34, abs=1e-8)


def test_claims_at_the_border_of_the_near_circle_weigh_the_same():
    votes = vote.cast(
        neighbours([1.0] * 9 + [2.0] * 5 + [3.0] * 9), np.zeros(23, np.uint8), 0.1, wide=30.0
    )

    assert len(set(votes.weights[0, 9:14].tolist())) == 1


def test_nearer_claims_never_weigh_less():
    distances = np.sort(np.random.default_rng(2).random(500))

    votes = vote.cast(neighbours(list(distances)), np.zeros(500, np.uint8), 0.1, wide=30.0)

    assert (np.diff(votes.weights[0]) <= 0).all()


def test_without_a_substantiated_voter_only_the_base_rate_is_left():
    votes = vote.cast(neighbours([1.0] * 9), np.zeros(9, np.uint8), 0.3, wide=30.0)

    total = 30 + 9 * np.exp(-0.5 / 0.25) + 1
    assert votes.share[0] == pytest.approx(0.3 / total, abs=1e-8)


def test_the_order_of_addition_does_not_change_a_bit():
    rng = np.random.default_rng(0)
    squared = np.sort(rng.random((1, 301)))
    labels = rng.integers(0, 2, 301).astype(np.uint8)

    votes = vote.cast(Neighbours(squared, np.arange(301)[None]), labels, 0.1, wide=30.0)

    for _ in range(20):
        order = rng.permutation(301)
        assert votes.weights[0, order].cumsum()[-1] + 1 == votes.total[0]


def test_shares_for_choosing_are_those_of_the_first_voters_alone():
    rng = np.random.default_rng(3)
    distances = list(np.sort(rng.random(200)) + 0.1)
    labels = rng.integers(0, 2, 200).astype(np.uint8)

    found = vote.shares(neighbours(distances), labels, 0.1, k=90, wides=(30.0, 120.0))

    for share, wide in zip(found, (30.0, 120.0), strict=True):
        cast = vote.cast(neighbours(distances[:90]), labels[:90], 0.1, wide=wide)
        assert share == pytest.approx(cast.share, abs=1e-8)
