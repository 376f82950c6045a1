"""Access tokens: signed with one algorithm by keys of our own table, ten minutes long."""

import secrets
import time
import uuid
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from jwt.algorithms import OKPAlgorithm
from sqlalchemy import Connection, Engine, text

from app.tokens.answers import BadAccessToken

ALGORITHM = "EdDSA"
TYPE = "at+jwt"
ISSUER = "precedent-tokens"
AUDIENCE = "precedent-desktop"
LIFETIME = 600
_LONGEST = 4096
_REQUIRED = ["iss", "aud", "exp", "iat", "sub", "jti", "fam", "dev"]


@dataclass(frozen=True, slots=True)
class Access:
    """Whom an access token speaks for."""

    person: int
    device: str
    family: uuid.UUID


class Keys:
    """The signing keys that are not retired; the newest signs, all of them verify."""

    def __init__(self, engine: Engine) -> None:
        with engine.begin() as connection:
            self._keys = _load(connection) or _first(connection)
        self._current = next(reversed(self._keys))

    def sign(self, access: Access) -> str:
        """Return an access token for *access*."""
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(access.person),
            "dev": access.device,
            "fam": str(access.family),
            "iat": now,
            "exp": now + LIFETIME,
            "jti": secrets.token_hex(12),
        }
        headers = {"kid": self._current, "typ": TYPE}
        return jwt.encode(claims, self._keys[self._current], ALGORITHM, headers)

    def verify(self, token: str) -> Access:
        """Return whom *token* speaks for, or raise BadAccessToken whatever is wrong with it."""
        try:
            claims = self._decode(token)
            family = uuid.UUID(str(claims["fam"]))
            return Access(int(claims["sub"]), str(claims["dev"]), family)
        except (jwt.PyJWTError, ValueError, TypeError, KeyError) as error:
            raise BadAccessToken from error

    def public(self) -> dict[str, Any]:
        """Return the public halves as a JSON Web Key Set."""
        return {"keys": [_public(kid, key) for kid, key in self._keys.items()]}

    def _decode(self, token: str) -> dict[str, Any]:
        header = jwt.get_unverified_header(token) if len(token) <= _LONGEST else {}
        key = self._keys.get(str(header.get("kid")))
        if key is None or header.get("typ") != TYPE:
            raise BadAccessToken
        return jwt.decode(
            token,
            key.public_key(),
            algorithms=[ALGORITHM],
            issuer=ISSUER,
            audience=AUDIENCE,
            leeway=5,
            options={"require": _REQUIRED},
        )


def _load(connection: Connection) -> dict[str, Ed25519PrivateKey]:
    """Return the keys, oldest first; the lock lets two services start at once on no key."""
    connection.execute(text("LOCK TABLE auth.signing_key IN SHARE ROW EXCLUSIVE MODE"))
    rows = connection.execute(
        text(
            "SELECT kid, private_pem FROM auth.signing_key"
            " WHERE retired_at IS NULL ORDER BY created_at, kid"
        )
    )
    return {row.kid: _private(row.private_pem) for row in rows}


def _first(connection: Connection) -> dict[str, Ed25519PrivateKey]:
    key, kid = Ed25519PrivateKey.generate(), secrets.token_hex(8)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    connection.execute(
        text("INSERT INTO auth.signing_key (kid, private_pem) VALUES (:kid, :pem)"),
        {"kid": kid, "pem": pem},
    )
    return {kid: key}


def _private(pem: str) -> Ed25519PrivateKey:
    key = load_pem_private_key(pem.encode(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError("auth.signing_key holds a key that is not Ed25519")
    return key


def _public(kid: str, key: Ed25519PrivateKey) -> dict[str, Any]:
    jwk = OKPAlgorithm.to_jwk(key.public_key(), as_dict=True)
    return {**jwk, "kid": kid, "use": "sig", "alg": ALGORITHM}
