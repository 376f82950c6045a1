"""What the red-flag rules found on a claim, as the desk shows it beside the score."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from app.models import Flagging, RedFlag, RedFlagRule


@dataclass(frozen=True, slots=True)
class FlagView:
    """One indicator: the rule's name, the fact that raised it, its points and version."""

    code: str
    name: str
    said: str
    points: int
    version: int


@dataclass(frozen=True, slots=True)
class FlagsView:
    """What the last look at a claim found; `at` is None while nobody has looked."""

    flags: tuple[FlagView, ...] = ()
    at: datetime | None = None

    @property
    def points(self) -> int:
        """Return the points of all indicators together."""
        return sum(flag.points for flag in self.flags)


def read_flags(session: Session, claim_id: int) -> FlagsView:
    """Return the indicators that these eyes may see, the weightiest first."""
    last = select(func.max(Flagging.id)).where(Flagging.claim_id == claim_id).scalar_subquery()
    rows = session.execute(
        select(
            Flagging.at,
            RedFlagRule.code,
            RedFlagRule.name,
            RedFlag.said,
            RedFlag.points,
            RedFlagRule.version,
        )
        .outerjoin(RedFlag, and_(RedFlag.flagging_id == Flagging.id, ~RedFlag.shadow))
        .outerjoin(RedFlagRule, RedFlagRule.id == RedFlag.rule_id)
        .where(Flagging.id == last)
        .order_by(RedFlag.points.desc(), RedFlagRule.code)
    ).all()
    found = tuple(FlagView(*row[1:]) for row in rows if row.code)
    return FlagsView(found, rows[0].at if rows else None)
