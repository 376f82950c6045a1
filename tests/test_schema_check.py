"""The check of a database's defences finds each fault that is planted."""

import pytest
from sqlalchemy import Engine

from app.errors import AppError
from app.schema_check import check
from tests.server import Database

PLANTED = [
    (
        "CREATE TABLE open_book (id int); GRANT SELECT ON open_book TO claims_staff",
        "open_book can be read by a leased role without forced row-level security.",
    ),
    (
        (
            "CREATE TABLE half (id int, x int); ALTER TABLE half ENABLE ROW LEVEL SECURITY;"
            " CREATE POLICY p ON half USING (true); GRANT SELECT (x) ON half TO claims_user"
        ),
        "half can be read by a leased role without forced row-level security.",
    ),
    (
        "ALTER TABLE claims_party NO FORCE ROW LEVEL SECURITY",
        "claims_party can be read by a leased role without forced row-level security.",
    ),
    (
        "CREATE VIEW leak AS SELECT * FROM auth_user; GRANT SELECT ON leak TO claims_admin",
        "The view leak shows its owner's rows to leased roles.",
    ),
    (
        "GRANT DELETE ON claims_party TO claims_staff",
        "claims_party gives a leased role a right to the whole table, and so to lock it.",
    ),
    (
        (
            "CREATE FUNCTION app.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';"
            " REVOKE EXECUTE ON FUNCTION app.f() FROM PUBLIC"
        ),
        "The definer function app.f() sets no search_path.",
    ),
    (
        "GRANT EXECUTE ON FUNCTION record_score(int, jsonb) TO PUBLIC",
        "The definer function record_score(integer,jsonb) can be executed by everybody.",
    ),
    (
        (
            "CREATE POLICY slow ON claims_claim FOR SELECT TO claims_user"
            " USING (user_id = app.me() OR user_id = (SELECT app.me()))"
        ),
        "The policy slow on claims_claim calls a function for each row.",
    ),
    ("GRANT CREATE ON SCHEMA public TO PUBLIC", "Everybody has rights on schema public."),
    (
        "GRANT EXECUTE ON FUNCTION pg_advisory_lock(bigint) TO PUBLIC",
        "Everybody has rights on function pg_advisory_lock(bigint).",
    ),
    (
        "UPDATE lifecycle SET who = '{system}' WHERE to_status = 'denied'",
        "The step from in_review to denied is not as the product knows it.",
    ),
    (
        (
            "INSERT INTO lifecycle (from_status, to_status, who, compensates)"
            " VALUES ('denied', 'approved', '{staff}', false)"
        ),
        "The step from denied to approved is not as the product knows it.",
    ),
    (
        "DELETE FROM lifecycle WHERE from_status IS NULL",
        "The step from nothing to draft is not as the product knows it.",
    ),
]


@pytest.fixture
def owner(database: Database) -> Engine:
    return database.owner_engine()


def test_a_migrated_database_has_no_fault(owner: Engine):
    faults = check(owner)

    assert faults == []


@pytest.mark.parametrize(("fault", "sentence"), PLANTED)
def test_a_planted_fault_is_named(database: Database, owner: Engine, fault: str, sentence: str):
    database.run(fault)

    faults = check(owner)

    assert faults == [sentence]


def test_a_copy_without_its_rights_is_found(database: Database, owner: Engine):
    database.run(f"GRANT TEMP ON DATABASE {database.name} TO PUBLIC")

    faults = check(owner)

    assert faults == [f"Everybody has rights on database {database.name}."]


def test_an_old_server_is_refused_s11(owner: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.database.OLDEST_SERVER", 99)

    with pytest.raises(AppError, match="use 99 or later"):
        check(owner)
