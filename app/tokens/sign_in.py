"""Who a person is: the password grant and what every grant answers."""

import logging
import secrets
from typing import Any

from sqlalchemy import Engine, text

from app.tokens.answers import BadCredentials
from app.tokens.keys import LIFETIME, Access, Keys
from app.tokens.passwords import Passwords
from app.tokens.refresh import RefreshTokens

log = logging.getLogger(__name__)

_PERSON = text("""
    SELECT u.id, u.username, u.role, u.is_active, p.hash
    FROM auth_user u LEFT JOIN auth.password p ON p.user_id = u.id
    WHERE u.username = :username
""")
_REHASH = text("UPDATE auth.password SET hash = :hash WHERE user_id = :person")


class SignIn:
    """The two grants of the token endpoint."""

    def __init__(
        self, engine: Engine, passwords: Passwords, keys: Keys, refresh: RefreshTokens
    ) -> None:
        self._engine = engine
        self._passwords = passwords
        self._keys = keys
        self._refresh = refresh

    def with_password(self, username: str, password: str, device: str) -> dict[str, Any]:
        """Begin a session, or raise BadCredentials without saying what was wrong."""
        with self._engine.connect() as connection:
            person = connection.execute(_PERSON, {"username": username}).one_or_none()
        stored = person.hash if person is not None and person.is_active else None
        if not self._passwords.verify(stored, password) or person is None:
            log.info("sign-in refused")
            raise BadCredentials
        if self._passwords.outdated(person.hash):
            self._store(person.id, password)
        token, access = self._refresh.issue(person.id, device or secrets.token_hex(8))
        log.info("person %d signed in", person.id)
        return self._answer(token, access, person.username, person.role)

    def with_refresh_token(self, presented: str) -> dict[str, Any]:
        """Continue a session."""
        rotated = self._refresh.rotate(presented)
        return self._answer(rotated.token, rotated.access, rotated.username, rotated.role)

    def _store(self, person: int, password: str) -> None:
        with self._engine.begin() as connection:
            row = {"hash": self._passwords.hash(password), "person": person}
            connection.execute(_REHASH, row)

    def _answer(self, token: str, access: Access, username: str, role: str) -> dict[str, Any]:
        return {
            "access_token": self._keys.sign(access),
            "refresh_token": token,
            "token_type": "Bearer",
            "expires_in": LIFETIME,
            "user": {"id": access.person, "username": username, "role": role},
        }
