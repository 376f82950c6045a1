import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics as judged_by

from app.ml import metrics


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(4, 300), st.sampled_from([3, 10, 10**9]))
def test_ranking_figures_equal_scikit_learns_ties_included(seed, rows, levels):
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, rows).astype(np.uint8)
    y[:2] = 0, 1
    scores = rng.integers(0, levels, rows) / levels

    assert metrics.auc(y, scores) == pytest.approx(judged_by.roc_auc_score(y, scores))
    expected = judged_by.average_precision_score(y, scores)
    assert metrics.average_precision(y, scores) == pytest.approx(expected)
    assert metrics.brier(y, scores) == pytest.approx(judged_by.brier_score_loss(y, scores))


def test_one_class_alone_cannot_be_ranked():
    assert metrics.auc(np.zeros(5, np.uint8), np.arange(5.0)) == 0.5


def test_recall_counts_the_positives_inside_the_budget():
    y = np.array([1, 0, 1, 0, 0, 0, 0, 0, 0, 1], np.uint8)
    scores = np.linspace(1, 0, 10)

    assert metrics.recall_at(y, scores, 0.1) == pytest.approx(1 / 3)
    assert metrics.recall_at(y, scores, 0.3) == pytest.approx(2 / 3)


def test_recall_shares_ties_at_the_border():
    y = np.array([1, 1, 0, 0], np.uint8)

    assert metrics.recall_at(y, np.ones(4), 0.25) == pytest.approx(0.25)


def test_the_calibration_error_is_the_mean_gap_of_the_bins():
    probability = np.repeat([0.1, 0.5], 50)
    y = np.concatenate([np.repeat([1, 0], [10, 40]), np.repeat([1, 0], [25, 25])])

    assert metrics.calibration_error(y.astype(np.uint8), probability) == pytest.approx(0.05)


def test_calibrated_probabilities_have_hardly_any_error():
    rng = np.random.default_rng(0)
    probability = rng.random(50_000)
    y = (rng.random(50_000) < probability).astype(np.uint8)

    assert metrics.calibration_error(y, probability) < 0.01
