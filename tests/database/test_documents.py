"""Who may see, add, open and restore documents, as raw SQL through leased roles."""

import uuid
from typing import Any

import psycopg2
import pytest

from tests.database.desk import VISIBLE, Desk
from tests.factories import insert
from tests.server import Database, ask

ANNOUNCE = (
    "INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type)"
    " VALUES (%s, 'photo', 'a.jpg', 3, repeat('a', 64), 'image/jpeg') RETURNING id"
)
OPEN = "INSERT INTO claims_opening (version_id) VALUES (%s) RETURNING id"
RESTORE = (
    "INSERT INTO claims_document_version (document_id, number, restored_from) VALUES (%s, %s, %s)"
)


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


def a_document(database: Database, claim: int, by: int | None = None, **changes: Any) -> int:
    """Insert a document with one clean version and return the version."""
    document = insert(
        database,
        "claims_document",
        {"claim_id": claim, "document_type": "photo", "uploaded_by": by},
    )
    told = {
        "document_id": document,
        "claim_id": claim,
        "number": 1,
        "object_key": f"claims/{uuid.uuid4()}/{'a' * 64}",
        "name": "a.jpg",
        "size": 3,
        "sha256": "a" * 64,
        "media_type": "image/jpeg",
        "state": "clean",
        "uploaded_by": by,
    }
    return insert(database, "claims_document_version", told | changes)


@pytest.fixture(scope="module")
def versions(desk: Desk) -> dict[str, int]:
    """One document on every claim, sent by a colleague."""
    return {name: a_document(desk.database, claim) for name, claim in desk.claims.items()}


def reached(desk: Desk, who: str, statement: str, of: dict[str, int]) -> set[str]:
    """Return on which claims the statement succeeds."""
    found = set()
    for name, key in of.items():
        try:
            if ask(desk.connections[who], statement, key):
                found.add(name)
        except psycopg2.errors.InsufficientPrivilege:
            continue
    return found


@pytest.mark.parametrize("who", ["adjuster", "investigator", "lead", "admin", "worker"])
def test_documents_are_seen_by_whoever_sees_the_claim_s16(
    desk: Desk, versions: dict[str, int], who: str
):
    seen = reached(desk, who, "SELECT id FROM claims_document_version WHERE id = %s", versions)

    assert seen == VISIBLE[who]


@pytest.mark.parametrize("who", ["adjuster", "investigator", "lead", "admin"])
def test_documents_are_opened_by_whoever_sees_the_claim_s16(
    desk: Desk, versions: dict[str, int], who: str
):
    assert reached(desk, who, OPEN, versions) == VISIBLE[who]


@pytest.mark.parametrize("who", ["user", "adjuster", "investigator", "lead"])
def test_documents_are_added_by_whoever_sees_the_claim_s16(desk: Desk, who: str):
    assert reached(desk, who, ANNOUNCE, desk.claims) == VISIBLE[who]


@pytest.mark.parametrize("who", ["admin", "worker"])
def test_administrators_and_the_worker_add_no_documents_s16(desk: Desk, who: str):
    assert reached(desk, who, ANNOUNCE, desk.claims) == set()


def test_a_user_sees_and_opens_only_what_the_user_sent_s16(desk: Desk, versions: dict[str, int]):
    user = desk.people["user"].id
    own = {"own": a_document(desk.database, desk["own"], user), "foreign": versions["own"]}

    seen = reached(desk, "user", "SELECT id FROM claims_document_version WHERE id = %s", own)
    opened = reached(desk, "user", OPEN, own)

    assert seen == opened == {"own"}


def test_a_user_adds_no_version_to_a_document_out_of_sight_s16(
    desk: Desk, versions: dict[str, int]
):
    statement = (
        "INSERT INTO claims_upload (claim_id, document_id, document_type, name, size, sha256,"
        " media_type) VALUES (%s, %s, 'photo', 'a', 3, repeat('a', 64), 'image/jpeg')"
    )
    document = desk.database.value(
        "SELECT document_id FROM claims_document_version WHERE id = %s", versions["own"]
    )

    with pytest.raises(psycopg2.Error, match="row-level security"):
        ask(desk.connections["user"], statement, desk["own"], document)
    with pytest.raises(psycopg2.Error, match="row-level security"):
        ask(desk.connections["adjuster"], statement, desk["queue"], document)


def test_uploads_and_looks_of_others_are_out_of_sight(desk: Desk, versions: dict[str, int]):
    ask(desk.connections["lead"], ANNOUNCE, desk["queue"])
    ask(desk.connections["lead"], OPEN, versions["queue"])
    mine = desk.people["adjuster"].id

    for table in ("claims_upload", "claims_opening"):
        owners = ask(desk.connections["adjuster"], f"SELECT DISTINCT user_id FROM {table}")
        assert {owner for (owner,) in owners} <= {mine}


def test_an_upload_and_a_look_belong_to_whoever_asks_s16(desk: Desk, versions: dict[str, int]):
    lead = desk.people["lead"].id
    statement = "INSERT INTO claims_opening (version_id, user_id) VALUES (%s, %s)"

    with pytest.raises(psycopg2.Error, match="permission denied"):
        ask(desk.connections["adjuster"], statement, versions["queue"], lead)


def test_a_version_is_restored_as_it_was_and_nothing_can_be_slipped_in(desk: Desk):
    first = a_document(desk.database, desk["assigned"])
    document = desk.database.value(
        "SELECT document_id FROM claims_document_version WHERE id = %s", first
    )
    told = {"document_id": document, "claim_id": desk["assigned"], "number": 2, "name": "b.jpg"}
    more = {"object_key": "k", "size": 4, "sha256": "b" * 64, "media_type": "image/jpeg"}
    insert(desk.database, "claims_document_version", {**told, **more, "state": "clean"})
    adjuster = desk.connections["adjuster"]

    with pytest.raises(psycopg2.Error, match="newer version"):
        ask(adjuster, RESTORE, document, 2, 1)
    with pytest.raises(psycopg2.Error, match="newest already"):
        ask(adjuster, RESTORE, document, 3, 2)
    with pytest.raises(psycopg2.Error, match="not accepted"):
        ask(adjuster, RESTORE, document, 3, 9)
    with pytest.raises(psycopg2.Error, match="permission denied"):
        ask(
            adjuster,
            "INSERT INTO claims_document_version (document_id, number, restored_from, sha256)"
            " VALUES (%s, 3, 1, repeat('c', 64))",
            document,
        )
    ask(adjuster, RESTORE, document, 3, 1)

    columns = "number, name, sha256, state, restored_from, uploaded_by"
    rows = desk.database.run(
        f"SELECT {columns} FROM claims_document_version WHERE document_id = %s ORDER BY number",
        document,
    )
    assert rows[-1] == (3, "a.jpg", "a" * 64, "clean", 1, desk.people["adjuster"].id)
    assert desk.database.run(
        "SELECT newest, name, status FROM claims_document WHERE id = %s", document
    ) == [(3, "a.jpg", "clean")]


def test_a_look_at_a_document_does_not_hide_a_look_at_the_claim(
    desk: Desk, versions: dict[str, int]
):
    looks = (
        "SELECT detail IS NULL FROM claims_event WHERE claim_id = %s AND kind = 'opened'"
        " AND actor_id = %s ORDER BY seq DESC LIMIT 1"
    )
    ask(desk.connections["investigator"], OPEN, versions["referred elsewhere"])

    ask(desk.connections["investigator"], "SELECT open_claim(%s)", desk["referred elsewhere"])

    who = desk.people["investigator"].id
    assert desk.database.value(looks, desk["referred elsewhere"], who) is True


def test_only_an_administrator_changes_the_rules_within_their_bounds(desk: Desk):
    change = "SELECT set_document_policy(%s, 300, false)"
    rules = "SELECT largest, per_claim, kept_on_desks FROM claims_document_policy"

    with pytest.raises(psycopg2.Error, match="permission denied"):
        ask(desk.connections["lead"], change, 2**25)
    with pytest.raises(psycopg2.Error, match="largest"):
        ask(desk.connections["admin"], change, 2**31 + 1)
    ask(desk.connections["admin"], change, 2**31)

    assert ask(desk.connections["adjuster"], rules) == [(2**31, 300, False)]


def test_what_was_judged_is_not_judged_again_but_an_altered_one_is_quarantined(desk: Desk):
    version = a_document(desk.database, desk["queue"], state="received")
    judge = "SELECT judge_document(%s, %s, %s, NULL, NULL)"
    worker = desk.connections["worker"]

    answers = [
        ask(worker, judge, version, state, None)[0][0]
        for state in ("scanning", "clean", "rejected", "quarantined", "clean")
    ]

    assert answers == [True, True, False, True, False]
