"""The clocks of claims, and how many of them will run out in the next days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClockKind
from app.database import translate
from app.models import Claim, Clock, ClockPack, ClockRule, queue_due
from app.services.claim_views import ClockView
from app.services.figures import today
from app.services.queue_filter import STATUSES, StatusGroup

AHEAD = 10
LOOKED_BACK = 14
WORKING_DAYS = 5


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """How many open claims are due on a day, and how many of them will probably be missed."""

    day: date
    due: int
    missed: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is late already, what comes, and how many claims a working day sees decided."""

    late: int
    pace: float
    days: tuple[ForecastDay, ...]

    @property
    def missed(self) -> int:
        """Return how many claims will probably be missed in all these days."""
        return sum(day.missed for day in self.days)


class ClockService:
    """Look ahead at the clocks of the claims within one's reach."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def forecast(self, ahead: int = AHEAD) -> Forecast:
        """Return what will be missed at the pace of the last two weeks, the nearest day first."""
        self._identity.require(Permission.QUEUE_READ)
        now = today()
        with translate(), self._sessions.begin() as session:
            rows = session.execute(_due_until(now + timedelta(days=ahead)))
            found = {day: count for day, count in rows if day}
            decided = session.scalar(_decided_since(now - timedelta(days=LOOKED_BACK))) or 0
        return foresee(found, decided / (LOOKED_BACK / 7 * WORKING_DAYS), now, ahead)


def foresee(due: dict[date, int], pace: float, now: date, ahead: int) -> Forecast:
    """Return the forecast when claims are worked in the order in which they are due.

    What is late already is worked first; a weekend sees nothing decided.
    """
    late = waiting = sum(count for day, count in due.items() if day < now)
    capacity = 0.0
    days = []
    for number in range(ahead + 1):
        day = now + timedelta(days=number)
        count = due.get(day, 0)
        capacity += pace if day.weekday() < WORKING_DAYS else 0
        waiting += count
        days.append(ForecastDay(day, count, min(count, max(0, round(waiting - capacity)))))
    return Forecast(late, pace, tuple(days))


def clocks_of(claim_id: int) -> Select[*tuple[Any, ...]]:
    """Return the query of a claim's clocks, the running ones first."""
    running = Clock.met_at.is_(None) & Clock.stopped_at.is_(None)
    return (
        select(Clock, ClockPack.name.label("pack"))
        .join(ClockRule, ClockRule.id == Clock.rule_id)
        .join(ClockPack, ClockPack.id == ClockRule.pack_id)
        .where(Clock.claim_id == claim_id)
        .order_by(running.desc(), Clock.due_on, Clock.id)
    )


def clock_view(found: RowMapping) -> ClockView:
    """Return what a screen shows of a clock."""
    clock: Clock = found["Clock"]
    ended = clock.met_at or clock.stopped_at or datetime.now(UTC)
    return ClockView(
        clock=ClockKind(clock.clock),
        pack=found["pack"],
        since=clock.started_on,
        warn=clock.warn_on,
        due=clock.due_on,
        state=_state(clock),
        late=clock.paused_on is None and ended.date() > clock.due_on,
        met_at=clock.met_at,
    )


def _state(clock: Clock) -> str:
    if clock.stopped_at:
        return "stopped"
    if clock.met_at:
        return "met"
    return "paused" if clock.paused_on else "running"


def _due_until(last: date) -> Select[date | None, int]:
    return (
        select(queue_due, func.count())
        .where(Claim.status.in_(STATUSES[StatusGroup.OPEN]), queue_due <= last)
        .group_by(queue_due)
    )


def _decided_since(first: date) -> Select[int]:
    return select(func.count(Clock.claim_id.distinct())).where(
        Clock.clock == ClockKind.DECIDE, Clock.met_at >= first
    )
