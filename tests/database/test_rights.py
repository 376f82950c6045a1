"""What a leased session cannot do to the server, whatever SQL it writes."""

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from tests.factories import a_claim, a_person
from tests.server import Database, ask

ATTACKS = [
    "CREATE TABLE public.t (a int)",
    "CREATE TEMP TABLE t (a int)",
    "CREATE SCHEMA evil",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.f(text) RETURNS bool LANGUAGE sql AS 'SELECT true'",
    "DO $$ BEGIN PERFORM 1; END $$",
    "SET search_path = pg_temp, public; CREATE TEMP VIEW claims_claim AS SELECT 1",
    "SET ROLE claims_admin",
    "SET ROLE claims_staff",
    "SET ROLE claims_rules",
    "SET SESSION AUTHORIZATION owner",
    "SET session_replication_role = replica",
    "SET row_security = off; SELECT count(*) FROM claims_claim",
    "SELECT * FROM pg_authid",
    "COPY (SELECT 1) TO PROGRAM 'id'",
    "COPY claims_claim (description) FROM '/etc/hostname'",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT pg_ls_dir('.')",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock_shared(1)",
    "SELECT pg_logical_emit_message(false, 'x', 'y')",
    "SELECT pg_reload_conf()",
    "CREATE EXTENSION file_fdw",
    "CREATE PUBLICATION p FOR ALL TABLES",
    "LOAD 'plpgsql'",
    "COMMENT ON TABLE claims_claim IS 'x'",
    "SELECT app.guard_change()",
    "SELECT auth.lease(1, 'd_00000000000000000000', 'x', '1 hour', gen_random_uuid())",
    "SELECT auth.end_leases(gen_random_uuid())",
]
DENIED = {"42501", "0A000"}
ON_ITSELF = [
    "GRANT claims_admin TO {role}",
    "ALTER ROLE {role} VALID UNTIL 'infinity'",
    "ALTER ROLE {role} CONNECTION LIMIT 1000",
    "ALTER ROLE {role} SUPERUSER",
]


@pytest.fixture(scope="module")
def staff(shared_database: Database) -> Connection:
    return shared_database.connect_as(a_person(shared_database))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_session_cannot_leave_its_place(staff: Connection, attack: str):
    with pytest.raises(psycopg2.Error) as refusal:
        ask(staff, attack)

    ask(staff, "RESET ALL")
    assert refusal.value.pgcode in DENIED


@pytest.mark.parametrize("attack", ON_ITSELF)
def test_a_session_cannot_raise_itself(staff: Connection, attack: str):
    ((role,),) = ask(staff, "SELECT session_user")

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(staff, attack.format(role=role))


def test_a_setting_of_the_client_changes_nothing(shared_database: Database, staff: Connection):
    a_claim(shared_database, "triaged", region="south")
    before = ask(staff, "SELECT count(*) FROM claims_claim")

    ask(staff, "SET app.me = '1'")
    ask(staff, "SET app.region = 'south'")

    assert ask(staff, "SELECT count(*) FROM claims_claim") == before


def test_one_session_cannot_end_another(shared_database: Database, staff: Connection):
    other = shared_database.connect_as(a_person(shared_database))

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(staff, "SELECT pg_terminate_backend(%s)", other.info.backend_pid)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE ROLE evil",
        "SELECT count(*) FROM claims_claim",
        "GRANT claims_admin TO claims_tokens",
        "SET ROLE claims_leaser",
        "UPDATE auth_user SET role = 'admin'",
        (
            "INSERT INTO auth.db_session (role_name, user_id, family, expires_at)"
            " VALUES ('claims_tokens', 1, gen_random_uuid(), 'infinity')"
        ),
    ],
)
def test_the_token_service_has_no_way_around_the_lease(shared_database: Database, statement: str):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(shared_database.connect_tokens(), statement)


def test_the_owner_role_itself_is_held_by_the_policies(shared_database: Database):
    a_claim(shared_database)

    seen = shared_database.run("SET ROLE claims_owner; SELECT count(*) FROM claims_claim")

    assert seen == [(0,)]
