"""The permission matrix, cell by cell: what the desk believes is what raw SQL may do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from app.access import REACH, ROLES, Capacity, Identity, Permission, Relation, Role
from app.database import NOT_ALLOWED, REFUSED
from tests.database.desk import Desk
from tests.factories import a_receipt
from tests.server import Database, touched

CLAIM = "SELECT id, user_id, assigned_to, region, claim_type, siu_status, status FROM claims_claim"
REFUSALS = {"42501", NOT_ALLOWED, REFUSED}
PEOPLE = ("user", "adjuster", "investigator", "lead", "admin", "worker")
UPDATE = "UPDATE claims_claim SET {} WHERE id = %s"
DEEDS: dict[Permission, tuple[str, tuple[str, ...]]] = {
    Permission.CLAIM_READ: ("SELECT id FROM claims_claim WHERE id = %s", ()),
    Permission.CLAIM_SUBMIT: (UPDATE.format("description = description || '.'"), ()),
    Permission.CLAIM_TRIAGE: (
        UPDATE.format("status = 'in_review', assigned_to = (SELECT app.me())")
        + " AND status = 'triaged'",
        ("queue", "elsewhere", "other line"),
    ),
    Permission.CLAIM_DECIDE: (
        UPDATE.format("status = 'siu_review', status_reason = 'late_report'"),
        ("own", "entered", "assigned", "a colleague's", "queue"),
    ),
    Permission.CLAIM_SCORE: (
        "SELECT record_score(%s, %s)",
        (
            "own draft",
            "own",
            "entered",
            "assigned",
            "queue",
            "referred",
            "referred elsewhere",
            "a colleague's",
            "elsewhere",
            "other line",
        ),
    ),
}


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


def relations(person: Identity, claim: dict[str, Any]) -> set[Relation]:
    """Return what a claim is to a person, from the plain facts of both."""
    draft, own = claim["status"] == "draft", claim["user_id"] == person.id
    at_desk = claim["region"] == person.region and claim["claim_type"] in person.lines
    found = {
        Relation.OWN_DRAFT: draft and (own or person.role in {Role.ADMIN, Role.SYSTEM}),
        Relation.OWN: own and not draft,
        Relation.ASSIGNED: claim["assigned_to"] == person.id,
        Relation.QUEUE: at_desk and not draft and claim["assigned_to"] is None,
        Relation.DESK: at_desk and not draft,
        Relation.REFERRED: claim["siu_status"] is not None,
    }
    return {relation for relation, holds in found.items() if holds} or {Relation.FOREIGN}


@contextmanager
def undone(connection: Connection) -> Iterator[None]:
    connection.autocommit = False
    try:
        yield
    finally:
        connection.rollback()
        connection.autocommit = True


def succeeds(connection: Connection, statement: str, claim: int) -> bool:
    """Try a statement on a claim, undo it, and tell whether it touched the claim."""
    values = (claim, a_receipt()) if "record_score" in statement else (claim,)
    with undone(connection):
        try:
            return touched(connection, statement, *values) == 1
        except psycopg2.Error as refusal:
            if refusal.pgcode in REFUSALS:
                return False
            raise


@pytest.mark.parametrize("permission", DEEDS)
@pytest.mark.parametrize("who", PEOPLE)
def test_raw_sql_may_do_what_the_matrix_says_and_nothing_else_s16(
    desk: Desk, who: str, permission: Permission
):
    person = desk.people.get(who, Identity.system())
    statement, only = DEEDS[permission]
    columns = ("id", "user_id", "assigned_to", "region", "claim_type", "siu_status", "status")
    claims = {row[0]: dict(zip(columns, row, strict=True)) for row in desk.database.run(CLAIM)}
    tried = {name: key for name, key in desk.claims.items() if not only or name in only}

    may = {name for name, key in tried.items() if succeeds(desk.connections[who], statement, key)}

    assert may == {
        name
        for name, key in tried.items()
        if any(person.reaches(permission, r) for r in relations(person, claims[key]))
    }


def test_a_role_has_a_permission_on_claims_if_the_matrix_reaches_any_s16():
    on_claims = {permission for reach in REACH.values() for permission in reach}

    for role in Role:
        reached = {permission for permission in on_claims if REACH[Capacity(role)].get(permission)}
        assert ROLES[role] & on_claims == reached


def test_an_administrator_sees_all_and_moves_no_claim_s16():
    assert REACH[Capacity.ADMIN] == {Permission.CLAIM_READ: frozenset(Relation)}
    assert not ROLES[Role.ADMIN] & {
        Permission.CLAIM_TRIAGE,
        Permission.CLAIM_DECIDE,
        Permission.CLAIM_SUBMIT,
        Permission.CLAIM_SCORE,
    }
