"""Who is at a claim, and who works on it: a soft lock that anybody may take over."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import DirectoryEntry, Presence

AWAY_AFTER = text("interval '3 minutes'")
_BE_AT = text("SELECT be_at(:claim, :working)")
_BEGIN = text("SELECT begin_work(:claim, :take_over)")
_LEAVE = text("SELECT leave_claims()")


@dataclass(frozen=True, slots=True)
class PersonAt:
    """Somebody at a claim; `working_since` is None for who only looks."""

    id: int
    name: str
    since: datetime
    working_since: datetime | None
    me: bool


class PresenceService:
    """Tell where the signed-in person is, and read who else is there."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def who(self, claim_id: int) -> tuple[PersonAt, ...]:
        """Return who is at the claim now, those who work on it first."""
        self._identity.require(Permission.QUEUE_READ)
        query = (
            select(Presence, DirectoryEntry.full_name)
            .join(DirectoryEntry, DirectoryEntry.id == Presence.user_id)
            .where(Presence.claim_id == claim_id, Presence.seen_at > func.now() - AWAY_AFTER)
            .order_by(Presence.working_since.nulls_last(), Presence.since)
        )
        with translate(), self._sessions.begin() as session:
            return tuple(
                PersonAt(
                    at.user_id, name, at.since, at.working_since, at.user_id == self._identity.id
                )
                for at, name in session.execute(query)
            )

    def be_at(self, claim_id: int, *, working: bool = False) -> tuple[PersonAt, ...]:
        """Say that one is at the claim, and nowhere else; return who is there."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            session.execute(_BE_AT, {"claim": claim_id, "working": working})
        return self.who(claim_id)

    def begin_work(self, claim_id: int, *, take_over: bool = False) -> bool:
        """Begin to work on the claim; False while somebody else does, unless one takes over."""
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            told = {"claim": claim_id, "take_over": take_over}
            return bool(session.scalar(_BEGIN, told))

    def leave(self) -> None:
        """Say that one is at no claim any more."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            session.execute(_LEAVE)
