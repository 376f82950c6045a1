"""Leases: one short-lived database login per person and device, in one group, owning nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg2
import pytest

from tests.tokens.barrier import held_up


def lease(client: httpx.Client, tokens: dict[str, Any]) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    answer = client.post("/v1/lease", headers=headers)
    assert answer.status_code == 200
    login: dict[str, Any] = answer.json()
    return login


def test_a_lease_says_everything_a_connection_needs(client, signed_in, connect):
    login = lease(client, signed_in("wilma"))

    with connect(login) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT username FROM my_profile")
        seen = cursor.fetchall()

    assert set(login) == {
        "host",
        "port",
        "dbname",
        "user",
        "password",
        "expires_at",
        "sslmode",
        "sslrootcert",
    }
    assert seen == [("wilma",)]


def test_a_lease_lasts_a_quarter_of_an_hour_at_most(client, signed_in, ask):
    login = lease(client, signed_in("wilma"))

    left = datetime.fromisoformat(login["expires_at"]) - datetime.now(UTC)
    [[valid_until]] = ask("SELECT rolvaliduntil FROM pg_roles WHERE rolname = %s", login["user"])

    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
    assert valid_until == datetime.fromisoformat(login["expires_at"])


@pytest.mark.parametrize("role", ["user", "staff", "admin"])
def test_a_leased_role_is_in_one_group_which_it_cannot_become_s18(
    client, signed_in, ask, role: str
):
    login = lease(client, signed_in(f"a-{role}", role=role))

    groups = ask(
        "SELECT g.rolname, m.inherit_option, m.set_option, m.admin_option FROM pg_auth_members m"
        " JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member"
        " WHERE r.rolname = %s",
        login["user"],
    )

    assert groups == [(f"claims_{role}", True, False, False)]


def test_a_leased_role_has_few_connections_and_no_power(client, signed_in, ask):
    login = lease(client, signed_in("wilma"))

    found = ask(
        "SELECT rolconnlimit, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls"
        " FROM pg_roles WHERE rolname = %s",
        login["user"],
    )
    owned = ask("SELECT count(*) FROM pg_class WHERE relowner = %s::regrole", f'"{login["user"]}"')

    assert found == [(6, False, False, False, False, False)]
    assert owned == [(0,)]


def test_a_device_keeps_its_role_and_loses_the_former_password(client, signed_in, connect):
    tokens = signed_in("wilma", device="desk")

    first, second = lease(client, tokens), lease(client, tokens)

    assert first["user"] == second["user"]
    assert first["password"] != second["password"]
    connect(second).close()
    with pytest.raises(psycopg2.OperationalError, match="authentication failed"):
        connect(first)


def test_every_person_and_device_has_a_role_of_its_own(client, signed_in):
    sessions = [
        signed_in("wilma", device="desk"),
        signed_in("wilma", device="laptop"),
        signed_in("fred", device="desk"),
        signed_in("fred"),
    ]

    roles = {lease(client, tokens)["user"] for tokens in sessions}

    assert len(roles) == 4
    assert all(role.startswith("d_") and len(role) == 22 for role in roles)


def test_a_device_that_someone_else_signs_in_from_gets_that_persons_role(
    client, signed_in, connect
):
    lease(client, signed_in("wilma", device="desk"))

    login = lease(client, signed_in("fred", device="desk"))

    with connect(login) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT username FROM my_profile")
        assert cursor.fetchall() == [("fred",)]


def test_a_lease_waits_for_whoever_closes_the_role_without_holding_it(
    client, signed_in, shared_database
):
    tokens = signed_in("wilma")
    role = lease(client, tokens)["user"]

    with ThreadPoolExecutor(1) as desk, held_up(shared_database, "auth.db_session") as waits_for:
        renewing = desk.submit(lease, client, tokens)
        waits_for(1)
        shared_database.run(f"SET lock_timeout = '5s'; ALTER ROLE {role} NOLOGIN")

    assert renewing.result()["user"] == role
    query = "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s"
    assert shared_database.value(query, role) is True


def test_the_database_learns_a_verifier_and_never_the_password(client, signed_in, ask):
    login = lease(client, signed_in("wilma"))

    [[stored]] = ask("SELECT rolpassword FROM pg_authid WHERE rolname = %s", login["user"])

    assert stored.startswith("SCRAM-SHA-256$4096:")


def test_a_changed_role_of_a_person_changes_the_group_at_the_next_lease(client, signed_in, ask):
    tokens = signed_in("wilma", role="admin")
    login = lease(client, tokens)
    ask("UPDATE auth_user SET role = 'user' WHERE username = 'wilma'")

    again = lease(client, tokens)

    assert again["user"] == login["user"]
    groups = ask(
        "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
        " WHERE m.member = %s::regrole",
        f'"{login["user"]}"',
    )
    assert groups == [("claims_user",)]


def test_the_token_service_itself_can_neither_make_roles_nor_read_claims(tokens_engine):
    with tokens_engine.connect() as connection:
        raw = connection.connection.cursor()

        for forbidden in ("CREATE ROLE intruder", "SELECT * FROM claims_claim"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                raw.execute(forbidden)
            connection.connection.rollback()
