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

REFUSAL = {
    "error": "invalid_token",
    "error_description": "The access token is not valid.",
}
ACCESS = Access(7, "desk", uuid.uuid4())


@pytest.fixture
def keys(tokens_engine) -> Keys:
    return Keys(tokens_engine)


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    told = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "7",
        "dev": "desk",
        "fam": str(ACCESS.family),
        "iat": now,
        "exp": now + 600,
        "jti": "1",
        **changes,
    }
    return {name: value for name, value in told.items() if value is not None}


def signed(keys: Keys, *, headers: dict[str, Any] | None = None, **changes: Any) -> str:
    kid = keys._current
    wanted = {"kid": kid, "typ": "at+jwt", **(headers or {})}
    return jwt.encode(claims(**changes), keys._keys[kid], "EdDSA", wanted)


def encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def unsigned(keys: Keys, algorithm: str) -> str:
    header = {"alg": algorithm, "typ": "at+jwt", "kid": keys._current}
    return f"{encoded(header)}.{encoded(claims())}."


def signed_with_the_public_key(keys: Keys) -> str:
    public = keys._keys[keys._current].public_key()
    secret = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    header = {"alg": "HS256", "typ": "at+jwt", "kid": keys._current}
    body = f"{encoded(header)}.{encoded(claims())}"
    mac = hmac.new(secret, body.encode(), hashlib.sha256).digest()
    return f"{body}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def signed_by_a_stranger(keys: Keys) -> str:
    headers = {"kid": keys._current, "typ": "at+jwt"}
    return jwt.encode(claims(), Ed25519PrivateKey.generate(), "EdDSA", headers)


def with_another_body(keys: Keys) -> str:
    header, _, signature = signed(keys).split(".")
    return f"{header}.{encoded(claims(sub='1'))}.{signature}"


FORGERIES: dict[str, Callable[[Keys], str]] = {
    "alg none": lambda keys: unsigned(keys, "none"),
    "alg EdDSA without signature": lambda keys: unsigned(keys, "EdDSA"),
    "HS256 with the public key": signed_with_the_public_key,
    "a stranger's key under our kid": signed_by_a_stranger,
    "a body exchanged": with_another_body,
    "foreign kid": lambda keys: signed(keys, headers={"kid": "ffffffffffffffff"}),
    "kid that is a path": lambda keys: signed(keys, headers={"kid": "../../etc/passwd"}),
    "no typ": lambda keys: signed(keys, headers={"typ": None}),
    "wrong typ": lambda keys: signed(keys, headers={"typ": "JWT"}),
    "wrong aud": lambda keys: signed(keys, aud="elsewhere"),
    "no aud": lambda keys: signed(keys, aud=None),
    "wrong iss": lambda keys: signed(keys, iss="elsewhere"),
    "expired": lambda keys: signed(keys, exp=int(time.time()) - 60),
    "no exp": lambda keys: signed(keys, exp=None),
    "exp that is no number": lambda keys: signed(keys, exp="tomorrow"),
    "from the future": lambda keys: signed(keys, iat=int(time.time()) + 600),
    "no jti": lambda keys: signed(keys, jti=None),
    "no sub": lambda keys: signed(keys, sub=None),
    "sub that is no number": lambda keys: signed(keys, sub="root"),
    "fam that is no family": lambda keys: signed(keys, fam="x"),
    "huge": lambda keys: signed(keys, more="x" * 10_000),
    "three dots": lambda _keys: "...",
    "not even that": lambda _keys: "x",
    "not ASCII": lambda _keys: "ÿþ",
}


def test_a_token_of_ours_is_believed(keys):
    told = keys.verify(keys.sign(ACCESS))

    assert told == ACCESS


def test_every_forgery_is_refused_in_the_same_words(client, keys):
    headers = {name: b"Bearer " + make(keys).encode("latin-1") for name, make in FORGERIES.items()}
    headers |= {"no token": b"Bearer", "another scheme": b"Basic eDp5", "nothing": b""}

    answers = {
        name: client.post("/v1/lease", headers={"Authorization": header})
        for name, header in headers.items()
    }

    told = {name: (answer.status_code, answer.json()) for name, answer in answers.items()}
    assert told == dict.fromkeys(headers, (401, REFUSAL))
    assert {answer.headers["www-authenticate"] for answer in answers.values()} == {
        'Bearer error="invalid_token"'
    }


def test_a_second_service_believes_the_tokens_of_the_first(keys, tokens_engine):
    token = keys.sign(ACCESS)

    told = Keys(tokens_engine).verify(token)

    assert told == ACCESS


def test_a_retired_key_is_neither_used_nor_believed(database):
    served = engine(database.tokens_dsn)
    retired = Keys(served)
    database.run("UPDATE auth.signing_key SET retired_at = now()")

    renewed = Keys(served)

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
