"""Search for words: by index whoever asks, and only among the claims one may see."""

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from tests.database.desk import VISIBLE, Desk
from tests.factories import a_claim, a_party
from tests.server import Database, ask

SEARCH = "SELECT * FROM search_claims(%s)"
MATCH = (
    "EXPLAIN (COSTS OFF) SELECT id FROM claims_claim WHERE to_tsvector('simple',"
    " coalesce(description, '')) @@ websearch_to_tsquery('simple', 'quayside')"
)
MANY = """
    INSERT INTO claims_claim (policy_number, claim_type, loss_date, description)
    SELECT 'POL-' || n, 'motor', '2026-01-01', 'a loss like others, number ' || n
    FROM generate_series(1, 5000) n
"""


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    made = Desk(shared_database)
    words = "A crane fell on the quayside wall."
    shared_database.run("UPDATE claims_claim SET description = %s", words)
    shared_database.run(MANY)
    shared_database.run("ANALYZE claims_claim")
    return made


def found(connection: Connection, words: str) -> list[int]:
    return [claim for (claim,) in ask(connection, SEARCH, words)]


@pytest.mark.parametrize("who", ["adjuster", "investigator", "lead", "admin"])
def test_words_are_found_among_visible_claims_only_s22(desk: Desk, who: str):
    claims = found(desk.connections[who], "quayside crane")

    assert claims == sorted((desk[relation] for relation in VISIBLE[who]), reverse=True)


def test_a_user_searches_nothing_s22(desk: Desk):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        found(desk.connections["user"], "quayside")


def test_names_of_parties_are_found_s22(desk: Desk):
    claim = a_claim(desk.database)
    a_party(desk.database, claim, kind="claimant", name="Zebedee Ångström")

    assert found(desk.connections["adjuster"], "ångström") == [claim]


def test_a_search_of_an_expired_session_finds_nothing_s22(desk: Desk):
    database, lead = desk.database, desk.people["lead"]
    connection = database.connect_as(lead)
    role = database.role_of(lead)
    expire = "UPDATE auth.db_session SET expires_at = now() - interval '1 s' WHERE role_name = %s"

    database.run(expire, role)

    assert found(connection, "quayside") == []
    database.lease_as(lead)


def test_the_function_matches_by_index_where_the_policies_keep_staff_from_it_s22(desk: Desk):
    def plan(connection: Connection, before: str = "") -> str:
        return "\n".join(line for (line,) in ask(connection, before + MATCH))

    rules = "SET ROLE claims_rules; "

    assert "ix_claims_claim_text" in plan(desk.database.connect_owner(), rules)
    assert "ix_claims_claim_text" not in plan(desk.connections["adjuster"])


def test_a_search_gives_the_newest_and_not_more_than_asked_s22(desk: Desk):
    admin = desk.connections["admin"]

    some = ask(admin, "SELECT * FROM search_claims('quayside', 2)")

    assert [claim for (claim,) in some] == found(admin, "quayside")[:2]


@pytest.mark.parametrize("words", ["", "'", '"', "-", "a & | b !", "x" * 10_000])
def test_no_words_are_too_odd_to_be_searched_for_s22(desk: Desk, words: str):
    assert found(desk.connections["admin"], words) == []
