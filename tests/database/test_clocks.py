"""The clocks of claims: started, paused, met and begun again by the steps of a claim."""

from datetime import date, timedelta
from typing import Any

import psycopg2
import pytest
from psycopg2.extras import Json

from app.access import Identity
from tests.factories import a_claim, a_model, a_person, a_receipt
from tests.server import Database, ask, touched

MONDAY = date(2026, 3, 2)
STEP = "UPDATE claims_claim SET status = %s WHERE id = %s"


@pytest.fixture
def ann(database: Database) -> Identity:
    a_model(database)
    return a_person(database)


@pytest.fixture
def desk(database: Database, ann: Identity) -> Any:
    return database.connect_as(ann)


def clocks(database: Database, claim: int) -> dict[str, str]:
    """Return the state of each clock of the house and of the reference pack."""
    rows = database.run(
        "SELECT p.jurisdiction || ' ' || k.clock, CASE WHEN k.stopped_at IS NOT NULL THEN 'stopped'"
        " WHEN k.met_at IS NOT NULL THEN 'met' WHEN k.paused_on IS NOT NULL THEN 'paused'"
        " ELSE 'running' END"
        " FROM claims_clock k JOIN clock_rule r ON r.id = k.rule_id"
        " JOIN clock_pack p ON p.id = r.pack_id WHERE k.claim_id = %s ORDER BY k.id",
        claim,
    )
    return dict(rows)


def add_days(database: Database, start: date, days: int, kind: str, place: str = "house") -> date:
    found: date = database.value("SELECT app.add_days(%s, %s, %s, %s)", start, days, kind, place)
    return found


def triaged(database: Database, desk: Any, **changes: Any) -> int:
    claim = a_claim(database, "submitted", **changes)
    ask(desk, "SELECT record_score(%s, %s)", claim, a_receipt())
    return claim


def test_each_kind_of_day_is_counted_its_own_way(database: Database):
    database.run("INSERT INTO clock_holiday VALUES ('house', '2026-03-03', 'A holiday')")

    assert add_days(database, MONDAY, 7, "calendar") == date(2026, 3, 9)
    assert add_days(database, MONDAY, 5, "working") == date(2026, 3, 9)
    assert add_days(database, MONDAY, 5, "business") == date(2026, 3, 10)
    assert add_days(database, MONDAY, 5, "business", "VA") == date(2026, 3, 9)
    assert add_days(database, date(2026, 3, 6), 1, "working") == date(2026, 3, 9)


def test_a_submitted_claim_gets_the_clocks_of_the_house_and_of_the_law(database, desk):
    claim = triaged(database, desk)

    assert clocks(database, claim) == {
        "house acknowledge": "running",
        "house decide": "running",
        "reference acknowledge": "running",
        "reference decide": "running",
        "reference status_letter": "running",
    }
    next_due, clock = database.run(
        "SELECT due_on, due_clock FROM claims_claim WHERE id = %s", claim
    )[0]
    assert clock == "acknowledge"
    assert next_due == add_days(database, date.today(), 2, "business")  # noqa: DTZ011 - UTC both


def test_a_region_with_a_law_of_its_own_is_not_held_to_the_reference(database, desk):
    database.run("UPDATE clock_pack SET regions = '{north}' WHERE jurisdiction = 'AK'")

    claim = triaged(database, desk)

    days = database.run(
        "SELECT k.clock, k.due_on FROM claims_clock k JOIN clock_rule r ON r.id = k.rule_id"
        " JOIN clock_pack p ON p.id = r.pack_id AND p.statutory WHERE k.claim_id = %s",
        claim,
    )
    today = database.value("SELECT current_date")
    assert dict(days) == {
        "acknowledge": add_days(database, today, 10, "working"),
        "decide": add_days(database, today, 15, "working"),
        "status_letter": add_days(database, today, 45, "working"),
    }


def test_the_rule_that_was_valid_on_the_day_holds_and_the_line_s_own_comes_first(database):
    database.run(
        "UPDATE clock_rule SET valid_to = '2026-03-01' WHERE clock = 'decide' AND pack_id ="
        " (SELECT id FROM clock_pack WHERE jurisdiction = 'house')"
    )
    database.run(
        "INSERT INTO clock_rule (pack_id, clock, starts, days, day_kind, warn_days, valid_from)"
        " SELECT id, 'decide', 'proof', 4, 'calendar', 1, '2026-03-01' FROM clock_pack"
        " WHERE jurisdiction = 'house'"
    )
    rule = (
        "SELECT r.days FROM app.rules_for('north', %s, %s) r JOIN clock_pack p ON p.id = r.pack_id"
        " WHERE p.jurisdiction = 'house' AND r.clock = 'decide'"
    )

    assert database.value(rule, "motor", date(2026, 2, 28)) == 10
    assert database.value(rule, "travel", date(2026, 2, 28)) == 8
    assert database.value(rule, "motor", date(2026, 3, 1)) == 4


def test_asking_for_information_acknowledges_and_pauses_only_what_may_pause(
    database, desk, ann: Identity
):
    claim = triaged(database, desk)
    take(desk, claim, ann)

    ask_for(desk, claim)

    assert clocks(database, claim) == {
        "house acknowledge": "met",
        "house decide": "paused",
        "reference acknowledge": "met",
        "reference decide": "running",
        "reference status_letter": "running",
    }


def test_an_answer_gives_the_paused_days_back_and_starts_the_reply(database, desk, ann):
    claim = triaged(database, desk)
    take(desk, claim, ann)
    ask_for(desk, claim)
    before = decide_due(database, claim)
    stood = "UPDATE claims_clock SET paused_on = paused_on - 14 WHERE claim_id = %s"
    database.run(stood + " AND paused_on IS NOT NULL", claim)

    touched(desk, STEP, "in_review", claim)

    assert clocks(database, claim)["house decide"] == "running"
    assert decide_due(database, claim) - before >= timedelta(days=14)
    assert clocks(database, claim)["reference reply"] == "running"


def test_a_decision_meets_the_clocks_and_its_undoing_lets_them_run_on(database, desk, ann):
    claim = triaged(database, desk)
    take(desk, claim, ann)

    touched(desk, STEP, "approved", claim)
    decided = clocks(database, claim)
    touched(desk, STEP, "in_review", claim)

    assert decided == {
        "house acknowledge": "met",
        "house decide": "met",
        "reference acknowledge": "met",
        "reference decide": "met",
        "reference status_letter": "met",
        "reference pay": "running",
    }
    assert clocks(database, claim) == dict.fromkeys(decided, "running") | {
        "reference pay": "stopped"
    }


def test_a_letter_of_status_is_due_again_from_the_day_it_was_due(database, desk):
    claim = triaged(database, desk)

    database.run("SELECT app.meet_clocks(%s, '{status_letter}', NULL, true)", claim)

    rounds = database.run(
        "SELECT round, due_on FROM claims_clock WHERE claim_id = %s AND clock = 'status_letter'"
        " ORDER BY round",
        claim,
    )
    assert [number for number, _due in rounds] == [1, 2]
    assert rounds[1][1] - rounds[0][1] == timedelta(days=45)


def test_a_claim_keeps_its_version_when_only_its_place_in_the_queue_changes(database, desk):
    claim = triaged(database, desk)
    before = database.value("SELECT version FROM claims_claim WHERE id = %s", claim)
    database.run("SELECT app.meet_clocks(%s, '{acknowledge}', NULL, false)", claim)

    database.run("SELECT app.place(%s)", claim)

    after = database.run("SELECT version, due_clock FROM claims_claim WHERE id = %s", claim)
    assert after == [(before, "decide")]


def test_claims_that_were_brought_in_get_clocks_from_their_day_of_submission(database):
    owner = a_person(database).id
    open_claim = a_claim(database, submission_date="2026-03-02 10:00+00")
    waiting = a_claim(database, "pending_info", assigned_to=owner)
    settled = a_claim(database, "settled")

    done = database.value("SELECT app.set_clocks()")

    assert done == 2
    assert database.value("SELECT due_on FROM claims_claim WHERE id = %s", open_claim) == date(
        2026, 3, 4
    )
    assert clocks(database, waiting)["house decide"] == "paused"
    assert clocks(database, settled) == {}


@pytest.mark.parametrize("who", ["user", "staff"])
def test_clocks_are_read_with_their_claim_and_written_by_nobody(database, desk, who: str):
    claim = triaged(database, desk)
    person = database.connect_as(a_person(database, who, region="south"))

    if who == "staff":
        assert ask(person, "SELECT * FROM claims_clock") == []
    else:
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(person, "SELECT * FROM claims_clock")
    assert len(ask(desk, "SELECT * FROM claims_clock WHERE claim_id = %s", claim)) == 5
    for statement in (
        "UPDATE claims_clock SET met_at = now()",
        "UPDATE clock_rule SET days = 900",
        "UPDATE claims_claim SET due_on = '2030-01-01'",
        "SELECT app.set_clocks()",
    ):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(desk, statement)


def take(desk: Any, claim: int, ann: Identity) -> None:
    statement = "UPDATE claims_claim SET status = 'in_review', assigned_to = %s WHERE id = %s"
    touched(desk, statement, ann.id, claim)


def ask_for(desk: Any, claim: int) -> None:
    touched(
        desk,
        "UPDATE claims_claim SET status = 'pending_info', hold_until = current_date + 7,"
        " status_detail = %s WHERE id = %s",
        Json({"what": "the invoice", "of_whom": "the claimant"}),
        claim,
    )


def decide_due(database: Database, claim: int) -> date:
    due: date = database.value(
        "SELECT k.due_on FROM claims_clock k JOIN clock_rule r ON r.id = k.rule_id"
        " WHERE k.claim_id = %s AND k.clock = 'decide' AND r.pauses",
        claim,
    )
    return due
