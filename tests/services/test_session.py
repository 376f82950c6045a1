"""A desktop's session: one lease for the whole pool, renewed in time, ended for good."""

import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from app.access import Identity, Role
from app.database import engine
from app.errors import AppError, Offline, SignInFailed
from app.services import keychain, session
from app.services.keychain import TRUSTED, Keychain, trusted_backend
from app.services.session import Session, resume, sign_in
from app.services.token_client import TokenClient
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from tests.factories import a_person
from tests.server import Database
from tests.token_service import HASHED, PASSWORD, QUICK, served, vault

DOWN = "http://127.0.0.1:9"


class Ring(KeyringBackend):
    """A keyring that keeps what it is given in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(Ring):
    """A keyring whose prompt nobody answers."""

    priority = 1

    def set_password(self, *_told: str) -> None:
        raise InitError("Prompt dismissed")

    def get_password(self, *_told: str) -> str | None:
        raise InitError("Prompt dismissed")


@pytest.fixture(scope="module")
def token_url(shared_database: Database) -> Iterator[str]:
    made = engine(shared_database.tokens_dsn, pool_size=4)
    address = Address.of(shared_database.tokens_dsn)
    with served(build(made, address, Passwords(QUICK), vault())) as place:
        yield place
    made.dispose()


@pytest.fixture
def wilma(shared_database: Database) -> Identity:
    person = a_person(shared_database, "staff", supervisor=True, authority_limit=Decimal(7500))
    shared_database.run("INSERT INTO auth.password VALUES (%s, %s)", person.id, HASHED)
    return person


@pytest.fixture
def signed_in(token_url: str, wilma: Identity) -> Iterator[Session]:
    made = sign_in(token_url, wilma.username, PASSWORD)
    yield made
    made.close()


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Record what is asked of the token service."""
    calls: list[str] = []
    ask = TokenClient._ask

    def recording(self: TokenClient, path: str, **request: Any) -> dict[str, Any]:
        form = request.get("form") or {}
        calls.append(form.get("grant_type", path))
        return ask(self, path, **request)

    monkeypatch.setattr(TokenClient, "_ask", recording)
    return calls


@pytest.fixture
def ring(monkeypatch) -> Ring:
    made = Ring()
    monkeypatch.setattr(session, "trusted_backend", lambda: made)
    return made


def who(made: Session) -> str:
    with made.engine.connect() as connection:
        found: str = connection.execute(text("SELECT username FROM my_profile")).scalar_one()
        return found


def at_once(work: Any, times: int = 4) -> list[Any]:
    gate = threading.Barrier(times)

    def go(_number: int) -> Any:
        gate.wait()
        return work()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(go, range(times)))


def age(made: Session, left: timedelta) -> None:
    """Let the lease be nearly over."""
    held = made.source._lease
    assert held is not None
    made.source._lease = replace(held, expires_at=datetime.now(UTC) + left)


def cut_off(made: Session) -> None:
    """Let the token service be out of reach."""
    made.source._client.close()
    made.source._client = TokenClient(DOWN)


def test_a_session_knows_who_signed_in_from_the_database(signed_in: Session, wilma: Identity):
    found = signed_in.identity

    assert found == wilma
    assert found.role is Role.STAFF
    assert found.supervisor
    assert found.authority_limit == Decimal(7500)


def test_a_session_in_memory_says_nothing_about_keyrings(signed_in: Session):
    assert signed_in.notice == ""


def test_a_wrong_password_is_one_sentence(token_url: str, wilma: Identity):
    with pytest.raises(SignInFailed, match=r"^The user name or the password is wrong\.$"):
        sign_in(token_url, wilma.username, "wrong")


def test_an_unreachable_service_is_one_sentence_with_the_next_step():
    with pytest.raises(Offline, match=r"127\.0\.0\.1:9 could not be reached\. Check the network"):
        sign_in(DOWN, "wilma", PASSWORD)


def test_something_that_is_no_token_service_is_named():
    page = Starlette(routes=[Route("/healthz", lambda _request: PlainTextResponse("hello"))])

    with served(page) as address, pytest.raises(Offline, match="not a token service"):
        sign_in(address, "wilma", PASSWORD)


def test_another_version_of_the_servers_is_told_before_the_password_leaves(
    token_url: str, wilma: Identity, monkeypatch, asked: list[str]
):
    monkeypatch.setattr(session, "VERSION", "9.9.9")

    with pytest.raises(AppError, match=r"This desktop is version 9\.9\.9.*Install"):
        sign_in(token_url, wilma.username, PASSWORD)

    assert asked == []


def test_another_version_of_the_schema_is_told(token_url: str, wilma: Identity, monkeypatch):
    monkeypatch.setattr(session, "schema_heads", lambda: frozenset({"9999"}))

    with pytest.raises(AppError, match="db upgrade"):
        sign_in(token_url, wilma.username, PASSWORD)


def test_a_password_never_travels_in_clear_text_to_another_machine():
    with pytest.raises(AppError, match="https"):
        sign_in("http://tokens.example", "wilma", PASSWORD)


def test_a_proxy_of_the_environment_does_not_see_this_machines_traffic(
    token_url: str, wilma: Identity, monkeypatch
):
    monkeypatch.setenv("HTTP_PROXY", DOWN)

    made = sign_in(token_url, wilma.username, PASSWORD)

    assert made.identity == wilma
    made.close()


def test_the_whole_pool_lives_on_one_lease(signed_in: Session, asked: list[str]):
    names = at_once(lambda: who(signed_in))

    assert set(names) == {signed_in.identity.username}
    assert asked == []


def test_a_lease_is_renewed_early_and_once_by_whoever_comes_first(
    signed_in: Session, asked: list[str]
):
    age(signed_in, timedelta(minutes=2))

    names = at_once(lambda: who(signed_in))

    assert set(names) == {signed_in.identity.username}
    assert asked == ["/v1/lease"]
    lease = signed_in.source()
    assert lease.expires_at - datetime.now(UTC) > timedelta(minutes=14)


def test_an_open_connection_goes_on_under_the_renewed_lease(signed_in: Session):
    with signed_in.engine.connect() as connection:
        query = text("SELECT pg_backend_pid()")
        before = connection.execute(query).scalar_one()
    age(signed_in, timedelta(minutes=2))

    with signed_in.engine.connect() as connection:
        after = connection.execute(query).scalar_one()

    assert after == before


def test_a_stale_access_token_is_refreshed_by_one_thread_alone(
    signed_in: Session, asked: list[str]
):
    age(signed_in, timedelta(minutes=2))
    signed_in.source._fresh_until = time.monotonic()

    names = at_once(lambda: who(signed_in))

    assert set(names) == {signed_in.identity.username}
    assert asked == ["refresh_token", "/v1/lease"]


def test_while_a_lease_lasts_an_absent_token_service_is_not_noticed(signed_in: Session):
    age(signed_in, timedelta(minutes=2))
    cut_off(signed_in)

    names = [who(signed_in), who(signed_in)]

    assert set(names) == {signed_in.identity.username}


def test_when_the_lease_is_over_an_absent_token_service_means_offline(signed_in: Session):
    age(signed_in, timedelta(seconds=1))
    cut_off(signed_in)

    with pytest.raises(Offline, match="could not be reached"):
        who(signed_in)


def test_a_session_ended_elsewhere_asks_to_sign_in_again(
    signed_in: Session, shared_database: Database
):
    shared_database.run(
        "UPDATE auth.refresh_token SET revoked_at = now() WHERE user_id = %s",
        signed_in.identity.id,
    )
    age(signed_in, timedelta(minutes=2))
    signed_in.source._fresh_until = time.monotonic()

    with pytest.raises(SignInFailed, match="sign in again"):
        who(signed_in)


def test_signing_out_ends_the_session_and_its_logins_at_the_servers(
    token_url: str, wilma: Identity, shared_database: Database
):
    made = sign_in(token_url, wilma.username, PASSWORD)
    lease = made.source()

    made.close()

    revoked = "SELECT bool_and(revoked_at IS NOT NULL) FROM auth.refresh_token WHERE user_id = %s"
    may_log_in = "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s"
    assert shared_database.value(revoked, wilma.id) is True
    assert shared_database.value(may_log_in, lease.user) is False


def test_signing_out_without_a_token_service_is_no_failure(token_url: str, wilma: Identity):
    made = sign_in(token_url, wilma.username, PASSWORD)
    cut_off(made)

    made.close()

    assert made.source._client._http.is_closed


def test_two_desktops_of_one_person_do_not_share_a_login(token_url: str, wilma: Identity):
    first, second = (sign_in(token_url, wilma.username, PASSWORD) for _ in range(2))

    roles = {first.source().user, second.source().user}

    assert len(roles) == 2
    first.close()
    assert who(second) == wilma.username
    second.close()


def test_a_kept_session_goes_on_at_the_next_start_on_the_same_login(
    token_url: str, wilma: Identity, ring: Ring
):
    first = sign_in(token_url, wilma.username, PASSWORD, keep=True)
    login = first.source().user
    first.leave()

    second = resume(token_url, wilma.username)

    assert second is not None
    assert (second.identity, second.source().user, second.notice) == (wilma, login, "")
    assert PASSWORD not in str(ring.kept)
    second.close()
    assert ring.kept == {}


def test_a_kept_session_that_has_ended_is_forgotten(
    token_url: str, wilma: Identity, ring: Ring, shared_database: Database
):
    sign_in(token_url, wilma.username, PASSWORD, keep=True).leave()
    shared_database.run("DELETE FROM auth.refresh_token WHERE user_id = %s", wilma.id)

    found = resume(token_url, wilma.username)

    assert found is None
    assert ring.kept == {}


@pytest.mark.usefixtures("ring")
def test_there_is_nothing_to_go_on_with_before_the_first_sign_in(token_url: str):
    assert resume(token_url, "stranger") is None


@pytest.mark.parametrize("backend", [None, Locked()])
def test_without_a_safe_keyring_the_person_is_told_and_nothing_outlives_the_desktop_s10(
    token_url: str, wilma: Identity, shared_database: Database, monkeypatch, backend: Any
):
    monkeypatch.setattr(session, "trusted_backend", lambda: backend)

    made = sign_in(token_url, wilma.username, PASSWORD, keep=True)
    made.leave()

    alive = "SELECT count(*) FROM auth.refresh_token WHERE user_id = %s AND revoked_at IS NULL"
    assert made.notice == keychain.APOLOGY
    assert shared_database.value(alive, wilma.id) == 0


def test_the_data_key_stays_with_the_person_when_the_session_ends(
    token_url: str, wilma: Identity, ring: Ring
):
    first = sign_in(token_url, wilma.username, PASSWORD, keep=True)
    key = first.source.data_key()
    first.close()

    second = sign_in(token_url, wilma.username, PASSWORD, keep=True)

    assert len(key) == 32
    assert (first.source.data_key(), second.source.data_key()) == (key, key)
    second.close()
    assert [list(json.loads(told)) for told in ring.kept.values()] == [["data_key"]]


def test_without_a_keyring_every_desktop_has_a_data_key_of_its_own(signed_in: Session, wilma):
    keys = [signed_in.source.data_key(), signed_in.source.data_key()]

    assert keys[0] == keys[1]
    assert Keychain("x", wilma.username, backend=None).data_key() != keys[0]


def test_a_damaged_entry_is_like_none():
    ring = Ring()
    ring.set_password("Precedent x", "wilma", "{")

    found = Keychain("x", "wilma", backend=ring).load()

    assert found == {}


def test_only_keyrings_of_an_operating_system_are_trusted_s10(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

    found = trusted_backend()

    assert found is None or type(found).__module__ in dict(TRUSTED)
