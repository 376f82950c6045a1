"""Own sessions: listed, ended one by one, and all but one when the password changes."""

import uuid
from typing import Any

import httpx
import psycopg2
import pytest
from argon2 import PasswordHasher

from tests.token_service import PASSWORD

BETTER = "eight red bottles"


def call(client: httpx.Client, method: str, path: str, tokens: dict[str, Any], **more: Any):
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    return client.request(method, path, headers=headers, **more)


def listed(client: httpx.Client, tokens: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    answer = call(client, "GET", "/v1/sessions", tokens, **more)
    found: list[dict[str, Any]] = answer.json()["sessions"]
    return found


def sign_in(client: httpx.Client, password: str) -> int:
    form = {"grant_type": "password", "username": "wilma", "password": password}
    return client.post("/v1/token", data=form).status_code


def test_a_person_sees_the_own_living_sessions_and_which_one_asks(client, signed_in):
    signed_in("fred")
    first, second = signed_in("wilma", device="desk"), signed_in("wilma", device="laptop")
    form = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    client.post("/v1/token", data=form)
    ended = signed_in("wilma", device="lost")
    client.post("/v1/revoke", data={"token": ended["refresh_token"]})

    found = listed(client, second)

    assert [(one["device"], one["current"]) for one in found] == [("desk", False), ("laptop", True)]
    assert {"id", "started_at", "last_used_at", "expires_at"} < found[0].keys()
    assert second["refresh_token"] not in str(found)


def test_ending_a_session_ends_its_logins_and_no_other_session(client, signed_in, connect):
    first, second = signed_in("wilma", device="desk"), signed_in("wilma", device="laptop")
    connection = connect(call(client, "POST", "/v1/lease", first).json())
    [target] = [one["id"] for one in listed(client, second) if one["device"] == "desk"]

    answer = call(client, "DELETE", f"/v1/sessions/{target}", second)

    assert answer.status_code == 200
    with pytest.raises(psycopg2.OperationalError):
        connection.cursor().execute("SELECT 1")
    assert call(client, "POST", "/v1/lease", first).status_code == 401
    assert [one["device"] for one in listed(client, second)] == ["laptop"]


def test_the_sessions_of_others_are_nobodys_business(client, signed_in, ask):
    wilma, fred = signed_in("wilma"), signed_in("fred")
    [[target]] = ask("SELECT family FROM auth.refresh_token WHERE user_id = %s", fred["user"]["id"])

    foreign = call(client, "DELETE", f"/v1/sessions/{target}", wilma)
    absent = call(client, "DELETE", f"/v1/sessions/{uuid.uuid4()}", wilma)
    asked = call(client, "GET", "/v1/sessions", wilma, params={"user": fred["user"]["id"]})

    assert foreign.status_code == absent.status_code == 404
    assert foreign.content == absent.content
    assert asked.status_code == 403
    assert call(client, "POST", "/v1/lease", fred).status_code == 200


def test_an_administrator_lists_and_ends_the_sessions_of_others(client, signed_in):
    ada, fred = signed_in("ada", role="admin"), signed_in("fred")
    [found] = listed(client, ada, params={"user": fred["user"]["id"]})

    answer = call(client, "DELETE", f"/v1/sessions/{found['id']}", ada)

    assert answer.status_code == 200
    assert call(client, "POST", "/v1/lease", fred).status_code == 401


@pytest.mark.parametrize("target", ["x", "0", "{}", "..", "%00", "é"])
def test_a_session_that_cannot_be_is_not_there(client, signed_in, target: str):
    answer = call(client, "DELETE", f"/v1/sessions/{target}", signed_in("wilma"))

    assert answer.status_code in {404, 405}


def test_a_changed_password_replaces_the_old_one_and_ends_the_other_sessions(client, signed_in):
    first, second = signed_in("wilma"), signed_in("wilma")

    answer = call(
        client,
        "POST",
        "/v1/password",
        second,
        data={"password": PASSWORD, "new_password": BETTER},
    )

    assert answer.status_code == 200
    assert (sign_in(client, PASSWORD), sign_in(client, BETTER)) == (400, 200)
    assert call(client, "POST", "/v1/lease", first).status_code == 401
    assert call(client, "POST", "/v1/lease", second).status_code == 200


def test_a_temporary_password_that_was_changed_stays(client, signed_in, ask):
    tokens = signed_in("wilma")
    ask("UPDATE auth.password SET temporary_until = now() + interval '1 hour'")

    call(
        client,
        "POST",
        "/v1/password",
        tokens,
        data={"password": PASSWORD, "new_password": BETTER},
    )

    assert ask("SELECT temporary_until FROM auth.password") == [(None,)]


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        ("short", "12 to 256 characters"),
        ("x" * 257, "12 to 256 characters"),
        ("Wilma is at work", "does not contain the user name"),
    ],
)
def test_a_poor_password_is_refused_with_the_rule(client, signed_in, new: str, rule: str):
    tokens = signed_in("wilma")

    answer = call(
        client, "POST", "/v1/password", tokens, data={"password": PASSWORD, "new_password": new}
    )

    assert answer.status_code == 400
    assert rule in answer.json()["error_description"]
    assert sign_in(client, PASSWORD) == 200


def test_guessing_the_own_password_at_an_open_desk_locks_the_account(client, signed_in):
    tokens = signed_in("wilma")
    guess = {"password": "a guess", "new_password": BETTER}

    answers = [call(client, "POST", "/v1/password", tokens, data=guess) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [400] * 5 + [429]
    assert sign_in(client, PASSWORD) == 429


def unlock(client: httpx.Client, tokens: dict[str, Any], password: str) -> httpx.Response:
    answer: httpx.Response = call(client, "POST", "/v1/unlock", tokens, data={"password": password})
    return answer


def test_the_own_password_unlocks_and_changes_nothing(client, signed_in, ask):
    tokens = signed_in("wilma")

    answer = unlock(client, tokens, PASSWORD)

    assert (answer.status_code, answer.json()) == (200, {})
    assert len(listed(client, tokens)) == 1
    assert ask("SELECT failures FROM auth.attempt") == [(0,)]


def test_guessing_at_a_locked_desktop_is_locked_out_like_guessing_at_the_sign_in_s02(
    client, signed_in
):
    tokens = signed_in("wilma")

    guesses = [unlock(client, tokens, "wrong") for _ in range(5)]
    answers = unlock(client, tokens, PASSWORD), sign_in(client, PASSWORD)

    assert {guess.status_code for guess in guesses} == {400}
    assert guesses[0].json()["error_description"] == "This is not your password. Try again."
    assert (answers[0].status_code, answers[1]) == (429, 429)


def test_nobody_elses_password_unlocks(client, signed_in, person):
    person("fred", hashed=PasswordHasher(time_cost=1, memory_cost=64).hash(BETTER))

    assert unlock(client, signed_in("wilma"), BETTER).status_code == 400
