"""The limits of the fast track: read by those who watch over rules, changed by administrators."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType
from app.database import translate
from app.errors import Conflict
from app.models import DirectoryEntry, FastTrackLimit
from app.words import say

_SET = text("SELECT set_fast_track(:line, :version, :amount, :score, :why)")
STALE = say("Somebody else changed these limits just now. Look at them again, then decide.")


@dataclass(frozen=True, slots=True)
class LimitView:
    """The limits of one line in force; `by` is None for those delivered."""

    line: ClaimType
    version: int
    amount: Decimal
    score: Decimal
    why: str
    by: str | None
    at: datetime


class FastTrackService:
    """Read and change limits, as the signed-in person; the database suggests by them."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    @property
    def may_change(self) -> bool:
        """Tell whether the person changes limits."""
        return self._identity.may(Permission.MODEL_ACTIVATE)

    def limits(self) -> tuple[LimitView, ...]:
        """Return the limits in force, in the order of the lines."""
        self._identity.require(Permission.RULE_READ)
        newest = (
            select(FastTrackLimit, DirectoryEntry.full_name)
            .outerjoin(DirectoryEntry, DirectoryEntry.id == FastTrackLimit.set_by)
            .order_by(FastTrackLimit.version)
        )
        with translate(), self._sessions.begin() as session:
            found = {ClaimType(one.line): (one, by) for one, by in session.execute(newest)}
            return tuple(_limit(line, *found[line]) for line in ClaimType)

    def change(self, limit: LimitView, *, amount: Decimal, score: Decimal, why: str) -> None:
        """Put other limits in force; raises Conflict when somebody was faster."""
        self._identity.require(Permission.MODEL_ACTIVATE)
        told = {"line": limit.line, "version": limit.version, "why": why}
        with translate(), self._sessions.begin() as session:
            answer = session.scalar(_SET, told | {"amount": amount, "score": score})
            if answer is None:
                raise Conflict(STALE)


def _limit(line: ClaimType, limit: FastTrackLimit, by: str | None) -> LimitView:
    return LimitView(line, limit.version, limit.amount, limit.score, limit.why, by, limit.set_at)
