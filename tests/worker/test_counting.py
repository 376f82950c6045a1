"""Counts that are kept: what is shown is exact, whether it was counted before or is counted now."""

from datetime import UTC, datetime

import pytest

from app.access import Identity
from app.services.charts import Chart
from app.services.performance import PerformanceService
from app.worker.counting import MOST, count_cells
from app.worker.station import Station
from tests.factories import a_person
from tests.server import Database, ask
from tests.services.settled_scores import an_outcome, flagged
from tests.worker.stations import a_station

FOUND = """
    UPDATE claims_claim SET siu_status = 'concluded', siu_disposition = 'substantiated'
    WHERE status = 'triaged'
"""
DRAWN = """
    INSERT INTO ml_engine_blind (claim_id) SELECT id FROM claims_claim
    WHERE closed_outcome = 'paid_full' AND siu_status IS NULL ON CONFLICT DO NOTHING
"""
CHANGES = (
    FOUND,
    DRAWN,
    "UPDATE claims_claim SET review_outcome = 'justified_review' WHERE review_outcome <> ''",
    "UPDATE claims_claim SET region = 'south' WHERE claim_type = 'motor'",
    "UPDATE claims_claim SET submission_date = submission_date - interval '40 days'",
)


@pytest.fixture
def portfolio(database: Database) -> Database:
    for number in range(40):
        label = ("substantiated", "cleared", "blind", "paid", "open")[number % 5]
        outcome = "justified_review" if number % 2 else "false_alarm"
        kind = {"claim_type": "health"} if number % 3 == 0 else {}
        told = kind | {"review_outcome": outcome if number % 5 < 2 else None}
        claim = an_outcome(database, 2.4 * number, label, days_ago=3 + 9 * number, **told)
        flagged(database, claim, "RF01")
    return database


@pytest.fixture
def station(portfolio: Database) -> Station:
    return a_station(portfolio)


@pytest.fixture
def admin(portfolio: Database) -> Identity:
    return a_person(portfolio, "admin")


def look(database: Database, person: Identity) -> tuple[Chart, ...]:
    return PerformanceService(database.sessions_as(person), person).look().charts


def written(charts: tuple[Chart, ...]) -> list[list[tuple[str, ...]]]:
    return [list(chart.rows()) for chart in charts]


def count_all(station: Station) -> None:
    while count_cells(station):
        pass


def kept(database: Database) -> int:
    found: int = database.value(
        "SELECT count(*) FROM (SELECT month, line FROM ml_engine_cell"
        " EXCEPT SELECT month, line FROM ml_engine_cell_due) AS fresh"
    )
    return found


def test_what_was_counted_shows_the_same_as_what_is_counted_now(
    portfolio: Database, station: Station, admin: Identity
):
    now = written(look(portfolio, admin))

    count_all(station)

    assert kept(portfolio) >= 4 * 12
    assert portfolio.value("SELECT sum(claims) FROM ml_engine_cell_score") == 40
    assert written(look(portfolio, admin)) == now


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_shown_at_once_and_stays_when_it_is_counted(
    portfolio: Database, station: Station, admin: Identity, change: str
):
    count_all(station)
    before = kept(portfolio)

    portfolio.run(change)

    assert kept(portfolio) < before
    shown = written(look(portfolio, admin))
    portfolio.run("TRUNCATE ml_engine_cell CASCADE")
    assert shown == written(look(portfolio, admin))
    count_all(station)
    assert shown == written(look(portfolio, admin))


def test_a_cell_is_counted_at_most_once_a_minute(portfolio: Database, station: Station):
    count_all(station)

    portfolio.run("UPDATE claims_claim SET region = 'south'")

    assert count_cells(station) == 0
    portfolio.run("UPDATE ml_engine_cell SET counted_at = now() - interval '2 minutes'")
    assert 0 < count_cells(station) <= MOST


def test_each_cell_is_counted_anew_after_a_day_whatever_was_told(
    portfolio: Database, station: Station
):
    count_all(station)
    portfolio.run(
        "SET session_replication_role = replica; UPDATE claims_claim SET region = 'south'"
    )
    portfolio.run("UPDATE ml_engine_cell SET counted_at = now() - interval '25 hours'")

    count_all(station)

    assert portfolio.run("SELECT DISTINCT region FROM ml_engine_cell_desk") == [("south",)]


def test_staff_count_under_their_own_rights_and_read_no_count_of_all(
    portfolio: Database, station: Station
):
    count_all(station)
    south = a_person(portfolio, region="south", analyst=True)

    found = PerformanceService(portfolio.sessions_as(south), south).look()

    assert found.claims == 0
    connection = portfolio.connect_as(south)
    for table in ("", "_due", "_score", "_delay", "_desk", "_rule"):
        assert ask(connection, f"SELECT * FROM ml_engine_cell{table}") == []


def test_the_month_that_begins_has_its_cells(portfolio: Database, station: Station):
    portfolio.run("DELETE FROM ml_engine_cell_due")

    count_all(station)

    month = datetime.now(UTC).date().replace(day=1)
    assert portfolio.run("SELECT month, line FROM ml_engine_cell ORDER BY line") == [
        (month, line) for line in ("health", "motor", "property", "travel")
    ]
