"""Charts of scores against outcomes: reliability, precision, gains, months and confusion."""

from collections.abc import Sequence
from datetime import date
from math import sqrt

import numpy as np

from app.codes import Recommendation
from app.ml.intervals import effective, wilson
from app.services import wording
from app.services.charts import Axis, Chart, Ink, Point, Series
from app.services.outcomes import Bin, Curve, blind_weight, curve
from app.words import say

GROUPS = 10
BUDGETS = (0.05, 0.1, 0.2)
_MEDIUM, _HIGH = 40, 70
UNLABELLED = say("No claim of this time has an outcome by the label rule yet.")


def reliability(bins: Sequence[Bin]) -> Chart:
    """Draw ten groups of claims of about equal weight: what was said and what came true."""
    told = curve(bins)
    points = []
    for group in _groups(told):
        weight = told.total[group].sum()
        of = weight * weight / told.squares[group].sum()
        share = wilson(of * told.positive[group].sum() / weight, of)
        said = float(told.probability[group].sum() / weight)
        count = int(told.claims[group].sum())
        points.append(Point(said, share.value, share.low, share.high, count))
    return Chart(
        "reliability",
        say("Reliability"),
        say(
            "Of claims given this probability, how many were substantiated; on the line they agree."
        ),
        Axis(say("Said"), "percent"),
        Axis(say("Substantiated"), "percent"),
        (Series(say("Groups of claims"), tuple(points), "dots"),),
        even=True,
        empty=UNLABELLED,
    )


def _groups(told: Curve) -> list[slice]:
    """Return runs of scores that hold about a tenth of the weight each, none of them empty."""
    whole, found, start = told.total.sum(), [], 0
    reached = np.cumsum(told.total)
    for part in range(1, GROUPS + 1):
        end = int(np.searchsorted(reached, whole * part / GROUPS)) + 1
        if end > start and whole and told.claims[start:end].sum():
            found.append(slice(start, end))
            start = end
    return found


def precision_recall(bins: Sequence[Bin]) -> Chart:
    """Draw precision against recall for every whole score as the threshold."""
    told = curve(bins)
    found, of = (np.cumsum(side[::-1]) for side in (told.positive, told.total))
    points = tuple(
        Point(float(found[n] / found[-1]), float(found[n] / of[n]))
        for n in range(len(of))
        if told.total[::-1][n] and found[-1]
    )
    base = float(found[-1] / of[-1]) if of[-1] else None
    return Chart(
        "precision-recall",
        say("Precision and recall"),
        say("Which share of the flagged is substantiated against which share of them is found."),
        Axis(say("Recall"), "percent", 1.0),
        Axis(say("Precision"), "percent", 1.0),
        (Series(say("By threshold"), points),),
        level=base,
        empty=UNLABELLED,
    )


def gains(bins: Sequence[Bin]) -> Chart:
    """Draw the share of substantiated claims found when the highest scores are reviewed."""
    told = curve(bins)
    found, of = (np.cumsum(side[::-1]) for side in (told.positive, told.total))
    line: tuple[Point, ...] = ()
    marks: tuple[Point, ...] = ()
    if of[-1] and found[-1]:
        x, y = np.append(0, of / of[-1]), np.append(0, found / found[-1])
        line = tuple(Point(float(a), float(b)) for a, b in zip(x, y, strict=True))
        claims = float(told.claims[told.positive > 0].sum())
        marks = tuple(_gain(budget, x, y, claims) for budget in BUDGETS)
    return Chart(
        "gains",
        say("Gains at the review budget"),
        say("Reviewing this share of all claims finds this share of the substantiated ones."),
        Axis(say("Reviewed"), "percent", 1.0),
        Axis(say("Found"), "percent", 1.0),
        (Series(say("Found"), line), Series(say("Budgets"), marks, "dots", "high")),
        even=True,
        empty=UNLABELLED,
    )


def _gain(budget: float, x: np.ndarray, y: np.ndarray, claims: float) -> Point:
    share = wilson(claims * float(np.interp(budget, x, y)), claims)
    return Point(budget, share.value, share.low, share.high)


def monthly(bins: Sequence[Bin]) -> Chart:
    """Draw how scores are spread over low, medium and high, month by month."""
    months = sorted({one.month for one in bins})
    bands: tuple[tuple[str, Ink, int, int], ...] = (
        (say("Low, under 40"), "low", 0, _MEDIUM),
        (say("Medium, 40 to 69"), "med", _MEDIUM, _HIGH),
        (say("High, 70 and over"), "high", _HIGH, 101),
    )
    series = tuple(
        Series(name, _shares(bins, months, low, high), "bars", ink)
        for name, ink, low, high in bands
    )
    return Chart(
        "months",
        say("Scores by month"),
        say("How the claims of each month are spread over the bands of the score."),
        Axis(say("Month"), "label"),
        Axis(say("Claims"), "percent", 1.0),
        series,
        labels=tuple(say("{month:%b %y}", month=month) for month in months),
        stacked=True,
        empty=say("No scored claims in this time."),
    )


def _shares(bins: Sequence[Bin], months: list[date], low: int, high: int) -> tuple[Point, ...]:
    points = []
    for place, month in enumerate(months):
        own = [one for one in bins if one.month == month]
        count = sum(one.claims for one in own if low <= one.score < high)
        points.append(Point(place, count / sum(one.claims for one in own), count=count))
    return tuple(points)


def confusion(bins: Sequence[Bin]) -> Chart:
    """Draw what became of claims by what was suggested, weighed for the paid ones unseen."""
    weight = {"substantiated": 1.0, "cleared": 1.0, "blind": blind_weight(bins)}
    labels = [
        advice for advice in Recommendation if any(one.recommendation == advice for one in bins)
    ]
    rows = {
        advice: [one for one in bins if one.recommendation == advice and one.label in weight]
        for advice in labels
    }
    points: dict[bool, list[Point]] = {True: [], False: []}
    for place, advice in enumerate(labels):
        for wanted in (True, False):
            own = [one for one in rows[advice] if (one.label == "substantiated") is wanted]
            count = sum(weight[str(one.label)] * one.claims for one in own)
            seen = [w for one in own for w in [weight[str(one.label)]] * one.claims]
            spread = count / sqrt(effective(np.array(seen))) if seen else 0.0
            ends = (max(0.0, count - 1.96 * spread), count + 1.96 * spread)
            points[wanted].append(Point(place, count, *ends, count=len(seen)))
    return Chart(
        "confusion",
        say("Outcomes by suggestion"),
        say(
            "How claims ended that got each suggestion, estimated for all of them from those "
            "labelled."
        ),
        Axis(say("Suggestion"), "label"),
        Axis(say("Claims"), "count"),
        (
            Series(say("Substantiated"), tuple(points[True]), "bars", "high"),
            Series(say("Cleared or paid"), tuple(points[False]), "bars", "ok"),
        ),
        labels=tuple(wording.RECOMMENDATION[advice] for advice in labels),
        empty=say("No scored claims in this time."),
    )


def blind_agreement(bins: Sequence[Bin]) -> Chart:
    """Draw, month by month, for how many paid claims of the blind sample nobody would be called."""
    months = sorted({one.month for one in bins if one.label == "blind"})
    points = []
    for place, month in enumerate(months):
        own = [one for one in bins if one.label == "blind" and one.month == month]
        left = sum(one.claims for one in own if one.recommendation != Recommendation.REFER_SIU)
        of = sum(one.claims for one in own)
        share = wilson(left, of)
        points.append(Point(place, share.value, share.low, share.high, of))
    return Chart(
        "blind",
        say("Agreement on the blind sample"),
        say("Of paid claims drawn at random, how many the engine would not have referred either."),
        Axis(say("Month"), "label"),
        Axis(say("Agree"), "percent", 1.0),
        (Series(say("Agree"), tuple(points), "bars", "ok"),),
        labels=tuple(say("{month:%b %y}", month=month) for month in months),
        empty=say("No paid claim of this time is in the blind sample yet."),
    )
