"""Outcomes that come late: against a published triangle, and against a world that is known."""

import numpy as np
import pytest

from app.ml.nowcast import prevalence, reported

# G. Taylor, F. Ashe: Second moments of estimates of outstanding claims, Journal of Econometrics
# 23, 1983; the chain ladder's reserve is 18,680,856 (T. Mack, ASTIN Bulletin 23, 1993).
TRIANGLE = (
    (357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463),
    (352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085),
    (290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315),
    (310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268),
    (443160, 1136350, 2128333, 2897821, 3402672, 3873311),
    (396132, 1333217, 2180715, 2985752, 3691712),
    (440832, 1288463, 2419861, 3483130),
    (359480, 1421128, 2864498),
    (376686, 1363294),
    (344014,),
)
RESERVE = 18_680_856


def test_the_published_triangle_gives_the_published_reserve():
    rows = [
        (delay, len(year) - 1, float(amount))
        for year in TRIANGLE
        for delay, amount in enumerate(np.diff([0, *year]))
    ]
    delays, ages, amounts = (np.array(column, float) for column in zip(*rows, strict=True))

    known = reported(delays, ages, amounts)

    paid = np.array([year[-1] for year in TRIANGLE], float)
    age = np.array([len(year) - 1 for year in TRIANGLE], float)
    assert (paid / known.by(age) - paid).sum() == pytest.approx(RESERVE, abs=1)


def test_a_prevalence_that_stays_the_same_is_not_taken_for_falling():
    rng = np.random.default_rng(3)
    ages = rng.integers(0, 300, 40_000).astype(float)
    delays = rng.gamma(2, 30, len(ages)).round()
    seen = (rng.random(len(ages)) < 0.1) & (delays <= ages)
    young = (ages >= 40) & (ages < 70)

    known = reported(delays[seen], ages[seen])
    told = prevalence(float((seen & young).sum()), ages[young], np.ones(young.sum()), known)

    assert (seen & young).sum() / young.sum() < 0.06
    assert told is not None
    assert told.low < 0.1 < told.high


def test_of_claims_of_today_nothing_is_said():
    known = reported(np.array([10.0, 20.0]), np.array([300.0, 300.0]))

    assert prevalence(0, np.zeros(50), np.ones(50), known) is None


def test_without_any_outcome_nothing_is_known():
    known = reported(np.zeros(0), np.zeros(0))

    assert known.by(np.array([5.0])).tolist() == [0.0]
