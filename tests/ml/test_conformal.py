import numpy as np
import pytest

from app.ml.conformal import (
    Conformal,
    Lines,
    PValues,
    confidence,
    fit_conformal,
    fit_lines,
    recommend,
)


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


def grouped(cleared: int, substantiated: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Votes, outcomes and lines: motor claims score twice as high as travel ones."""
    rng = np.random.default_rng(3)
    y = np.repeat([0, 1, 0, 1], [cleared, substantiated, 500, 100]).astype(np.uint8)
    lines = np.repeat(["travel", "motor"], [cleared + substantiated, 600]).astype(object)
    share = rng.beta(np.where(y, 3, 1), 8) * np.where(lines == "motor", 1.0, 0.5)
    return share, y, lines


def test_every_line_keeps_the_promised_rate_by_itself():
    share, y, lines = grouped(500, 100)
    pooled, own = fit_conformal(share, y), fit_lines("line", lines, share, y)
    new, new_y, new_lines = grouped(5000, 1000)
    travel_cleared = (new_lines == "travel") & (new_y == 0)

    alone = own.p_values(pooled, new, new_lines).cleared[travel_cleared]
    together = pooled.p_values(new).cleared[travel_cleared]

    assert np.mean(alone > 0.1) == pytest.approx(0.9, abs=0.03)
    assert np.mean(together > 0.1) > 0.97


def test_the_values_of_a_line_are_those_of_its_own_claims():
    share, y, lines = grouped(500, 100)
    own = fit_lines("line", lines, share, y)
    inside = lines == "motor"

    found = own.p_values(fit_conformal(share, y), share, lines)

    expected = fit_conformal(share[inside], y[inside]).p_values(share[inside])
    assert own.names == ("motor", "travel")
    assert np.array_equal(found.substantiated[inside], expected.substantiated)


@pytest.mark.parametrize(("cleared", "substantiated"), [(38, 9), (39, 8)])
def test_a_line_with_too_few_claims_uses_all(cleared, substantiated):
    share, y, lines = grouped(cleared, substantiated)
    pooled, own = fit_conformal(share, y), fit_lines("line", lines, share, y)

    found = own.p_values(pooled, share, lines)

    assert own.names == ("motor",)
    travel = lines == "travel"
    assert np.array_equal(found.cleared[travel], pooled.p_values(share[travel]).cleared)


def test_the_fewest_claims_of_a_line_allow_every_recommendation():
    share, y, lines = grouped(39, 9)

    own = fit_lines("line", lines, share, y)

    part = own.parts[own.names.index("travel")].p_values(np.array([1.0, 0.0]))
    assert recommend(part, np.zeros(2, bool)).tolist() == ["refer_siu", "fast_track"]


def test_without_groups_all_claims_are_one_line():
    share, y, _ = grouped(50, 10)
    pooled = fit_conformal(share, y)

    found = Lines().p_values(pooled, share, None)

    assert np.array_equal(found.cleared, pooled.p_values(share).cleared)
