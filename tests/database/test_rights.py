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
