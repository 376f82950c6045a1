"""Sessions: who an access token speaks for at this moment, and the list a person can end from."""

import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, text

from app.access import Role
from app.tokens.answers import BadAccessToken, CodeNeeded, Forbidden, Missing
from app.tokens.keys import Access
from app.tokens.refresh import end_family

FRESH_MINUTES = 5

_ALIVE = text("""
    SELECT u.id, u.username, u.role,
           coalesce(max(r.otp_at) > now() - make_interval(mins => :minutes), false) AS fresh
    FROM auth.refresh_token r JOIN auth_user u ON u.id = r.user_id
    WHERE r.family = :family AND r.user_id = :person AND u.is_active
      AND r.revoked_at IS NULL AND r.expires_at > now()
      AND (u.role <> 'admin' OR r.otp_at IS NOT NULL)
    GROUP BY u.id
""")
_CODED = text("UPDATE auth.refresh_token SET otp_at = now() WHERE family = :family")
_LIST = text("""
    SELECT family, device, min(issued_at) AS started_at, max(issued_at) AS last_used_at,
           max(expires_at) AS expires_at
    FROM auth.refresh_token WHERE user_id = :person
    GROUP BY family, device
    HAVING bool_and(revoked_at IS NULL) AND max(expires_at) > now()
    ORDER BY last_used_at DESC, family
""")
_OWNER = text("""
    SELECT user_id FROM auth.refresh_token
    WHERE family = :family AND revoked_at IS NULL AND expires_at > now()
    LIMIT 1
""")
_END = text("SELECT auth.end_session(:by, :family)")
_OTHERS = text("""
    SELECT DISTINCT family FROM auth.refresh_token
    WHERE user_id = :person AND family <> :family AND revoked_at IS NULL
""")


@dataclass(frozen=True, slots=True)
class Caller:
    """The person behind a request, as the database knows them now."""

    access: Access
    username: str
    role: str
    fresh: bool

    @property
    def person(self) -> int:
        """Return the person's number."""
        return self.access.person

    def require_admin(self, *, fresh: bool) -> None:
        """Raise Forbidden unless an administrator, CodeNeeded unless *fresh* enough to change."""
        if self.role != Role.ADMIN:
            raise Forbidden
        if fresh and not self.fresh:
            raise CodeNeeded(status=403)


class Sessions:
    """Reads and ends sessions; one is all the refresh tokens of a family."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def caller(self, access: Access) -> Caller:
        """Return who *access* speaks for, or raise BadAccessToken when the session is over."""
        asked = {"family": access.family, "person": access.person, "minutes": FRESH_MINUTES}
        with self._engine.begin() as connection:
            row = connection.execute(_ALIVE, asked).one_or_none()
        if row is None:
            raise BadAccessToken
        return Caller(access, row.username, row.role, row.fresh)

    def mark_coded(self, caller: Caller) -> None:
        """Note that the session has just shown a one-time code."""
        with self._engine.begin() as connection:
            connection.execute(_CODED, {"family": caller.access.family})

    def of(self, person: int, *, current: uuid.UUID) -> list[dict[str, Any]]:
        """Return the living sessions of a person, the last used one first."""
        with self._engine.begin() as connection:
            rows = connection.execute(_LIST, {"person": person}).all()
        return [_told(row, current) for row in rows]

    def end(self, family: uuid.UUID, caller: Caller) -> None:
        """End an own session; an administrator with a fresh code ends anyone's."""
        with self._engine.begin() as connection:
            owner = connection.execute(_OWNER, {"family": family}).scalar()
            if owner != caller.person:
                _require_admin_for(caller)
            if owner is None:
                raise Missing("session")
            connection.execute(_END, {"by": caller.access.family, "family": family})

    def end_others(self, caller: Caller) -> None:
        """End every session of the caller but the one that asks."""
        asked = {"person": caller.person, "family": caller.access.family}
        with self._engine.begin() as connection:
            for family in connection.execute(_OTHERS, asked).scalars().all():
                end_family(connection, family)


def _require_admin_for(caller: Caller) -> None:
    """Tell somebody who may not end a session nothing about whether it exists."""
    if caller.role != Role.ADMIN:
        raise Missing("session")
    caller.require_admin(fresh=True)


def _told(row: Any, current: uuid.UUID) -> dict[str, Any]:
    times = {
        name: getattr(row, name).isoformat()
        for name in ("started_at", "last_used_at", "expires_at")
    }
    about = {"id": str(row.family), "device": row.device, "current": row.family == current}
    return about | times
