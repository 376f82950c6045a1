"""The chain of a claim's history: written by the database, and what tampering with it leaves."""

import threading
from collections.abc import Callable
from hashlib import sha256

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from app.access import Identity
from tests.factories import a_claim, a_model, a_person, a_receipt
from tests.server import Database, ask, touched

CHAIN = "SELECT seq, prev_hash, hash FROM claims_event WHERE claim_id = %s ORDER BY seq"
TEXT = """
    SELECT ROW(id, claim_id, seq, extract(epoch FROM at), actor_id, kind, from_status, to_status,
               reason, note, detail, score_id)::text, prev_hash, hash
    FROM claims_event ORDER BY claim_id, seq
"""


@pytest.fixture
def ann(database: Database) -> Identity:
    return a_person(database)


@pytest.fixture
def desk(database: Database, ann: Identity) -> Connection:
    return database.connect_as(ann)


@pytest.fixture
def claim(database: Database, ann: Identity, desk: Connection) -> int:
    """A claim with four events: scored, triaged, taken and approved."""
    a_model(database)
    number = a_claim(database, "submitted")
    ask(desk, "SELECT record_score(%s, %s)", number, a_receipt())
    take = "UPDATE claims_claim SET status = 'in_review', assigned_to = %s WHERE id = %s"
    touched(desk, take, ann.id, number)
    touched(desk, "UPDATE claims_claim SET status = 'approved' WHERE id = %s", number)
    return number


def test_each_event_carries_the_hash_of_the_one_before(database: Database, claim: int):
    chain = database.run(CHAIN, claim)

    assert [seq for seq, _, _ in chain] == [1, 2, 3, 4]
    before = [None, *(bytes(digest) for _, _, digest in chain[:-1])]
    assert [prev and bytes(prev) for _, prev, _ in chain] == before


@pytest.mark.usefixtures("claim")
def test_the_hash_is_the_sha256_of_the_hash_before_and_the_event(database: Database):
    for told, before, digest in database.run(TEXT):
        assert bytes(digest) == sha256(bytes(before or b"") + told.encode()).digest()


def test_each_claim_has_a_chain_of_its_own(database: Database, desk: Connection, claim: int):
    other = a_claim(database)

    ask(desk, "SELECT open_claim(%s)", other)

    assert [seq for seq, _, _ in database.run(CHAIN, other)] == [1]
    assert len(database.run(CHAIN, claim)) == 4


def test_the_time_zone_of_a_session_does_not_change_a_hash(
    database: Database, desk: Connection, claim: int
):
    ask(desk, "SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'German'; SET extra_float_digits = 0")
    ask(desk, "SELECT open_claim(%s)", claim)

    faults = database.run("SELECT id FROM claims_event e WHERE hash <> app.event_digest(e)")

    assert faults == []


def test_two_who_write_to_one_chain_do_it_one_after_the_other(database: Database):
    claim = a_claim(database)
    people = [a_person(database) for _ in range(6)]
    connections = [database.connect_as(person) for person in people]

    def opened(connection: Connection) -> Callable[[], object]:
        return lambda: ask(connection, "SELECT open_claim(%s)", claim)

    threads = [threading.Thread(target=opened(connection)) for connection in connections]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert [seq for seq, _, _ in database.run(CHAIN, claim)] == [1, 2, 3, 4, 5, 6]


def test_no_role_gives_its_own_place_or_hash_to_an_event(database: Database, claim: int):
    forged = (
        "INSERT INTO claims_event (claim_id, kind, seq, prev_hash, hash)"
        " VALUES (%s, 'edited', 99, 'x', 'y')"
    )

    database.run(forged, claim)

    seq, prev, digest = database.run(CHAIN, claim)[-1]
    assert seq == 5
    assert bytes(prev) != b"x"
    assert bytes(digest) != b"y"


def test_who_opens_a_claim_is_on_record_once_in_a_while(
    database: Database, ann: Identity, desk: Connection
):
    claim, admin = a_claim(database), a_person(database, "admin")

    ask(desk, "SELECT open_claim(%s)", claim)
    ask(desk, "SELECT open_claim(%s)", claim)
    ask(database.connect_as(admin), "SELECT open_claim(%s)", claim)

    opened = "SELECT actor_id FROM claims_event WHERE kind = 'opened' ORDER BY id"
    assert database.run(opened) == [(ann.id,), (admin.id,)]


def test_a_database_that_only_reads_lets_people_open_claims(database: Database, desk: Connection):
    claim = a_claim(database)
    ask(desk, "SET default_transaction_read_only = on")

    ask(desk, "SELECT open_claim(%s)", claim)

    assert database.value("SELECT count(*) FROM claims_event") == 0


def test_a_claim_out_of_sight_is_not_opened(database: Database, desk: Connection):
    claim = a_claim(database, region="south")

    with pytest.raises(psycopg2.Error, match="may not see it"):
        ask(desk, "SELECT open_claim(%s)", claim)


def test_a_user_is_not_told_who_opened_the_claim(database: Database, desk: Connection):
    user = a_person(database, "user")
    claim = a_claim(database, user_id=user.id)

    ask(desk, "SELECT open_claim(%s)", claim)

    assert ask(database.connect_as(user), "SELECT kind FROM claims_event") == []


def test_whoever_only_looked_does_not_keep_the_author_from_undoing(
    database: Database, desk: Connection, claim: int
):
    ask(database.connect_as(a_person(database, "admin")), "SELECT open_claim(%s)", claim)

    undone = touched(desk, "UPDATE claims_claim SET status = 'in_review' WHERE id = %s", claim)

    assert undone == 1


def test_a_user_reads_a_referral_as_a_review(database: Database):
    user = a_person(database, "user")
    a_claim(database, "siu_review", user_id=user.id, siu_status="referred")
    own = database.connect_as(user)

    assert ask(own, "SELECT own_status FROM claims_claim") == [("in_review",)]
    for told in ("SELECT status FROM claims_claim", "SELECT 1 FROM claims_claim ORDER BY status"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(own, told)


def test_a_forged_score_shows_in_the_history_of_its_claim(database: Database, claim: int):
    score = database.value("SELECT score_id FROM claims_claim WHERE id = %s", claim)

    ask(database.connect_worker(), "SELECT verify_score(%s, false)", score)
    ask(database.connect_worker(), "SELECT verify_score(%s, false)", score)

    told = "SELECT detail FROM claims_event WHERE claim_id = %s AND detail ? 'replay'"
    assert database.run(told, claim) == [({"replay": "differs"},)]
