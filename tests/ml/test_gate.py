"""The gate against scikit-learn, and what it lets through."""

from typing import Any

import numpy as np
import pytest
from sklearn.metrics import average_precision_score

from app.ml.gate import Said, calibration, compare, precision, recall
from app.ml.metrics import calibration_error


@pytest.fixture(scope="module")
def tried():
    chance = np.random.default_rng(2)
    y = (chance.random(600) < 0.25).astype(np.uint8)
    weights = np.where(y == 1, 1.0, 4.0)
    good = np.round(100 * (0.5 * y + 0.7 * chance.random(600)) / 1.2)
    return y, weights, good, chance.random(600) * 100


def test_weighed_average_precision_is_scikit_learns(tried):
    y, weights, good, _ = tried

    theirs = average_precision_score(y, good, sample_weight=weights)

    assert precision(y, weights, good) == pytest.approx(theirs)


def test_recall_at_a_budget_is_the_share_found_within_it(tried):
    y, weights, good, _ = tried
    chosen = good >= 80

    budget = weights[chosen].sum() / weights.sum()

    assert recall(y, weights, good, budget) == pytest.approx((y & chosen).sum() / y.sum())


def test_calibration_of_equal_weights_is_the_unweighed_one():
    chance = np.random.default_rng(8)
    said = chance.random(1000)
    y = (chance.random(1000) < said).astype(np.uint8)

    ours = calibration(y, np.ones(1000), said)

    assert ours == pytest.approx(calibration_error(y, said), abs=2e-3)


def _honest(y: Any, weights: Any, score: Any) -> Said:
    base = (weights * y).sum() / weights.sum()
    return Said(score, np.full(len(y), base))


def test_a_better_model_passes(tried):
    y, weights, good, noise = tried

    verdict = compare(y, weights, _honest(y, weights, noise), _honest(y, weights, good))

    assert verdict.passed
    assert verdict.figures["gain_low"] > 0
    assert verdict.figures["gain_low"] <= verdict.figures["gain"] <= verdict.figures["gain_high"]


def test_a_worse_model_is_told_by_how_much(tried):
    y, weights, good, noise = tried

    verdict = compare(y, weights, _honest(y, weights, good), _honest(y, weights, noise))

    assert not verdict.passed
    assert verdict.faults[0].startswith("Its average precision may be worse by 0.")


def test_a_model_whose_probabilities_are_off_is_refused(tried):
    y, weights, good, _ = tried

    loud = Said(good, np.full(len(y), 0.9))
    verdict = compare(y, weights, _honest(y, weights, good), loud)

    assert "probabilities are off" in verdict.faults[0]


@pytest.mark.parametrize("labels", [np.zeros(300, np.uint8), np.ones(300, np.uint8), np.zeros(5)])
def test_labels_of_one_class_or_too_few_compare_nothing(labels):
    said = Said(np.zeros(len(labels)), np.zeros(len(labels)))

    verdict = compare(labels.astype(np.uint8), np.ones(len(labels)), said, said)

    assert "too few labelled claims" in verdict.faults[0]
