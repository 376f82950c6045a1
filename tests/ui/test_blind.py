"""The blind sample: the server hides what the model made of a claim until there is a view."""

from collections.abc import Iterator

import psycopg2
import pytest
from PySide6.QtCore import Qt

from app.access import Identity
from app.codes import Action, Recommendation
from app.services.claims import ClaimService
from app.services.steps import HIDDEN
from app.ui.claim.blind import CHOOSE, NOT_YOURS
from tests.factories import a_claim, a_model, a_party, a_person, a_receipt
from tests.server import Database, ask, touched
from tests.services.desk import version_of
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, press, press_key
from tests.ui.forms import click

pytestmark = pytest.mark.usefixtures("theme")
TABLES = ("ml_engine_score", "claims_flagging", "claims_red_flag")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    made = Desks(database, run_now)
    yield made
    made.close()


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


def drawn(database: Database, *, share: float = 1, **changes: object) -> int:
    """Let the worker score a new claim while that share is drawn."""
    if not database.value("SELECT count(*) FROM ml_engine_mlmodel"):
        a_model(database)
    database.run("UPDATE blind_policy SET share = %s", share)
    late = {"policy_expiry": "2026-03-10"} | changes
    claim = a_claim(database, "submitted", **late)
    a_party(database, claim, kind="claimant", name="Oliver Zielinski")
    ask(database.connect_worker(), "SELECT record_score(%s, %s)", claim, a_receipt())
    return claim


def test_nothing_the_model_made_of_a_hidden_claim_reaches_the_staff(database: Database, maya):
    claim = drawn(database)
    lead = a_person(database, supervisor=True, analyst=True)

    for person in (maya, lead):
        staff = database.connect_as(person)
        columns = "ml_score, ml_confidence, ml_recommendation, score_id, queue_risk"
        row = ask(staff, f"SELECT {columns} FROM claims_claim WHERE id = %s", claim)
        assert row == [(None, None, None, None, 100)]
        for table in TABLES:
            assert ask(staff, f"SELECT * FROM {table} WHERE claim_id = %s", claim) == []
        kinds = ask(staff, "SELECT kind FROM claims_event WHERE claim_id = %s", claim)
        assert {kind for (kind,) in kinds} == {"status"}
    worker = database.connect_worker()
    scores = "SELECT count(*) FROM ml_engine_score WHERE claim_id = %s"
    assert ask(worker, scores, claim) == [(1,)]


def test_a_second_score_of_a_hidden_claim_stays_hidden_too(database: Database, maya):
    claim = drawn(database)

    ask(database.connect_as(maya), "SELECT record_score(%s, %s)", claim, a_receipt(score=12.5))

    staff = database.connect_as(maya)
    assert ask(staff, "SELECT ml_score FROM claims_claim WHERE id = %s", claim) == [(None,)]
    assert ask(staff, "SELECT score FROM ml_engine_score") == []


def test_the_draw_is_keyed_stable_and_about_the_share(database: Database):
    count = (
        "SELECT count(*) FILTER (WHERE app.draws(key, 0.05)), bool_and(app.draws(key, 0.05) ="
        " app.draws(key, 0.05)), bool_and(app.draws(key, 1)), bool_or(app.draws(key, 0))"
        " FROM (SELECT gen_random_uuid() AS key FROM generate_series(1, 4000)) AS keys"
    )

    ((found, stable, every, none),) = database.run(count)

    assert 120 < found < 290
    assert (stable, every, none) == (True, True, False)


def test_a_claim_outside_the_sample_is_shown_at_once(database: Database, desks: Desks, maya):
    drawn(database, share=0)

    page = desks.open(maya)

    assert page.table.rows[0].score is not None
    assert not page.pane.body.blind.isVisible()


def test_the_adjuster_says_a_view_first_and_then_sees_the_score(
    database: Database, desks: Desks, maya
):
    claim = drawn(database)
    page = desks.open(maya)
    body = page.pane.body
    assert body.blind.record.toolTip() == NOT_YOURS

    press(page, "T")
    click(body.blind.record)
    asked = body.blind.field.problem
    hidden = (body.score.isVisible(), body.flags.isVisible(), body.precedents.isVisible())
    body.blind.choices.setFocus()
    press_key(page, Qt.Key.Key_3)
    click(body.blind.record)

    assert asked == CHOOSE
    assert hidden == (False, False, False)
    assert body.score.isVisible()
    assert body.flags.isVisible()
    assert not body.blind.isVisible()
    shown = page.pane.detail
    assert shown is not None
    assert shown.row.recommendation is Recommendation.ENHANCED_REVIEW
    kept = database.run("SELECT view, viewed_by, hidden FROM ml_engine_blind")
    assert kept == [("enhanced_review", maya.id, False)]
    assert database.value("SELECT count(*) FROM claims_event WHERE kind = 'viewed'") == 1
    assert shown.row.version == version_of(database, claim)


@pytest.mark.parametrize("action", [Action.APPROVE, Action.DENY, Action.REFER])
def test_no_decision_comes_before_the_view(database: Database, maya, action: Action):
    claim = drawn(database)
    sessions = database.sessions_as(maya)
    service = ClaimService(sessions, maya)
    service.take(claim, version_of(database, claim))

    told = service.detail(claim).actions[action]

    assert told == HIDDEN


@pytest.mark.parametrize("status", ["approved", "denied", "siu_review"])
def test_the_server_itself_refuses_a_decision_before_the_view(
    database: Database, maya, status: str
):
    claim = drawn(database)
    staff = database.connect_as(maya)
    taken = "UPDATE claims_claim SET status = 'in_review', assigned_to = %s WHERE id = %s"
    touched(staff, taken, maya.id, claim)

    with pytest.raises(psycopg2.Error, match="hidden until you have said"):
        touched(
            staff,
            "UPDATE claims_claim SET status = %s, status_reason = 'x',"
            ' status_detail = \'{"wording": "w"}\' WHERE id = %s',
            status,
            claim,
        )


def test_only_the_adjuster_of_the_claim_records_the_view(database: Database, maya):
    claim = drawn(database)
    lead = database.connect_as(a_person(database, supervisor=True))
    view = "SELECT record_view(%s, %s, 'refer_siu')"

    with pytest.raises(psycopg2.Error, match="The adjuster of this claim"):
        ask(lead, view, claim, version_of(database, claim))
    with pytest.raises(psycopg2.Error, match="This claim is not yours"):
        ask(database.connect_as(maya), view, claim, version_of(database, claim))


def test_a_stale_view_is_not_taken(database: Database, maya):
    claim = drawn(database)
    database.run("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", maya.id, claim)

    answer = ask(database.connect_as(maya), "SELECT record_view(%s, 1, 'refer_siu')", claim)

    assert answer == [(None,)]


def test_agreement_is_counted_by_suggestion_for_those_who_watch_the_model(database: Database, maya):
    for view in ("enhanced_review", "enhanced_review", "refer_siu"):
        claim = drawn(database, facts={})
        database.run("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", maya.id, claim)
        version = version_of(database, claim)
        ask(database.connect_as(maya), "SELECT record_view(%s, %s, %s)", claim, version, view)

    rows = ask(database.connect_as(a_person(database, "admin")), "SELECT * FROM blind_record()")

    assert rows == [("enhanced_review", 3, 2)]
    with pytest.raises(psycopg2.Error, match="watch over the model"):
        ask(database.connect_as(maya), "SELECT * FROM blind_record()")
