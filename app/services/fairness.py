"""Whether groups are treated alike: referrals, days to decision and overrides, with intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.ml.intervals import Z95, Interval, wilson
from app.services.charts import Axis, Chart, Form, Ink, Point, Series
from app.services.figures import today
from app.words import say

LEAST, MONTHS = 20, 12
GROUPINGS = {"age": say("Age"), "sex": say("Sex"), "language": say("Language")}
_COUNTS = text("SELECT * FROM fairness_counts(:grouping, :since, :line, :least)")
_EMPTY = say("No group has {least} claims with this fact.", least=LEAST)
_TWO = 2


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """What the database counted of one group; days and their squares are sums."""

    value: str
    claims: int
    referred: int
    decided: int
    days: float
    squares: float
    weighed: int
    overridden: int

    @property
    def referral(self) -> Interval:
        """Return the share that was referred."""
        return wilson(self.referred, self.claims)

    @property
    def override(self) -> Interval:
        """Return the share that was decided otherwise than suggested."""
        return wilson(self.overridden, self.weighed)

    @property
    def delay(self) -> Interval:
        """Return the mean of days to the first decision with its normal interval."""
        if self.decided < _TWO:
            return Interval(self.days, self.days, self.days)
        mean = self.days / self.decided
        spread = max(0.0, self.squares - self.decided * mean * mean) / (self.decided - 1)
        half = Z95 * sqrt(spread / self.decided)
        return Interval(mean, mean - half, mean + half)


@dataclass(frozen=True, slots=True)
class Fairness:
    """The charts of one grouping, and over how many claims they were counted."""

    charts: tuple[Chart, ...]
    claims: int
    groups: int
    since: date


class FairnessService:
    """Counts by group for administrators alone; no fact of one claim leaves the database."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity

    def look(self, grouping: str, *, line: str = "", months: int = MONTHS) -> Fairness:
        """Return the charts over the claims of the last *months*; small groups are left out."""
        self._identity.require(Permission.FAIRNESS_READ)
        since = today() - timedelta(days=round(months * 30.44))
        asked = {"grouping": grouping, "since": since, "line": line, "least": LEAST}
        with translate(), self._sessions.begin() as session:
            rows = [GroupCounts(*row) for row in session.execute(_COUNTS, asked)]
        return Fairness(fairness_charts(rows), sum(row.claims for row in rows), len(rows), since)


def fairness_charts(rows: Sequence[GroupCounts]) -> tuple[Chart, ...]:
    """Draw the three measures by group."""
    return (
        _chart(
            (
                "referral",
                say("Referral rate"),
                say("Share of the claims that people referred to SIU."),
            ),
            rows,
            lambda row: (row.referral, row.claims),
            "high",
        ),
        _chart(
            (
                "delay",
                say("Days to decision"),
                say("Mean days from arrival to the first decision."),
            ),
            rows,
            lambda row: (row.delay, row.decided),
            "accent",
            form="number",
        ),
        _chart(
            ("override", say("Override rate"), say("Decided otherwise than the engine suggested.")),
            rows,
            lambda row: (row.override, row.weighed),
            "med",
        ),
    )


def _chart(
    told: tuple[str, str, str],
    rows: Sequence[GroupCounts],
    measure: Callable[[GroupCounts], tuple[Interval, int]],
    ink: Ink,
    *,
    form: Form = "percent",
) -> Chart:
    key, title, about = told
    counted = [(row.value, *measure(row)) for row in rows]
    known = [(name, share, of) for name, share, of in counted if of >= LEAST]
    points = tuple(
        Point(place, share.value, share.low, share.high, of)
        for place, (_, share, of) in enumerate(known)
    )
    return Chart(
        key,
        title,
        say("{about} Groups of fewer than {least} are left out.", about=about, least=LEAST),
        Axis(say("Group"), "label"),
        Axis(title, form),
        (Series(title, points, "bars", ink),),
        labels=tuple(name for name, *_ in known),
        empty=_EMPTY,
    )
