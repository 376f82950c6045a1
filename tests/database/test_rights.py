"""What the token service and the owner of the tables cannot do, for all their rights."""

import psycopg2
import pytest

from tests.factories import a_claim
from tests.server import Database, ask


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE ROLE evil",
        "SELECT count(*) FROM claims_claim",
        "GRANT claims_admin TO claims_tokens",
        "SET ROLE claims_leaser",
        "UPDATE auth_user SET role = 'admin'",
        (
            "INSERT INTO auth.db_session (role_name, user_id, family, expires_at)"
            " VALUES ('claims_tokens', 1, gen_random_uuid(), 'infinity')"
        ),
    ],
)
def test_the_token_service_has_no_way_around_the_lease_s17(
    shared_database: Database, statement: str
):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(shared_database.connect_tokens(), statement)


def test_the_owner_role_itself_is_held_by_the_policies(shared_database: Database):
    a_claim(shared_database)

    seen = shared_database.run("SET ROLE claims_owner; SELECT count(*) FROM claims_claim")

    assert seen == [(0,)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims_claim SET ml_score = 0",
        "UPDATE claims_claim SET assigned_to = 1",
        "INSERT INTO claims_event (claim_id, kind) VALUES (1, 'edited')",
        "UPDATE claims_event SET actor_id = NULL",
        (
            "INSERT INTO claims_money (claim_id, kind, coverage, amount, reason)"
            " VALUES (1, 'payment', 'x', 1, 'x')"
        ),
        "UPDATE ml_engine_score SET verified = true",
        "UPDATE ml_engine_judge SET model_id = 1",
        "SELECT activate_model(1)",
        "SELECT confirm_model(1)",
        "SELECT hash FROM auth.password",
        "SELECT * FROM auth.refresh_token",
        "SELECT * FROM auth.secret",
        "SELECT * FROM auth_user",
        "SELECT auth.lease(1, 'd_00000000000000000000', 'x', '1 hour', gen_random_uuid())",
        "SELECT finish_upload(gen_random_uuid(), 1, 'x')",
        "SET ROLE claims_rules",
        "SET ROLE claims_admin",
        "CREATE ROLE evil",
        "CREATE TABLE public.t (a int)",
    ],
)
def test_the_worker_decides_nothing_and_knows_no_secret_s17(
    shared_database: Database, statement: str
):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(shared_database.connect_worker(), statement)


def test_the_worker_moves_no_claim_but_one_that_waited_long_enough_s17(database: Database):
    waiting = a_claim(database, "pending_info", hold_until="2099-01-01")
    a_claim(database, "in_review")
    worker = database.connect_worker()

    with pytest.raises(psycopg2.Error):
        ask(worker, "UPDATE claims_claim SET status = 'in_review' WHERE id = %s", waiting)
    with pytest.raises(psycopg2.Error):
        ask(worker, "UPDATE claims_claim SET status = 'denied'")

    assert database.run("SELECT DISTINCT status FROM claims_claim ORDER BY 1") == [
        ("in_review",),
        ("pending_info",),
    ]
