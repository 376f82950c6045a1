"""The test that is looked at daily, against scipy, a published table and simulated trials."""

from itertools import pairwise

import numpy as np
import pytest
from scipy.stats import betabinom, binom

from app.ml.intervals import Interval
from app.ml.sequential import difference, log_factor, odds_ratio, weigh

TRIALS, CASES = 2000, 300


@pytest.mark.parametrize(("won", "of", "share"), [(0, 0, 0.5), (7, 10, 0.5), (3, 90, 0.2)])
def test_the_factor_is_scipys_mixture_over_scipys_binomial(won, of, share):
    theirs = betabinom.pmf(won, of, 1, 1) / binom.pmf(won, of, share)

    assert np.exp(log_factor(won, of, share)) == pytest.approx(theirs)
    assert weigh(won, of, even=share).factor == pytest.approx(theirs)


def test_looked_at_after_every_case_equal_models_raise_no_more_false_alarms_than_promised():
    chance = np.random.default_rng(11)
    won = np.cumsum(chance.random((TRIALS, CASES)) < 0.5, axis=1)
    limits = [edges(of) for of in range(1, CASES + 1)]

    low, high = np.array(limits).T
    alarmed = ((won <= low) | (won >= high)).any(axis=1).mean()
    naive = np.array([binom.ppf(0.025, of, 0.5) for of in range(1, CASES + 1)])
    fooled = (won < naive).any(axis=1).mean() * 2

    assert alarmed <= 0.05
    assert fooled > 0.15


def edges(of: int) -> tuple[int, int]:
    """Return the most that a surely worse challenger won, and the least of a better one."""
    least = next((n for n in range(of // 2, of + 1) if weigh(n, of).leads > 0), of + 1)
    return of - least, least


def test_a_challenger_that_is_right_more_often_is_seen_to_be():
    chance = np.random.default_rng(12)
    found = chance.binomial(200, 0.7, 300)

    assert np.mean([weigh(int(won), 200).leads > 0 for won in found]) > 0.95


def test_the_band_covers_the_truth_on_all_days_at_once():
    chance = np.random.default_rng(13)
    missed = 0
    for _ in range(200):
        won = np.cumsum(chance.random(150) < 0.3)
        bands = [weigh(int(n), of + 1).share for of, n in enumerate(won)]
        missed += any(not band.low <= 0.3 <= band.high for band in bands)

    assert missed / 200 <= 0.05


def test_the_band_ends_where_the_factor_reaches_twenty():
    band = weigh(31, 40).share

    assert np.exp(log_factor(31, 40, band.low)) == pytest.approx(20)
    assert np.exp(log_factor(31, 40, band.high)) == pytest.approx(20)


def test_more_cases_make_the_band_narrower():
    widths = [weigh(n, 2 * n).share for n in (0, 5, 50, 500)]

    assert (widths[0].low, widths[0].high) == (0, 1)
    assert all(a.high - a.low > b.high - b.low for a, b in pairwise(widths))


def test_all_or_nothing_has_a_band_that_reaches_the_end():
    assert weigh(12, 12).share.high == 1
    assert weigh(0, 12).share.low == 0


def test_a_share_of_cases_is_told_as_a_ratio_of_rates():
    ratio = odds_ratio(Interval(1 / 3, 0.2, 0.5), 0.2)

    assert ratio == pytest.approx((2, 1, 4))


def test_a_difference_of_shares_has_the_interval_of_newcombes_table():
    gap = difference(56, 70, 48, 80)

    assert gap == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)
