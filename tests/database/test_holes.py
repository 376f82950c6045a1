"""An argument that has no value passes no check: no step is taken on a claim nobody has seen."""

from typing import Any

import psycopg2
import pytest

from tests.database.desk import Desk
from tests.server import Database, ask


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT set_reserve({assigned}, NULL, 'comprehensive', 10, 'Known')",
        "SELECT check_coverage({assigned}, NULL, 'Looked')",
        "SELECT stop_payments({assigned}, NULL, 'Looked')",
        "SELECT send_letter({assigned}, NULL, 'delay', 'R', '', 'x', 'x', 'x')",
        "SELECT record_view({assigned}, NULL, 'refer_siu')",
    ],
)
def test_nothing_is_entered_on_a_claim_without_the_version_that_was_seen_s17(
    desk: Desk, statement: str
):
    told = statement.format(assigned=desk["assigned"])
    events = "SELECT count(*) FROM claims_event WHERE claim_id = %s"
    before = desk.database.value(events, desk["assigned"])

    assert ask(desk.connections["adjuster"], told) == [(None,)]
    assert desk.database.value(events, desk["assigned"]) == before


def test_a_request_is_not_answered_without_the_version_that_was_seen_s17(desk: Desk):
    claim = desk["own"]
    desk.database.run("UPDATE claims_claim SET status = 'pending_info' WHERE id = %s", claim)

    told = ask(desk.connections["user"], "SELECT answer_request(%s, NULL, 'Here it is')", claim)

    assert told == [(False,)]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT set_fast_track('motor', NULL, 100, 10, 'Because it is so')",
        "SELECT change_rule(min(code), NULL, 'off', 1, 'Because it is') FROM red_flag_rule",
    ],
)
def test_no_rule_is_changed_without_the_version_that_was_seen_s17(desk: Desk, statement: str):
    assert ask(desk.connections["admin"], statement) == [(None,)]


def test_a_hidden_score_is_not_shown_for_no_view_at_all_s17(desk: Desk):
    claim = desk["assigned"]
    desk.database.run("INSERT INTO ml_engine_blind (claim_id, hidden) VALUES (%s, true)", claim)
    version = desk.database.value("SELECT version FROM claims_claim WHERE id = %s", claim)

    with pytest.raises(psycopg2.Error, match="Say what you think"):
        ask(desk.connections["adjuster"], "SELECT record_view(%s, %s, NULL)", claim, version)

    hidden = "SELECT hidden FROM ml_engine_blind WHERE claim_id = %s"
    assert desk.database.value(hidden, claim) is True


def test_that_a_score_is_hidden_is_told_with_the_claim_alone_s17(database: Database):
    desk = Desk(database)
    for claim in ("assigned", "elsewhere"):
        blind = "INSERT INTO ml_engine_blind (claim_id, hidden) VALUES (%s, true)"
        database.run(blind, desk[claim])
    connection, asked = desk.connections["adjuster"], "SELECT claim_id FROM ml_engine_blind"

    seen = ask(connection, asked)
    database.run("UPDATE auth.db_session SET expires_at = now()")

    assert seen == [(desk["assigned"],)]
    assert ask(connection, asked) == []


def test_a_part_without_a_name_is_not_opened_s17(desk: Desk):
    with pytest.raises(psycopg2.Error, match="no such part"):
        ask(desk.connections["adjuster"], "SELECT open_part(%s, NULL)", desk["assigned"])


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("SELECT choose_notices(ARRAY[%s], true, '18:00', '08:00')", "x" * 5000),
        ("SELECT leave_place(%s, '{}')", "x" * 41),
    ],
)
def test_what_a_person_keeps_has_an_end_s17(desk: Desk, statement: str, value: Any):
    with pytest.raises(psycopg2.Error) as refusal:
        ask(desk.connections["adjuster"], statement, value)

    assert refusal.value.pgcode in {"23514", "22001"}


def test_a_person_leaves_so_many_places_and_no_more_s17(desk: Desk):
    connection = desk.connections["lead"]
    for number in range(50):
        ask(connection, "SELECT leave_place(%s, '{}')", f"place {number}")
    ask(connection, "SELECT leave_place('place 7', '{}')")

    with pytest.raises(psycopg2.Error, match="at most 50"):
        ask(connection, "SELECT leave_place('one more', '{}')")
