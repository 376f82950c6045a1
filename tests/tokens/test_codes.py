"""One-time codes: due for administrators, good once, set up at the first sign-in."""

import httpx
import pyotp
import pytest

from tests.token_service import PASSWORD, SECRET, code_of


def sign_in(client: httpx.Client, username: str, otp: str = ""):
    form = {"grant_type": "password", "username": username, "password": PASSWORD, "otp": otp}
    return client.post("/v1/token", data=form)


def otp(client: httpx.Client, token: str, code: str = ""):
    headers = {"Authorization": f"Bearer {token}"}
    return client.post("/v1/otp", data={"otp": code}, headers=headers)


def lease(client: httpx.Client, token: str) -> int:
    answer = client.post("/v1/lease", headers={"Authorization": f"Bearer {token}"})
    return answer.status_code


def test_an_administrator_needs_a_code_and_the_right_password_s09(client, person):
    person("ada", role="admin", secret=SECRET)

    without, with_code = sign_in(client, "ada"), sign_in(client, "ada", code_of())

    assert (without.status_code, without.json()["error"]) == (400, "otp_required")
    assert with_code.status_code == 200
    assert lease(client, with_code.json()["access_token"]) == 200


@pytest.mark.parametrize("step", [-1, 0, 1])
def test_clocks_may_differ_by_half_a_minute(client, person, step: int):
    person("ada", role="admin", secret=SECRET)

    answer = sign_in(client, "ada", code_of(step=step))

    assert answer.status_code == 200


@pytest.mark.parametrize("code", ["", "abc", "12345", "1234567", "½½½½½½", code_of(step=-9)])
def test_a_wrong_code_begins_nothing(client, person, ask, code: str):
    person("ada", role="admin", secret=SECRET)

    answer = sign_in(client, "ada", code)

    assert answer.status_code == 400
    assert answer.json()["error"] in {"invalid_otp", "otp_required"}
    assert ask("SELECT count(*) FROM auth.refresh_token") == [(0,)]


def test_a_code_is_good_once_and_so_is_every_earlier_one(client, person):
    person("ada", role="admin", secret=SECRET)
    used = code_of()

    answers = [sign_in(client, "ada", code) for code in (used, used, code_of(step=-1))]

    assert [answer.status_code for answer in answers] == [200, 400, 400]
    assert {answer.json()["error"] for answer in answers[1:]} == {"invalid_otp"}


def test_a_code_does_not_help_without_the_password(client, person):
    person("ada", role="admin", secret=SECRET)
    form = {"grant_type": "password", "username": "ada", "password": "wrong", "otp": code_of()}

    answer = client.post("/v1/token", data=form)

    assert answer.json()["error"] == "invalid_grant"
    assert sign_in(client, "ada", code_of()).status_code == 200


def test_the_first_sign_in_of_an_administrator_sets_codes_up(client, person):
    ada = person("ada", role="admin")
    first = sign_in(client, "ada").json()

    prepared = otp(client, first["enrolment_token"]).json()
    entered = otp(client, first["enrolment_token"], code_of(prepared["secret"]))

    told = entered.json()
    assert first["error"] == "otp_enrolment_required"
    assert pyotp.parse_uri(prepared["otpauth_uri"]).secret == prepared["secret"]
    assert told["user"] == {"id": ada, "username": "ada", "role": "admin"}
    assert lease(client, told["access_token"]) == 200
    assert sign_in(client, "ada").json()["error"] == "otp_required"


def test_an_enrolment_token_opens_nothing_else(client, person):
    person("ada", role="admin")
    token = sign_in(client, "ada").json()["enrolment_token"]
    headers = {"Authorization": f"Bearer {token}"}

    answers = [
        client.post("/v1/lease", headers=headers),
        client.get("/v1/users", headers=headers),
        client.get("/v1/sessions", headers=headers),
        client.post("/v1/password", headers=headers, data={"password": "x"}),
    ]

    assert {answer.status_code for answer in answers} == {401}


def test_an_enrolment_token_is_spent_once_codes_are_set_up(client, person):
    person("ada", role="admin")
    token = sign_in(client, "ada").json()["enrolment_token"]
    secret = otp(client, token).json()["secret"]
    otp(client, token, code_of(secret))

    again = otp(client, token), otp(client, token, code_of(secret, step=1))

    assert [answer.status_code for answer in again] == [401, 401]


def test_a_wrong_first_code_confirms_nothing(client, person, ask):
    person("ada", role="admin")
    token = sign_in(client, "ada").json()["enrolment_token"]
    otp(client, token)

    answer = otp(client, token, "000000")

    assert answer.json()["error"] == "invalid_otp"
    assert ask("SELECT secret FROM auth.otp") == [(None,)]


def test_staff_may_set_codes_up_and_then_need_them(client, signed_in):
    token = signed_in("wilma")["access_token"]
    secret = otp(client, token).json()["secret"]

    confirmed = otp(client, token, code_of(secret)).json()

    assert confirmed == {"confirmed": True}
    assert sign_in(client, "wilma").json()["error"] == "otp_required"
    assert sign_in(client, "wilma", code_of(secret, step=1)).status_code == 200


def test_an_app_is_replaced_only_by_a_session_that_showed_a_code_lately(client, signed_in, ask):
    token = signed_in("ada", role="admin")["access_token"]
    ask("UPDATE auth.refresh_token SET otp_at = now() - interval '6 minutes'")

    stale = otp(client, token)
    otp(client, token, code_of(step=1))
    fresh = otp(client, token)

    assert (stale.status_code, stale.json()["error"]) == (403, "otp_required")
    assert fresh.status_code == 200


def test_an_app_that_is_being_replaced_works_until_the_new_one_is_confirmed(client, signed_in, ask):
    token = signed_in("ada", role="admin")["access_token"]
    otp(client, token)

    answer = sign_in(client, "ada", code_of(step=1))

    assert answer.status_code == 200


def test_someone_made_administrator_must_sign_in_anew_with_a_code(client, signed_in, ask):
    first = signed_in("wilma")
    ask("UPDATE auth_user SET role = 'admin' WHERE username = 'wilma'")
    form = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}

    refused = lease(client, first["access_token"]), client.post("/v1/token", data=form).status_code

    assert refused == (401, 400)
    assert sign_in(client, "wilma").json()["error"] == "otp_enrolment_required"


def test_no_answer_and_no_log_line_repeats_a_secret_s34(client, person, caplog):
    caplog.set_level("DEBUG", logger="app")
    person("ada", role="admin", secret=SECRET)
    code = code_of()

    told = sign_in(client, "ada", code)

    assert SECRET not in told.text
    assert SECRET not in caplog.text
    assert code not in caplog.text.replace("2026", "")


def test_a_right_code_shown_again_is_refused_and_locks_nobody_out(client, person):
    person("ada", role="admin", secret=SECRET)
    used = code_of()
    sign_in(client, "ada", used)

    again = [sign_in(client, "ada", used).json()["error"] for _ in range(8)]
    wrong = [sign_in(client, "ada", code_of(step=-9)).status_code for _ in range(6)]

    assert again == ["invalid_otp"] * 8
    assert wrong == [400] * 5 + [429]


def test_a_code_that_was_used_is_answered_like_a_wrong_one(client, person):
    person("ada", role="admin", secret=SECRET)
    used = code_of()
    sign_in(client, "ada", used)

    answers = [sign_in(client, "ada", code) for code in (used, code_of(step=-9))]

    assert answers[0].status_code == answers[1].status_code
    assert answers[0].content == answers[1].content
