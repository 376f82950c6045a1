"""People: only an administrator with a fresh code changes them, and sessions follow at once."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import psycopg2
import pytest

from tests.token_service import PASSWORD, code_of

Call = Callable[..., httpx.Response]
NEW = {
    "username": "newton",
    "full_name": "Nora Newton",
    "role": "staff",
    "region": "north",
    "lines": ["motor", "travel"],
    "authority_limit": "5000.00",
    "siu": True,
}


@pytest.fixture
def call(client: httpx.Client) -> Call:
    """Ask for something with an access token."""

    def ask_for(method: str, path: str, tokens: dict[str, Any], **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {tokens['access_token']}", **tokens.get("headers", {})}
        return client.request(method, path, headers=headers, **more)

    return ask_for


@pytest.fixture
def ada(signed_in) -> dict[str, Any]:
    told: dict[str, Any] = signed_in("ada", role="admin")
    return told


def sign_in(client: httpx.Client, username: str, password: str = PASSWORD) -> httpx.Response:
    form = {"grant_type": "password", "username": username, "password": password}
    return client.post("/v1/token", data=form)


def age_codes(ask) -> None:
    ask("UPDATE auth.refresh_token SET otp_at = now() - interval '301 seconds'")


CHANGES = [
    ("POST", "/v1/users", NEW),
    ("PATCH", "/v1/users/{person}", {"full_name": "Another"}),
    ("POST", "/v1/users/{person}/reset", {}),
    ("DELETE", "/v1/sessions/{session}", None),
]


@pytest.fixture
def attempt(call: Call, signed_in, ask) -> Call:
    """Try one of the changes on somebody else."""
    fred = signed_in("fred")
    [[session]] = ask(
        "SELECT family FROM auth.refresh_token WHERE user_id = %s", fred["user"]["id"]
    )

    def make(tokens: dict[str, Any], method: str, path: str, body: Any) -> httpx.Response:
        place = path.format(person=fred["user"]["id"], session=session)
        return call(method, place, tokens, json=body)

    return make


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change[0]} {change[1]}")
def test_a_change_needs_a_code_of_the_last_five_minutes_s09(attempt, call, ada, ask, change):
    age_codes(ask)

    stale = attempt(ada, *change)
    shown = call("POST", "/v1/otp", ada, data={"otp": code_of(step=1)})
    fresh = attempt(ada, *change)

    assert (stale.status_code, stale.json()["error"]) == (403, "otp_required")
    assert shown.json() == {"confirmed": False}
    assert fresh.status_code == 200


@pytest.mark.parametrize("role", ["user", "staff"])
@pytest.mark.parametrize("change", CHANGES[:3], ids=lambda change: f"{change[0]} {change[1]}")
def test_nobody_but_an_administrator_changes_people(attempt, signed_in, change, role: str):
    someone = signed_in("wilma", role=role)

    answer = attempt(someone, *change)

    assert (answer.status_code, answer.json()["error"]) == (403, "insufficient_scope")


def test_nobody_but_an_administrator_lists_people(call, signed_in):
    assert call("GET", "/v1/users", signed_in("wilma")).status_code == 403


def test_the_list_names_everybody_and_no_secret(call, ada, person, ask):
    person("wilma")
    age_codes(ask)

    answer = call("GET", "/v1/users", ada)

    users = {user["username"]: user for user in answer.json()["users"]}
    assert set(users) == {"ada", "wilma"}
    assert (users["ada"]["one_time_codes"], users["wilma"]["one_time_codes"]) == (True, False)
    assert users["wilma"]["authority_limit"] == "5000.00"
    assert "argon2" not in answer.text
    assert not {"hash", "secret", "pending"} & users["ada"].keys()


def test_a_new_person_gets_a_temporary_password_and_signs_in(call, client, ada, ask):
    made = call("POST", "/v1/users", ada, json=NEW).json()

    entered = sign_in(client, "newton", made["password"]).json()

    assert entered["user"] == {
        "id": made["id"],
        "username": "newton",
        "role": "staff",
        "temporary_password": True,
    }
    [row] = ask(
        "SELECT full_name, region, lines, authority_limit::text, siu, supervisor, is_active"
        " FROM auth_user WHERE username = 'newton'"
    )
    assert row == ("Nora Newton", "north", ["motor", "travel"], "5000.00", True, False, True)


def test_a_temporary_password_is_good_for_a_day(call, client, ada, ask):
    made = call("POST", "/v1/users", ada, json=NEW).json()
    ask("UPDATE auth.password SET temporary_until = now() WHERE temporary_until IS NOT NULL")

    late = sign_in(client, "newton", made["password"])

    assert (late.status_code, late.json()["error"]) == (400, "invalid_grant")


def test_a_user_name_belongs_to_one_person(call, ada):
    call("POST", "/v1/users", ada, json=NEW)

    again = call("POST", "/v1/users", ada, json=NEW)

    assert again.status_code == 409
    assert again.json()["error_description"] == "Somebody has this user name already."


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"username": "A B"}, "username"),
        ({"username": "x" * 60}, "username"),
        ({"full_name": ""}, "full_name"),
        ({"full_name": "a\0b"}, "full_name"),
        ({"full_name": "\ud800"}, "full_name"),
        ({"role": "system"}, "role"),
        ({"role": "root"}, "role"),
        ({"lines": ["marine"]}, "lines.0"),
        ({"lines": "motor"}, "lines"),
        ({"authority_limit": "-1"}, "authority_limit"),
        ({"authority_limit": "1e12"}, "authority_limit"),
        ({"authority_limit": "NaN"}, "authority_limit"),
        ({"siu": "maybe"}, "siu"),
        ({"id": 1}, "id"),
        ({"created_at": "2000-01-01"}, "created_at"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_written(call, ada, ask, wrong, field: str):
    body, kind = json.dumps(NEW | wrong), {"Content-Type": "application/json"}

    answer = call("POST", "/v1/users", ada | {"headers": kind}, content=body)

    assert answer.status_code == 400
    assert answer.json()["error_description"] == f"Correct the field {field}."
    assert ask("SELECT count(*) FROM auth_user") == [(1,)]


def test_a_change_touches_only_what_it_names(call, ada, person, ask):
    wilma = person("wilma")
    before = ask("SELECT to_jsonb(u) - 'region' FROM auth_user u WHERE id = %s", wilma)

    answer = call("PATCH", f"/v1/users/{wilma}", ada, json={"region": "south"})

    assert answer.status_code == 200
    assert ask("SELECT to_jsonb(u) - 'region' FROM auth_user u WHERE id = %s", wilma) == before
    assert ask("SELECT region FROM auth_user WHERE id = %s", wilma) == [("south",)]


@pytest.mark.parametrize("change", [{"username": "root"}, {"id": 5}, {"hash": "x"}, {"role": None}])
def test_what_may_not_be_changed_is_refused(call, ada, person, change):
    wilma = person("wilma")

    answer = call("PATCH", f"/v1/users/{wilma}", ada, json=change)

    assert answer.status_code == 400


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": "user"}])
def test_a_closed_account_or_a_new_role_ends_sessions_and_open_cursors_at_once_s08(
    client, call, ada, signed_in, connect, change
):
    wilma = signed_in("wilma")
    connection = connect(call("POST", "/v1/lease", wilma).json())
    cursor = connection.cursor("open")
    cursor.execute("SELECT generate_series(1, 100000)")
    cursor.fetchmany(10)

    call("PATCH", f"/v1/users/{wilma['user']['id']}", ada, json=change)

    with pytest.raises(psycopg2.OperationalError):
        cursor.fetchmany(90_000)
    form = {"grant_type": "refresh_token", "refresh_token": wilma["refresh_token"]}
    assert client.post("/v1/token", data=form).status_code == 400
    assert call("POST", "/v1/lease", wilma).status_code == 401


def test_another_region_ends_no_session(call, ada, signed_in):
    wilma = signed_in("wilma")

    call("PATCH", f"/v1/users/{wilma['user']['id']}", ada, json={"region": "south"})

    assert call("POST", "/v1/lease", wilma).status_code == 200


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": "staff"}])
def test_an_administrator_cannot_put_the_own_account_to_sleep(call, ada, change):
    answer = call("PATCH", f"/v1/users/{ada['user']['id']}", ada, json=change)

    assert answer.status_code == 409
    assert "another administrator" in answer.json()["error_description"]
    assert call("GET", "/v1/users", ada).status_code == 200


def test_two_administrators_cannot_put_each_other_to_sleep(call, ada, signed_in):
    eve = signed_in("eve", role="admin")

    first = call("PATCH", f"/v1/users/{eve['user']['id']}", ada, json={"is_active": False})
    second = call("PATCH", f"/v1/users/{ada['user']['id']}", eve, json={"is_active": False})

    assert (first.status_code, second.status_code) == (200, 401)


def test_a_reset_replaces_password_and_codes_and_ends_sessions_and_locks(
    client, call, ada, signed_in, ask
):
    eve = signed_in("eve", role="admin")
    for _ in range(6):
        sign_in(client, "eve", "wrong")

    told = call("POST", f"/v1/users/{eve['user']['id']}/reset", ada).json()

    assert call("POST", "/v1/lease", eve).status_code == 401
    assert sign_in(client, "eve").json()["error"] == "invalid_grant"
    assert sign_in(client, "eve", told["password"]).json()["error"] == "otp_enrolment_required"


def test_the_own_password_is_changed_not_reset(call, ada):
    answer = call("POST", f"/v1/users/{ada['user']['id']}/reset", ada)

    assert answer.status_code == 409


@pytest.mark.parametrize("target", ["0", "-1", "99999999999", "2147483648", "x", "1e3", "٣"])
@pytest.mark.parametrize(("method", "path"), [("PATCH", ""), ("POST", "/reset")])
def test_a_person_who_is_not_there_is_told_so(call, ada, target: str, method: str, path: str):
    answer = call(method, f"/v1/users/{target}{path}", ada, json={})

    assert answer.status_code == 404


def test_the_token_service_changes_nobody_without_an_administrators_session_s09(
    tokens_engine, signed_in, ask
):
    wilma = signed_in("wilma")["user"]["id"]
    [[family]] = ask("SELECT family FROM auth.refresh_token")
    statement = 'SELECT auth.change_person(%s, %s, \'{"role": "admin"}\')'

    raw = tokens_engine.raw_connection()
    with pytest.raises(psycopg2.Error, match="administrator with a fresh"):
        raw.cursor().execute(statement, (family, wilma))

    raw.rollback()
    raw.close()
