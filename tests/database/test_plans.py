"""How the queue is found among many settled claims: by index, each context function once."""

import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from app.access import Identity
from tests.factories import a_person
from tests.server import Database, ask

MANY = """
    INSERT INTO claims_claim (policy_number, claim_type, loss_date, status, region, ml_score,
                              submission_date, assigned_to, user_id, facts)
    SELECT 'POL-' || n, (ARRAY['motor', 'property', 'health', 'travel'])[1 + n %% 4],
           '2026-01-01', CASE WHEN n %% 20 = 0 THEN 'triaged' ELSE 'settled' END,
           CASE n %% 40 WHEN 0 THEN 'north' ELSE 'region ' || n %% 40 END,
           n * 7919 %% 10000 / 100.0, now() - make_interval(mins => n),
           CASE WHEN n %% 20 > 0 THEN (%s)[1 + n %% 30] END,
           CASE WHEN n %% 50 = 0 THEN %s END, jsonb_build_object('vin', 'V' || n)
    FROM generate_series(1, 20000) n
"""
CLAIMS = 20_000
QUEUE = """
    EXPLAIN (COSTS OFF) SELECT id, claim_number, ml_score FROM claims_claim
    WHERE {} ORDER BY ml_score DESC, id DESC LIMIT 200
"""


@pytest.fixture(scope="module")
def staff(shared_database: Database) -> Connection:
    colleagues = [a_person(shared_database).id for _ in range(30)]
    shared_database.run(MANY, colleagues, a_person(shared_database, "user").id)
    shared_database.run("ANALYZE")
    ann: Identity = a_person(shared_database)
    return shared_database.connect_as(ann)


def plan_of(connection: Connection, statement: str) -> str:
    return "\n".join(line for (line,) in ask(connection, statement))


@pytest.mark.parametrize(
    "condition",
    [
        "status = 'triaged'",
        "status IN ('triaged', 'in_review') AND assigned_to IS NULL",
        "assigned_to = (SELECT app.me())",
        "id = 17",
        "true",
    ],
)
def test_a_page_of_the_queue_is_found_by_index_s21(staff: Connection, condition: str):
    plan = plan_of(staff, QUEUE.format(condition))

    assert "Seq Scan" not in plan
    assert "app." not in plan


def test_who_leads_no_desk_is_not_taken_to_see_all_of_a_large_region_s21(database: Database):
    colleagues = [a_person(database).id for _ in range(30)]
    in_two_regions = MANY.replace("'region ' || n %% 40", "'south'")
    database.run(in_two_regions, colleagues, a_person(database, "user").id)
    database.run("ANALYZE")
    ann = database.connect_as(a_person(database))

    ((told,),) = ask(ann, "EXPLAIN (FORMAT JSON) SELECT FROM claims_claim")

    assert told[0]["Plan"]["Plan Rows"] < CLAIMS / 4
