"""Thresholds of referral: simulated, proposed with what was found, and confirmed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType
from app.database import translate
from app.models import DirectoryEntry, Threshold
from app.services.figures import today
from app.services.simulation import (
    FIRST,
    LAST,
    STEP,
    WEEKS,
    Outlook,
    Replay,
    outlook,
    replay,
    workload_chart,
    yield_chart,
)

DEFAULT = 70
_PROPOSE = text("SELECT propose_threshold(:line, :refer_from, :effective, :simulation, :reason)")
_PROPOSE = _PROPOSE.bindparams(bindparam("simulation", type_=JSONB))


@dataclass(frozen=True, slots=True)
class ThresholdView:
    """A change of a threshold and where it stands."""

    id: int
    line: str
    refer_from: int
    effective_from: date
    reason: str
    state: str
    proposed_by: int
    proposer: str
    proposed_at: datetime
    simulation: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Simulation:
    """A line replayed over the last year, with every change there was."""

    line: str
    since: date
    replayed: Replay
    changes: tuple[ThresholdView, ...]

    def at(self, refer_from: int, hours_each: float) -> Outlook:
        """Return the outlook of one threshold."""
        return outlook(self.replayed, refer_from, hours_each)

    def charts(self, hours_each: float, room: float) -> tuple[Any, ...]:
        """Return the charts over all thresholds."""
        looks = [self.at(score, hours_each) for score in range(FIRST, LAST + 1, STEP)]
        return workload_chart(looks, room), yield_chart(looks)

    @property
    def waiting(self) -> ThresholdView | None:
        """Return the change of this line that waits for its second person."""
        own = (one for one in self.changes if one.line == self.line and one.state == "open")
        return next(own, None)

    def in_force(self, day: date) -> ThresholdView | None:
        """Return the change that is in force on this line, if there ever was one."""
        past = [
            one
            for one in self.changes
            if one.line == self.line and one.state == "confirmed" and one.effective_from <= day
        ]
        return max(past, key=lambda one: (one.effective_from, one.id), default=None)


class Thresholds:
    """Replay the year for analysts and administrators, and take the steps of administrators."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity

    def simulate(self, line: str = ClaimType.MOTOR) -> Simulation:
        """Return the last 52 weeks of a line, counted by the database under the reader's rights."""
        self._identity.require(Permission.MODEL_READ)
        day = today()
        since = day - timedelta(weeks=WEEKS)
        with translate(), self._sessions.begin() as session:
            found = replay(session, day, since, line)
            return Simulation(line, since, found, _changes(session))

    def propose(self, line: str, told: Outlook, effective: date, reason: str) -> None:
        """Ask for a threshold, with its simulation; another person confirms."""
        self._identity.require(Permission.MODEL_ACTIVATE)
        given = {
            "line": line,
            "refer_from": told.refer_from,
            "effective": effective,
            "simulation": told.kept,
            "reason": reason,
        }
        with translate(), self._sessions.begin() as session:
            session.execute(_PROPOSE, given)

    def confirm(self, change: int) -> None:
        """Let a proposed threshold take effect on its day."""
        self._step("confirm_threshold(:change)", change=change)

    def drop(self, change: int, reason: str) -> None:
        """Let the threshold be as it is."""
        self._step("drop_threshold(:change, :reason)", change=change, reason=reason)

    def _step(self, call: str, **given: Any) -> None:
        self._identity.require(Permission.MODEL_ACTIVATE)
        with translate(), self._sessions.begin() as session:
            session.execute(text(f"SELECT {call}"), given)


def _changes(session: Session) -> tuple[ThresholdView, ...]:
    rows = session.execute(
        select(Threshold, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Threshold.proposed_by)
        .order_by(Threshold.id.desc())
        .limit(200)
    )
    return tuple(
        ThresholdView(
            id=one.id,
            line=one.line,
            refer_from=one.refer_from,
            effective_from=one.effective_from,
            reason=one.reason,
            state=one.state,
            proposed_by=one.proposed_by,
            proposer=name or "",
            proposed_at=one.proposed_at,
            simulation=one.simulation,
        )
        for one, name in rows
    )
