"""How well the models judge, as charts; every figure is counted under the reader's rights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType, Recommendation
from app.database import translate
from app.services import wording
from app.services.cells import counted, of
from app.services.charts import Axis, Chart, Point, Series
from app.services.figures import today
from app.words import say

if TYPE_CHECKING:
    from app.services.outcomes import Bin

MONTHS = 12
FEWEST = 20
_DELAYS = counted(
    "delay",
    """
    SELECT CASE WHEN known THEN days
                ELSE greatest(0, (now() AT TIME ZONE 'UTC')::date - day) END AS days,
           coalesce(sum(claims) FILTER (WHERE known), 0)::int,
           coalesce(sum(claims) FILTER (WHERE NOT known), 0)::int
    FROM told GROUP BY 1 ORDER BY 1
""",
)
_FLAGS = counted(
    "rule",
    """
    SELECT r.name, sum(t.judged)::int, sum(t.justified)::int
    FROM told t JOIN red_flag_current r USING (code) GROUP BY r.code, r.name ORDER BY r.code
""",
)
_OVERRIDES = counted(
    "desk",
    """
    SELECT nullif(region, ''), line, sum(decided)::int, sum(otherwise)::int
    FROM told GROUP BY 1, 2 ORDER BY 1, 2
""",
)
_VIEWS = text("SELECT suggested, views::int, agreed::int FROM blind_record()")


@dataclass(frozen=True, slots=True)
class Performance:
    """The charts of one look, and what they were counted over."""

    charts: tuple[Chart, ...]
    claims: int
    labelled: int
    since: date


class PerformanceService:
    """Counts scores against outcomes for analysts and administrators."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    @property
    def _watches(self) -> bool:
        identity = self._identity
        flags = identity.analyst or identity.supervisor
        return flags or identity.may(Permission.MODEL_ACTIVATE)

    def look(self, *, line: str = "", months: int = MONTHS) -> Performance:
        """Return the charts over the claims of the last *months* that the person may see.

        The first month is counted whole.
        """
        from app.services.outcomes import read_bins

        self._identity.require(Permission.MODEL_READ)
        since = (today() - timedelta(days=round(months * 30.44))).replace(day=1)
        asked = of(since, line)
        with translate(), self._sessions.begin() as session:
            bins = read_bins(session, since, line)
            delays = session.execute(_DELAYS, asked).all()
            flags = session.execute(_FLAGS, asked).all()
            overrides = session.execute(_OVERRIDES, asked).all()
            views = session.execute(_VIEWS).all() if self._watches else ()
        charts = (
            *_of_scores(bins),
            label_delay(delays),
            flag_precision(flags),
            override_rates(overrides),
            agreement(views),
        )
        labelled = sum(one.claims for one in bins if one.label not in {None, "paid"})
        return Performance(charts, sum(one.claims for one in bins), labelled, since)


def _of_scores(bins: "Sequence[Bin]") -> tuple[Chart, ...]:
    from app.services import performance_charts as drawn

    kinds = (
        drawn.reliability,
        drawn.precision_recall,
        drawn.gains,
        drawn.monthly,
        drawn.confusion,
        drawn.blind_agreement,
    )
    return tuple(draw(bins) for draw in kinds)


def label_delay(rows: Sequence[Any]) -> Chart:
    """Draw how many of the labels have come by which day, open claims taken into account."""
    import numpy as np

    from app.ml.intervals import arrival

    points: tuple[Point, ...] = ()
    if any(came for _, came, _ in rows):
        days, came, waiting = (np.array(column, float) for column in zip(*rows, strict=True))
        found = arrival(days, came, waiting)
        told = zip(days, found.share, found.low, found.high, strict=True)
        points = tuple(Point(float(x), float(y), float(a), float(b)) for x, y, a, b in told)
    return Chart(
        "delay",
        say("Label delay"),
        say("Share of claims whose outcome is known so many days after they came in."),
        Axis(say("Days"), "count"),
        Axis(say("Known"), "percent", 1.0),
        (Series(say("Known outcomes"), points),),
        empty=say("No claim has an outcome yet."),
    )


def flag_precision(rows: Sequence[Any]) -> Chart:
    """Draw which share of the reviews of claims with a red flag was justified."""
    from app.ml.intervals import wilson

    shares = [(name, wilson(found, of), of) for name, of, found in rows if of >= FEWEST]
    ranked = sorted(shares, key=lambda row: -row[1].value)
    points = tuple(
        Point(n, share.value, share.low, share.high, of) for n, (_, share, of) in enumerate(ranked)
    )
    return Chart(
        "flags",
        say("Precision per red flag"),
        say(
            "Justified among the reviews of claims that show it; at least {fewest} reviews each.",
            fewest=FEWEST,
        ),
        Axis(say("Red flag"), "label"),
        Axis(say("Justified"), "percent"),
        (Series(say("Justified"), points, "bars", "high"),),
        labels=tuple(name for name, _, _ in ranked),
        empty=say("No red flag was shown by {fewest} reviewed claims.", fewest=FEWEST),
    )


def override_rates(rows: Sequence[Any]) -> Chart:
    """Draw how often people decided otherwise than was suggested, by desk and never by person."""
    from app.ml.intervals import wilson

    told = [row for row in rows if row[2] >= FEWEST]
    names = tuple(
        f"{wording.CLAIM_TYPE[ClaimType(line)]}, {region or say('no region')}"
        for region, line, *_ in told
    )
    shares = [(wilson(found, of), of) for *_, of, found in told]
    points = tuple(
        Point(n, share.value, share.low, share.high, of) for n, (share, of) in enumerate(shares)
    )
    return Chart(
        "overrides",
        say("Decided otherwise than suggested"),
        say(
            "Referred against the suggestion, or not in spite of it, by desk; no person is ranked."
        ),
        Axis(say("Desk"), "label"),
        Axis(say("Overrides"), "percent"),
        (Series(say("Overrides"), points, "bars", "med"),),
        labels=names,
        empty=say("No desk has decided {fewest} scored claims.", fewest=FEWEST),
    )


def agreement(rows: Sequence[Any]) -> Chart:
    """Draw how often views recorded before the score was shown agree with what was suggested."""
    from app.ml.intervals import wilson

    order = {code: n for n, code in enumerate(Recommendation)}
    told = sorted(rows, key=lambda row: order[Recommendation(row[0])])
    shares = [(wilson(agreed, views), views) for _, views, agreed in told]
    points = tuple(
        Point(n, share.value, share.low, share.high, of) for n, (share, of) in enumerate(shares)
    )
    return Chart(
        "agreement",
        say("Views before the score was shown"),
        say(
            "Share of blind views that agree with the suggestion, over all lines; no person is "
            "ranked."
        ),
        Axis(say("Suggested"), "label"),
        Axis(say("Agreed"), "percent", 1.0),
        (Series(say("Agreed"), points, "bars", "low"),),
        labels=tuple(wording.RECOMMENDATION[Recommendation(code)] for code, *_ in told),
        empty=say("No view was recorded in the blind sample yet."),
    )
