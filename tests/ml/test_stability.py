"""What moved and why: against scipy, a worked table, and worlds in which one thing was changed."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from app.ml.arrays import Facts
from app.ml.schema import Feature, Kind, Schema
from app.ml.stability import Cause, Shift, Spans, shifts
from app.ml.two_samples import chance, kolmogorov, kolmogorov_smirnov, stability

SCHEMA = Schema(
    (
        Feature("line", Kind.CATEGORY, "Line"),
        Feature("cause", Kind.CATEGORY, "Cause"),
        Feature("amount", Kind.NUMBER, "Amount"),
        Feature("towed", Kind.FLAG, "Towed"),
    )
)


def world(rows: int, seed: int) -> Facts:
    rng = np.random.default_rng(seed)
    line = rng.choice(np.array(["motor", "travel"], object), rows)
    towed = rng.choice(np.array(["yes", "no"], object), rows)
    return {
        "line": line,
        "cause": rng.choice(np.array(["theft", "fire", "storm"], object), rows),
        "amount": rng.lognormal(7, 0.8, rows).round(2),
        "towed": told_if(line == "motor", towed),
    }


def told_if(told: Any, values: Any) -> Any:
    """Return the values where they are told, and None elsewhere."""
    return np.where(told, values, np.array(None, object))


def lately(rows: int) -> Spans:
    month = np.arange(rows) * 3 // rows
    return Spans(month == 2, month, 3)


def told(after: Facts, group: str | None = "line") -> dict[str, Shift]:
    found = shifts(SCHEMA, world(6000, 1), after, lately(len(after["line"])), group=group)
    return {shift.name: shift for shift in found}


def test_the_index_of_a_worked_table_is_the_sum_of_its_lines():
    before = np.array([120, 300, 380, 200.0])
    after = np.array([80, 260, 400, 260.0])

    found = stability(before, after)

    lines = [0.04 * np.log(0.12 / 0.08), 0.04 * np.log(0.30 / 0.26)]
    lines += [0.02 * np.log(0.40 / 0.38), 0.06 * np.log(0.26 / 0.20)]
    assert found == pytest.approx(sum(lines))
    assert found == pytest.approx(0.03871, abs=1e-5)


@pytest.mark.parametrize("size", [50, 2000])
def test_the_gap_and_its_probability_are_those_of_scipy(size):
    rng = np.random.default_rng(size)
    old, new = rng.normal(0, 1, size).round(1), rng.normal(0.2, 1.1, size // 2).round(1)

    gap, likely = kolmogorov_smirnov(old, new, np.ones(size))

    theirs = stats.ks_2samp(old, new)
    assert gap == pytest.approx(theirs.statistic)
    reached = gap * np.sqrt(size * len(new) / (size + len(new)))
    assert likely == pytest.approx(stats.kstwobign.sf(reached), abs=1e-12)


def test_whole_weights_count_as_so_many_claims():
    rng = np.random.default_rng(8)
    old, new, often = rng.normal(size=80), rng.normal(size=60), rng.integers(1, 5, 80)

    gap, _ = kolmogorov_smirnov(old, new, often.astype(float))

    assert gap == pytest.approx(stats.ks_2samp(np.repeat(old, often), new).statistic)


def test_the_critical_values_are_those_of_smirnovs_table():
    assert kolmogorov(1.3581) == pytest.approx(0.05, abs=1e-4)
    assert kolmogorov(1.6276) == pytest.approx(0.01, abs=1e-4)
    assert kolmogorov(0.0) == 1.0


def test_the_bound_of_chance_is_the_quantile_of_chi_squared():
    theirs = (1 / 500 + 1 / 250) * stats.chi2.ppf(stats.norm.cdf(4), 9)

    assert chance(10, 500, 250) == pytest.approx(theirs, rel=0.02)
    assert chance(10, 500, 0) == float("inf")


def test_chance_alone_raises_nothing():
    causes = [shift.cause for seed in range(20) for shift in told(world(900, 50 + seed)).values()]

    assert causes == [None] * 80


def test_a_number_that_grew_is_named_with_the_claims_behind_it():
    after = world(3000, 2)
    spans = lately(3000)
    after["amount"] = np.where(spans.recent, after["amount"] * 2.5, after["amount"])

    shift = next(iter(told(after).values()))

    assert (shift.name, shift.cause) == ("amount", Cause.MOVED)
    assert shift.gap is not None
    assert shift.gap > 0.2
    assert shift.trend[0] is not None
    assert shift.trend[0] < 0.05
    assert (shift.trend[2] or 0) > 0.25
    behind = shift.behind(spans.recent)
    assert spans.recent[behind].all()
    assert after["amount"][behind].min() > np.median(world(6000, 1)["amount"])


def test_a_value_nobody_ever_told_is_named():
    after = world(3000, 2)
    after["cause"][2950:] = "robot"

    shift = told(after)["cause"]

    assert shift.cause is Cause.NEW
    assert shift.values == ("robot",)
    assert shift.unseen == pytest.approx(0.05)
    assert shift.behind(lately(3000).recent).tolist() == [*range(2950, 3000)]


def test_a_fact_that_is_told_less_often_is_named():
    after = world(3000, 2)
    after["amount"][2400:2800] = np.nan

    shift = told(after)["amount"]

    assert shift.cause is Cause.MISSING
    assert shift.missing == pytest.approx((0.0, 0.4))
    assert shift.behind(lately(3000).recent).tolist() == [*range(2400, 2800)]


def test_another_mix_of_lines_moves_the_line_and_nothing_else():
    after = world(3000, 2)
    after["line"][2000:2600] = "travel"
    after["towed"] = told_if(after["line"] == "motor", after["towed"])

    by_line, at_all = told(after), told(after, group=None)

    assert by_line["towed"].cause is None
    assert at_all["towed"].cause is Cause.MISSING
    assert by_line["line"].cause is Cause.MOVED


def test_a_month_without_claims_has_no_index():
    after = world(300, 2)
    spans = Spans(np.ones(300, bool), np.zeros(300, np.int64), 2)

    shift = shifts(SCHEMA, world(600, 1), after, spans)[0]

    assert shift.trend[1] is None


def test_without_recent_claims_nothing_is_said():
    after = world(30, 2)
    spans = Spans(np.zeros(30, bool), np.zeros(30, np.int64), 1)

    found = shifts(SCHEMA, world(600, 1), after, spans, group="line")

    assert [shift.cause for shift in found] == [None] * 4
