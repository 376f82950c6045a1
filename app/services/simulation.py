"""The last twelve months replayed: what each threshold of referral would have brought a week."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.ml.arrays import Floats
from app.ml.intervals import Interval, mean, wilson
from app.services.charts import Axis, Chart, Point, Series
from app.services.outcomes import POINTS
from app.words import say

WEEKS = 52
FIRST, LAST, STEP = 5, 95, 5
_REPLAY = text("""
    SELECT (:today - l.submission_date::date - 1) / 7 AS week,
           least(floor(s.score), 99)::int AS score, l.label, count(*)::int AS claims,
           grouping(l.label)::int AS by_week
    FROM claim_label l JOIN ml_engine_score s ON s.id = l.score_id
    WHERE l.submission_date >= :since AND l.submission_date < :today
      AND (:line = '' OR l.claim_type = :line) AND s.recommendation <> 'abstain'
    GROUP BY GROUPING SETS (
        ((:today - l.submission_date::date - 1) / 7, least(floor(s.score), 99)::int),
        (least(floor(s.score), 99)::int, l.label))
""")


@dataclass(frozen=True, slots=True)
class Replay:
    """Claims by week and whole score, and the labelled ones by score, weighed to speak for all.

    `squares` are of the weights, from which the number of equal claims follows.
    """

    weekly: Floats
    wanted: Floats
    other: Floats
    squares: Floats

    @property
    def claims(self) -> int:
        """Count the claims replayed."""
        return int(self.weekly.sum())

    @property
    def labelled(self) -> bool:
        """Tell whether any claim has an outcome by the label rule."""
        return bool(self.squares.sum())


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a threshold would have brought in a week, each with its 95% interval."""

    refer_from: int
    referrals: Interval
    hours: Interval
    substantiated: Interval
    wrongly: Interval
    found: Interval
    precision: Interval

    @property
    def kept(self) -> dict[str, Any]:
        """Return what is stored with a change."""
        return {
            name: value if isinstance(value, int) else [round(end, 4) for end in value]
            for name, value in asdict(self).items()
        }


def replay(session: Session, today: date, since: date, line: str) -> Replay:
    """Count under the reader's rights; a claim that the engine abstained from is not replayed."""
    weekly, counts = np.zeros((WEEKS, POINTS)), {}
    asked = {"today": today, "since": since, "line": line}
    for week, score, label, claims, by_week in session.execute(_REPLAY, asked):
        if by_week:
            weekly[min(week, WEEKS - 1), score] += claims
        else:
            counts[score, label] = claims
    return _weighed(weekly, counts)


def _weighed(weekly: Floats, counts: dict[tuple[int, str | None], int]) -> Replay:
    wanted, other, squares = (np.zeros(POINTS) for _ in range(3))
    of = {
        name: sum(n for (_, label), n in counts.items() if label == name)
        for name in ("blind", "paid")
    }
    weights = {"substantiated": 1.0, "cleared": 1.0}
    weights["blind"] = (of["blind"] + of["paid"]) / of["blind"] if of["blind"] else 0.0
    for (score, label), claims in counts.items():
        if label in weights:
            side = wanted if label == "substantiated" else other
            side[score] += weights[label] * claims
            squares[score] += weights[label] ** 2 * claims
    return Replay(weekly, wanted, other, squares)


def outlook(found: Replay, refer_from: int, hours_each: float) -> Outlook:
    """Return what would have come of referring claims from a score on."""
    above = slice(min(refer_from, POINTS), POINTS)
    referrals = _above_zero(mean(found.weekly[:, above].sum(1)))
    wanted, other = float(found.wanted[above].sum()), float(found.other[above].sum())
    squares, total = float(found.squares[above].sum()), wanted + other
    equal = total * total / squares if squares else 0.0
    precision = wilson(equal * wanted / total if total else 0.0, equal)
    every = float(found.wanted.sum())
    return Outlook(
        refer_from=refer_from,
        referrals=referrals,
        hours=Interval(*(end * hours_each for end in referrals)),
        substantiated=_times(referrals, precision),
        wrongly=_times(referrals, Interval(*(1 - end for end in _turned(precision)))),
        found=wilson(wanted, every),
        precision=precision,
    )


def _above_zero(told: Interval) -> Interval:
    return Interval(told.value, max(0.0, told.low), told.high)


def _turned(told: Interval) -> Interval:
    return Interval(told.value, told.high, told.low)


def _times(count: Interval, share: Interval) -> Interval:
    """Return the product with an interval by the spread of both, taken as independent."""
    value = count.value * share.value
    spread = [
        np.hypot((one - count.value) * share.value, (two - share.value) * count.value)
        for one, two in ((count.low, share.low), (count.high, share.high))
    ]
    return Interval(value, max(0.0, value - float(spread[0])), value + float(spread[1]))


def workload_chart(looks: Sequence[Outlook], room: float) -> Chart:
    """Draw the hours a week over the thresholds, against the hours there are."""
    points = tuple(Point(o.refer_from, o.hours.value, o.hours.low, o.hours.high) for o in looks)
    return Chart(
        "workload",
        say("Hours a week"),
        say(
            "What referring from this score takes of the investigators, against the hours there "
            "are."
        ),
        Axis(say("Referred from"), "number"),
        Axis(say("Hours"), "number"),
        (Series(say("Hours needed"), points),),
        level=room,
        empty=say("No scored claims in this time."),
    )


def yield_chart(looks: Sequence[Outlook]) -> Chart:
    """Draw what the referrals of a week are expected to come to, over the thresholds."""

    def line(name: str) -> tuple[Point, ...]:
        parts = [(o.refer_from, getattr(o, name)) for o in looks]
        return tuple(Point(at, told.value, told.low, told.high) for at, told in parts)

    return Chart(
        "yield",
        say("Referrals a week and what they come to"),
        say(
            "Expected from claims with an outcome, weighed to speak for those that were paid "
            "unseen."
        ),
        Axis(say("Referred from"), "number"),
        Axis(say("Claims"), "number"),
        (
            Series(say("Substantiated"), line("substantiated"), "line", "high"),
            Series(say("Wrongly referred"), line("wrongly"), "line", "low"),
        ),
        empty=say("No claim of this time has an outcome by the label rule yet."),
    )
