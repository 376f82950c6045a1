"""Batches of claims as raw SQL: staged blindly, merged once, checked row by row."""

import io
import uuid

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from app.access import Identity
from tests.factories import a_claim, a_person
from tests.server import Database, ask

BEGIN = "INSERT INTO claims_batch (id, source, sha256) VALUES (%s, 'march.csv', sha256(%s))"
COLUMNS = "batch, line, claim_number, policy_number, claim_type, amount, loss_date, facts"
MERGE = "SELECT * FROM merge_batch(%s)"
EXPLAINED = (
    "session_preload_libraries = 'auto_explain'",
    "auto_explain.log_min_duration = 0",
    "auto_explain.log_nested_statements = on",
    "auto_explain.log_level = notice",
)


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, supervisor=True)


@pytest.fixture
def desk(database: Database, lead: Identity) -> Connection:
    return database.connect_as(lead)


def staged(desk: Connection, *rows: str, content: bytes = b"x") -> uuid.UUID:
    """Begin a batch and copy its rows in."""
    batch = uuid.uuid4()
    ask(desk, BEGIN, str(batch), content)
    lines = "".join(f"{batch},{line},{row}\n" for line, row in enumerate(rows, start=1))
    with desk.cursor() as cursor:
        cursor.copy_expert(
            f"COPY claims_stage ({COLUMNS}) FROM STDIN (FORMAT csv)", io.StringIO(lines)
        )
    return batch


def test_a_batch_becomes_submitted_claims_of_the_importers_desk(
    database: Database, desk: Connection, lead: Identity
):
    rows = ("EXT-1,POL-1,motor,100,2026-01-02,{}", ",POL-2,property,200,2026-01-03,{}")
    batch = staged(desk, *rows)

    merged = ask(desk, MERGE, str(batch))

    told = "SELECT claim_number, status, region, user_id, batch_id FROM claims_claim ORDER BY id"
    (first, second) = sorted(database.run(told), reverse=False)
    assert merged == [(2, 0, 0)]
    assert first == ("EXT-1", "submitted", "north", lead.id, str(batch))
    assert second[0].startswith("PRO-")
    assert database.value("SELECT count(*) FROM claims_stage") == 0


def test_a_number_given_to_a_row_is_the_one_the_trigger_would_give(
    database: Database, desk: Connection
):
    batch = staged(desk, ",POL-1,motor,100,2026-01-02,{}")
    ask(desk, MERGE, str(batch))

    (number,) = (found for (found,) in database.run("SELECT claim_number FROM claims_claim"))

    _, year, serial, letter = number.split("-")
    checked = "SELECT app.check_letter(%s)"
    assert database.value(checked, int(year) * 1_000_000 + int(serial)) == letter
    assert database.value("SELECT claim_number FROM claims_claim WHERE id = %s", a_claim(database))


def test_a_merge_told_twice_writes_once_s25(database: Database, desk: Connection):
    batch = staged(desk, "EXT-1,POL-1,motor,100,2026-01-02,{}")
    first = ask(desk, MERGE, str(batch))

    second = ask(desk, MERGE, str(batch))

    assert first == second == [(1, 0, 0)]
    assert database.value("SELECT count(*) FROM claims_claim") == 1


def test_the_same_file_is_no_second_batch_s25(desk: Connection):
    staged(desk, "EXT-1,POL-1,motor,100,2026-01-02,{}")

    with pytest.raises(psycopg2.errors.UniqueViolation):
        staged(desk, "EXT-1,POL-1,motor,100,2026-01-02,{}")


def test_rows_known_before_are_counted_and_left_alone_s25(database: Database, desk: Connection):
    ask(desk, MERGE, str(staged(desk, "EXT-1,POL-1,motor,100,2026-01-02,{}")))
    again = staged(desk, "EXT-1,POL-9,motor,999,2026-01-02,{}", content=b"y")

    merged = ask(desk, MERGE, str(again))

    assert merged == [(0, 1, 0)]
    assert database.run("SELECT policy_number, version FROM claims_claim") == [("POL-1", 1)]


@pytest.mark.parametrize(
    "row",
    [
        "EXT-1,,motor,100,2026-01-02,{}",
        "EXT-1,POL-1,travel,100,2026-01-02,{}",
        "EXT-1,POL-1,boats,100,2026-01-02,{}",
        "EXT-1,POL-1,motor,0,2026-01-02,{}",
        "EXT-1,POL-1,motor,,2026-01-02,{}",
        "EXT-1,POL-1,motor,100,,{}",
        "EXT-1,POL-1,motor,100,2999-01-02,{}",
        "EXT-1,POL-1,motor,100,2026-01-02,[]",
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_and_the_others_are_not(desk: Connection, row: str):
    batch = staged(desk, row, "EXT-2,POL-2,motor,100,2026-01-02,{}")

    merged = ask(desk, MERGE, str(batch))

    assert merged == [(1, 0, 1)]


def test_nobody_reads_what_is_staged(desk: Connection):
    staged(desk, "EXT-1,POL-1,motor,100,2026-01-02,{}")

    for attempt in ("SELECT * FROM claims_stage", "DELETE FROM claims_stage"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(desk, attempt)


def test_nobody_merges_the_batch_or_the_rows_of_another(database: Database, desk: Connection):
    batch = staged(desk, "EXT-1,POL-1,motor,100,2026-01-02,{}")
    other = database.connect_as(a_person(database, analyst=True))
    values = "%s, 2, 'EXT-2', 'POL-2', 'motor', 5, '2026-01-02', '{}'"
    ask(other, f"INSERT INTO claims_stage ({COLUMNS}) VALUES ({values})", str(batch))

    with pytest.raises(psycopg2.Error, match="no such batch of yours"):
        ask(other, MERGE, str(batch))

    assert ask(desk, MERGE, str(batch)) == [(1, 0, 0)]


@pytest.mark.parametrize("role", ["user", "staff", "admin"])
def test_who_is_no_analyst_or_supervisor_begins_no_batch(database: Database, role: str):
    person = database.connect_as(a_person(database, role))

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(person, BEGIN, str(uuid.uuid4()), b"x")


def test_a_batch_is_told_as_one_change(database: Database, desk: Connection):
    batch = staged(desk, *(f"EXT-{n},POL-1,motor,1,2026-01-02,{{}}" for n in range(3)))

    ask(desk, MERGE, str(batch))

    kept = "SELECT inserted, digest = app.batch_digest(id) FROM claims_batch"
    assert database.run(kept) == [(3, True)]
    assert database.value("SELECT count(*) FROM claims_event") == 0


def test_rows_left_in_staging_are_swept_after_a_day(database: Database, desk: Connection):
    staged(desk, "EXT-1,POL-1,motor,100,2026-01-02,{}", "EXT-2,POL-1,motor,100,2026-01-02,{}")
    old = "UPDATE claims_stage SET loaded_at = now() - interval '2 days' WHERE line = 1"
    database.run(old)

    swept = ask(database.connect_worker(), "SELECT sweep_stage()")

    assert swept == [(1,)]
    assert database.run("SELECT line FROM claims_stage") == [(2,)]


def test_a_checked_file_is_not_read_again_for_each_of_its_rows(database: Database, lead: Identity):
    for setting in EXPLAINED:
        database.run(f'ALTER DATABASE "{database.name}" SET {setting}')
    desk, batch = database.connect_as(lead), str(uuid.uuid4())
    ask(desk, BEGIN, batch, b"x")
    ask(
        desk,
        "INSERT INTO claims_stage (batch, line, claim_number, policy_number, claim_type, amount,"
        " loss_date, parties, row_hash) SELECT %s, n, 'EXT-' || n, 'POL-1', 'motor', 100,"
        ' \'2026-01-02\', \'[{"kind": "witness", "name": "A. Person"}]\', sha256(n::text::bytea)'
        " FROM generate_series(1, 40) n",
        batch,
    )

    merged = ask(desk, MERGE, batch)

    (plan,) = [told for told in desk.notices if "CTE Scan on ready" in told]
    assert merged == [(40, 0, 0)]
    assert plan.count("hashed SubPlan") == 2
    assert "Join Filter" not in plan
    assert database.value("SELECT count(*) FROM claims_party WHERE kind = 'witness'") == 40
