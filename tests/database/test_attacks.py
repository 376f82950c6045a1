"""What a leased session cannot do, whatever SQL it writes; and the little that it can."""

from collections.abc import Iterator

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from app import database
from tests.database.desk import Desk
from tests.factories import a_claim
from tests.server import Database, ask, touched

ROLES = ("user", "adjuster", "admin")
REFUSED = [
    "UPDATE claims_claim SET version = 99 WHERE id = {assigned}",
    "UPDATE claims_claim SET ml_score = 0",
    "UPDATE claims_claim SET ml_recommendation = 'x' WHERE id = {assigned}",
    "DELETE FROM claims_claim WHERE id = {assigned}",
    "TRUNCATE claims_claim",
    "INSERT INTO claims_event (claim_id, kind) VALUES ({assigned}, 'edited')",
    "UPDATE claims_event SET actor_id = NULL",
    "DELETE FROM claims_event",
    "TRUNCATE claims_event",
    "ALTER TABLE claims_event DISABLE TRIGGER ALL",
    "ALTER TABLE claims_claim DISABLE TRIGGER ALL",
    "ALTER TABLE claims_claim NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY admin_sees_all ON claims_claim",
    "SET session_replication_role = replica",
    "SELECT * FROM auth_user",
    "SELECT hash FROM auth.password",
    "SELECT * FROM auth.refresh_token",
    "SELECT * FROM auth.signing_key",
    "SELECT * FROM auth.secret",
    "SELECT * FROM auth.db_session",
    "SELECT rolpassword FROM pg_authid",
    "SELECT passwd FROM pg_shadow",
    "SET ROLE claims_user",
    "SET ROLE claims_staff",
    "SET ROLE claims_admin",
    "SET ROLE claims_rules",
    "SET ROLE claims_owner",
    "SET SESSION AUTHORIZATION owner",
    "GRANT claims_admin TO {role}",
    "GRANT pg_read_all_data TO {role}",
    "ALTER ROLE {role} VALID UNTIL 'infinity'",
    "ALTER ROLE {role} CONNECTION LIMIT 1000",
    "ALTER ROLE {role} SUPERUSER",
    "ALTER ROLE {role} BYPASSRLS",
    "CREATE ROLE evil",
    "SET row_security = off; SELECT count(*) FROM claims_claim",
    "CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.f(text) RETURNS bool LANGUAGE sql AS 'SELECT true'",
    "CREATE TABLE public.t (a int)",
    "CREATE TEMP TABLE t (a int)",
    "CREATE VIEW public.v AS SELECT 1",
    "SET search_path = pg_temp, public; CREATE TEMP VIEW claims_claim AS SELECT 1",
    "DO $$ BEGIN PERFORM 1; END $$",
    "CREATE SCHEMA evil",
    "CREATE EXTENSION file_fdw",
    "CREATE PUBLICATION p FOR ALL TABLES",
    "LOAD 'plpgsql'",
    "COPY (SELECT 1) TO PROGRAM 'id'",
    "COPY claims_claim (description) FROM '/etc/hostname'",
    "COPY claims_claim (description) FROM PROGRAM 'id'",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT pg_ls_dir('.')",
    "SELECT lo_import('/etc/hostname')",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT pg_terminate_backend({other})",
    "SELECT pg_cancel_backend({other})",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_advisory_lock_shared(1)",
    "SELECT pg_logical_emit_message(false, 'x', 'y')",
    "SELECT pg_reload_conf()",
    "SELECT pg_switch_wal()",
    "SELECT pg_create_restore_point('x')",
    "SELECT pg_promote()",
    "SELECT 1; LOCK TABLE claims_claim IN ACCESS EXCLUSIVE MODE",
    "SELECT 1; LOCK TABLE claims_event IN SHARE MODE",
    "SET temp_file_limit = -1",
    "SET log_statement = 'none'",
    "COMMENT ON TABLE claims_claim IS 'x'",
    "SELECT app.guard_change()",
    "SELECT app.chain_event()",
    "SELECT app.triage({assigned}, '', 1)",
    "SELECT app.insert_staged(gen_random_uuid())",
    "SELECT app.next_number('motor', now())",
    "SELECT nextval('app.claim_serial')",
    "SELECT nextval('claims_claim_id_seq')",
    "SELECT setval('claims_event_id_seq', 1)",
    "SELECT verify_score(1, true)",
    "SELECT job_ran('seal', 0, NULL)",
    "SELECT seal_turn()",
    "SELECT sweep_stage()",
    "SELECT record_score({elsewhere}, '{{}}')",
    "SELECT open_claim(-1)",
    "SELECT auth.lease(1, 'd_00000000000000000000', 'x', '1 hour', gen_random_uuid())",
    "SELECT auth.end_leases(gen_random_uuid())",
    "INSERT INTO ml_engine_score (claim_id) VALUES ({assigned})",
    "INSERT INTO ml_engine_mlmodel (name) VALUES ('evil')",
    "UPDATE ml_engine_mlmodel SET is_active = true",
    "UPDATE ml_engine_score SET verified = true",
    "UPDATE lifecycle SET who = '{{user}}'",
    "UPDATE worker_job SET last_error = NULL",
    "SELECT * FROM claims_stage",
    "INSERT INTO claims_batch (id, source, sha256) VALUES (gen_random_uuid(), 'x', sha256('x'))",
    "INSERT INTO claims_party (claim_id, kind, name) VALUES ({elsewhere}, 'driver', 'X')",
    "INSERT INTO claims_document (claim_id, file_path) VALUES ({assigned}, 'x')",
    (
        "INSERT INTO claims_claim (claim_number, policy_number, claim_type, loss_date)"
        " VALUES ('MOT-1', 'P', 'motor', '2026-01-01')"
    ),
    (
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date, status)"
        " VALUES ('P', 'motor', '2026-01-01', 'approved')"
    ),
    (
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date, user_id)"
        " VALUES ('P', 'motor', '2026-01-01', {lead})"
    ),
]
REFUSED_BY_ROLE = {
    "user": [
        "SELECT status FROM claims_claim",
        "SELECT ml_score FROM claims_claim",
        "SELECT siu_status FROM claims_claim",
        "SELECT note, actor_id FROM claims_event",
        "SELECT * FROM ml_engine_score",
        "SELECT * FROM worker_job",
        "SELECT * FROM claims_batch",
        "SELECT search_claims('bumper')",
        "SELECT open_claim({own})",
        "SELECT activate_model(1)",
    ],
    "adjuster": [
        "SELECT * FROM worker_job",
        "SELECT activate_model(1)",
        "UPDATE claims_claim SET amount = 1 WHERE id = {assigned}",
        "UPDATE claims_claim SET status = 'closed' WHERE id = {assigned}",
        "UPDATE claims_claim SET assigned_to = {lead} WHERE id = {assigned}",
    ],
    "admin": [
        "UPDATE claims_claim SET amount = 1 WHERE id = {assigned}",
        "UPDATE claims_claim SET status = 'approved' WHERE id = {assigned}",
        "UPDATE claims_claim SET assigned_to = {lead} WHERE id = {queue}",
        "SELECT record_score({queue}, '{{}}')",
        "SELECT merge_batch(gen_random_uuid())",
    ],
}
DENIED = {"42501", "0A000", database.NOT_ALLOWED, database.REFUSED}
UNTOUCHED = [
    "UPDATE claims_claim SET description = 'mine' WHERE id = {elsewhere}",
    "UPDATE claims_claim SET status = 'approved' WHERE id = {elsewhere}",
    "SELECT id FROM claims_claim WHERE id = {elsewhere} FOR UPDATE",
    "SELECT id FROM claims_claim WHERE id = {elsewhere} AND 1 / (amount - amount) > 0",
]
ACCEPTED = [
    "ALTER ROLE {role} SET work_mem = '1MB'",
    "NOTIFY claims, 'forged'",
    "LISTEN claims",
    "SET statement_timeout = 0",
    "SET work_mem = '2GB'",
    "SELECT count(*) FROM pg_roles",
    "SELECT prosrc FROM pg_proc WHERE proname = 'guard_change'",
    "SELECT reltuples FROM pg_class WHERE relname = 'claims_claim'",
    "EXPLAIN SELECT 1 FROM claims_claim WHERE loss_date < '2026-01-01'",
    "SELECT count(*) FROM user_directory",
]


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


@pytest.fixture(params=ROLES)
def attacker(desk: Desk, request: pytest.FixtureRequest) -> Iterator[tuple[str, Connection]]:
    connection = desk.connections[request.param]
    yield request.param, connection
    ask(connection, "RESET ALL")


def told(desk: Desk, connection: Connection, statement: str) -> str:
    """Return the statement with the ids, the own role and another session filled in."""
    other = desk.connections["lead"].info.backend_pid
    ids = desk.claims | {name: person.id for name, person in desk.people.items()}
    return statement.format_map({**ids, "role": connection.info.user, "other": other})


@pytest.mark.parametrize("attack", REFUSED)
def test_an_attack_is_refused_s17(desk: Desk, attacker: tuple[str, Connection], attack: str):
    _, connection = attacker

    with pytest.raises(psycopg2.Error) as refusal:
        ask(connection, told(desk, connection, attack))

    assert refusal.value.pgcode in DENIED


@pytest.mark.parametrize(
    ("role", "attack"), [(role, attack) for role in ROLES for attack in REFUSED_BY_ROLE[role]]
)
def test_an_attack_of_one_role_is_refused_s17(desk: Desk, role: str, attack: str):
    connection = desk.connections[role]

    with pytest.raises(psycopg2.Error) as refusal:
        ask(connection, told(desk, connection, attack))

    assert refusal.value.pgcode in DENIED


def test_no_attack_left_a_trace_s17(desk: Desk):
    states = (
        "SELECT count(*), sum(version), count(*) FILTER (WHERE assigned_to = %s) FROM claims_claim"
    )

    ((claims, versions, led),) = desk.database.run(states, desk.people["lead"].id)

    assert claims == versions == len(desk.claims)
    assert led == 0


@pytest.mark.parametrize("attack", UNTOUCHED)
def test_a_claim_out_of_sight_is_as_if_it_were_not_there_s17(desk: Desk, attack: str):
    connection = desk.connections["adjuster"]

    assert touched(connection, told(desk, connection, attack)) == 0


@pytest.mark.parametrize("attempt", ACCEPTED)
def test_what_is_accepted_changes_nothing_for_others_s17(
    desk: Desk, attacker: tuple[str, Connection], attempt: str
):
    _, connection = attacker
    other = desk.connections["lead"]
    before = ask(other, "SELECT id, version FROM claims_claim ORDER BY id")

    ask(connection, told(desk, connection, attempt))

    assert ask(other, "SELECT id, version FROM claims_claim ORDER BY id") == before


def test_settings_a_session_gave_its_role_are_gone_with_the_next_lease_s17(desk: Desk):
    adjuster, connection = desk.people["adjuster"], desk.connections["adjuster"]
    role = connection.info.user
    ask(connection, f"ALTER ROLE {role} SET search_path = evil")
    ask(connection, f"ALTER ROLE {role} PASSWORD 'mine'")

    lease = desk.database.lease_as(adjuster)

    kept = "SELECT setconfig FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = setrole"
    assert desk.database.run(f"{kept} WHERE rolname = %s", role) == []
    again = psycopg2.connect(desk.database.server.dsn(lease.dbname, lease.user, lease.password))
    again.close()
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(desk.database.server.dsn(lease.dbname, lease.user, "mine"))


def test_what_other_sessions_ask_is_not_shown_s17(desk: Desk):
    ask(desk.connections["lead"], "SELECT 'a secret question'")
    seen = "SELECT query FROM pg_stat_activity WHERE pid = %s"

    shown = ask(desk.connections["admin"], seen, desk.connections["lead"].info.backend_pid)

    assert shown == [("<insufficient privilege>",)]


def test_a_setting_of_the_client_does_not_change_who_asks_s17(desk: Desk):
    connection = desk.connections["adjuster"]
    before = ask(connection, "SELECT id FROM claims_claim ORDER BY id")

    for setting in ("app.me", "app.uid", "app.role", "request.jwt.claims"):
        ask(connection, "SELECT set_config(%s, '1', false)", setting)

    assert ask(connection, "SELECT id FROM claims_claim ORDER BY id") == before


def test_statistics_of_columns_are_not_shown_s17(desk: Desk):
    a_claim(desk.database)
    desk.database.run("ANALYZE claims_claim")

    shown = ask(
        desk.connections["adjuster"],
        "SELECT count(*) FROM pg_stats WHERE tablename = 'claims_claim'",
    )

    assert shown == [(0,)]
