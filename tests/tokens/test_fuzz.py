"""Every address of the service, asked with anything: an answer in JSON, and never a failure."""

import json
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.tokens import attempts

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
)
PATHS = (
    "/v1/token",
    "/v1/revoke",
    "/v1/lease",
    "/v1/otp",
    "/v1/password",
    "/v1/unlock",
    "/v1/sessions",
    "/v1/sessions/{}",
    "/v1/users",
    "/v1/users/{}",
    "/v1/users/{}/reset",
    "/v1/presign",
    "/v1/uploads",
    "/v1/uploads/{}",
    "/v1/uploads/{}/parts",
    "/v1/uploads/{}/complete",
    "/.well-known/jwks.json",
    "/healthz",
    "/metrics",
)
METHODS = ("GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS")
FUZZED = settings(
    max_examples=100,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
known = st.sampled_from(
    ["password", "refresh_token", "wilma", "ada", "admin", "motor", "1", "0", "-1", "9" * 30]
)
forms = st.dictionaries(st.sampled_from(NAMES), st.text() | known, max_size=5)
documents = st.dictionaries(st.sampled_from(FIELDS), anything | known, max_size=5) | anything
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
targets = st.sampled_from(
    ["1", "0", "2147483648", "00000000-0000-0000-0000-000000000000"]
) | st.text(
    alphabet=st.characters(codec="ascii", exclude_characters="/?#%"), min_size=1, max_size=12
)


@pytest.fixture
def unlocked(monkeypatch) -> None:
    monkeypatch.setattr(attempts, "PER_ADDRESS", 1_000_000)


def check(answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text
    if answer.status_code >= 400 and answer.request.method != "HEAD":
        told = answer.json()
        assert {"error", "error_description"} <= told.keys() <= {*told, "enrolment_token"}


@pytest.mark.usefixtures("unlocked")
@FUZZED
@given(data=st.data())
def test_whatever_is_asked_is_answered(client: httpx.Client, administrator, data):
    request = drawn(data, administrator["access_token"])

    answer = client.send(client.build_request(**request))

    check(answer)


@pytest.mark.usefixtures("unlocked")
@FUZZED
@given(told=documents)
def test_whatever_an_administrator_writes_is_answered(client, administrator, told):
    headers = {"Authorization": f"Bearer {administrator['access_token']}"}
    headers["Content-Type"] = "application/json"
    own = administrator["user"]["id"]

    answers = [
        client.post("/v1/users", headers=headers, content=json.dumps(told)),
        client.patch(f"/v1/users/{own}", headers=headers, content=json.dumps(told)),
    ]

    for answer in answers:
        check(answer)


@pytest.fixture
def administrator(signed_in) -> dict[str, Any]:
    told: dict[str, Any] = signed_in("ada", role="admin")
    return told


def drawn(data: st.DataObject, access: str) -> dict[str, Any]:
    words = st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["Cc"]))
    path = data.draw(st.sampled_from(PATHS)).format(quote(data.draw(targets), safe=""))
    bearer = data.draw(st.sampled_from([access, ""]) | words)
    headers = {"authorization": f"Bearer {bearer}".encode("latin-1").strip()}
    kind = data.draw(kinds)
    if kind:
        headers["content-type"] = kind.encode()
    return {
        "method": data.draw(st.sampled_from(METHODS)),
        "url": path,
        "headers": headers,
        "params": data.draw(forms),
        "content": data.draw(bodies),
    }
