"""Refresh tokens: single use; a second use ends the whole session and its database logins."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg2
import pytest


def refresh(client, token: str):
    return client.post("/v1/token", data={"grant_type": "refresh_token", "refresh_token": token})


def lease(client, access: str):
    return client.post("/v1/lease", headers={"Authorization": f"Bearer {access}"})


def test_a_refresh_token_is_exchanged_for_new_tokens_of_the_same_person(client, signed_in):
    first = signed_in("wilma")

    answer = refresh(client, first["refresh_token"])

    told = answer.json()
    assert answer.status_code == 200
    assert told["user"] == first["user"]
    assert told["refresh_token"] != first["refresh_token"]
    assert lease(client, told["access_token"]).status_code == 200


@pytest.mark.parametrize("generation", [0, 1, 2])
def test_a_spent_token_of_any_generation_ends_the_family_s04(client, signed_in, generation: int):
    tokens = [signed_in("wilma")["refresh_token"]]
    for _ in range(3):
        tokens.append(refresh(client, tokens[-1]).json()["refresh_token"])

    reused = refresh(client, tokens[generation])
    newest = refresh(client, tokens[-1])

    assert (reused.status_code, newest.status_code) == (400, 400)
    assert reused.content == newest.content


def test_a_second_use_ends_the_leases_too_s04(client, signed_in, connect):
    first = signed_in("wilma")
    login = lease(client, first["access_token"]).json()
    open_connection = connect(login)
    refresh(client, first["refresh_token"])

    refresh(client, first["refresh_token"])

    with pytest.raises(psycopg2.OperationalError), open_connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    with pytest.raises(psycopg2.OperationalError):
        connect(login)
    assert lease(client, first["access_token"]).status_code == 401


def test_of_many_racing_exchanges_one_succeeds_and_the_session_ends_s04(
    client, signed_in, shared_database
):
    token = signed_in("wilma")["refresh_token"]
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"

    with (
        ThreadPoolExecutor(3) as racers,
        closing(psycopg2.connect(shared_database.owner_dsn)) as barrier,
        barrier.cursor() as cursor,
    ):
        cursor.execute("SELECT 1 FROM auth.refresh_token FOR UPDATE")
        racing = [racers.submit(refresh, client, token) for _ in range(3)]
        deadline = time.monotonic() + 20
        while shared_database.value(waiting) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        barrier.rollback()
        answers = [racer.result() for racer in racing]

    won = [answer.json()["refresh_token"] for answer in answers if answer.status_code == 200]
    assert len(won) == 1
    assert refresh(client, won[0]).status_code == 400


def test_another_session_of_the_person_goes_on(client, signed_in):
    first, second = signed_in("wilma"), signed_in("wilma")
    refresh(client, first["refresh_token"])
    refresh(client, first["refresh_token"])

    answer = refresh(client, second["refresh_token"])

    assert answer.status_code == 200


def test_a_session_ends_eight_hours_after_sign_in_however_often_it_was_refreshed(
    client, signed_in, ask
):
    first = signed_in("wilma")
    refresh(client, first["refresh_token"])

    ages = ask("SELECT DISTINCT expires_at FROM auth.refresh_token")
    [[hours]] = ask(
        "SELECT round(extract(epoch FROM expires_at - issued_at) / 3600) FROM auth.refresh_token"
        " ORDER BY issued_at LIMIT 1"
    )

    assert len(ages) == 1
    assert hours == 8


def test_an_expired_token_is_refused_and_so_is_a_lease(client, signed_in, ask):
    first = signed_in("wilma")
    ask("UPDATE auth.refresh_token SET expires_at = now() - interval '1 second'")

    refused = refresh(client, first["refresh_token"])

    assert refused.status_code == 400
    assert lease(client, first["access_token"]).status_code == 401


def test_a_person_who_was_put_to_sleep_is_refused(client, signed_in, ask):
    first = signed_in("wilma")
    ask("UPDATE auth_user SET is_active = false WHERE username = 'wilma'")

    answers = refresh(client, first["refresh_token"]), lease(client, first["access_token"])

    assert [answer.status_code for answer in answers] == [400, 401]


def test_only_the_hash_of_a_refresh_token_is_kept_s05(signed_in, ask):
    token = signed_in("wilma")["refresh_token"]

    rows = ask("SELECT token_hash, t::text FROM auth.refresh_token t")

    assert bytes(rows[0][0]) == hashlib.sha256(token.encode()).digest()
    assert token not in rows[0][1]


@pytest.mark.parametrize("name", ["token", "refresh_token"])
def test_revoking_ends_the_session_and_its_logins(client, signed_in, connect, name: str):
    first = signed_in("wilma")
    login = lease(client, first["access_token"]).json()
    connect(login).close()

    answer = client.post("/v1/revoke", data={name: first["refresh_token"]})

    assert answer.status_code == 200
    assert refresh(client, first["refresh_token"]).status_code == 400
    assert lease(client, first["access_token"]).status_code == 401
    with pytest.raises(psycopg2.OperationalError):
        connect(login)


def test_revoking_an_unknown_token_succeeds_and_ends_nothing(client, signed_in):
    first = signed_in("wilma")

    answer = client.post("/v1/revoke", data={"token": "unknown"})

    assert answer.status_code == 200
    assert refresh(client, first["refresh_token"]).status_code == 200
