"""What is done to accounts stands in a history of its own: in the same transaction, by whom."""

from typing import Any

import httpx
import psycopg2
import pytest
from sqlalchemy import Engine

from app.access import Identity
from app.services.audit import AuditService
from tests.server import Database
from tests.token_service import PASSWORD, SECRET, code_of

NEW = {"username": "newton", "full_name": "Nora Newton", "role": "staff", "region": "north"}


@pytest.fixture
def told(ask):
    """Read what has been told since the test began, oldest first."""
    [[last]] = ask("SELECT coalesce(max(seq), 0) FROM person_event")

    def read() -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = ask(
            "SELECT kind, actor_id, person_id, detail FROM person_event WHERE seq > %s"
            " ORDER BY seq",
            last,
        )
        return rows

    return read


@pytest.fixture
def call(client: httpx.Client):
    def ask_for(method: str, path: str, tokens: dict[str, Any], **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        return client.request(method, path, headers=headers, **more)

    return ask_for


@pytest.fixture
def ada(signed_in) -> dict[str, Any]:
    signed: dict[str, Any] = signed_in("ada", role="admin")
    return signed


def number(tokens: dict[str, Any]) -> int:
    person: int = tokens["user"]["id"]
    return person


def test_a_new_person_is_told_with_what_was_entered_and_no_secret(call, ada, told):
    made = call("POST", "/v1/users", ada, json=NEW).json()

    [(kind, actor, person, detail)] = told()
    assert (kind, actor, person) == ("added", number(ada), made["id"])
    assert detail["role"] == "staff"
    assert detail["full_name"] == "Nora Newton"
    assert made["password"] not in str(detail)


def test_a_change_tells_from_what_to_what_and_of_nothing_else(call, ada, person, told):
    wilma = person("wilma")

    for _ in range(2):
        call("PATCH", f"/v1/users/{wilma}", ada, json={"authority_limit": "9000.00"})

    [(kind, actor, whom, detail)] = told()
    assert (kind, actor, whom) == ("changed", number(ada), wilma)
    assert detail == {"authority_limit": {"from": 5000.0, "to": 9000.0}}


@pytest.mark.parametrize(("on", "kinds"), [(False, ["disabled"]), (True, ["disabled", "enabled"])])
def test_a_closed_or_opened_account_is_told(call, ada, person, told, on: bool, kinds: list[str]):
    wilma = person("wilma")

    for wanted in {False, on}:
        call("PATCH", f"/v1/users/{wilma}", ada, json={"is_active": wanted})

    assert [(kind, whom) for kind, _, whom, _ in told()] == [(kind, wilma) for kind in kinds]


def test_a_refused_change_is_not_told(call, ada, told):
    call("PATCH", f"/v1/users/{number(ada)}", ada, json={"is_active": False})
    call("POST", f"/v1/users/{number(ada)}/reset", ada)
    call("POST", "/v1/users", ada, json={**NEW, "username": "ada"})

    assert told() == []


def test_a_reset_is_told(call, ada, person, told):
    wilma = person("wilma")

    call("POST", f"/v1/users/{wilma}/reset", ada)

    assert told() == [("reset", number(ada), wilma, {})]


def test_a_session_that_somebody_ends_is_told_once(call, ada, signed_in, ask, told):
    fred = signed_in("fred")
    [[family]] = ask("SELECT family FROM auth.refresh_token WHERE user_id = %s", number(fred))

    codes = [call("DELETE", f"/v1/sessions/{family}", ada).status_code for _ in range(2)]

    assert codes == [200, 404]
    assert told() == [("session_ended", number(ada), number(fred), {})]


def test_the_own_password_and_codes_are_told(client, call, signed_in, told):
    fred = signed_in("fred")
    who = number(fred)
    secret = call("POST", "/v1/otp", fred).json()["secret"]

    call("POST", "/v1/otp", fred, data={"otp": code_of(secret)})
    call("POST", "/v1/password", fred, data={"password": PASSWORD, "new_password": "one two three"})

    assert told() == [("codes", who, who, {}), ("password", who, who, {})]


def test_a_refresh_token_that_comes_twice_is_told_once(client, signed_in, told):
    fred = signed_in("fred")
    form = {"grant_type": "refresh_token", "refresh_token": fred["refresh_token"]}

    for _ in range(3):
        client.post("/v1/token", data=form)

    assert told() == [("reused", None, number(fred), {})]


def test_the_token_service_writes_no_history_by_itself(tokens_engine: Engine, person):
    wilma = person("wilma", secret=SECRET)
    statements = (
        f"INSERT INTO person_event (kind, person_id) VALUES ('reset', {wilma})",
        "DELETE FROM person_event",
        f"SELECT auth.tell_of_person({wilma}, 'reset', {wilma}, NULL)",
        f"SELECT auth.end_sessions({wilma})",
        f"SELECT auth.reset_person(gen_random_uuid(), {wilma}, 'x', 1)",
    )
    refused = []
    for statement in statements:
        raw = tokens_engine.raw_connection()
        try:
            raw.cursor().execute(statement)
        except psycopg2.Error as error:
            refused.append(error.pgcode)
        finally:
            raw.rollback()
            raw.close()

    assert refused == ["42501", "42501", "42501", "42501", "PN001"]


def test_the_chain_of_what_was_told_holds(shared_database: Database, call, ada, person):
    wilma = person("wilma")
    for region in ("south", "east", "west"):
        call("PATCH", f"/v1/users/{wilma}", ada, json={"region": region})

    report = AuditService(shared_database.owner_sessions(), Identity.system()).verify()

    assert report.faults == ()
    assert report.events >= 3
