"""The history of a claim and the news of it."""

import select
from contextlib import closing

import psycopg2
import pytest
from psycopg2.extras import Json

from app.database import NOT_ALLOWED, Listener, listen
from tests.factories import a_claim, a_model, a_person, a_receipt
from tests.server import Database, ask, touched


def test_the_history_tells_who_did_what_and_why(database: Database):
    ann, user = a_person(database), a_person(database, "user")
    a_model(database)
    desk, own = database.connect_as(ann), database.connect_as(user)
    ((claim,),) = ask(
        own,
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date)"
        " VALUES ('POL-9', 'motor', '2026-01-05') RETURNING id",
    )
    database.run("UPDATE claims_claim SET status = 'submitted' WHERE id = %s", claim)
    ask(desk, "SELECT record_score(%s, %s)", claim, a_receipt())
    take = "UPDATE claims_claim SET status = 'in_review', assigned_to = %s WHERE id = %s"
    touched(desk, take, ann.id, claim)
    ask(desk, "SELECT open_claim(%s)", claim)
    denial = (
        "UPDATE claims_claim SET status = 'denied', status_reason = 'exclusion',"
        " status_note = 'Seen twice.', status_detail = %s WHERE id = %s"
    )
    touched(desk, denial, Json({"wording": "No racing."}), claim)

    history = ask(
        desk,
        "SELECT kind, actor_id, from_status, to_status, reason, note, detail ->> 'wording',"
        " score_id IS NOT NULL FROM claims_event"
        " WHERE claim_id = %s AND kind <> 'opened' ORDER BY id",
        claim,
    )

    assert history == [
        ("created", user.id, None, "draft", None, None, None, False),
        ("submitted", None, "draft", "submitted", None, None, None, False),
        ("scored", ann.id, None, None, None, None, None, True),
        ("status", None, "submitted", "triaged", None, None, None, True),
        ("status", ann.id, "triaged", "in_review", None, None, None, True),
        (
            "status",
            ann.id,
            "in_review",
            "denied",
            "exclusion",
            "Seen twice.",
            "No racing.",
            True,
        ),
    ]


def test_a_question_keeps_its_day_in_the_history(database: Database):
    ann = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=ann.id)
    question = (
        "UPDATE claims_claim SET status = 'pending_info', hold_until = current_date,"
        " status_detail = %s WHERE id = %s"
    )

    touched(database.connect_as(ann), question, Json({"what": "Bill", "of_whom": "garage"}), claim)

    until = "SELECT (detail ->> 'until')::date = current_date, detail ->> 'what' FROM claims_event"
    assert database.run(until) == [(True, "Bill")]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE claims_event SET note = 'x'", "DELETE FROM claims_event", "TRUNCATE claims_event"],
)
def test_not_even_the_owner_changes_the_history(shared_database: Database, statement: str):
    with pytest.raises(psycopg2.Error, match="never changed") as refusal:
        shared_database.run(statement)

    assert refusal.value.pgcode == NOT_ALLOWED


def test_every_update_bumps_the_version_and_the_time(database: Database):
    claim = a_claim(database)
    before = "SELECT version, last_updated FROM claims_claim WHERE id = %s"
    (version, updated) = database.run(before, claim)[0]

    database.run("UPDATE claims_claim SET version = 99, amount = 1 WHERE id = %s", claim)

    (newer, later) = database.run(before, claim)[0]
    assert newer == version + 1
    assert later > updated


def test_two_who_decide_the_same_claim_leave_one_decision(database: Database):
    ann = a_person(database)
    a_model(database)
    claim = a_claim(database, "in_review", assigned_to=ann.id)
    first, second = database.connect_as(ann), database.connect_as(ann)
    approve = "UPDATE claims_claim SET status = 'approved' WHERE id = %s AND version = 1"

    first.autocommit = False
    assert touched(first, approve, claim) == 1
    ask(second, "SET lock_timeout = '50ms'")
    with pytest.raises(psycopg2.errors.LockNotAvailable):
        touched(second, approve, claim)
    first.commit()
    rows = touched(second, approve, claim)

    decisions = "SELECT count(*) FROM claims_event WHERE to_status = 'approved'"
    assert rows == 0
    assert database.value(decisions) == 1


def heard(listener: Listener, count: int) -> list[str]:
    """Return the next *count* payloads, as an event loop would get them."""
    payloads = listener.poll()
    while len(payloads) < count:
        ready, _, _ = select.select([listener.fileno()], [], [], 10)
        assert ready, payloads
        payloads += listener.poll()
    return payloads


def test_a_change_is_told_by_its_ids_once_a_statement(database: Database):
    claims = [a_claim(database), a_claim(database)]
    with closing(listen(database.worker_dsn, "claims")) as listener:
        database.run("UPDATE claims_claim SET amount = 7 WHERE id = ANY (%s)", claims)

        payloads = heard(listener, 1)

    assert [sorted(map(int, payload.split(","))) for payload in payloads] == [claims]


def test_a_change_of_many_is_told_as_a_change_of_everything(database: Database):
    many = (
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date)"
        " SELECT 'POL-' || n, 'motor', '2026-01-01' FROM generate_series(1, %s) n"
    )
    with closing(listen(database.worker_dsn, "claims")) as listener:
        database.run(many, 100)
        database.run(many, 101)

        few, everything = heard(listener, 2)

    assert len(few.split(",")) == 100
    assert everything == "*"


def test_an_update_of_no_row_is_not_told(database: Database):
    with closing(listen(database.worker_dsn, "claims")) as listener:
        database.run("UPDATE claims_claim SET amount = 7 WHERE id = -1")
        database.run("NOTIFY claims, 'end'")

        payloads = heard(listener, 1)

    assert payloads == ["end"]
