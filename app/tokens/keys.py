"""Access tokens: signed with one algorithm by keys of our own table, ten minutes long."""

import secrets
import time
import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import jwt
from jwt.algorithms import OKPAlgorithm
from sqlalchemy import Engine

from app.tokens.answers import BadAccessToken
from app.tokens.key_ring import Key, KeyRing
from app.tokens.vault import Vault

ALGORITHM = "EdDSA"
ISSUER = "precedent-tokens"
AUDIENCE = "precedent-desktop"
LIFETIME = 600
_LONGEST = 4096
_REQUIRED = ["iss", "aud", "exp", "iat", "sub", "jti", "fam", "dev"]


class Use(StrEnum):
    """What a token is good for; it is the token's type."""

    ACCESS = "at+jwt"
    ENROLMENT = "enrolment+jwt"


@dataclass(frozen=True, slots=True)
class Access:
    """Whom an access token speaks for."""

    person: int
    device: str
    family: uuid.UUID


class Keys:
    """Signs and verifies tokens with the keys of the ring."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self.ring = KeyRing(engine, vault)

    def sign(self, access: Access, *, use: Use = Use.ACCESS) -> str:
        """Return a token for *access*."""
        now, key = int(time.time()), self.ring.current()
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
        return jwt.encode(claims, key.private, ALGORITHM, {"kid": key.kid, "typ": str(use)})

    def verify(self, token: str, *, use: Use = Use.ACCESS) -> Access:
        """Return whom *token* speaks for, or raise BadAccessToken whatever is wrong with it."""
        try:
            claims = self._decode(token, use)
            family = uuid.UUID(str(claims["fam"]))
            return Access(int(claims["sub"]), str(claims["dev"]), family)
        except (jwt.PyJWTError, ValueError, TypeError, KeyError, RecursionError) as error:
            raise BadAccessToken from error

    def public(self) -> dict[str, Any]:
        """Return the public halves as a JSON Web Key Set."""
        return {"keys": [_public(key) for key in self.ring.all()]}

    def _decode(self, token: str, use: Use) -> dict[str, Any]:
        header = jwt.get_unverified_header(token) if len(token) <= _LONGEST else {}
        if header.get("typ") != use:
            raise BadAccessToken
        key = self.ring.find(str(header.get("kid")))
        if key is None:
            raise BadAccessToken
        return jwt.decode(
            token,
            key.private.public_key(),
            algorithms=[ALGORITHM],
            issuer=ISSUER,
            audience=AUDIENCE,
            leeway=5,
            options={"require": _REQUIRED},
        )


def _public(key: Key) -> dict[str, Any]:
    jwk = OKPAlgorithm.to_jwk(key.private.public_key(), as_dict=True)
    return {**jwk, "kid": key.kid, "use": "sig", "alg": ALGORITHM}
