"""The worker compares once a day, each judging model by itself."""

from app.ml import bundle
from app.worker.drift import watch_drift
from tests.factories import a_model
from tests.server import Database
from tests.services.drifting import scored_claims
from tests.services.registers import small
from tests.worker.stations import a_station


def prepared(database: Database) -> None:
    """Let the small model judge claims of which the last ones moved."""
    database.run(
        "INSERT INTO ml_engine_bundle VALUES (%s, %s)", small().model_id, bundle.pack(small())
    )
    a_model(database, sha256=small().model_id, lines=["motor"])
    scored_claims(database, 360)
    scored_claims(database, 120, start=361, days=50, changes={"cause": "theft"})
    shift = "submission_date + (now() - interval '10 days' - timestamptz '2026-02-15')"
    quietly = "SET session_replication_role = replica;"
    database.run(f"{quietly} UPDATE claims_claim SET submission_date = {shift}")


def test_it_compares_once_a_day_and_counts_what_is_new(database):
    prepared(database)
    station = a_station(database)

    first = watch_drift(station)
    again = watch_drift(station)
    station.drift_due = 0.0
    later = watch_drift(station)

    assert first > 0
    assert (again, later) == (0, 0)
    assert database.value("SELECT count(*) FROM ml_engine_drift") == 1


def test_the_next_day_it_looks_again(database):
    prepared(database)
    station = a_station(database)
    watch_drift(station)
    database.run("UPDATE ml_engine_drift SET at = at - interval '21 hours'")
    station.drift_due = 0.0

    watch_drift(station)

    assert database.value("SELECT count(*) FROM ml_engine_drift") == 2
