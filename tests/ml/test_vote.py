import numpy as np
import pytest

from app.ml import vote
from app.ml.search import Neighbours


def neighbours(distances: list[float]) -> Neighbours:
    return Neighbours(np.array([distances]) ** 2, np.arange(len(distances))[None])


def test_the_share_is_the_smoothed_weighted_vote():
    labels = np.array([1, 0, 1], np.uint8)

    votes = vote.cast(neighbours([0.0, 1.0, 2.0]), labels, 0.2)

    weights = np.exp([0, -0.5 / 0.8**2, -0.5 / 0.16])
    expected = (weights[0] + weights[2] + 0.2) / (weights.sum() + 1)
    assert votes.share[0] == pytest.approx(expected, abs=1e-8)
    assert votes.total[0] == pytest.approx(weights.sum() + 1, abs=1e-8)


def test_equally_distant_claims_weigh_the_same():
    votes = vote.cast(neighbours([0.0, 0.0, 0.0]), np.array([1, 0, 0], np.uint8), 0.1)

    assert votes.weights.tolist() == [[1.0, 1.0, 1.0]]
    assert votes.share[0] == pytest.approx(1.1 / 4)


def test_the_farthest_voter_weighs_what_the_bandwidth_says():
    votes = vote.cast(neighbours([0.1, 5.0]), np.array([0, 0], np.uint8), 0.1)

    assert votes.weights[0, 1] == pytest.approx(np.exp(-0.5 / 0.4**2), abs=1e-9)


def test_without_a_substantiated_voter_only_the_base_rate_is_left():
    votes = vote.cast(neighbours([1.0] * 9), np.zeros(9, np.uint8), 0.3)

    weight = np.exp(-0.5 / 0.4**2)
    assert votes.share[0] == pytest.approx(0.3 / (9 * weight + 1), abs=1e-8)


def test_the_order_of_the_voters_does_not_change_a_bit():
    rng = np.random.default_rng(0)
    squared = np.sort(rng.random((1, 301)))
    labels = rng.integers(0, 2, 301).astype(np.uint8)
    order = np.append(rng.permutation(300), 300)

    straight = vote.cast(Neighbours(squared, np.arange(301)[None]), labels, 0.1)
    shuffled = vote.cast(Neighbours(squared[:, order], order[None]), labels, 0.1)

    assert straight.share[0] == shuffled.share[0]


def test_fewer_voters_are_the_first_of_more():
    labels = np.array([1, 0, 0, 1], np.uint8)

    assert (
        vote.shares(neighbours([0.5, 1.0, 2.0, 3.0]), labels, 0.1, k=2)[0]
        == vote.cast(neighbours([0.5, 1.0]), labels[:2], 0.1).share[0]
    )
