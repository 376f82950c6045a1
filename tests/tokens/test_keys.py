"""Access tokens: what is signed with our keys in our words is believed, and nothing else."""

import base64
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.database import engine
from app.tokens.answers import BadAccessToken
from app.tokens.keys import AUDIENCE, ISSUER, Access, Keys
from tests.token_service import vault
from tests.tokens.addresses import ASKED, TOLD, filled

REFUSAL = {
    "error": "invalid_token",
    "error_description": "The access token is not valid.",
}
ACCESS = Access(7, "desk", uuid.uuid4())


@pytest.fixture
def keys(tokens_engine) -> Keys:
    return Keys(tokens_engine, vault())


class Forger:
    """Has a good token of a living session, and what it takes to make bad ones like it."""

    def __init__(self, keys: Keys, access: Access) -> None:
        current = keys.ring.current()
        self.kid, self.key = current.kid, current.private
        self.good = keys.sign(access)
        self.claims = decoded(self.good)

    def signed(self, *, headers: dict[str, Any] | None = None, **changes: Any) -> str:
        wanted = {"kid": self.kid, "typ": "at+jwt", **(headers or {})}
        return jwt.encode(self.changed(**changes), self.key, "EdDSA", wanted)

    def changed(self, **changes: Any) -> dict[str, Any]:
        told = {**self.claims, **changes}
        return {name: value for name, value in told.items() if value is not None}

    def unsigned(self, algorithm: str) -> str:
        return f"{self.head(algorithm)}.{encoded(self.claims)}."

    def signed_with_the_public_key(self) -> str:
        secret = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        body = f"{self.head('HS256')}.{encoded(self.claims)}"
        mac = hmac.new(secret, body.encode(), hashlib.sha256).digest()
        return f"{body}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"

    def signed_by_a_stranger(self) -> str:
        headers = {"kid": self.kid, "typ": "at+jwt"}
        return jwt.encode(self.claims, Ed25519PrivateKey.generate(), "EdDSA", headers)

    def with_another_body(self) -> str:
        header, _, signature = self.good.split(".")
        return f"{header}.{encoded(self.changed(jti='2'))}.{signature}"

    def head(self, algorithm: str) -> str:
        return encoded({"alg": algorithm, "typ": "at+jwt", "kid": self.kid})


def decoded(token: str) -> dict[str, Any]:
    told: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return told


def encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def ago(seconds: int) -> int:
    return int(time.time()) - seconds


FORGERIES: dict[str, Callable[[Forger], str]] = {
    "alg none": lambda forger: forger.unsigned("none"),
    "alg EdDSA without signature": lambda forger: forger.unsigned("EdDSA"),
    "HS256 with the public key": Forger.signed_with_the_public_key,
    "a stranger's key under our kid": Forger.signed_by_a_stranger,
    "a body exchanged": Forger.with_another_body,
    "foreign kid": lambda forger: forger.signed(headers={"kid": "ffffffffffffffff"}),
    "kid that is a path": lambda forger: forger.signed(headers={"kid": "../../etc/passwd"}),
    "no typ": lambda forger: forger.signed(headers={"typ": None}),
    "wrong typ": lambda forger: forger.signed(headers={"typ": "JWT"}),
    "wrong aud": lambda forger: forger.signed(aud="elsewhere"),
    "no aud": lambda forger: forger.signed(aud=None),
    "wrong iss": lambda forger: forger.signed(iss="elsewhere"),
    "no iss": lambda forger: forger.signed(iss=None),
    "expired": lambda forger: forger.signed(exp=ago(60)),
    "no exp": lambda forger: forger.signed(exp=None),
    "exp that is no number": lambda forger: forger.signed(exp="tomorrow"),
    "from the future": lambda forger: forger.signed(iat=ago(-600)),
    "no iat": lambda forger: forger.signed(iat=None),
    "no jti": lambda forger: forger.signed(jti=None),
    "no sub": lambda forger: forger.signed(sub=None),
    "sub that is no number": lambda forger: forger.signed(sub="root"),
    "sub of someone else": lambda forger: forger.signed(sub="0"),
    "fam that is no family": lambda forger: forger.signed(fam="x"),
    "fam of nobody": lambda forger: forger.signed(fam=str(uuid.uuid4())),
    "an enrolment token": lambda forger: forger.signed(headers={"typ": "enrolment+jwt"}),
    "huge": lambda forger: forger.signed(more="x" * 10_000),
    "three dots": lambda _forger: "...",
    "not even that": lambda _forger: "x",
    "not ASCII": lambda _forger: "ÿþ",
}


def test_a_token_of_ours_is_believed(keys):
    told = keys.verify(keys.sign(ACCESS))

    assert told == ACCESS


@pytest.mark.parametrize(("method", "path"), TOLD, ids=[" ".join(one) for one in TOLD])
def test_every_forgery_of_a_good_token_is_refused_in_the_same_words_s06(
    client, keys, signed_in, method: str, path: str
):
    forger = forger_of(keys, signed_in)
    path = filled(path, "x")
    made = {name: make(forger) for name, make in FORGERIES.items()}
    headers = {name: b"Bearer " + token.encode("latin-1") for name, token in made.items()}
    headers |= {"no token": b"Bearer", "another scheme": b"Basic eDp5", "nothing": b""}
    good = client.request(method, path, headers={"Authorization": f"Bearer {forger.good}"})

    answers = {
        name: client.request(method, path, headers={"Authorization": header})
        for name, header in headers.items()
    }

    told = {name: (answer.status_code, answer.json()) for name, answer in answers.items()}
    assert good.status_code != 401
    assert told == dict.fromkeys(headers, (401, REFUSAL))
    assert {answer.headers["www-authenticate"] for answer in answers.values()} == {
        'Bearer error="invalid_token"'
    }


OPEN_TO_ALL = [(method, path) for method, path in ASKED if (method, path) not in TOLD]


@pytest.mark.parametrize(
    ("method", "path"), OPEN_TO_ALL, ids=[" ".join(one) for one in OPEN_TO_ALL]
)
def test_where_no_token_is_asked_for_a_forged_one_changes_nothing_s06(
    client, keys, signed_in, method: str, path: str
):
    forger = forger_of(keys, signed_in)
    forged = {"Authorization": f"Bearer {forger.signed(sub='0')}"}
    path = filled(path, "x")

    plain, answer = client.request(method, path), client.request(method, path, headers=forged)

    assert answer.status_code == plain.status_code < 500
    assert path == "/metrics" or answer.content == plain.content


def forger_of(keys: Keys, signed_in: Callable[..., dict[str, Any]]) -> Forger:
    family = decoded(signed_in("ada", role="admin")["access_token"])
    return Forger(keys, Access(int(family["sub"]), family["dev"], uuid.UUID(family["fam"])))


def test_a_second_service_believes_the_tokens_of_the_first(keys, tokens_engine):
    token = keys.sign(ACCESS)

    told = Keys(tokens_engine, vault()).verify(token)

    assert told == ACCESS


def test_a_retired_key_is_neither_used_nor_believed_s07(database):
    served = engine(database.tokens_dsn)
    retired = Keys(served, vault())
    database.run("UPDATE auth.signing_key SET retired_at = now()")

    renewed = Keys(served, vault())

    with pytest.raises(BadAccessToken):
        renewed.verify(retired.sign(ACCESS))
    assert renewed.verify(renewed.sign(ACCESS)) == ACCESS
    served.dispose()


def test_the_published_keys_verify_a_token_and_reveal_nothing_private(client, keys):
    [published] = client.get("/.well-known/jwks.json").json()["keys"]

    told = jwt.decode(
        keys.sign(ACCESS),
        jwt.PyJWK(published).key,
        algorithms=["EdDSA"],
        audience=AUDIENCE,
        issuer=ISSUER,
    )

    assert told["sub"] == "7"
    assert set(published) == {"kty", "crv", "x", "kid", "use", "alg"}
