"""Sessions that are over lose their logins within one round of the worker, open cursors too."""

from datetime import timedelta

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from app.access import Identity
from app.worker.loop import JOBS, POLL
from app.worker.reaping import reap
from tests.factories import a_claim, a_person
from tests.server import Database, ask
from tests.worker.stations import a_station, until


@pytest.fixture
def ann(database: Database) -> Identity:
    return a_person(database, "staff")


def is_alive(connection: Connection) -> bool:
    try:
        ask(connection, "SELECT 1")
    except psycopg2.OperationalError:
        return False
    return True


def is_connected(database: Database, person: Identity) -> bool:
    query = "SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = %s"
    found: bool = database.value(query, database.role_of(person))
    return found


def may_log_in(database: Database, person: Identity) -> bool:
    query = "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s"
    found: bool = database.value(query, database.role_of(person))
    return found


ENDINGS = {
    "the account is closed": "UPDATE auth_user SET is_active = false",
    "the session is revoked": "UPDATE auth.refresh_token SET revoked_at = now()",
    "the session is over": "UPDATE auth.refresh_token SET expires_at = now()",
    "the lease is over": "UPDATE auth.db_session SET expires_at = now()",
    "the lease is revoked": "UPDATE auth.db_session SET revoked = true",
    "the session is gone": "DELETE FROM auth.refresh_token",
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_a_session_that_ended_is_disconnected_and_cannot_log_in_again_s08(
    database: Database, ann: Identity, ending: str
):
    connection = database.connect_as(ann)
    database.run(ending)

    reap(a_station(database))

    assert not is_alive(connection)
    assert not may_log_in(database, ann)


def test_an_open_cursor_ends_with_the_account_s08(database: Database, ann: Identity):
    for _ in range(40):
        a_claim(database, assigned_to=ann.id)
    connection = database.connect_as(ann)
    connection.autocommit = False
    cursor = connection.cursor("open")
    cursor.itersize = 10
    cursor.execute("SELECT id FROM claims_claim")
    first = cursor.fetchmany(10)
    database.run("UPDATE auth_user SET is_active = false WHERE id = %s", ann.id)

    reap(a_station(database))

    assert len(first) == 10
    with pytest.raises(psycopg2.OperationalError):
        cursor.fetchmany(10)


def test_the_worker_looks_often_enough_for_half_a_minute_s08():
    assert POLL <= 15
    assert next(iter(JOBS)) == "reap"


def test_living_sessions_are_left_alone(database: Database, ann: Identity):
    connection = database.connect_as(ann)

    done = reap(a_station(database))

    assert done == 0
    assert is_alive(connection)
    assert may_log_in(database, ann)


def test_a_second_round_finds_nothing_to_do(database: Database, ann: Identity):
    connection = database.connect_as(ann)
    database.run("UPDATE auth_user SET is_active = false")
    station = a_station(database)

    first = reap(station)
    until(lambda: not is_connected(database, ann))
    second = reap(station)

    assert (first, second) == (1, 0)
    assert not is_alive(connection)


def test_a_role_nobody_came_back_to_is_dropped_with_what_it_set_on_itself(
    database: Database, ann: Identity
):
    connection = database.connect_as(ann)
    ask(connection, f"ALTER ROLE {database.role_of(ann)} SET work_mem = '1GB'")
    connection.close()
    database.run("UPDATE auth.db_session SET expires_at = now() - interval '2 days'")
    station = a_station(database)

    reap(station)

    query = "SELECT count(*) FROM pg_roles WHERE rolname = %s"
    assert database.value(query, database.role_of(ann)) == 0
    assert database.value("SELECT count(*) FROM auth.db_session") == 0


def test_a_dropped_role_comes_back_with_the_next_lease(database: Database, ann: Identity):
    database.lease_as(ann)
    database.run("UPDATE auth.db_session SET expires_at = now() - interval '2 days'")
    reap(a_station(database))

    connection = database.connect_as(ann)

    assert ask(connection, "SELECT username FROM my_profile") == [(ann.username,)]


def test_a_role_is_kept_for_a_day(database: Database, ann: Identity):
    database.lease_as(ann, ttl=timedelta(seconds=1))
    database.run("UPDATE auth.db_session SET expires_at = now() - interval '23 hours'")

    reap(a_station(database))

    assert database.value("SELECT count(*) FROM auth.db_session") == 1


def test_what_locks_nobody_out_any_more_and_old_sessions_are_forgotten(database: Database):
    database.run(
        "INSERT INTO auth.attempt VALUES ('old', 5, now() - interval '1 second'),"
        " ('new', 5, now() + interval '1 minute')"
    )

    reap(a_station(database))

    assert database.run("SELECT subject FROM auth.attempt") == [("new",)]


def test_a_role_that_somebody_else_made_does_not_keep_others_from_being_closed(
    database: Database, ann: Identity
):
    connection = database.connect_as(ann)
    ben = a_person(database, "staff")
    database.run(f"CREATE ROLE {database.role_of(ben)} LOGIN")
    database.run(
        "INSERT INTO auth.db_session (role_name, user_id, family, expires_at)"
        " VALUES (%s, %s, gen_random_uuid(), now() - interval '2 days')",
        database.role_of(ben),
        ben.id,
    )
    database.run("UPDATE auth_user SET is_active = false WHERE id = %s", ann.id)

    done = reap(a_station(database))

    assert done == 1
    assert not is_alive(connection)
    database.run(f"DROP ROLE {database.role_of(ben)}")


def test_only_the_servers_may_reap(database: Database, ann: Identity):
    connection = database.connect_as(ann)

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(connection, "SELECT auth.reap()")
