import numpy as np
import pytest

from app.ml import vote
from app.ml.search import Neighbours


def neighbours(distances: list[float]) -> Neighbours:
    return Neighbours(np.array([distances]) ** 2, np.arange(len(distances))[None])


def weights_by_hand(distances: np.ndarray) -> np.ndarray:
    squared = distances**2
    near = max(len(distances) // 16, 10)
    wide = np.exp(-0.5 * squared / (0.49 * squared[-1]))
    close = np.exp(-0.5 * squared / (0.25 * squared[near - 1]))
    weights: np.ndarray = 30 * wide / wide.sum() + np.where(
        np.arange(len(distances)) < near, close, 0
    )
    return weights


def test_the_share_is_the_smoothed_weighted_vote_of_a_near_and_a_wide_circle():
    distances = np.sort(np.random.default_rng(0).random(320)) + 0.1
    labels = np.random.default_rng(1).integers(0, 2, 320).astype(np.uint8)

    votes = vote.cast(neighbours(list(distances)), labels, 0.2)

    weights = weights_by_hand(distances)
    assert votes.weights[0] == pytest.approx(weights, abs=1e-7)
    assert votes.total[0] == pytest.approx(weights.sum() + 1, abs=1e-6)
    expected = (weights @ labels + 0.2) / (weights.sum() + 1)
    assert votes.share[0] == pytest.approx(expected, abs=1e-8)


def test_the_nearest_ten_are_a_circle_even_of_few_voters():
    distances = np.linspace(1, 2, 30)

    votes = vote.cast(neighbours(list(distances)), np.zeros(30, np.uint8), 0.2)

    assert votes.weights[0] == pytest.approx(weights_by_hand(distances), abs=1e-7)


def test_equally_distant_claims_weigh_the_same():
    votes = vote.cast(neighbours([0.0, 0.0, 0.0]), np.array([1, 0, 0], np.uint8), 0.1)

    assert votes.weights[0] == pytest.approx([11.0] * 3, abs=1e-8)
    assert votes.share[0] == pytest.approx(11.1 / 34, abs=1e-8)


def test_claims_at_the_border_of_the_near_circle_weigh_the_same():
    votes = vote.cast(neighbours([1.0] * 9 + [2.0] * 5 + [3.0] * 9), np.zeros(23, np.uint8), 0.1)

    assert len(set(votes.weights[0, 9:14].tolist())) == 1


def test_nearer_claims_never_weigh_less():
    distances = np.sort(np.random.default_rng(2).random(500))

    votes = vote.cast(neighbours(list(distances)), np.zeros(500, np.uint8), 0.1)

    assert (np.diff(votes.weights[0]) <= 0).all()


def test_without_a_substantiated_voter_only_the_base_rate_is_left():
    votes = vote.cast(neighbours([1.0] * 9), np.zeros(9, np.uint8), 0.3)

    total = 30 + 9 * np.exp(-0.5 / 0.25) + 1
    assert votes.share[0] == pytest.approx(0.3 / total, abs=1e-8)


def test_the_order_of_addition_does_not_change_a_bit():
    rng = np.random.default_rng(0)
    squared = np.sort(rng.random((1, 301)))
    labels = rng.integers(0, 2, 301).astype(np.uint8)

    votes = vote.cast(Neighbours(squared, np.arange(301)[None]), labels, 0.1)

    for _ in range(20):
        order = rng.permutation(301)
        assert votes.weights[0, order].cumsum()[-1] + 1 == votes.total[0]


def test_fewer_voters_are_the_first_of_more():
    labels = np.array([1, 0, 0, 1], np.uint8)

    assert (
        vote.shares(neighbours([0.5, 1.0, 2.0, 3.0]), labels, 0.1, k=2)[0]
        == vote.cast(neighbours([0.5, 1.0]), labels[:2], 0.1).share[0]
    )
