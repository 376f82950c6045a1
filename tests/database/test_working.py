"""Work on claims as raw SQL of leased roles: handing out, presence, diary, notes, tags, tasks."""

from datetime import timedelta
from multiprocessing import get_context
from typing import Any

import psycopg2
import pytest

from app.access import Identity
from app.services.figures import today
from tests.factories import a_claim, a_person
from tests.server import Database, ask

DAY = timedelta(days=1)


@pytest.fixture
def ann(database: Database) -> Identity:
    return a_person(database, full_name="Ann")


@pytest.fixture
def desk(database: Database, ann: Identity) -> Any:
    return database.connect_as(ann)


def refusal(connection: Any, statement: str, *values: Any) -> str:
    with pytest.raises(psycopg2.Error) as caught:
        ask(connection, statement, *values)
    return str(caught.value)


def kinds(database: Database, claim: int) -> list[str]:
    rows = database.run("SELECT kind FROM claims_event WHERE claim_id = %s ORDER BY seq", claim)
    return [kind for (kind,) in rows]


def take_all(dsn: str) -> list[int]:
    """Take claims until there are none, as one desk among many."""
    connection = psycopg2.connect(dsn)
    connection.autocommit = True
    taken = []
    while (found := ask(connection, "SELECT take_next()")[0][0]) is not None:
        taken.append(found)
    connection.close()
    return taken


def test_many_processes_that_ask_at_once_never_get_the_same_claim_s24(database: Database):
    claims = {a_claim(database) for _ in range(60)}
    leases = [database.lease_as(a_person(database)) for _ in range(6)]
    addresses = [database.server.dsn(database.name, lease.user) for lease in leases]

    with get_context("spawn").Pool(6) as pool:
        taken = pool.map(take_all, addresses, chunksize=1)

    handed_out = [claim for mine in taken for claim in mine]
    assert sorted(handed_out) == sorted(claims)
    owners = database.run(
        "SELECT assigned_to, count(*) FROM claims_event e JOIN claims_claim c ON c.id = e.claim_id"
        " WHERE e.kind = 'status' AND e.to_status = 'in_review' AND e.actor_id = c.assigned_to"
        " GROUP BY 1"
    )
    assert sum(count for _owner, count in owners) == len(claims)


def test_the_next_claim_is_the_most_urgent_then_the_riskiest(database, desk, ann):
    calm, risky = a_claim(database, ml_score=10), a_claim(database, ml_score=90)
    urgent = a_claim(database, ml_score=1)
    database.run("UPDATE claims_claim SET due_on = current_date + 5 WHERE id <> %s", urgent)
    database.run("UPDATE claims_claim SET due_on = current_date WHERE id = %s", urgent)

    taken = [ask(desk, "SELECT take_next()")[0][0] for _ in range(4)]

    assert taken == [urgent, risky, calm, None]
    owners = database.run("SELECT DISTINCT status, assigned_to FROM claims_claim")
    assert owners == [("in_review", ann.id)]
    assert kinds(database, urgent) == ["status"]


@pytest.mark.parametrize(
    "changes",
    [
        {"region": "south"},
        {"claim_type": "travel"},
        {"status": "in_review"},
        {"diary_until": today() + DAY},
    ],
    ids=str,
)
def test_nobody_is_handed_a_claim_out_of_reach_or_put_away(database, desk, changes):
    a_claim(database, **changes)

    assert ask(desk, "SELECT take_next()") == [(None,)]


def test_one_line_alone_may_be_asked_for(database, desk):
    a_claim(database)
    wanted = a_claim(database, claim_type="property")

    assert ask(desk, "SELECT take_next('property')") == [(wanted,)]
    assert ask(desk, "SELECT take_next('property')") == [(None,)]


def test_a_person_at_capacity_is_told_so(database, desk, ann):
    lead = database.connect_as(a_person(database, supervisor=True))
    ask(lead, "SELECT set_capacity(%s, 1)", ann.id)
    a_claim(database), a_claim(database)
    ask(desk, "SELECT take_next()")

    sentence = refusal(desk, "SELECT take_next()")

    assert "You have 1 open claims" in sentence
    ask(lead, "SELECT set_capacity(%s, NULL)", ann.id)
    assert ask(desk, "SELECT take_next()")[0][0] is not None


def test_only_the_supervisor_of_the_region_sees_loads_and_sets_capacities(database, desk, ann):
    elsewhere = database.connect_as(a_person(database, supervisor=True, region="south"))
    lead = database.connect_as(a_person(database, supervisor=True))
    a_claim(database, "in_review", assigned_to=ann.id, amount=20_000, ml_score=80)

    loads = {row[0]: row[2:4] for row in ask(lead, "SELECT * FROM desk_loads()")}

    assert loads[ann.id] == (1, 3)
    assert "Only a supervisor" in refusal(desk, "SELECT * FROM desk_loads()")
    for connection in (desk, elsewhere):
        assert "supervisor of the region" in refusal(
            connection, "SELECT set_capacity(%s, 3)", ann.id
        )


def test_a_user_has_no_right_to_any_of_it(database, ann):
    claim = a_claim(database)
    user = database.connect_as(a_person(database, "user"))

    for statement in (
        "SELECT take_next()",
        f"SELECT be_at({claim}, false)",
        f"SELECT add_note({claim}, 'x')",
        f"SELECT tag_claim({claim}, 'x', true)",
        f"SELECT put_away({claim}, '2030-01-01', 'x')",
        "SELECT * FROM claims_tag",
        "SELECT * FROM claims_task",
        "SELECT * FROM claims_presence",
        "SELECT * FROM desk_notice",
        "SELECT diary_until FROM claims_claim",
    ):
        assert "permission denied" in refusal(user, statement)


@pytest.mark.parametrize(
    "call",
    [
        "be_at({}, false)",
        "begin_work({}, true)",
        "add_note({}, 'x')",
        "tag_claim({}, 'x', true)",
        "add_task({}, 'x', NULL)",
        "start_checklist({})",
        "put_away({}, '2030-01-01', 'x')",
        "bring_back({})",
    ],
)
def test_a_claim_out_of_sight_is_out_of_hand(database, desk, call):
    claim = a_claim(database, region="south")

    assert "may not see it" in refusal(desk, f"SELECT {call.format(claim)}")


def test_an_administrator_looks_and_does_not_work(database):
    claim = a_claim(database)
    admin = database.connect_as(a_person(database, "admin"))

    ask(admin, "SELECT be_at(%s, false)", claim)

    assert ask(admin, "SELECT count(*) FROM claims_presence") == [(1,)]
    for call in ("take_next()", f"add_note({claim}, 'x')", f"begin_work({claim}, false)"):
        assert "permission denied" in refusal(admin, f"SELECT {call}")


def test_a_person_is_at_one_claim_at_a_time(database, desk, ann):
    first, second = a_claim(database), a_claim(database)

    ask(desk, "SELECT be_at(%s, true)", first)
    ask(desk, "SELECT be_at(%s, false)", second)

    where = "SELECT claim_id, working_since IS NOT NULL FROM claims_presence WHERE user_id = %s"
    assert database.run(where, ann.id) == [(second, False)]
    ask(desk, "SELECT leave_claims()")
    assert database.run(where, ann.id) == []


def test_work_is_taken_over_only_by_who_says_so_and_that_is_recorded(database, desk, ann):
    claim = a_claim(database)
    other = a_person(database)
    ask(desk, "SELECT begin_work(%s, false)", claim)
    theirs = database.connect_as(other)

    refused = ask(theirs, "SELECT begin_work(%s, false)", claim)
    taken = ask(theirs, "SELECT begin_work(%s, true)", claim)

    assert (refused, taken) == ([(False,)], [(True,)])
    working = "SELECT user_id FROM claims_presence WHERE working_since IS NOT NULL"
    assert database.run(working) == [(other.id,)]
    assert kinds(database, claim) == ["takeover"]
    assert ask(desk, "SELECT kind, claim_id FROM desk_notice") == [("takeover", claim)]


def test_who_was_not_seen_for_a_while_holds_nothing(database, desk, ann):
    claim = a_claim(database)
    ask(desk, "SELECT begin_work(%s, false)", claim)
    database.run("UPDATE claims_presence SET seen_at = now() - interval '4 minutes'")

    begun = ask(database.connect_as(a_person(database)), "SELECT begin_work(%s, false)", claim)

    assert begun == [(True,)]
    assert kinds(database, claim) == []


def test_a_claim_given_by_somebody_else_is_told_of_and_one_s_own_is_not(database, desk, ann):
    lead = database.connect_as(a_person(database, supervisor=True))
    given, taken = a_claim(database), a_claim(database)

    ask(lead, "UPDATE claims_claim SET assigned_to = %s WHERE id = %s", ann.id, given)
    ask(desk, "SELECT take_next()")

    assert ask(desk, "SELECT kind, claim_id FROM desk_notice") == [("assigned", given)]
    assert ask(lead, "SELECT * FROM desk_notice") == []
    assert taken != given


def test_notices_are_seen_up_to_the_last_that_was_shown(database, desk, ann):
    lead = database.connect_as(a_person(database, supervisor=True))
    for _ in range(2):
        statement = "UPDATE claims_claim SET assigned_to = %s WHERE id = %s"
        ask(lead, statement, ann.id, a_claim(database))
    (first,), _second = ask(desk, "SELECT id FROM desk_notice ORDER BY id")

    ask(desk, "SELECT see_notices(%s)", first)

    assert ask(desk, "SELECT count(*) FROM desk_notice WHERE seen_at IS NULL") == [(1,)]


def test_a_claim_put_away_keeps_its_version_and_comes_back_by_itself(database, desk, ann):
    claim = a_claim(database, "in_review", assigned_to=ann.id)
    ask(desk, "SELECT put_away(%s, current_date + 3, ' The garage answers then. ')", claim)
    away = database.run("SELECT version, diary_until FROM claims_claim WHERE id = %s", claim)
    database.run("UPDATE claims_claim SET diary_until = current_date WHERE id = %s", claim)

    woken = ask(database.connect_worker(), "SELECT wake_claims()")

    assert away == [(1, today() + 3 * DAY)]
    assert woken == [(1,)]
    assert database.value("SELECT diary_until FROM claims_claim WHERE id = %s", claim) is None
    assert ask(desk, "SELECT kind, detail FROM desk_notice") == [
        ("back", "The garage answers then.")
    ]
    assert kinds(database, claim) == ["diary", "diary"]


@pytest.mark.parametrize(
    ("status", "mine", "day", "reason", "sentence"),
    [
        ("in_review", False, 3, "x", "Only the owner"),
        ("approved", True, 3, "x", "approved is not put away"),
        ("in_review", True, 0, "x", "from tomorrow on"),
        ("in_review", True, 400, "x", "within a year"),
        ("in_review", True, 3, "  ", "why the claim is put away"),
        ("in_review", True, 3, "x" * 201, "why the claim is put away"),
    ],
)
def test_the_diary_takes_only_what_makes_sense(
    database, desk, ann, status, mine, day, reason, sentence
):
    owner = ann.id if mine else None
    claim = a_claim(database, status, assigned_to=owner)

    statement = "SELECT put_away(%s, current_date + %s, %s)"
    assert sentence in refusal(desk, statement, claim, day, reason)


def test_a_note_of_a_contact_acknowledges_the_claim(database, desk, ann):
    claim = a_claim(database)
    database.run("SELECT app.set_clocks()")

    ask(desk, "SELECT add_note(%s, 'Spoke to her at noon.', 'phone')", claim)

    running = "SELECT DISTINCT clock FROM claims_clock WHERE met_at IS NULL AND claim_id = %s"
    assert sorted(database.run(running, claim)) == [("decide",), ("status_letter",)]
    told = "SELECT kind, note, detail FROM claims_event WHERE claim_id = %s"
    assert database.run(told, claim) == [("note", "Spoke to her at noon.", {"contact": "phone"})]
    due = "SELECT due_clock FROM claims_claim WHERE id = %s"
    assert database.value(due, claim) == "decide"


def test_a_letter_tells_the_state_of_the_claim_and_is_due_again(database, desk):
    claim = a_claim(database)
    database.run("SELECT app.set_clocks()")

    ask(desk, "SELECT add_note(%s, 'Sent the letter.', 'letter')", claim)

    rounds = "SELECT round FROM claims_clock WHERE clock = 'status_letter' AND met_at IS NULL"
    assert database.run(rounds) == [(2,)]


@pytest.mark.parametrize(
    ("words", "contact", "sentence"),
    [
        (" ", None, "needs words"),
        ("x" * 4001, None, "4,000 characters"),
        ("x", "pigeon", "by phone"),
    ],
)
def test_a_note_without_sense_is_refused(database, desk, words, contact, sentence):
    claim = a_claim(database)

    assert sentence in refusal(desk, "SELECT add_note(%s, %s, %s)", claim, words, contact)


def test_a_tag_is_put_once_and_taken_off_once(database, desk):
    claim = a_claim(database)

    for tag, put in ((" Storm Ina ", True), ("storm ina", True), ("STORM INA", False)):
        ask(desk, "SELECT tag_claim(%s, %s, %s)", claim, tag, put)
        ask(desk, "SELECT * FROM claims_tag")

    assert ask(desk, "SELECT * FROM claims_tag") == []
    assert kinds(database, claim) == ["tag", "tag"]
    assert "1 to 40" in refusal(desk, "SELECT tag_claim(%s, '', true)", claim)


def test_the_checklist_of_a_line_is_begun_once_and_its_tasks_are_ticked_off(database, desk, ann):
    claim = a_claim(database)

    added = [ask(desk, "SELECT start_checklist(%s)", claim)[0][0] for _ in range(2)]
    ((task,),) = ask(desk, "SELECT min(id) FROM claims_task")
    ask(desk, "SELECT finish_task(%s, true)", task)
    ask(desk, "SELECT finish_task(%s, true)", task)

    assert added == [5, 0]
    done = "SELECT done_by FROM claims_task WHERE done_at IS NOT NULL"
    assert database.run(done) == [(ann.id,)]
    assert kinds(database, claim) == ["task", "task"]


def test_words_of_others_do_not_stand_against_an_undo(database, desk, ann):
    claim = a_claim(database, "in_review", assigned_to=ann.id)
    ask(desk, "UPDATE claims_claim SET status = 'approved' WHERE id = %s", claim)
    colleague = database.connect_as(a_person(database, supervisor=True))
    ask(colleague, "SELECT add_note(%s, 'Well done.')", claim)
    ask(colleague, "SELECT tag_claim(%s, 'storm', true)", claim)

    ask(desk, "UPDATE claims_claim SET status = 'in_review' WHERE id = %s", claim)

    assert database.value("SELECT status FROM claims_claim WHERE id = %s", claim) == "in_review"


def test_the_worker_warns_once_and_writes_a_missed_day_down_once(database, desk, ann):
    claim = a_claim(database, "in_review", assigned_to=ann.id)
    database.run("SELECT app.set_clocks()")
    worker = database.connect_worker()
    clock = " WHERE clock = 'acknowledge' AND claim_id = %s"
    database.run("UPDATE claims_clock SET warn_on = current_date" + clock, claim)
    first = ask(worker, "SELECT watch_clocks()")
    database.run("UPDATE claims_clock SET due_on = current_date - 1" + clock, claim)

    second, third = (ask(worker, "SELECT watch_clocks()") for _ in range(2))

    assert (first, second, third) == ([(2,)], [(2,)], [(0,)])
    told = ask(desk, "SELECT kind, count(*) FROM desk_notice GROUP BY kind ORDER BY kind")
    assert told == [("at_risk", 2), ("late", 2)]
    assert kinds(database, claim) == ["breached", "breached"]
