"""What moved, from real claims to alerts: who sees them, when they end, and the claims behind."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.errors import NotAllowed, Refused
from app.services.claims import ClaimService
from app.services.drift import DriftService
from app.services.drift_watch import DriftWatch
from app.services.model_store import Bundles
from app.services.queue_filter import Diary, QueueFilter, StatusGroup
from tests.factories import a_model, a_person
from tests.server import Database, ask
from tests.services.drifting import FIRST, scored_claims
from tests.services.registers import small

DAY = FIRST + timedelta(days=420)


@pytest.fixture
def watch(database: Database, tmp_path: Path) -> DriftWatch:
    """The small model judges motor; nobody has compared yet."""
    small().save(tmp_path / "shipped.bundle")
    a_model(database, sha256=small().model_id, lines=["motor"], name="Claims", version="1.0")
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    return DriftWatch(sessions, Bundles(sessions, tmp_path / "shipped.bundle"))


@pytest.fixture
def admin(database: Database) -> Identity:
    return a_person(database, "admin")


def looked(watch: DriftWatch) -> int | None:
    (judging,) = watch.judging()
    return watch.look(judging, now=DAY)


def seen(database: Database, person: Identity) -> Any:
    return DriftService(database.sessions_as(person), person).look()


def test_claims_that_stay_as_they_were_raise_nothing(database, watch, admin):
    scored_claims(database, 360)
    scored_claims(database, 120, start=361, days=50)

    raised = looked(watch)

    found = seen(database, admin)
    report = found.reports[0]
    assert (raised, found.alerts) == (0, ())
    assert report.claims == 120
    assert report.model == "Claims 1.0"
    assert [chart.key for chart in report.charts] == ["prevalence", "distance"]
    assert report.charts[1].drawn


def test_the_alert_names_the_fact_the_cause_and_the_claims_behind_it(database, watch, admin):
    scored_claims(database, 360)
    moved = scored_claims(database, 120, start=361, days=50, changes={"cause": "theft"})

    raised = looked(watch)

    (alert,) = [one for one in seen(database, admin).alerts if one.subject == "cause"]
    assert raised
    assert alert.kind == "moved"
    assert alert.told.startswith("Cause of loss: “theft” makes up 100% of recent claims, ")
    behind = QueueFilter(status=StatusGroup.ALL, diary=Diary.ANY, alert=alert.id)
    page = ClaimService(database.sessions_as(admin), admin).queue(behind)
    assert {row.id for row in page.rows} <= set(moved)
    assert page.total == alert.claims == 120


def test_what_a_claim_never_said_before_is_quoted(database, watch, admin):
    scored_claims(database, 360)
    scored_claims(database, 110, start=361, days=50)
    scored_claims(database, 10, start=411, days=5, changes={"cause": "sinkhole"})

    looked(watch)

    (alert,) = [one for one in seen(database, admin).alerts if one.kind == "new"]
    assert "say “sinkhole”, which no earlier claim said" in alert.told
    assert alert.claims == 10


def test_an_alert_goes_on_until_it_is_over_and_each_step_is_in_the_history(database, watch, admin):
    scored_claims(database, 360)
    moved = scored_claims(database, 120, start=361, days=50, changes={"cause": "theft"})
    looked(watch)

    again = looked(watch)
    database.run(
        "UPDATE ml_engine_score SET receipt = jsonb_set(receipt, '{features,cause}',"
        " CASE claim_id %% 2 WHEN 0 THEN '\"theft\"' ELSE '\"collision\"' END::jsonb)"
        " WHERE claim_id = ANY (%s)",
        moved,
    )
    looked(watch)

    states = {one.subject: one.state for one in seen(database, admin).alerts}
    assert again == 0
    assert states["cause"] == "over"
    told = database.run("SELECT kind, reason FROM ml_engine_event WHERE kind = 'alert'")
    assert sum("Cause of loss" in reason for _, reason in told) == 1


def test_a_settled_alert_rests_and_who_settled_it_is_told(database, watch, admin):
    scored_claims(database, 360)
    scored_claims(database, 120, start=361, days=50, changes={"cause": "theft"})
    looked(watch)
    service = DriftService(database.sessions_as(admin), admin)
    number = next(one.id for one in service.look().alerts if one.subject == "cause")

    service.settle(number, "A wave of thefts, known to the police.")
    again = looked(watch)

    (alert,) = [one for one in service.look().alerts if one.id == number]
    assert (again, alert.state, alert.settled_by) == (0, "settled", admin.full_name)
    reasons = database.run("SELECT reason FROM ml_engine_event WHERE kind = 'settled'")
    assert reasons == [("A wave of thefts, known to the police.",)]
    with pytest.raises(Refused, match="ended already"):
        service.settle(number, "Twice.")
    with pytest.raises(Refused, match="Say what was found out"):
        service.settle(number, " ")


def test_more_substantiated_claims_than_expected_are_told(database, watch, admin):
    scored_claims(database, 360, probability=0.1, substantiated=10)
    scored_claims(database, 200, start=361, days=50, probability=0.1, substantiated=2)

    looked(watch)

    kinds = {one.kind: one for one in seen(database, admin).alerts}
    assert kinds["prevalence"].told.startswith("Prevalence: ")
    assert (
        "% of claims turn out substantiated since the model learned, " in kinds["prevalence"].told
    )
    assert "claims were substantiated where the probabilities" in kinds["calibration"].told
    assert kinds["prevalence"].claims > 0


def test_too_few_claims_say_nothing(database, watch, admin):
    scored_claims(database, 360)
    scored_claims(database, 60, start=361)

    assert looked(watch) is None
    assert seen(database, admin).reports == ()


def test_without_earlier_claims_the_precedents_are_compared_with(database, watch, admin):
    database.run("UPDATE ml_engine_mlmodel SET lines = '{motor}'")
    scored_claims(database, 120, start=361, days=50)

    looked(watch)

    assert seen(database, admin).reports[0].reference == len(small().labels)


def test_nobody_else_sees_or_writes_what_moved(database, watch, admin):
    scored_claims(database, 360)
    scored_claims(database, 120, start=361, days=50, changes={"cause": "theft"})
    looked(watch)
    adjuster, analyst = a_person(database), a_person(database, analyst=True)

    assert seen(database, adjuster).alerts == ()
    assert seen(database, analyst).alerts
    with pytest.raises(NotAllowed):
        DriftService(database.sessions_as(analyst), analyst).settle(1, "No.")
    with pytest.raises(Exception, match="permission denied"):
        ask(database.connect_as(analyst), "SELECT record_drift(1, '{}', '[]')")
    with pytest.raises(Exception, match="permission denied"):
        ask(database.connect_as(admin), "UPDATE ml_engine_alert SET state = 'over'")


def test_alerts_of_a_model_that_judges_no_more_are_over(database, watch, admin):
    scored_claims(database, 360)
    scored_claims(database, 120, start=361, days=50, changes={"cause": "theft"})
    looked(watch)
    other = a_model(database, sha256="b" * 64, is_active=False)
    database.run("UPDATE ml_engine_judge SET model_id = %s", other)

    with database.connect_worker() as worker:
        ask(worker, "SELECT record_drift(%s, '{}', '[]')", other)

    assert {*database.run("SELECT state FROM ml_engine_alert")} == {("over",)}


def test_the_last_sixty_reports_are_kept(database, watch):
    model = database.value("SELECT id FROM ml_engine_mlmodel")

    with database.connect_worker() as worker:
        for _ in range(63):
            ask(worker, "SELECT record_drift(%s, '{}', '[]')", model)

    assert database.run("SELECT count(*), min(id) FROM ml_engine_drift") == [(60, 4)]


def test_a_day_without_claims_after_it_is_no_fault(database, watch):
    scored_claims(database, 5)

    (judging,) = watch.judging()

    assert watch.look(judging, now=date(2024, 1, 1)) is None
