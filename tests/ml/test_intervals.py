"""Intervals against scipy and against a published table."""

import numpy as np
import pytest
from scipy import stats

from app.ml.intervals import arrival, effective, mean, wilson


@pytest.mark.parametrize(("found", "of"), [(0, 9), (1, 3), (17, 40), (250, 1000), (40, 40)])
def test_wilsons_interval_is_scipys(found, of):
    theirs = stats.binomtest(found, of).proportion_ci(method="wilson")

    ours = wilson(found, of)

    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_a_share_of_nothing_is_unknown():
    assert wilson(0, 0) == (0.0, 0.0, 1.0)


def test_the_interval_of_a_mean_is_scipys():
    values = np.random.default_rng(1).normal(40, 6, 52)

    ours = mean(values)

    theirs = stats.norm.interval(0.95, values.mean(), stats.sem(values))
    assert (ours.low, ours.high) == pytest.approx(theirs)


def test_equal_weights_lose_nothing_and_uneven_ones_do():
    assert effective(np.full(20, 3.0)) == pytest.approx(20)
    assert effective(np.array([10.0, *[1.0] * 10])) < 5


def test_arrival_is_kaplan_and_meiers_on_the_leukaemia_patients_of_freireich():
    """Remission of 21 patients on 6-MP (Blood 21, 1963), as textbooks tabulate it."""
    days = np.array([6, 7, 9, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 34, 35.0])
    came = np.array([3, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0.0])
    waits = np.array([1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 2, 1, 1.0])

    found = arrival(days, came, waits)

    remitting = dict(zip(days, 1 - found.share, strict=True))
    published = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {day: round(remitting[day], 3) for day in published} == published
    errors = (found.high - found.share) / 1.959964
    assert errors[[0, 11]] == pytest.approx([0.0764, 0.1346], abs=1e-4)


def test_arrival_is_scipys():
    chance = np.random.default_rng(3)
    true, seen = chance.exponential(30, 400).round() + 1, chance.uniform(5, 90, 400).round()
    ours_days = np.minimum(true, seen)
    days = np.unique(ours_days)
    came = np.array([((ours_days == day) & (true <= seen)).sum() for day in days], float)
    waits = np.array([((ours_days == day) & (true > seen)).sum() for day in days], float)

    found = arrival(days, came, waits)

    data = stats.CensoredData(uncensored=true[true <= seen], right=seen[true > seen])
    theirs = stats.ecdf(data).cdf
    assert found.share == pytest.approx(theirs.evaluate(days))
    assert found.at(0) == 0
    assert found.at(30) == pytest.approx(theirs.evaluate([30])[0])
