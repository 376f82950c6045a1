"""Figures by group: checked against scipy, for administrators alone, and never for the engine."""

from datetime import UTC, datetime, timedelta

import psycopg2
import pytest
from scipy.stats import binomtest, norm, sem

from app.access import Identity
from app.errors import NotAllowed
from app.ml.columns import is_protected
from app.services.charts import Chart
from app.services.facts import FEATURES, ClaimFacts, features
from app.services.fairness import Fairness, FairnessService
from tests.factories import a_person, an_identity
from tests.server import Database, ask
from tests.services.settled_scores import an_outcome

DAYS = {"30 to 44": range(10, 35), "45 to 59": range(20, 45)}


@pytest.fixture(scope="module")
def portfolio(shared_database: Database) -> Database:
    for group, days in DAYS.items():
        for number, day in enumerate(days):
            label = "substantiated" if number < (4 if group == "30 to 44" else 9) else "paid"
            claim = an_outcome(shared_database, 50, label, days_ago=90)
            a_group(shared_database, claim, "age", group)
            decided(shared_database, claim, day)
    for _ in range(5):
        a_group(shared_database, an_outcome(shared_database, 50, "paid"), "age", "60 and over")
    return shared_database


def a_group(database: Database, claim: int, grouping: str, value: str) -> None:
    database.run("INSERT INTO claims_group VALUES (%s, %s, %s)", claim, grouping, value)


def decided(database: Database, claim: int, days: int) -> None:
    """Let the claim have been decided so many days after it came in."""
    database.run(
        "INSERT INTO claims_event (claim_id, kind, from_status, to_status, at)"
        " SELECT id, 'status', 'in_review', 'approved', submission_date + make_interval(days => %s)"
        " FROM claims_claim WHERE id = %s",
        days,
        claim,
    )


@pytest.fixture(scope="module")
def admin(shared_database: Database) -> Identity:
    return a_person(shared_database, "admin")


@pytest.fixture(scope="module")
def found(portfolio: Database, admin: Identity) -> Fairness:
    return FairnessService(portfolio.sessions_as(admin), admin).look("age")


@pytest.fixture(scope="module")
def charts(found: Fairness) -> dict[str, Chart]:
    return {chart.key: chart for chart in found.charts}


def test_referral_rates_have_wilsons_interval(charts):
    points = charts["referral"].series[0].points

    for point, referred in zip(points, (4, 9), strict=True):
        ends = binomtest(referred, 25).proportion_ci(method="wilson")
        assert (point.y, point.low, point.high) == pytest.approx(
            (referred / 25, ends.low, ends.high)
        )


def test_days_to_decision_have_the_normal_interval_of_the_mean(charts):
    points = charts["delay"].series[0].points

    for point, days in zip(points, DAYS.values(), strict=True):
        told = [*days]
        mean = sum(told) / len(told)
        ends = norm.interval(0.95, mean, sem(told))
        assert (point.y, point.low, point.high) == pytest.approx((mean, *ends))


def test_overrides_are_decisions_against_the_suggestion(charts):
    points = charts["override"].series[0].points

    assert [(point.y, point.count) for point in points] == [
        (pytest.approx(4 / 25), 25),
        (pytest.approx(9 / 25), 25),
    ]


def test_a_group_of_few_is_left_out(found, charts):
    assert charts["referral"].labels == ("30 to 44", "45 to 59")
    assert (found.claims, found.groups) == (50, 2)


def test_nobody_asks_for_groups_of_fewer_than_ten(portfolio, admin):
    since = datetime.now(UTC).date() - timedelta(days=365)

    told = ask(
        portfolio.connect_as(admin), "SELECT value FROM fairness_counts('age', %s, '', 1)", since
    )

    assert told == [("30 to 44",), ("45 to 59",)]


def test_a_grouping_nobody_told_of_draws_nothing(portfolio, admin):
    found = FairnessService(portfolio.sessions_as(admin), admin).look("sex")

    assert not any(chart.drawn for chart in found.charts)
    assert found.charts[0].empty == "No group has 20 claims with this fact."


@pytest.mark.parametrize("flags", [{}, {"analyst": True}, {"supervisor": True}, {"siu": True}])
def test_staff_see_no_figures_by_group_whatever_their_flags(portfolio, flags):
    person = a_person(portfolio, **flags)

    with pytest.raises(NotAllowed):
        FairnessService(portfolio.sessions_as(person), person).look("age")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(
            portfolio.connect_as(person),
            "SELECT * FROM fairness_counts('age', now()::date, '', 20)",
        )


def test_a_user_has_no_such_place():
    with pytest.raises(NotAllowed):
        FairnessService(None, an_identity("user")).look("age")  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["user", "staff", "admin", "worker"])
def test_no_login_reads_or_writes_a_group_fact(portfolio, admin, role):
    connection = (
        portfolio.connect_worker()
        if role == "worker"
        else portfolio.connect_as(admin if role == "admin" else a_person(portfolio, role))
    )

    for statement in (
        "SELECT * FROM claims_group",
        "INSERT INTO claims_group VALUES (1, 'sex', 'x')",
    ):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(connection, statement)


def test_group_facts_never_reach_the_engine(portfolio):
    from sqlalchemy import select

    from app.models import Claim

    with portfolio.owner_sessions().begin() as session:
        claim = session.scalars(select(Claim).limit(1)).one()
        before = features(ClaimFacts.of(claim))
        number = claim.id
    for grouping, value in (("sex", "woman"), ("language", "Welsh")):
        a_group(portfolio, number, grouping, value)

    with portfolio.owner_sessions().begin() as session:
        after = features(ClaimFacts.of(session.get_one(Claim, number)))

    assert after == before
    assert not [name for name in FEATURES if is_protected(name)]
    assert not {"age", "sex", "language", "woman", "Welsh"} & {*after, *map(str, after.values())}
