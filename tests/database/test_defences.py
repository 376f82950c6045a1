"""What holds for every table, policy and function, read from the catalog and not from a list."""

import re

import pytest

from app.schema_check import LEASED
from tests.server import Database

OURS = "('public'::regnamespace, 'app'::regnamespace, 'auth'::regnamespace)"
READABLE = f"""
    SELECT c.oid::regclass::text, c.relrowsecurity, c.relforcerowsecurity,
           (SELECT count(*) FROM pg_policy WHERE polrelid = c.oid)
    FROM pg_class c
    WHERE c.relnamespace IN {OURS} AND c.relkind IN ('r', 'p')
      AND EXISTS (SELECT FROM unnest(%s) AS role
                  WHERE has_any_column_privilege(role, c.oid, 'SELECT'))
"""
POLICIES = (
    "SELECT tablename, policyname, coalesce(qual, ''), coalesce(with_check, '') FROM pg_policies"
)
DEFINERS = f"""
    SELECT oid::regprocedure::text, coalesce(proconfig::text, ''),
           has_function_privilege('public', oid, 'EXECUTE'), proowner::regrole::text
    FROM pg_proc WHERE prosecdef AND pronamespace IN {OURS}
"""
TRUSTED = {"claims_rules", "claims_sec", "claims_leaser"}


@pytest.fixture(scope="module")
def catalog(shared_database: Database) -> Database:
    return shared_database


def test_every_table_that_a_leased_role_reads_has_forced_policies_s12(catalog: Database):
    tables = catalog.run(READABLE, list(LEASED))

    assert {name for name, *_ in tables} >= {"claims_claim", "claims_event", "worker_job"}
    assert [name for name, on, forced, count in tables if not (on and forced and count)] == []


def test_identity_tables_have_no_grant_at_all_s12(catalog: Database):
    tables = "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace = %s"
    held = "SELECT has_any_column_privilege(%s, %s, 'SELECT, INSERT, UPDATE, REFERENCES')"
    secret = [name for (name,) in catalog.run(f"{tables}::regnamespace", "auth")]

    open_to = [
        (role, table)
        for role in LEASED
        for table in [*secret, "auth_user"]
        if catalog.value(held, role, table)
    ]

    assert len(secret) >= 5
    assert open_to == []


def test_staging_is_insert_only_s12(catalog: Database):
    held = "SELECT has_any_column_privilege(%s, 'claims_stage', %s)"

    rights = {
        role: [kind for kind in ("SELECT", "INSERT", "UPDATE") if catalog.value(held, role, kind)]
        for role in LEASED
    }

    assert rights == {
        "claims_user": [],
        "claims_staff": ["INSERT"],
        "claims_admin": [],
        "claims_worker": [],
    }


def test_no_policy_calls_a_function_for_each_row_s13(catalog: Database):
    bare = [
        (table, policy)
        for table, policy, using, check in catalog.run(POLICIES)
        if re.search(r"(?<!SELECT )\bapp\.\w+\(", f"{using} {check}")
    ]

    assert bare == []
    assert any("( SELECT app.me() AS me)" in using for _, _, using, _ in catalog.run(POLICIES))


def test_every_definer_function_fixes_its_search_path_and_is_not_for_everybody_s14(
    catalog: Database,
):
    functions = catalog.run(DEFINERS)

    assert len(functions) >= 15
    assert [name for name, config, _, _ in functions if "search_path=" not in config] == []
    assert [name for name, _, everybody, _ in functions if everybody] == []


def test_definer_functions_count_days_by_the_servers_clock_s14(catalog: Database):
    moved = catalog.run(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE prosecdef"
        " AND proowner::regrole::text = 'claims_rules' AND NOT proconfig @> %s",
        ["TimeZone=UTC", "DateStyle=ISO, YMD"],
    )

    assert moved == []


def test_no_definer_function_works_as_a_superuser_s14(catalog: Database):
    owners = {owner for _, _, _, owner in catalog.run(DEFINERS)}
    powers = (
        "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)"
        " AND (rolsuper OR rolbypassrls OR rolreplication OR rolcanlogin)"
    )

    assert owners <= TRUSTED
    assert catalog.run(powers, sorted(TRUSTED)) == []


@pytest.mark.parametrize(
    "right",
    [
        "has_database_privilege('public', current_database(), 'CONNECT, CREATE, TEMP')",
        "has_schema_privilege('public', 'public', 'CREATE, USAGE')",
        "has_schema_privilege('public', 'app', 'CREATE, USAGE')",
        "has_schema_privilege('public', 'auth', 'CREATE, USAGE')",
        "has_language_privilege('public', 'plpgsql', 'USAGE')",
        "has_function_privilege('public', 'lo_create(oid)', 'EXECUTE')",
        "has_function_privilege('public', 'pg_advisory_lock(bigint)', 'EXECUTE')",
        "has_function_privilege('public', 'pg_try_advisory_xact_lock_shared(int, int)', 'EXECUTE')",
    ],
)
def test_everybody_has_no_right_that_disturbs_others_s15(catalog: Database, right: str):
    assert catalog.value(f"SELECT {right}") is False
