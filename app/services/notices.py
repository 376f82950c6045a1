"""What the signed-in person is told of: claims given to them, clocks, days that came, names."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import groupby

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import Claim, Notice, NoticeChoice
from app.words import fill, say

MOST = 200
Told = Select[int, str, str | None, datetime, datetime | None, int, str]
SHOWN = 50
_SEE = text("SELECT see_notices(:last)")
_SEE_ONE = text("SELECT see_notice(:notice)")
_CHOOSE = text("SELECT choose_notices(:silent, :desktop, :quiet_from, :quiet_until)")
KINDS = {
    "assigned": say("A claim is given to me"),
    "approval": say("A claim waits for me as the second person"),
    "decided": say("A claim I sent for approval is answered"),
    "answered": say("What I asked for has come"),
    "mention": say("A note names me"),
    "at_risk": say("A clock of mine is near its day"),
    "late": say("A clock of mine was missed"),
    "back": say("A claim is back from my diary"),
    "takeover": say("Somebody takes over my work"),
}
_ONE = {
    "assigned": say("{number} was assigned to you"),
    "approval": say("{number} waits for you as the second person"),
    "decided": say("{number} was answered by the second person"),
    "mention": say("A note on {number} names you"),
    "at_risk": say("A clock of {number} is near its day"),
    "late": say("A clock of {number} was missed"),
    "back": say("{number} is back from your diary"),
    "answered": say("The answer on {number} has come"),
    "takeover": say("Somebody took over the work on {number}"),
}
_SEVERAL = {
    "assigned": say("{count} claims were assigned to you"),
    "approval": say("{count} claims wait for you as the second person"),
    "decided": say("{count} claims were answered by the second person"),
    "mention": say("Notes on {count} claims name you"),
    "at_risk": say("{count} of your claims are near their day"),
    "late": say("{count} of your claims missed a day"),
    "back": say("{count} claims are back from your diary"),
    "answered": say("The answers on {count} claims have come"),
    "takeover": say("Somebody took over the work on {count} of your claims"),
}


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One thing a person was told of a claim that they see."""

    id: int
    kind: str
    text: str
    at: datetime
    claim: int
    number: str
    seen: bool


@dataclass(frozen=True, slots=True)
class NoticeView:
    """What was not seen yet of one kind; `numbers` and `claims` are the claims it is about."""

    kind: str
    text: str
    at: datetime
    claims: tuple[int, ...]
    numbers: tuple[str, ...]
    last: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person wants to hear; between the quiet hours the desktop says nothing."""

    silent: frozenset[str] = field(default_factory=frozenset)
    desktop: bool = True
    quiet_from: time = time(18)
    quiet_until: time = time(8)

    def is_quiet(self, now: time) -> bool:
        """Tell whether the desktop says nothing at this time of the day."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= now < self.quiet_until
        return now >= self.quiet_from or now < self.quiet_until


class NoticeService:
    """Read one's own notices, mark them as seen, and choose which there are."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def latest(self) -> tuple[NoticeLine, ...]:
        """Return the newest notices, seen or not, of the kinds one wants to hear."""
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            return self._lines(session, _told(self._identity.id), SHOWN)

    def unseen(self) -> tuple[NoticeView, ...]:
        """Return what was not seen yet, one line for each kind, the newest first."""
        self._identity.require(Permission.CLAIM_DECIDE)
        query = _told(self._identity.id).where(Notice.seen_at.is_(None))
        with translate(), self._sessions.begin() as session:
            return grouped(self._lines(session, query, MOST))

    def see(self, last: int) -> None:
        """Mark as seen everything up to the notice with this id."""
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            session.execute(_SEE, {"last": last})

    def see_one(self, notice: int) -> None:
        """Mark one notice as seen."""
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            session.execute(_SEE_ONE, {"notice": notice})

    def choices(self) -> Choices:
        """Return what one wants to hear."""
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            return _choices(session, self._identity.id)

    def choose(self, choices: Choices) -> None:
        """Hear from now on of other kinds, or at other hours."""
        self._identity.require(Permission.CLAIM_DECIDE)
        told = {
            "silent": sorted(choices.silent),
            "desktop": choices.desktop,
            "quiet_from": choices.quiet_from,
            "quiet_until": choices.quiet_until,
        }
        with translate(), self._sessions.begin() as session:
            session.execute(_CHOOSE, told)

    def _lines(
        self,
        session: Session,
        query: Told,
        most: int,
    ) -> tuple[NoticeLine, ...]:
        silent = _choices(session, self._identity.id).silent
        wanted = query.where(Notice.kind.not_in(silent)) if silent else query
        return tuple(
            NoticeLine(
                id=row.id,
                kind=row.kind,
                text=_sentence(row.kind, row.claim_number, row.detail),
                at=row.at,
                claim=row.claim,
                number=row.claim_number,
                seen=row.seen_at is not None,
            )
            for row in session.execute(wanted.limit(most))
        )


def grouped(lines: Iterable[NoticeLine]) -> tuple[NoticeView, ...]:
    """Return one line for each kind, the newest first."""
    by_kind = sorted(lines, key=lambda line: (line.kind, -line.id))
    groups = [tuple(rows) for _kind, rows in groupby(by_kind, key=lambda line: line.kind)]
    return tuple(sorted((_together(rows) for rows in groups), key=lambda told: -told.last))


def _sentence(kind: str, number: str, detail: str | None) -> str:
    why = f": {detail}" if kind == "back" and detail else ""
    return fill(_ONE[kind], number=number) + why


def _told(me: int) -> Told:
    return (
        select(
            Notice.id,
            Notice.kind,
            Notice.detail,
            Notice.at,
            Notice.seen_at,
            Claim.id.label("claim"),
            Claim.claim_number,
        )
        .join(Claim, Claim.id == Notice.claim_id)
        .where(Notice.user_id == me)
        .order_by(Notice.id.desc())
    )


def _choices(session: Session, me: int) -> Choices:
    found = session.scalar(select(NoticeChoice).where(NoticeChoice.user_id == me))
    if found is None:
        return Choices()
    return Choices(frozenset(found.silent), found.desktop, found.quiet_from, found.quiet_until)


def _together(rows: tuple[NoticeLine, ...]) -> NoticeView:
    first = rows[0]
    numbers = tuple(dict.fromkeys(row.number for row in rows))
    words = _ONE if len(numbers) == 1 else _SEVERAL
    return NoticeView(
        kind=first.kind,
        text=fill(words[first.kind], number=numbers[0], count=len(numbers)),
        at=first.at,
        claims=tuple(dict.fromkeys(row.claim for row in rows)),
        numbers=numbers,
        last=first.id,
    )
