"""What a session that writes SQL by hand cannot write, although the table is open to it."""

import psycopg2
import pytest

from tests.database.desk import Desk
from tests.factories import a_claim, a_model, a_party, a_receipt, an_entry
from tests.server import Database, ask

DRAFT = (
    "INSERT INTO claims_claim (policy_number, claim_type, loss_date)"
    " VALUES ('P', 'motor', '2026-01-01') RETURNING id"
)
POISON = [
    ("amount", "'NaN'"),
    ("policy_limit", "'NaN'"),
    ("deductible", "'NaN'"),
    ("loss_date", "'-infinity'"),
    ("loss_date", "'0044-03-15 BC'"),
    ("policy_expiry", "'infinity'"),
    ("reported_date", "'99999-01-01'"),
    ("policy_changed", "'0001-01-01 BC'"),
    ("description", "repeat('x', 20001)"),
    ("loss_city", "repeat('x', 201)"),
    ("authority_reference", "repeat('x', 201)"),
    ("facts", "jsonb_build_object('x', repeat('x', 300000))"),
]


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


@pytest.fixture
def draft(desk: Desk) -> int:
    ((made,),) = ask(desk.connections["user"], DRAFT)
    return int(made)


@pytest.mark.parametrize(("column", "value"), POISON)
def test_a_draft_takes_nothing_that_breaks_whoever_reads_it_s17(
    desk: Desk, draft: int, column: str, value: str
):
    statement = f"UPDATE claims_claim SET {column} = {value} WHERE id = %s"

    with pytest.raises(psycopg2.errors.CheckViolation):
        ask(desk.connections["user"], statement, draft)


def test_a_draft_names_a_hundred_people_at_most_s17(desk: Desk, draft: int):
    names = (
        "INSERT INTO claims_party (claim_id, kind, name)"
        " SELECT %s, 'witness', 'W ' || n FROM generate_series(1, %s) AS n"
    )
    ask(desk.connections["user"], names, draft, 100)

    with pytest.raises(psycopg2.errors.RaiseException, match="up to 100"):
        ask(desk.connections["user"], names, draft, 1)


def test_announced_documents_count_before_they_arrive_s17(database: Database):
    desk = Desk(database)
    database.run("UPDATE claims_document_policy SET per_claim = 2")
    announce = (
        "INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type)"
        " SELECT %s, 'photo', 'a.pdf', 9, repeat('0', 64), 'application/pdf'"
        " FROM generate_series(1, %s)"
    )
    ask(desk.connections["user"], announce, desk["own"], 100)

    with pytest.raises(psycopg2.errors.RaiseException, match="up to 100 documents"):
        ask(desk.connections["user"], announce, desk["own"], 1)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT add_task({claim}, 'x', '0044-01-01 BC')",
        "SELECT set_reserve({claim}, {version}, 'comprehensive', 'NaN', 'x')",
        "SELECT set_reserve({claim}, {version}, 'comprehensive', 1, repeat('x', 4001))",
        "SELECT stop_payments({claim}, {version}, repeat('x', 4001))",
        "SELECT send_letter({claim}, {version}, 'delay', 'X', '', 'x', repeat('x', 200001), 'x')",
        "SELECT record_score({claim}, jsonb_build_object('not_scorable', repeat('x', 20001)))",
        (
            "UPDATE claims_claim SET status = 'pending_info', hold_until = 'infinity',"
            ' status_detail = \'{{"what": "x", "of_whom": "y"}}\' WHERE id = {claim}'
        ),
        (
            "UPDATE claims_claim SET status = 'siu_review', status_reason = 'other',"
            " status_note = repeat('x', 10001) WHERE id = {claim}"
        ),
    ],
)
def test_work_on_a_claim_takes_nothing_without_end_s17(desk: Desk, statement: str):
    connection, claim = desk.connections["adjuster"], desk["assigned"]
    version = desk.database.value("SELECT version FROM claims_claim WHERE id = %s", claim)

    with pytest.raises(psycopg2.errors.CheckViolation):
        ask(connection, statement.format(claim=claim, version=version))

    after = desk.database.value("SELECT version FROM claims_claim WHERE id = %s", claim)
    assert after == version


def test_a_reserve_corrects_only_one_of_its_own_claim_s17(desk: Desk):
    foreign = an_entry(desk.database, desk["elsewhere"], amount=5)
    version = desk.database.value(
        "SELECT version FROM claims_claim WHERE id = %s", desk["assigned"]
    )

    with pytest.raises(psycopg2.errors.RaiseException, match="no such reserve"):
        ask(
            desk.connections["adjuster"],
            "SELECT set_reserve(%s, %s, 'comprehensive', 1, 'x', %s)",
            desk["assigned"],
            version,
            foreign,
        )


def test_an_investigator_enters_no_money_once_the_investigation_is_over_s17(database: Database):
    desk = Desk(database)
    over = a_claim(database, "approved", region="south", siu_status="concluded")
    version = database.value("SELECT version FROM claims_claim WHERE id = %s", over)
    investigator = desk.connections["investigator"]

    for call in (
        "SELECT record_payment(%s, %s, 'comprehensive', 10, 'Me', true, 'x')",
        "SELECT set_reserve(%s, %s, 'comprehensive', 10, 'x')",
    ):
        with pytest.raises(psycopg2.Error, match="investigation is over"):
            ask(investigator, call, over, version)
    stopped = ask(investigator, "SELECT stop_payments(%s, %s, 'Look again')", over, version)

    assert stopped == [(version + 1,)]


def test_taking_a_score_away_is_told_in_the_history_s17(database: Database):
    desk = Desk(database)
    connection, claim = desk.connections["adjuster"], desk["assigned"]
    ask(connection, "SELECT record_score(%s, %s)", claim, a_receipt())

    ask(connection, "SELECT record_score(%s, %s)", claim, '{"not_scorable": "No amount."}')

    told = "SELECT kind, actor_id, note, detail ->> 'was' FROM claims_event WHERE claim_id = %s"
    assert database.run(f"{told} ORDER BY seq DESC LIMIT 1", claim) == [
        ("scored", desk.people["adjuster"].id, "No amount.", "61.80")
    ]


def test_bad_rows_of_a_batch_are_refused_one_by_one_s17(database: Database):
    desk = Desk(database)
    lead, batch = desk.connections["lead"], "7e5cde12-3f5b-4fd0-9c53-94f1b3f3f0a1"
    rows = [
        ("A-1", "1", "'2026-01-01'"),
        ("A-2", "'NaN'", "'2026-01-01'"),
        ("A-3", "1", "'0044-03-15 BC'"),
        ("DRAFT-99", "1", "'2026-01-01'"),
    ]
    ask(
        lead,
        "INSERT INTO claims_batch (id, source, sha256) VALUES (%s, 'x', sha256('x'))",
        batch,
    )
    for line, (number, amount, loss) in enumerate(rows):
        staged = (
            "INSERT INTO claims_stage (batch, line, claim_number, policy_number, claim_type,"
            f" amount, loss_date) VALUES (%s, %s, %s, 'P', 'motor', {amount}, {loss})"
        )
        ask(lead, staged, batch, line, number)

    merged = ask(lead, "SELECT inserted, known, refused FROM merge_batch(%s)", batch)

    assert merged == [(1, 0, 3)]


def test_a_clock_of_the_session_moves_no_day_of_the_claim_s17(database: Database):
    desk = Desk(database)
    claim = a_claim(database, "submitted")
    connection = desk.connections["adjuster"]
    day = database.value("SELECT current_date")

    ask(connection, "SET TimeZone = 'XXX+167'")
    ask(connection, "SET DateStyle = 'SQL, DMY'")
    ask(connection, "SELECT record_score(%s, %s)", claim, a_receipt())

    started = "SELECT DISTINCT started_on FROM claims_clock WHERE claim_id = %s"
    assert database.run(started, claim) == [(day,)]


def test_a_session_that_lives_in_the_past_waits_until_no_past_day_s17(database: Database):
    desk = Desk(database)
    connection = desk.connections["adjuster"]
    ask(connection, "SET TimeZone = 'XXX+167'")

    with pytest.raises(psycopg2.errors.RaiseException, match="from today on"):
        ask(
            connection,
            "UPDATE claims_claim SET status = 'pending_info',"
            ' status_detail = \'{"what": "x", "of_whom": "y"}\','
            " hold_until = (now() AT TIME ZONE 'UTC')::date - 1 WHERE id = %s",
            desk["assigned"],
        )


def test_two_administrators_cannot_split_the_history_of_models_s17(database: Database):
    desk = Desk(database)
    candidates = [a_model(database, sha256=name * 64, is_active=False) for name in "bc"]
    admin = desk.people["admin"]
    stale, fresh = (database.connect_as(admin) for _ in range(2))
    database.run("UPDATE auth.refresh_token SET otp_at = now()")
    move = "SELECT move_model(%s, 'shadow', 'Try it')"
    ask(stale, "BEGIN ISOLATION LEVEL REPEATABLE READ")
    ask(stale, "SELECT count(*) FROM ml_engine_event")
    ask(fresh, move, candidates[0])

    with pytest.raises(psycopg2.errors.UniqueViolation):
        ask(stale, move, candidates[1])

    assert database.value("SELECT count(*) FROM ml_engine_event") == 1


@pytest.mark.parametrize("status", ["siu_review", "pending_approval"])
def test_a_referral_and_a_second_person_look_alike_to_a_user_s17(database: Database, status: str):
    desk = Desk(database)
    user = desk.connections["user"]
    claim = desk["own"]
    steps = (
        "INSERT INTO claims_event (claim_id, kind, from_status, to_status) VALUES (%s, %s, %s, %s)"
    )
    for start, end in (("in_review", status), (status, "in_review")):
        database.run(steps, claim, "status", start, end)
    database.run("UPDATE claims_claim SET status = %s WHERE id = %s", status, claim)

    shown = ask(user, "SELECT own_status FROM claims_claim WHERE id = %s", claim)
    told = ask(user, "SELECT kind FROM claims_event WHERE claim_id = %s", claim)
    with pytest.raises(psycopg2.Error) as refusal:
        ask(user, "SELECT withdraw_claim(%s, 'x')", claim)

    assert (shown, told) == ([("in_review",)], [])
    assert refusal.value.diag.message_primary == (
        "This claim cannot be withdrawn here any more. Write to us about it."
    )


def test_a_party_keeps_its_words_short_s17(desk: Desk, draft: int):
    a_party(desk.database, draft)

    with pytest.raises(psycopg2.errors.CheckViolation):
        ask(
            desk.connections["user"],
            "UPDATE claims_party SET city = repeat('x', 201) WHERE claim_id = %s",
            draft,
        )
