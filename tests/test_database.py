"""Engines, listeners and the translation of what a driver says."""

import select
from datetime import UTC, datetime

import psycopg2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from app.access import Identity
from app.database import Lease, Listener, engine, listen, translate
from app.errors import AppError, Busy, Conflict, Invalid, NotAllowed, Offline, ReadOnly, Refused
from app.models import Claim
from tests.factories import a_claim, a_person
from tests.server import PASSWORD, Database


@pytest.fixture
def ann(database: Database) -> Identity:
    return a_person(database)


def refusal(database: Database, statement: str, person: Identity | None = None) -> AppError:
    """Return how a statement fails, as the person or else the owner."""
    used = database.engine_as(person) if person else database.owner_engine()
    with pytest.raises(AppError) as failed, translate(), used.begin() as connection:
        connection.execute(text(statement))
    return failed.value


def test_an_engine_asks_for_a_lease_each_time_it_connects(database: Database, ann: Identity):
    leases: list[Lease] = []

    def source() -> Lease:
        leases.append(database.lease_as(ann))
        return leases[-1]

    made = engine(source)
    with made.connect() as first, made.connect() as second:
        users = {c.execute(text("SELECT session_user")).scalar_one() for c in (first, second)}
    with made.connect() as pooled:
        pooled.execute(text("SELECT 1"))
    made.dispose()

    assert users == {database.role_of(ann)}
    assert len(leases) == 2


def test_an_engine_survives_the_loss_of_its_connections(database: Database):
    made = database.worker_engine()
    with made.connect() as connection:
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    database.run("SELECT pg_terminate_backend(%s)", pid)

    with made.connect() as connection:
        again = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()

    assert again != pid


def test_an_engine_limits_statements_and_names_itself(database: Database):
    with database.worker_engine().connect() as connection:
        limits = [
            connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("statement_timeout", "lock_timeout", "application_name")
        ]

    assert limits == ["15s", "3s", "precedent"]


def test_an_engine_takes_the_address_of_either_form(database: Database):
    for address in (database.owner_dsn, database.owner_dsn.replace("ql:", "ql+psycopg2:")):
        made = engine(address)
        with made.connect() as connection:
            name = connection.execute(text("SELECT current_database()")).scalar_one()
        made.dispose()
        assert name == database.name


def test_a_lease_brings_its_certificates(database: Database):
    lease = Lease(
        "127.0.0.1",
        database.server.cluster.alive() or 0,
        database.name,
        "owner",
        PASSWORD,
        datetime.now(UTC),
        sslmode="verify-full",
        sslrootcert="not a certificate",
    )

    with pytest.raises(Offline), translate():
        engine(lambda: lease).connect()


@pytest.mark.parametrize(
    ("statement", "error", "words"),
    [
        ("DO $$ BEGIN RAISE 'Not now.'; END $$", Refused, "Not now."),
        ("DO $$ BEGIN RAISE 'Not you.' USING ERRCODE = 'PN001'; END $$", NotAllowed, "Not you."),
        ("DO $$ BEGIN RAISE 'No.' USING ERRCODE = 'check_violation'; END $$", Refused, "No."),
        ("UPDATE claims_claim SET amount = -1", Invalid, "does not accept"),
        ("UPDATE claims_claim SET amount = 99999999999", Invalid, "does not accept"),
        ("UPDATE claims_claim SET claim_type = NULL", Invalid, "does not accept"),
        ("UPDATE claims_claim SET assigned_to = 999", Invalid, "does not accept"),
        (
            (
                "INSERT INTO auth_user (username, full_name, role) SELECT username, 'x', role"
                " FROM auth_user"
            ),
            Conflict,
            "entered already",
        ),
        ("SET statement_timeout = 1; SELECT pg_sleep(10)", Offline, "too long"),
        ("SET TRANSACTION READ ONLY; DELETE FROM claims_party", ReadOnly, "only reads"),
        (
            "DO $$ BEGIN RAISE 'x' USING ERRCODE = 'serialization_failure'; END $$",
            Busy,
            "right now",
        ),
        ("SELECT pg_terminate_backend(pg_backend_pid())", Offline, "could not be reached"),
    ],
)
def test_the_words_of_the_driver_become_ours(
    database: Database, ann: Identity, statement: str, error: type[AppError], words: str
):
    a_claim(database, assigned_to=ann.id)

    failed = refusal(database, statement)

    assert type(failed) is error
    assert words in failed.message


def test_a_right_that_is_missing_is_told_without_technical_words(database: Database, ann: Identity):
    failed = refusal(database, "DELETE FROM claims_claim", ann)

    assert type(failed) is NotAllowed
    assert failed.message == "Your role does not have the right to do this. Ask an administrator."


def test_a_fault_of_ours_stays_what_it_is(database: Database):
    with (
        pytest.raises(ProgrammingError),
        translate(),
        database.owner_engine().connect() as connection,
    ):
        connection.execute(text("SELECT * FROM nowhere"))


def test_errors_that_are_ours_already_pass():
    with pytest.raises(Refused, match="mine"), translate():
        raise Refused("mine")


def test_a_server_that_is_not_there_is_offline():
    made = engine("postgresql://a:b@127.0.0.1:1/x")

    with pytest.raises(Offline, match="could not be reached"), translate():
        made.connect()


@pytest.mark.parametrize("change", ["NOLOGIN", "PASSWORD NULL"])
def test_a_lease_that_was_ended_asks_to_sign_in_again(
    database: Database, ann: Identity, change: str
):
    lease = database.lease_as(ann)
    database.run(f"ALTER ROLE {lease.user} {change}")

    with pytest.raises(Offline, match="Sign in again"), translate():
        engine(lambda: lease).connect()


def test_a_pool_that_is_used_up_is_offline(database: Database, monkeypatch: pytest.MonkeyPatch):
    made = database.worker_engine()
    monkeypatch.setattr(made.pool, "_timeout", 0.01)
    held = [made.connect() for _ in range(4)]

    with pytest.raises(Offline, match="busy"), translate():
        made.connect()

    for connection in held:
        connection.close()


def test_the_second_of_two_who_decide_meets_a_conflict(database: Database, ann: Identity):
    key = a_claim(database, "in_review", assigned_to=ann.id)
    first, second = (database.sessions_as(ann)() for _desktop in range(2))
    for session in (first, second):
        session.get_one(Claim, key).status = "approved"

    first.commit()
    with pytest.raises(Conflict, match="Someone else changed this"), translate():
        second.commit()

    first.close()
    second.close()
    assert database.value("SELECT count(*) FROM claims_event WHERE claim_id = %s", key) == 1


def test_a_listener_hears_through_a_lease(database: Database, ann: Identity):
    key = a_claim(database)
    with listen(lambda: database.lease_as(ann), "claims") as listener:
        database.run("UPDATE claims_claim SET amount = 3 WHERE id = %s", key)
        ready, _, _ = select.select([listener.fileno()], [], [], 10)
        payloads = listener.poll()

    assert ready
    assert payloads == [str(key)]
    with pytest.raises(psycopg2.InterfaceError):
        listener.fileno()


def poll_until_lost(listener: Listener) -> None:
    """Poll as an event loop does, each time the descriptor wakes; the farewell comes first."""
    while select.select([listener.fileno()], [], [], 10)[0]:
        listener.poll()


def test_a_listener_tells_that_its_connection_is_lost(database: Database):
    with listen(database.worker_dsn, "claims") as listener:
        database.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'claims_work'"
        )

        with pytest.raises(Offline):
            poll_until_lost(listener)
