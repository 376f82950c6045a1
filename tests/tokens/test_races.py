"""Ends that race with beginnings: what an ending does not see must not outlive it."""

import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy import Connection, Engine

from app.tokens.answers import BadCredentials
from app.tokens.passwords import Passwords
from app.tokens.refresh import RefreshTokens, _hash, _presented
from tests.token_service import HASHED, PASSWORD, QUICK
from tests.tokens.barrier import until


@pytest.fixture
def refresh(tokens_engine: Engine) -> RefreshTokens:
    return RefreshTokens(tokens_engine)


@contextmanager
def rotating(refresh: RefreshTokens, token: str) -> Iterator[Connection]:
    """Rotate a token and commit only when the block is over."""
    with refresh._engine.begin() as connection:
        row = _presented(connection, token)
        assert refresh._exchange(connection, token, row) is not None
        yield connection


def living(ask) -> int:
    query = "SELECT count(*) FROM auth.refresh_token WHERE used_at IS NULL AND revoked_at IS NULL"
    count: int = ask(query)[0][0]
    return count


def someone_waits(ask) -> bool:
    query = (
        "SELECT count(*) > 0 FROM pg_stat_activity"
        " WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    found: bool = ask(query)[0][0]
    return found


End = Callable[[httpx.Client, dict[str, Any], dict[str, Any]], httpx.Response]


def by_hand(client: httpx.Client, own: dict[str, Any], _admin: dict[str, Any]) -> httpx.Response:
    headers = {"Authorization": f"Bearer {own['access_token']}"}
    [session] = client.get("/v1/sessions", headers=headers).json()["sessions"]
    return client.delete(f"/v1/sessions/{session['id']}", headers=headers)


def by_closing(client: httpx.Client, own: dict[str, Any], admin: dict[str, Any]) -> httpx.Response:
    headers = {"Authorization": f"Bearer {admin['access_token']}"}
    place = f"/v1/users/{own['user']['id']}"
    return client.patch(place, headers=headers, json={"is_active": False})


def by_token(client: httpx.Client, own: dict[str, Any], _admin: dict[str, Any]) -> httpx.Response:
    return client.post("/v1/revoke", data={"token": own["refresh_token"]})


@pytest.mark.parametrize("end", [by_hand, by_closing, by_token])
def test_a_session_that_ends_while_its_token_is_exchanged_has_no_heir(
    client, signed_in, ask, refresh: RefreshTokens, end: End
):
    admin, own = signed_in("ada", role="admin"), signed_in("wilma")
    before = living(ask)

    with ThreadPoolExecutor(1) as other:
        with rotating(refresh, own["refresh_token"]):
            ending = other.submit(end, client, own, admin)
            until(lambda: someone_waits(ask))
        answer = ending.result()

    assert answer.status_code == 200
    assert living(ask) == before - 1


def test_a_sign_in_with_a_password_that_was_just_replaced_begins_nothing(
    person, ask, refresh: RefreshTokens
):
    wilma = person("wilma")
    ask("UPDATE auth.password SET hash = %s", Passwords(QUICK).hash("another password"))

    with pytest.raises(BadCredentials):
        refresh.issue(wilma, "desk", proven=HASHED)

    assert living(ask) == 0


def test_a_sign_in_that_was_proven_begins_a_session(person, ask, refresh: RefreshTokens):
    wilma = person("wilma")

    token, access = refresh.issue(wilma, "desk", proven=HASHED)

    [[stored]] = ask("SELECT token_hash FROM auth.refresh_token")
    assert bytes(stored) == _hash(token)
    assert (access.person, access.device) == (wilma, "desk")
    assert isinstance(access.family, uuid.UUID)
    assert PASSWORD not in token
