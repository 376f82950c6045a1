"""What the signed-in person is told of, grouped: claims given to them, clocks, days that came."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import Claim, Notice

MOST = 200
_SEE = text("SELECT see_notices(:last)")
_ONE = {
    "assigned": "{number} was assigned to you",
    "at_risk": "A clock of {number} is near its day",
    "late": "A clock of {number} was missed",
    "back": "{number} is back from your diary",
    "answered": "The answer on {number} has come",
    "takeover": "Somebody took over the work on {number}",
}
_SEVERAL = {
    "assigned": "{count} claims were assigned to you",
    "at_risk": "{count} of your claims are near their day",
    "late": "{count} of your claims missed a day",
    "back": "{count} claims are back from your diary",
    "answered": "The answers on {count} claims have come",
    "takeover": "Somebody took over the work on {count} of your claims",
}


@dataclass(frozen=True, slots=True)
class NoticeView:
    """One thing to be told of; `numbers` and `claims` are the claims it is about."""

    kind: str
    text: str
    at: datetime
    claims: tuple[int, ...]
    numbers: tuple[str, ...]
    last: int


class NoticeService:
    """Read one's own notices and mark them as seen."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def unseen(self) -> tuple[NoticeView, ...]:
        """Return what was not seen yet, one line for each kind, the newest first."""
        self._identity.require(Permission.CLAIM_DECIDE)
        query = (
            select(Notice.kind, Notice.id, Notice.at, Claim.id.label("claim"), Claim.claim_number)
            .join(Claim, Claim.id == Notice.claim_id)
            .where(Notice.seen_at.is_(None), Notice.user_id == self._identity.id)
            .order_by(Notice.kind, Notice.id.desc())
            .limit(MOST)
        )
        with translate(), self._sessions.begin() as session:
            found = session.execute(query).all()
        groups = [tuple(rows) for _kind, rows in groupby(found, key=lambda row: row.kind)]
        return tuple(sorted((_told(rows) for rows in groups), key=lambda told: -told.last))

    def see(self, last: int) -> None:
        """Mark as seen everything up to the notice with this id."""
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            session.execute(_SEE, {"last": last})


def _told(rows: tuple[Any, ...]) -> NoticeView:
    first = rows[0]
    numbers = tuple(dict.fromkeys(row.claim_number for row in rows))
    words = _ONE if len(numbers) == 1 else _SEVERAL
    return NoticeView(
        kind=first.kind,
        text=words[first.kind].format(number=numbers[0], count=len(numbers)),
        at=first.at,
        claims=tuple(dict.fromkeys(row.claim for row in rows)),
        numbers=numbers,
        last=first.id,
    )
