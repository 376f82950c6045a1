"""What a claim shares with others, and what of it each reader is told."""

from typing import Any

import psycopg2
import pytest

from app.access import Identity
from app.errors import AppError, NotAllowed
from app.services.links import LinkService, SharedFact
from tests.factories import a_claim, a_party, a_person, an_identity
from tests.server import Database, ask

PHONE, ADDRESS = "+447700900777", {"address_line": "4 Mill Lane", "postcode": "LS1 4AB"}


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


def a_lone_claim(database: Database, **changes: Any) -> int:
    """Insert a claim that shares nothing with any other."""
    claim = a_claim(database, **{"facts": {"line": "motor"}} | changes)
    database.run("DELETE FROM claims_party WHERE claim_id = %s", claim)
    return claim


def facts_of(database: Database, person: Identity, claim: int) -> tuple[SharedFact, ...]:
    return LinkService(database.sessions_as(person), person).of(claim)


@pytest.mark.parametrize(
    ("kind", "mine", "theirs"),
    [
        ("phone", {"phone": PHONE}, {"phone": PHONE, "kind": "driver"}),
        ("email", {"email": "a.b@c.example"}, {"email": "A.B@C.Example"}),
        ("address", ADDRESS, {"address_line": "4 MILL LANE", "postcode": "ls1 4ab"}),
        ("repairer", {"kind": "repairer", "name": "Kelly Motors"}, {"name": "KELLY MOTORS"}),
    ],
)
def test_a_contact_written_otherwise_is_the_same(database, maya, kind, mine, theirs):
    claim, other = a_lone_claim(database), a_lone_claim(database)
    plain = {"kind": "claimant", "name": "Ann", "phone": None}
    a_party(database, claim, **plain | mine)
    a_party(database, other, **plain | {"kind": mine.get("kind", "claimant")} | theirs)

    (fact,) = facts_of(database, maya, claim)

    assert fact.kind == kind
    assert [linked.row.id for linked in fact.claims] == [other]


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("vin", {"vin": "WVWZZZ1JZXW000042"}),
        ("serial", {"items": [{"serial": "SN-1"}, {"serial": "SN-2"}]}),
    ],
)
def test_a_thing_claimed_twice_is_found(database, maya, kind, facts):
    claim, other = a_lone_claim(database, facts=facts), a_lone_claim(database, facts=facts)

    found = facts_of(database, maya, claim)

    assert {fact.kind for fact in found} == {kind}
    assert all(fact.claims[0].row.id == other for fact in found)


def test_the_reason_and_the_ending_of_each_are_told_thehive_827(database, maya):
    claim = a_lone_claim(database)
    ended = {"closed_outcome": "denied", "siu_disposition": "substantiated"}
    other = a_lone_claim(database, status="closed", assigned_to=maya.id, **ended)
    for one in (claim, other):
        a_party(database, one, phone=PHONE)

    (fact,) = facts_of(database, maya, claim)

    assert fact.title == f"Phone {PHONE}"
    assert fact.claims[0].outcome == "denied, indicators substantiated"


def test_claims_out_of_reach_are_counted_and_not_named(database, maya):
    claim, seen = a_lone_claim(database), a_lone_claim(database)
    others = [a_lone_claim(database, region="south") for _ in range(3)]
    for one in (claim, seen, *others):
        a_party(database, one, phone=PHONE)

    (fact,) = facts_of(database, maya, claim)
    (all_of_it,) = facts_of(database, a_person(database, "admin"), claim)

    assert ([linked.row.id for linked in fact.claims], fact.hidden) == ([seen], 3)
    assert (len(all_of_it.claims), all_of_it.hidden) == (4, 0)


def test_witnesses_drafts_and_the_claim_itself_are_no_links(database, maya):
    claim = a_lone_claim(database)
    a_party(database, claim, phone=PHONE)
    a_party(database, claim, phone=PHONE, kind="driver")
    a_party(database, a_lone_claim(database), phone=PHONE, kind="witness")
    a_party(database, a_lone_claim(database, status="draft", user_id=maya.id), phone=PHONE)

    assert facts_of(database, maya, claim) == ()


def test_nobody_asks_about_a_claim_out_of_sight_or_without_a_desk(database, maya):
    claim = a_lone_claim(database, region="south")
    submitter = a_person(database, "user")
    own = a_lone_claim(database, user_id=submitter.id)

    with pytest.raises(AppError, match="may not see it"):
        facts_of(database, maya, claim)
    with pytest.raises(NotAllowed):
        LinkService(database.sessions_as(maya), an_identity("user")).of(claim)
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(database.connect_as(submitter), "SELECT * FROM linked_claims(%s)", own)


def test_links_are_found_by_index_among_many(database, maya):
    claim = a_lone_claim(database)
    a_party(database, claim, phone=PHONE)
    row = "(SELECT c FROM claims_claim c WHERE id = %s)"

    with database.connect_owner().cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT * FROM app.facts_shared({row})", (claim,))
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert "Seq Scan on claims_party" not in plan
    assert "Seq Scan on claims_claim o" not in plan
