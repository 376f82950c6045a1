"""Signing in with a password: right or wrong, and nothing in between to learn from."""

import logging

import httpx
import pytest
from argon2 import PasswordHasher, Type
from argon2.low_level import verify_secret

from app.tokens.answers import TooMany
from app.tokens.passwords import Passwords
from tests.token_service import PASSWORD, QUICK


def sign_in(client: httpx.Client, username: str, password: str = PASSWORD, **more: str):
    form = {"grant_type": "password", "username": username, "password": password, **more}
    return client.post("/v1/token", data=form)


@pytest.fixture
def hashes(monkeypatch) -> list[str]:
    """Record the password of every hash that is really computed."""
    made: list[str] = []

    def counting(stored: bytes, password: bytes, kind: Type) -> bool:
        made.append(password.decode())
        return verify_secret(stored, password, kind)

    monkeypatch.setattr("argon2._password_hasher.verify_secret", counting)
    return made


def test_the_right_password_is_answered_with_tokens_and_the_person(client, person):
    wilma = person("wilma", role="staff")

    answer = sign_in(client, "wilma")

    assert answer.status_code == 200
    told = answer.json()
    assert told["user"] == {"id": wilma, "username": "wilma", "role": "staff"}
    assert (told["token_type"], told["expires_in"]) == ("Bearer", 600)
    assert len(told["refresh_token"]) >= 43
    assert answer.headers["cache-control"] == "no-store"


def test_every_wrong_credential_gets_one_and_the_same_answer_for_one_hash_s01(
    client, person, hashes
):
    person("wilma")
    person("asleep", is_active=False)
    person("without", hashed=None)
    attempts = [("wilma", "wrong"), ("nobody", PASSWORD), ("asleep", PASSWORD), ("without", "x")]

    answers = [sign_in(client, *attempt) for attempt in attempts]

    assert {answer.status_code for answer in answers} == {400}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].json()["error"] == "invalid_grant"
    assert len(hashes) == len(attempts)


def test_a_known_person_costs_one_hash_like_an_unknown_one(client, person, hashes):
    person("wilma")

    sign_in(client, "wilma")

    assert hashes == [PASSWORD]


def test_a_hash_of_weaker_days_is_made_anew_at_sign_in_s03(client, person, ask):
    weak = PasswordHasher(time_cost=1, memory_cost=32, parallelism=1).hash(PASSWORD)
    wilma = person("wilma", hashed=weak)

    answer = sign_in(client, "wilma")

    [[stored]] = ask("SELECT hash FROM auth.password WHERE user_id = %s", wilma)
    assert answer.status_code == 200
    assert stored != weak
    assert sign_in(client, "wilma").status_code == 200


def test_hashes_are_argon2id_and_cost_more_than_the_least_advised_s03():
    made = Passwords().hash(PASSWORD)

    _, kind, _, costs, *_ = made.split("$")
    memory, rounds = (int(cost.split("=")[1]) for cost in costs.split(",")[:2])

    assert kind == "argon2id"
    assert memory >= 19 * 1024
    assert rounds >= 2


def test_sign_ins_beyond_the_slots_are_asked_to_come_again():
    passwords = Passwords(QUICK, slots=1, patience=0.0)

    with passwords._slot(), pytest.raises(TooMany) as refused:
        passwords.verify(None, PASSWORD)

    assert refused.value.status == 429


def test_a_slot_is_free_again_after_a_wrong_password():
    passwords = Passwords(QUICK, slots=1, patience=0.0)

    answers = [passwords.verify(None, "wrong"), passwords.verify(None, "wrong")]

    assert answers == [False, False]


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({}, "invalid_request"),
        ({"grant_type": "password", "username": "wilma"}, "invalid_request"),
        ({"grant_type": "password", "username": "", "password": "x"}, "invalid_request"),
        ({"grant_type": "refresh_token"}, "invalid_request"),
        ({"grant_type": "client_credentials"}, "unsupported_grant_type"),
        ({"grant_type": "password", "username": "a\0b", "password": "x"}, "invalid_request"),
    ],
)
def test_a_request_that_lacks_something_is_told_so(client, form: dict[str, str], error: str):
    answer = client.post("/v1/token", data=form)

    assert answer.status_code == 400
    assert answer.json()["error"] == error
    assert answer.json()["error_description"].endswith(".")


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"grant_type=%ff%fe", 400), (b"\xff\xfe", 400), (b"a" * 20_000, 413), (b"", 400)],
)
def test_a_body_that_is_no_form_is_refused_in_a_sentence(client, body: bytes, status: int):
    answer = client.post("/v1/token", content=body)

    assert answer.status_code == status
    assert set(answer.json()) == {"error", "error_description"}


def test_nothing_secret_is_logged_s34(client, person, caplog):
    person("wilma")
    caplog.set_level(logging.DEBUG)

    told = sign_in(client, "wilma").json()
    sign_in(client, "wilma", "another secret")

    secrets = [PASSWORD, "another secret", told["access_token"], told["refresh_token"]]
    assert '"event": "sign_ins", "outcome": "done"' in caplog.text
    assert [secret for secret in secrets if secret in caplog.text] == []


def test_an_unknown_address_and_a_wrong_method_are_answered_in_json(client):
    answers = [client.get("/nowhere"), client.get("/v1/token"), client.post("/healthz")]

    assert [answer.status_code for answer in answers] == [404, 405, 405]
    assert all(set(answer.json()) == {"error", "error_description"} for answer in answers)
