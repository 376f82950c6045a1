"""Disputes in raw SQL: written once, by who sees the claim, in their own name."""

from typing import Any
from uuid import uuid4

import psycopg2
import pytest

from app.access import Identity
from tests.factories import a_person, insert
from tests.server import Database, ask, touched
from tests.services.desk import a_scored_claim

RAISE = "INSERT INTO ml_engine_dispute (claim_id, precedent_key, reason) VALUES (%s, %s, %s)"
WHY = "The settlement was reversed on appeal."


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database)


def a_named_precedent(database: Database, **changes: Any) -> tuple[int, str]:
    key = str(uuid4())
    told = {"precedents": [{"key": key, "outcome": "cleared"}]}
    return a_scored_claim(database, 50, explanation=told, **changes), key


def test_the_name_and_the_outcome_are_the_database_s_to_write(database: Database, maya: Identity):
    claim, key = a_named_precedent(database)

    written = touched(database.connect_as(maya), RAISE, claim, key, WHY)

    stored = database.run("SELECT raised_by, outcome FROM ml_engine_dispute")
    assert (written, stored) == (1, [(maya.id, "cleared")])


def test_nobody_signs_a_dispute_for_somebody_else(database: Database, maya: Identity):
    claim, key = a_named_precedent(database)

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(
            database.connect_as(maya),
            "INSERT INTO ml_engine_dispute (claim_id, precedent_key, reason, raised_by)"
            " VALUES (%s, %s, %s, 1) RETURNING id",
            claim,
            key,
            WHY,
        )


def test_a_claim_out_of_sight_is_no_ground_for_a_dispute(database: Database, maya: Identity):
    claim, key = a_named_precedent(database, region="south")

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        touched(database.connect_as(maya), RAISE, claim, key, WHY)


@pytest.mark.parametrize("change", ["UPDATE ml_engine_dispute SET reason = 'x'", "DELETE FROM"])
def test_a_dispute_is_never_changed(database: Database, change: str):
    claim, key = a_named_precedent(database)
    person = a_person(database)
    row = {"claim_id": claim, "precedent_key": key, "reason": WHY, "raised_by": person.id}
    insert(database, "ml_engine_dispute", row)
    statement = f"{change} ml_engine_dispute" if change.endswith("FROM") else change

    with pytest.raises(psycopg2.errors.Error, match="never changed"):
        database.run(statement)


def test_colleagues_see_disputes_with_the_claim_and_analysts_see_all(database: Database):
    claim, key = a_named_precedent(database)
    touched(database.connect_as(a_person(database)), RAISE, claim, key, WHY)
    count = "SELECT count(*) FROM ml_engine_dispute"

    def sees(**who: Any) -> int:
        found: int = ask(database.connect_as(a_person(database, **who)), count)[0][0]
        return found

    assert (sees(), sees(region="south"), sees(region="south", analyst=True)) == (1, 0, 1)


def test_the_numbers_of_disputed_claims_are_for_analysts(database: Database):
    claim, key = a_named_precedent(database)
    touched(database.connect_as(a_person(database)), RAISE, claim, key, WHY)
    numbers = "SELECT * FROM disputed_numbers()"

    assert ask(database.connect_as(a_person(database)), numbers) == []
    assert len(ask(database.connect_as(a_person(database, analyst=True)), numbers)) == 1
