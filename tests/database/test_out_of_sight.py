"""No table and no function reaches a claim out of sight; read from the catalog, not from a list."""

from collections.abc import Iterator
from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from psycopg2.extras import Json

from app import database
from tests.database.desk import Desk
from tests.database.test_documents import a_document
from tests.factories import a_letter, an_entry
from tests.server import Database, ask

DENIED = {"42501", database.NOT_ALLOWED, database.REFUSED, database.CODE_NEEDED}
CALLABLE = """
    SELECT p.oid::regprocedure::text, p.proname, coalesce(p.proargnames, '{}'),
           ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes::oid[]) AS t)
    FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND has_function_privilege('claims_' || %s, p.oid, 'EXECUTE')
    ORDER BY 1
"""
WITH_CLAIM = """
    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'claim_id'
    ORDER BY 1
"""
BY_TYPE: dict[str, Any] = {
    "integer": 1,
    "bigint": 2**20,
    "numeric": 1,
    "text": "motor",
    "text[]": ["motor"],
    "integer[]": [1],
    "boolean": True,
    "double precision": 0.5,
    "uuid": "5f1c9c9e-8a54-4c55-9d32-2a1f7a1e7c11",
    "jsonb": Json({"not_scorable": "x"}),
    "bytea": b"x",
    "bytea[]": [],
}
ROLES = {"user": "user", "adjuster": "staff", "admin": "admin"}


class Hidden(Desk):
    """A desk, and a claim out of its sight with something of everything."""

    def __init__(self, made: Database) -> None:
        super().__init__(made)
        self.claim = claim = self["elsewhere"]
        lead = self.people["lead"].id
        a_document(made, claim)
        an_entry(made, claim, amount=10)
        a_letter(made, claim)
        for statement in (
            "INSERT INTO claims_task (claim_id, title, made_by) VALUES (%s, 'Call', %s)",
            "INSERT INTO claims_tag (claim_id, tag, set_by) VALUES (%s, 'flood', %s)",
            "INSERT INTO claims_presence (claim_id, user_id) VALUES (%s, %s)",
            (
                "INSERT INTO claims_diary (claim_id, until, reason, set_by)"
                " VALUES (%s, current_date + 9, 'x', %s)"
            ),
            "INSERT INTO claims_event (claim_id, actor_id, kind) VALUES (%s, %s, 'note')",
        ):
            made.run(statement, claim, lead)
        self.task = made.value("SELECT id FROM claims_task WHERE claim_id = %s", claim)
        self.tables = [table for (table,) in made.run(WITH_CLAIM)]

    def state(self) -> list[Any]:
        """Return the claim and all that hangs on it."""
        rows = "SELECT coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') FROM {} t"
        return [
            self.database.value(f"{rows} WHERE id = %s".format("claims_claim"), self.claim),
            *(
                self.database.value(f"{rows} WHERE claim_id = %s".format(table), self.claim)
                for table in self.tables
            ),
        ]

    def calls(self, role: str) -> Iterator[tuple[str, list[Any]]]:
        """Yield a call of every function the role may execute, aimed at the claim."""
        named = {"p_claim": self.claim, "p_beside": self.claim, "p_task": self.task}
        for signature, name, names, types in self.database.run(CALLABLE, role):
            given = [
                named.get(parameter, _value(kind))
                for parameter, kind in zip(names[: len(types)], types, strict=True)
            ]
            marks = ", ".join(f"%s::{kind}" for kind in types)
            assert signature.startswith(name)
            yield f"SELECT t::text FROM {name}({marks}) AS t", given


def _value(kind: str) -> Any:
    return "2026-12-24" if kind == "date" else BY_TYPE.get(kind)


@pytest.fixture
def hidden(database: Database) -> Hidden:
    return Hidden(database)


def answers(connection: Connection, call: str, given: list[Any]) -> list[tuple[Any, ...]]:
    """Return what a call answers: nothing when it is refused, as it has to be."""
    try:
        return ask(connection, call, *given)
    except psycopg2.Error as refusal:
        # A value that makes no sense is refused as well.
        state = refusal.pgcode or ""
        if state not in DENIED and state[:2] not in {"22", "23"}:
            raise
        return []


@pytest.mark.parametrize("person", ["user", "adjuster"])
def test_no_function_touches_or_tells_of_a_claim_out_of_sight_s17(hidden: Hidden, person: str):
    connection, before = hidden.connections[person], hidden.state()
    numbers = "SELECT claim_number, policy_number FROM claims_claim WHERE id = %s"
    ((number, _),) = hidden.database.run(numbers, hidden.claim)
    calls = list(hidden.calls(ROLES[person]))

    told = {call: answers(connection, call, given) for call, given in calls}

    assert len(calls) >= (3 if person == "user" else 30)
    assert [call for call, rows in told.items() if number in str(rows)] == []
    assert hidden.state() == before


@pytest.mark.parametrize("person", list(ROLES))
def test_no_function_does_anything_for_an_expired_lease_s19(hidden: Hidden, person: str):
    connection = hidden.connections[person]
    calls = list(hidden.calls(ROLES[person]))
    hidden.database.run("UPDATE auth.db_session SET expires_at = now()")
    before = hidden.state()

    told = {call: answers(connection, call, given) for call, given in calls}

    empty = {None, "", "f", "0", "()"}
    assert {call: rows for call, rows in told.items() if {value for (value,) in rows} - empty} == {}
    assert hidden.state() == before


@pytest.mark.parametrize("person", list(ROLES))
def test_what_hangs_on_a_claim_is_seen_with_the_claim_alone_s17(hidden: Hidden, person: str):
    connection = hidden.connections[person]
    visible = {claim for (claim,) in ask(connection, "SELECT id FROM claims_claim")}

    seen: dict[str, set[int]] = {}
    for table in hidden.tables:
        if hidden.database.value(
            "SELECT has_column_privilege('claims_' || %s, %s, 'claim_id', 'SELECT')",
            ROLES[person],
            table,
        ):
            rows = ask(connection, f"SELECT DISTINCT claim_id FROM {table}")
            seen[table] = {claim for (claim,) in rows}

    assert {"claims_document", "claims_event"} <= seen.keys()
    assert {table: claims - visible for table, claims in seen.items() if claims - visible} == {}


def test_tables_are_written_directly_only_where_a_policy_expects_it_s17(hidden: Hidden):
    held = """
        SELECT role, c.oid::regclass::text, string_agg(kind, ' ' ORDER BY kind)
        FROM pg_class c, unnest(ARRAY['user', 'staff', 'admin']) AS role,
             unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS kind
        WHERE c.relkind IN ('r', 'p', 'v') AND c.relnamespace = 'public'::regnamespace
          AND CASE WHEN kind IN ('INSERT', 'UPDATE')
                   THEN has_any_column_privilege('claims_' || role, c.oid, kind)
                   ELSE has_table_privilege('claims_' || role, c.oid, kind) END
        GROUP BY 1, 2
    """

    rights = {(role, table): kinds for role, table, kinds in hidden.database.run(held)}

    unguarded = {
        table
        for _, table in rights
        if not hidden.database.value(
            "SELECT EXISTS (SELECT FROM pg_policy WHERE polrelid = %s::regclass"
            " AND polcmd IN ('a', 'w', '*') AND NOT 'claims_rules'::regrole = ANY (polroles))",
            table,
        )
    }
    assert set(rights.values()) <= {"INSERT", "INSERT UPDATE"}
    assert unguarded <= {"claims_stage"}
    assert {table for role, table in rights if role == "user"} == {
        "claims_claim",
        "claims_opening",
        "claims_party",
        "claims_upload",
    }
