"""Charts of performance from real rows, checked against scikit-learn and counting by hand."""

from typing import Any

import numpy as np
import pytest
from scipy.stats import binomtest
from sklearn.metrics import average_precision_score, precision_recall_curve

from app.access import Identity
from app.errors import NotAllowed
from app.services.charts import Chart
from app.services.performance import PerformanceService, agreement
from tests.factories import a_person, an_identity
from tests.server import Database
from tests.services.settled_scores import an_outcome, flagged


@pytest.fixture(scope="module")
def told() -> list[tuple[float, str]]:
    """Scores and labels of 60 claims; one blind claim stands for three that were paid."""
    chance = np.random.default_rng(4)
    scores = chance.integers(0, 100, 60)
    labels = np.where(chance.random(60) < scores / 100, "substantiated", "cleared")
    labels[(labels == "cleared") & (chance.random(60) < 0.5)] = "blind"
    return [(float(s), str(label)) for s, label in zip(scores, labels, strict=True)]


@pytest.fixture(scope="module")
def portfolio(shared_database: Database, told: list[tuple[float, str]]) -> Database:
    for place, (score, label) in enumerate(told):
        outcome = "false_alarm" if place % 3 else "justified_review"
        claim = an_outcome(shared_database, score, label, review_outcome=outcome)
        flagged(shared_database, claim, "RF01", *(["RF02"] if place < 5 else []))
    blind = sum(label == "blind" for _, label in told)
    for number in range(2 * blind):
        an_outcome(shared_database, number % 50, "paid")
    an_outcome(shared_database, 50, "open", days_ago=3)
    return shared_database


@pytest.fixture(scope="module")
def admin(shared_database: Database) -> Identity:
    return a_person(shared_database, "admin")


@pytest.fixture(scope="module")
def charts(portfolio: Database, admin: Identity) -> dict[str, Chart]:
    found = PerformanceService(portfolio.sessions_as(admin), admin).look()
    return {chart.key: chart for chart in found.charts}


def weighed(told: Any) -> Any:
    y = np.array([label == "substantiated" for _, label in told])
    scores = np.array([score for score, _ in told])
    weights = np.array([3.0 if label == "blind" else 1.0 for _, label in told])
    return y, scores, weights


def test_precision_and_recall_are_scikit_learns_with_the_weights_of_the_blind_sample(charts, told):
    y, scores, weights = weighed(told)

    points = charts["precision-recall"].series[0].points

    precision, recall, _ = precision_recall_curve(y, scores, sample_weight=weights)
    theirs = sorted(zip(recall[:-1], precision[:-1], strict=True))
    assert sorted((p.x, p.y) for p in points) == [pytest.approx(pair) for pair in theirs]
    steps = np.diff([0, *(p.x for p in points)])
    area = float(sum(step * p.y for step, p in zip(steps, points, strict=True)))
    assert area == pytest.approx(average_precision_score(y, scores, sample_weight=weights))
    assert charts["precision-recall"].level == pytest.approx(np.average(y, weights=weights))


def test_gains_pass_through_the_share_found_at_each_budget(charts, told):
    y, scores, weights = weighed(told)

    line, marks = (series.points for series in charts["gains"].series)

    reviewed = weights[scores >= 80].sum() / weights.sum()
    found = (weights * y)[scores >= 80].sum() / (weights * y).sum()
    assert np.interp(reviewed, [p.x for p in line], [p.y for p in line]) == pytest.approx(found)
    assert [mark.x for mark in marks] == [0.05, 0.1, 0.2]
    assert all(mark.low <= mark.y <= mark.high for mark in marks)


def test_reliability_counts_every_labelled_claim_once(charts, told):
    points = charts["reliability"].series[0].points

    assert sum(point.count for point in points) == len(told)
    assert [point.x for point in points] == [pytest.approx(0.4)] * len(points)
    assert all(point.low <= point.y <= point.high for point in points)


def test_months_add_up_to_whole_ones(charts):
    by_band = [series.points for series in charts["months"].series]

    for bands in zip(*by_band, strict=True):
        assert sum(point.y for point in bands) == pytest.approx(1)


def test_outcomes_are_estimated_for_all_that_were_paid(charts, told):
    wanted, other = (series.points for series in charts["confusion"].series)

    y, _, weights = weighed(told)
    assert sum(point.y for point in wanted) == y.sum()
    assert sum(point.y for point in other) == pytest.approx((weights * ~y).sum())


def test_the_blind_sample_tells_how_often_the_engine_agrees_with_a_payment(charts, told):
    points = charts["blind"].series[0].points

    drawn = sum(label == "blind" for _, label in told)
    ends = binomtest(drawn, drawn).proportion_ci(method="wilson")
    assert [point.count for point in points] == [drawn]
    assert (points[0].y, points[0].low) == pytest.approx((1, ends.low))


def test_an_open_claim_says_that_its_label_takes_longer(charts):
    points = charts["delay"].series[0].points

    assert points[0].x == 3
    assert points[0].y == 0
    assert points[-1].y == 1


def test_a_red_flag_is_as_precise_as_the_reviews_of_its_claims_say(charts, portfolio):
    flags = charts["flags"]

    name = portfolio.value("SELECT name FROM red_flag_current WHERE code = 'RF01'")
    (point,) = flags.series[0].points
    ends = binomtest(20, 60).proportion_ci(method="wilson")
    assert flags.labels == (name,)
    assert (point.count, point.y) == (60, pytest.approx(20 / 60))
    assert (point.low, point.high) == (pytest.approx(ends.low), pytest.approx(ends.high))


def test_desks_are_told_and_no_person(charts):
    overrides = charts["overrides"]

    assert overrides.labels == ("Motor, north",)
    assert "no person is ranked" in overrides.about


def test_everybody_counts_what_they_may_see(portfolio, admin):
    south = a_person(portfolio, region="south", analyst=True)

    found = PerformanceService(portfolio.sessions_as(south), south).look()

    assert found.claims == 0
    assert not any(chart.drawn for chart in found.charts)
    assert all(chart.empty for chart in found.charts)


def test_a_line_without_claims_draws_nothing(portfolio, admin):
    found = PerformanceService(portfolio.sessions_as(admin), admin).look(line="health")

    assert (found.claims, found.labelled) == (0, 0)


def test_who_reads_no_models_counts_nothing(portfolio):
    service = PerformanceService(portfolio.owner_sessions(), an_identity("user"))

    with pytest.raises(NotAllowed):
        service.look()


def test_a_chart_is_a_table_too(charts, tmp_path):
    charts["reliability"].write(tmp_path / "reliability.csv")

    written = (tmp_path / "reliability.csv").read_text("utf-8-sig").splitlines()
    assert written[0] == "Series,Said,Substantiated,From,To,Claims"
    assert len(written) == 1 + len(charts["reliability"].series[0].points)


def test_agreement_of_blind_views_is_drawn_by_suggestion_with_its_interval():
    chart = agreement([("refer_siu", 10, 7), ("fast_track", 40, 36)])

    first, second = chart.series[0].points
    assert chart.labels == ("Fast track", "Refer")
    assert (first.y, first.count, second.y, second.count) == (0.9, 40, 0.7, 10)
    assert (first.low or 0) < 0.9 < (first.high or 0)
