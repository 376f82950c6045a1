"""Leases: how a person's device gets into the database, and how it is put out again."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import encrypt_password

from app.access import Identity
from tests.factories import a_claim, a_person
from tests.server import PASSWORD, Database, ask

ROLE = "d_0123456789abcdef0123"


def lease(database: Database, person: Identity, **changes: Any) -> Any:
    """Ask auth.lease as the token service, with what a test changes."""
    tokens = database.connect_tokens()
    asked = {
        "user": person.id,
        "role": database.role_of(person),
        "verifier": encrypt_password(PASSWORD, "x", tokens, "scram-sha-256"),
        "ttl": timedelta(minutes=15),
        "family": str(database.family_of(person)),
    } | changes
    return ask(tokens, "SELECT auth.lease(%s, %s, %s, %s, %s)", *asked.values())[0][0]


@pytest.fixture
def ann(shared_database: Database) -> Identity:
    return a_person(shared_database)


def test_two_first_leases_of_a_device_come_one_after_the_other(database: Database):
    ann = a_person(database)
    role, family = database.role_of(ann), str(database.family_of(ann))
    first, second = database.connect_tokens(), database.connect_tokens()
    verifier = encrypt_password(PASSWORD, role, first, "scram-sha-256")
    asked = "SELECT auth.lease(%s, %s, %s, '15 minutes', %s)", ann.id, role, verifier, family
    first.autocommit = False
    ask(first, *asked)

    with ThreadPoolExecutor(1) as other:
        later = other.submit(ask, second, *asked)
        while not database.value("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            pass
        first.commit()

    assert later.result()[0][0] > datetime.now(UTC)


@pytest.mark.parametrize("name", ["postgres", "claims_admin", "d_short", ROLE.upper(), ROLE + "4"])
def test_a_lease_is_for_the_role_of_a_device_only(
    shared_database: Database, ann: Identity, name: str
):
    with pytest.raises(psycopg2.Error, match="device role"):
        lease(shared_database, ann, role=name)


@pytest.mark.parametrize("password", ["secret", "md5" + "0" * 32, "SCRAM-SHA-256$4096:a$b"])
def test_a_lease_never_takes_a_password(shared_database: Database, ann: Identity, password: str):
    with pytest.raises(psycopg2.Error, match="SCRAM verifier"):
        lease(shared_database, ann, verifier=password)


def test_a_long_lease_is_cut_to_fifteen_minutes_s18(shared_database: Database, ann: Identity):
    until = lease(shared_database, ann, ttl=timedelta(days=365))

    role = shared_database.role_of(ann)
    valid = "SELECT rolvaliduntil = %s, rolconnlimit FROM pg_roles WHERE rolname = %s"
    assert until < datetime.now(UTC) + timedelta(minutes=16)
    assert shared_database.run(valid, until, role) == [(True, 6)]


@pytest.mark.parametrize("ttl", [timedelta(0), timedelta(minutes=-1), None])
def test_a_lease_lasts_some_time(shared_database: Database, ann: Identity, ttl: timedelta | None):
    with pytest.raises(psycopg2.Error, match="some minutes"):
        lease(shared_database, ann, ttl=ttl)


def test_a_lease_needs_a_session_that_has_not_ended(shared_database: Database, ann: Identity):
    family = shared_database.family_of(ann)
    ended = "UPDATE auth.refresh_token SET revoked_at = now() WHERE family = %s"
    shared_database.run(ended, str(family))

    with pytest.raises(psycopg2.Error, match="has ended"):
        lease(shared_database, ann)
    with pytest.raises(psycopg2.Error, match="has ended"):
        lease(shared_database, ann, family=str(uuid.uuid4()))


def test_a_lease_needs_an_active_person(shared_database: Database, ann: Identity):
    shared_database.run("UPDATE auth_user SET is_active = false WHERE id = %s", ann.id)

    with pytest.raises(psycopg2.Error, match="no such active person"):
        lease(shared_database, ann)


def test_a_device_role_serves_one_person(shared_database: Database, ann: Identity):
    lease(shared_database, ann)

    with pytest.raises(psycopg2.Error, match="somebody else"):
        lease(shared_database, a_person(shared_database), role=shared_database.role_of(ann))


@pytest.mark.parametrize("role", ["user", "staff", "admin"])
def test_a_device_role_is_in_one_group_and_owns_nothing_s18(shared_database: Database, role: str):
    person = a_person(shared_database, role)
    shared_database.lease_as(person)

    groups = (
        "SELECT g.rolname, m.inherit_option, m.set_option, m.admin_option FROM pg_auth_members m"
        " JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles d ON d.oid = m.member"
        " WHERE d.rolname = %s"
    )
    rights = (
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls"
        " FROM pg_roles WHERE rolname = %s"
    )
    name = shared_database.role_of(person)
    assert shared_database.run(groups, name) == [(f"claims_{role}", True, False, False)]
    assert shared_database.run(rights, name) == [(False,) * 5]


def test_the_next_lease_follows_a_change_of_role(shared_database: Database, ann: Identity):
    shared_database.lease_as(ann)
    shared_database.run("UPDATE auth_user SET role = 'user' WHERE id = %s", ann.id)

    connection = shared_database.connect_as(ann)

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(connection, "SELECT ml_score FROM claims_claim")


def test_the_next_lease_wipes_what_a_session_set_on_itself(
    shared_database: Database, ann: Identity
):
    role = shared_database.role_of(ann)
    connection = shared_database.connect_as(ann)
    ask(connection, f"ALTER ROLE {role} SET search_path = 'evil'")
    ask(connection, f"ALTER ROLE {role} IN DATABASE {shared_database.name} SET work_mem = '1GB'")

    shared_database.lease_as(ann)

    settings = "SELECT count(*) FROM pg_db_role_setting WHERE setrole = %s::regrole"
    assert shared_database.value(settings, role) == 0


def test_an_expired_lease_sees_nothing_in_an_open_session_s19(
    shared_database: Database, ann: Identity
):
    a_claim(shared_database)
    connection = shared_database.connect_as(ann)
    before = ask(connection, "SELECT count(*) > 0 FROM claims_claim")
    expire = "UPDATE auth.db_session SET expires_at = now() WHERE role_name = %s"

    shared_database.run(expire, shared_database.role_of(ann))

    assert before == [(True,)]
    assert ask(connection, "SELECT count(*) FROM claims_claim") == [(0,)]
    assert ask(connection, "SELECT * FROM my_profile") == []


def test_a_revoked_lease_sees_nothing_in_an_open_session(shared_database: Database, ann: Identity):
    connection = shared_database.connect_as(ann)
    revoke = "UPDATE auth.db_session SET revoked = true WHERE role_name = %s"

    shared_database.run(revoke, shared_database.role_of(ann))

    assert ask(connection, "SELECT * FROM my_profile") == []


def test_the_end_of_a_session_ends_its_leases_at_once(shared_database: Database, ann: Identity):
    connection = shared_database.connect_as(ann)
    family = str(shared_database.family_of(ann))
    shared_database.server.dsn(shared_database.name, shared_database.role_of(ann))

    ended = ask(shared_database.connect_tokens(), "SELECT auth.end_leases(%s)", family)

    assert ended == [(1,)]
    with pytest.raises(psycopg2.OperationalError):
        ask(connection, "SELECT 1")
    with pytest.raises(psycopg2.OperationalError, match="not permitted to log in"):
        psycopg2.connect(
            shared_database.server.dsn(shared_database.name, shared_database.role_of(ann))
        )


def test_the_end_of_a_session_leaves_others_alone(shared_database: Database, ann: Identity):
    other = shared_database.connect_as(a_person(shared_database))
    shared_database.lease_as(ann)

    ask(
        shared_database.connect_tokens(),
        "SELECT auth.end_leases(%s)",
        str(shared_database.family_of(ann)),
    )

    assert ask(other, "SELECT app.me() IS NOT NULL") == [(True,)]


def test_a_lease_of_one_database_means_nothing_in_another(
    database: Database, shared_database: Database, ann: Identity
):
    a_claim(database)
    role = shared_database.lease_as(ann).user

    connection = psycopg2.connect(database.server.dsn(database.name, role))
    rows = ask(connection, "SELECT * FROM claims_claim")
    connection.close()

    assert rows == []
