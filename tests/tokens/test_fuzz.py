"""Every address of the service, asked with anything: an answer in JSON, and never a failure."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from app.access import Identity, Role
from app.tokens import attempts
from tests.factories import a_claim
from tests.server import Database
from tests.server import ask as ask_as
from tests.tokens.addresses import ASKED, GUARDED, OPEN, filled, served_paths

NAMES = (
    "grant_type",
    "username",
    "password",
    "otp",
    "device",
    "refresh_token",
    "token",
    "new_password",
    "user",
)
FIELDS = (
    "username",
    "full_name",
    "role",
    "region",
    "lines",
    "authority_limit",
    "siu",
    "is_active",
    "id",
    "upload",
    "opening",
    "parts",
)
FUZZED = settings(
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
UPLOAD = (
    "INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type)"
    " VALUES (%s, 'photo', 'a.pdf', 20000000, repeat('0', 64), 'application/pdf') RETURNING id"
)
TICKET = "11111111-2222-3333-4444-555555555555"
KEY = f"claims/{TICKET}/{'0' * 64}"

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
known = st.sampled_from(
    [
        *("password", "refresh_token", "wilma", "ada", "admin", "motor"),
        *("1", "0", "-1", "9" * 30, TICKET, KEY),
    ]
)
part = st.fixed_dictionaries(
    {"number": st.integers(-1, 3) | anything, "sha256": st.just("0" * 64) | anything}
)
forms = st.dictionaries(st.sampled_from(NAMES), st.text() | known, max_size=5)
documents = (
    st.dictionaries(st.sampled_from(FIELDS), anything | known | st.lists(part), max_size=5)
    | anything
)
bodies = st.one_of(
    st.binary(max_size=200),
    documents.map(lambda told: json.dumps(told).encode()),
    forms.map(lambda told: httpx.QueryParams(told).__str__().encode()),
    st.just(b"[" * 16_000),
    st.just(b'{"a":' * 3_000),
    st.just(b"x" * 20_000),
)
kinds = st.sampled_from(
    [
        None,
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ]
)
targets = known | st.sampled_from(
    ["2147483648", "00000000-0000-0000-0000-000000000000", "../../etc/passwd", "keys/../x"]
)
targets = targets | st.text(
    alphabet=st.characters(codec="ascii", exclude_characters="/?#%"), min_size=1, max_size=12
)


@pytest.fixture
def unlocked(monkeypatch) -> None:
    for limit in ("PER_ADDRESS", "PER_ACCOUNT"):
        monkeypatch.setattr(attempts, limit, 1_000_000)


def check(answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text
    if answer.status_code >= 400 and answer.request.method != "HEAD":
        told = answer.json()
        assert {"error", "error_description"} <= told.keys() <= {*told, "enrolment_token"}


def test_every_address_of_the_service_is_asked(application: Starlette, client: httpx.Client):
    told = {
        path: client.request("TRACE", filled(path, "x")).headers["allow"].split(", ")
        for path in OPEN | GUARDED
    }

    assert served_paths(application) == set(OPEN | GUARDED)
    assert {path: set(methods) - {"HEAD"} for path, methods in told.items()} == OPEN | GUARDED


@pytest.mark.parametrize(("method", "path"), ASKED, ids=[" ".join(one) for one in ASKED])
@pytest.mark.usefixtures("unlocked", "upload")
@FUZZED
@given(data=st.data())
def test_whatever_is_asked_is_answered(client, sessions, method: str, path: str, data):
    request = drawn(data, sessions, path)
    method = data.draw(st.sampled_from([method] * 4 + ["HEAD", "OPTIONS", "PUT", "DELETE"]))

    answer = client.send(client.build_request(method, **request))

    check(answer)


@pytest.mark.usefixtures("unlocked")
@FUZZED
@given(told=documents)
def test_whatever_an_administrator_writes_is_answered(client, sessions, told):
    headers = {"Authorization": f"Bearer {sessions[0]}", "Content-Type": "application/json"}

    answers = [
        client.request(method, path, headers=headers, content=json.dumps(told))
        for method, path in (("POST", "/v1/users"), ("PATCH", "/v1/users/1"))
    ]

    for answer in answers:
        check(answer)


@FUZZED
@given(data=st.data())
def test_an_address_of_an_object_that_is_not_as_signed_opens_nothing(client, signer, data):
    method = data.draw(st.sampled_from(["GET", "PUT"]))
    signed = urlsplit(signer.address(method, KEY, size=1, sha256="0" * 64))
    query = dict(httpx.QueryParams(signed.query))
    changed = data.draw(st.sampled_from([*query, "part"]))
    query[changed] = data.draw((st.text() | known).filter(lambda to: to != query.get(changed)))

    answer = client.request(method, signed.path, params=query, content=b"x")

    check(answer)
    assert answer.status_code == 403


@FUZZED
@given(key=st.text(min_size=1) | known | st.just("claims/../../../etc/passwd"))
def test_a_signed_address_of_no_object_leaves_the_store_alone(client, signer, key: str):
    address = signer.address("GET", KEY).replace(quote(KEY), quote(key, safe=""))

    answer = client.get(address)

    check(answer)
    assert answer.status_code in ({404} if key == KEY else {403, 404})


@pytest.fixture
def sessions(signed_in) -> list[str]:
    """Return the access tokens of an administrator and of an adjuster."""
    told: list[dict[str, Any]] = [signed_in("ada", role="admin"), signed_in("wilma")]
    return [session["access_token"] for session in told]


@pytest.fixture
def upload(shared_database: Database, sessions: list[str], ask: Callable[..., Any]) -> Any:
    """Let the adjuster have announced a document under the ticket that is asked for."""
    ((person,),) = ask("SELECT id FROM auth_user WHERE username = 'wilma'")
    wilma = Identity(person, "wilma", "Wilma", Role.STAFF)
    claim = a_claim(shared_database, "in_review", assigned_to=person)
    ((made,),) = ask_as(shared_database.connect_as(wilma), UPLOAD, claim)
    ask("UPDATE claims_upload SET id = %s WHERE id = %s", TICKET, made)
    yield
    ask("DELETE FROM claims_upload")
    ask("UPDATE claims_claim SET assigned_to = NULL WHERE id = %s", claim)


def drawn(data: st.DataObject, sessions: list[str], path: str) -> dict[str, Any]:
    words = st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["Cc"]))
    bearer = data.draw(st.sampled_from([*sessions, ""]) | words)
    headers = {"authorization": f"Bearer {bearer}".encode("latin-1").strip()}
    kind = data.draw(kinds)
    if kind:
        headers["content-type"] = kind.encode()
    return {
        "url": filled(path, quote(data.draw(targets), safe="")),
        "headers": headers,
        "params": data.draw(forms),
        "content": data.draw(bodies),
    }
