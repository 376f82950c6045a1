"""The first administrator: made once, on an empty installation, with a password for a day."""

import pytest

from app.errors import Invalid, Refused
from app.tokens.founding import found
from app.tokens.passwords import Passwords
from tests.factories import a_person
from tests.server import Database
from tests.token_service import QUICK

CHEAP = Passwords(QUICK)


def begin(database: Database, username: str = "ruth") -> str:
    return found(database.owner_dsn, username=username, full_name="Ruth Adeyemi", passwords=CHEAP)


def test_the_first_administrator_is_made_with_a_temporary_password(database: Database):
    password = begin(database)

    ((role, name, stored, temporary),) = database.run(
        "SELECT role, full_name, hash, temporary_until > now() + interval '23 hours'"
        " FROM auth_user JOIN auth.password ON user_id = id"
    )
    assert (role, name, temporary) == ("admin", "Ruth Adeyemi", True)
    assert CHEAP.verify(stored, password)


def test_a_second_one_is_refused(database: Database):
    begin(database)

    with pytest.raises(Refused, match="has people already"):
        begin(database, "leo")

    assert database.value("SELECT count(*) FROM auth_user") == 1


def test_anybody_at_all_is_enough_to_refuse(database: Database):
    a_person(database, "user")

    with pytest.raises(Refused):
        begin(database)


@pytest.mark.parametrize("username", ["", "R", "ruth adeyemi", "Ruth", "-ruth", "r" * 41])
def test_a_name_that_breaks_the_rule_is_told_before_anything_is_written(
    database: Database, username: str
):
    with pytest.raises(Invalid, match="small letters"):
        begin(database, username)

    assert database.value("SELECT count(*) FROM auth_user") == 0
