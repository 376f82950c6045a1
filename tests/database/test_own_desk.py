"""What a User can read with any SQL at all: nothing of scores, referrals, flags or colleagues."""

import psycopg2
import pytest
from psycopg2.extensions import connection

from app.access import Identity
from tests.factories import a_claim, a_model, a_person, a_receipt
from tests.server import Database, ask

SECRET = (
    "score",
    "siu",
    "recommend",
    "risk",
    "confidence",
    "status_reason",
    "status_note",
    "status_detail",
    "stop_payment",
    "review_outcome",
    "model",
    "flag",
    "reserve",
)
OWN_ROW = {"user_directory", "my_profile"}
COLUMNS = """
    SELECT c.table_name, c.column_name FROM information_schema.columns c
    WHERE c.table_schema = 'public'
      AND has_column_privilege(format('%I.%I', c.table_schema, c.table_name), c.column_name,
                               'SELECT')
"""


@pytest.fixture(scope="module")
def grace(shared_database: Database) -> Identity:
    return a_person(shared_database, "user")


@pytest.fixture(scope="module")
def session(shared_database: Database, grace: Identity) -> connection:
    """Return Grace's own connection, on which each statement stands alone."""
    opened = shared_database.connect_as(grace)
    opened.autocommit = True
    return opened


@pytest.fixture(scope="module")
def referred(shared_database: Database, grace: Identity) -> int:
    """Insert a claim of Grace that was scored and referred."""
    a_model(shared_database)
    claim = a_claim(
        shared_database,
        "siu_review",
        user_id=grace.id,
        siu_status="referred",
        status_reason="late_report",
    )
    ask(shared_database.connect_worker(), "SELECT record_score(%s, %s)", claim, a_receipt())
    shared_database.run(
        "INSERT INTO claims_event (claim_id, kind, from_status, to_status, reason)"
        " VALUES (%s, 'status', 'in_review', 'siu_review', 'late_report')",
        claim,
    )
    return claim


def test_no_column_a_user_can_select_names_a_secret(session: connection):
    readable = ask(session, COLUMNS)

    told = [f"{table}.{column}" for table, column in readable if table not in OWN_ROW]
    assert told
    assert [name for name in told if any(word in name for word in SECRET)] == []


@pytest.mark.parametrize(
    "column", ["status", "siu_status", "ml_score", "status_reason", "score_id"]
)
def test_a_secret_of_an_own_claim_is_refused(session: connection, referred: int, column: str):
    statement = f"SELECT {column} FROM claims_claim WHERE id = %s"

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(session, statement, referred)


def test_nothing_a_user_can_read_of_a_referred_claim_tells_of_the_referral(
    session: connection, referred: int
):
    columns: dict[str, list[str]] = {}
    for table, column in ask(session, COLUMNS):
        columns.setdefault(table, []).append(column)

    told = [
        str(row)
        for table, names in columns.items()
        for row in ask(session, f"SELECT {', '.join(names)} FROM {table}")
        if table not in {"lifecycle", "alembic_version"}
    ]

    assert any(str(referred) in row for row in told)
    assert [row for row in told if "siu" in row or "late_report" in row] == []
    assert [row for row in told if "61.80" in row] == []


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT claim_links(%s)",
        "SELECT take_next(NULL) FROM claims_claim WHERE id = %s",
        "SELECT claim_standing(%s)",
        "SELECT open_claim(%s)",
        "SELECT add_note(%s, 'mine', NULL)",
        "SELECT tag_claim(%s, 'mine', true)",
    ],
)
def test_the_functions_of_the_desk_are_not_a_user_s(
    session: connection, referred: int, statement: str
):
    with pytest.raises(psycopg2.Error):
        ask(session, statement, referred)
