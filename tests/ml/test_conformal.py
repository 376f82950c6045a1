import numpy as np
import pytest

from app.ml.conformal import Conformal, PValues, confidence, fit_conformal, recommend


def test_p_values_count_the_training_claims_that_are_at_least_as_extreme():
    conformal = Conformal(np.array([0.1, 0.2, 0.3, 0.4]), np.array([0.3, 0.6, 0.9]))

    found = conformal.p_values(np.array([0.3, 0.95, 0.0]))

    assert found.cleared.tolist() == [3 / 5, 1 / 5, 1.0]
    assert found.substantiated.tolist() == [2 / 4, 1.0, 1 / 4]


def test_new_claims_of_each_class_are_covered_as_often_as_promised():
    rng = np.random.default_rng(0)
    conformal = Conformal(np.sort(rng.beta(1, 8, 3000)), np.sort(rng.beta(3, 5, 800)))

    cleared = conformal.p_values(rng.beta(1, 8, 20_000)).cleared
    substantiated = conformal.p_values(rng.beta(3, 5, 20_000)).substantiated

    assert np.mean(cleared > 0.1) == pytest.approx(0.9, abs=0.02)
    assert np.mean(substantiated > 0.1) == pytest.approx(0.9, abs=0.03)


@pytest.mark.parametrize(
    ("cleared", "substantiated", "foreign", "expected"),
    [
        (0.5, 0.05, False, "fast_track"),
        (0.5, 0.1, False, "fast_track"),
        (0.5, 0.11, False, "standard_review"),
        (0.11, 0.5, False, "standard_review"),
        (0.1, 0.5, False, "enhanced_review"),
        (0.05, 0.05, False, "enhanced_review"),
        (0.026, 0.9, False, "enhanced_review"),
        (0.025, 0.9, False, "refer_siu"),
        (0.001, 0.9, True, "abstain"),
        (0.9, 0.001, True, "abstain"),
    ],
)
def test_recommendations_follow_the_p_values(cleared, substantiated, foreign, expected):
    p = PValues(np.array([cleared]), np.array([substantiated]))

    assert recommend(p, np.array([foreign])).tolist() == [expected]


def test_confidence_is_the_largest_level_at_which_one_class_stands_alone():
    p = PValues(np.array([0.5, 0.02, 0.3, 0.001]), np.array([0.04, 0.8, 0.6, 0.5]))

    found = confidence(p, np.array([False, False, False, True]))

    assert found.tolist() == pytest.approx([96.0, 98.0, 70.0, 0.0])


def test_confidence_never_claims_more_than_labels_can_tell():
    p = PValues(np.array([0.0001, 0.01, 0.011]), np.ones(3))

    found = confidence(p, np.zeros(3, bool))

    assert found.tolist() == pytest.approx([99.0, 99.0, 98.9])


def test_confidence_is_at_least_90_exactly_where_the_recommendation_is_decided():
    grid = np.linspace(0.001, 1, 60)
    p = PValues(np.repeat(grid, 60), np.tile(grid, 60))
    foreign = np.zeros(3600, bool)

    decided = recommend(p, foreign) != "standard_review"

    assert np.array_equal(decided, confidence(p, foreign) >= 90)


def test_each_class_keeps_its_own_sorted_votes():
    conformal = fit_conformal(np.array([0.3, 0.1, 0.2]), np.array([1, 0, 0], np.uint8))

    assert conformal.cleared.tolist() == [0.1, 0.2]
    assert conformal.substantiated.tolist() == [0.3]
