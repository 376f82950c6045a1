"""The clocks of claims as the desk reads them, and the queue in the order of their days."""

from datetime import timedelta

import pytest

from app.access import Identity
from app.codes import ClockKind
from app.errors import NotAllowed
from app.services.claims import ClaimService
from app.services.clocks import ClockService
from app.services.decisions import DecisionService
from app.services.figures import today
from app.services.queue_filter import MOST_COUNTED, DueBand, QueueFilter, SortKey
from tests.factories import a_claim, a_person, an_identity
from tests.server import Database
from tests.services.desk import a_scored_claim, version_of
from tests.ui.desk import many_claims

DAY = timedelta(days=1)


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def claims(database: Database, maya: Identity) -> ClaimService:
    return ClaimService(database.sessions_as(maya), maya)


def a_due_claim(database: Database, days: int, score: float) -> int:
    """Insert a claim whose next clock is due in so many days."""
    claim = a_scored_claim(database, score)
    database.run("SELECT app.set_clocks()")
    database.run("UPDATE claims_claim SET due_on = %s WHERE id = %s", today() + days * DAY, claim)
    return claim


def test_the_nearest_day_comes_first_and_of_one_day_the_riskiest(database, claims):
    later = a_due_claim(database, 3, 95)
    calm, risky = a_due_claim(database, 1, 20), a_due_claim(database, 1, 80)
    late = a_due_claim(database, -2, 5)
    without = a_claim(database, "submitted", submission_date=None)

    page = claims.queue(QueueFilter())

    assert [row.id for row in page.rows] == [late, risky, calm, later, without]
    assert page.rows[0].due.words(today()) == "2 days late"
    assert page.rows[-1].due is None
    assert (page.counts.late, page.counts.due_today) == (1, 0)


@pytest.mark.parametrize(
    ("band", "found"),
    [
        (DueBand.LATE, [-2]),
        (DueBand.TODAY, [-2, 0]),
        (DueBand.THREE_DAYS, [-2, 0, 3]),
        (DueBand.WEEK, [-2, 0, 3, 7]),
        (DueBand.NONE, []),
    ],
)
def test_a_queue_is_narrowed_to_what_is_due(database, claims, band, found):
    due = {a_due_claim(database, days, 50): days for days in (-2, 0, 3, 7, 20)}

    page = claims.queue(QueueFilter(due=band))

    assert [due[row.id] for row in page.rows] == found


def test_pages_go_on_where_the_day_and_the_risk_are_the_same(database, claims):
    wanted = [a_due_claim(database, 2, 50) for _ in range(5)]
    found, after = [], None

    for _ in range(3):
        page = claims.queue(QueueFilter(), after=after, limit=2)
        found += [row.id for row in page.rows]
        after = page.after

    assert found == wanted
    assert after is None


def test_within_a_column_the_nearest_day_comes_first(database, claims):
    later, sooner = a_due_claim(database, 5, 50), a_due_claim(database, 1, 50)

    page = claims.queue(QueueFilter(sort=SortKey.STATUS, descending=True))

    assert [row.id for row in page.rows] == [sooner, later]


def test_counting_stops_where_nobody_counts_any_more(database, claims):
    many_claims(database, MOST_COUNTED + 50)

    page = claims.queue(QueueFilter(), limit=5)

    assert page.total == page.counts.queue == MOST_COUNTED + 1


def test_a_claim_tells_its_clocks_the_running_ones_first(database, claims, maya):
    claim = a_scored_claim(database, 50, status="in_review", assigned_to=maya.id)
    database.run("SELECT app.set_clocks()")
    database.run("SELECT app.meet_clocks(%s, '{acknowledge}', NULL, false)", claim)

    clocks = claims.detail(claim).clocks

    assert [(clock.clock, clock.state) for clock in clocks] == [
        (ClockKind.DECIDE, "running"),
        (ClockKind.DECIDE, "running"),
        (ClockKind.STATUS_LETTER, "running"),
        (ClockKind.ACKNOWLEDGE, "met"),
        (ClockKind.ACKNOWLEDGE, "met"),
    ]
    assert clocks[0].pack == "House service levels"
    assert not clocks[3].late


def test_a_clock_that_was_met_too_late_says_so(database, claims, maya):
    claim = a_scored_claim(
        database, 50, submission_date="2026-01-05 09:00+00", status="in_review", assigned_to=maya.id
    )
    database.run("SELECT app.set_clocks()")

    DecisionService(database.sessions_as(maya), maya).approve(claim, version_of(database, claim))

    assert all(clock.late for clock in claims.detail(claim).clocks if clock.state == "met")


def test_the_forecast_counts_the_claims_within_reach(database, maya):
    for days in (-1, 0, 0, 4, 40):
        a_due_claim(database, days, 50)
    a_claim(database, region="south")

    forecast = ClockService(database.sessions_as(maya), maya).forecast()

    assert forecast.late == 1
    assert [day.due for day in forecast.days[:5]] == [2, 0, 0, 0, 1]
    assert (forecast.pace, forecast.missed) == (0, 3)


def test_a_user_has_no_forecast():
    user = an_identity("user")

    with pytest.raises(NotAllowed):
        ClockService(None, user).forecast()  # type: ignore[arg-type] # refused before it is used
