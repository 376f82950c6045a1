"""Charts of what moved: a fact then and now, its index by month, outcomes and distances."""

from datetime import date
from typing import Any

from app.services.charts import Axis, Chart, Ink, Point, Series
from app.words import say

NOTABLE = 0.25
_SIDES: tuple[tuple[str, Ink], ...] = (("then", "muted"), ("now", "accent"))


def chart_of(label: str, told: dict[str, Any]) -> Chart:
    """Draw which part of the claims each level has, then and now."""
    levels = tuple(level.replace("_", " ") for level in told["levels"])
    kept = [n for n in range(len(levels)) if told["then"][n] or told["now"][n]]
    series = tuple(
        Series(name, tuple(Point(x, told[side][n]) for x, n in enumerate(kept)), "bars", ink)
        for name, (side, ink) in zip((say("Learned from"), say("Recent")), _SIDES, strict=True)
    )
    return Chart(
        "levels",
        label,
        say(
            "{label}: part of the claims at each value, as the model learned it and lately.",
            label=label,
        ),
        Axis(say("Value"), "label"),
        Axis(say("Claims"), "percent"),
        series,
        labels=tuple(levels[n] for n in kept),
    )


def trend_chart(label: str, told: dict[str, Any], months: tuple[str, ...]) -> Chart:
    """Draw the index of each month."""
    points = tuple(
        Point(place, value) for place, value in enumerate(told["trend"]) if value is not None
    )
    return Chart(
        "trend",
        say("{label} by month", label=label),
        say(
            "{label}: stability index of each month; from the dashed line on, much has moved.",
            label=label,
        ),
        Axis(say("Month"), "label"),
        Axis(say("Index"), "number"),
        (Series(say("Index"), points, "bars"),),
        labels=tuple(
            say("{fromisoformat:%b %y}", fromisoformat=date.fromisoformat(month))
            for month in months
        ),
        level=NOTABLE,
    )


def prevalence_chart(told: dict[str, Any]) -> Chart:
    """Draw the share that turns out substantiated, late outcomes counted in, and what was said."""
    months = told["months"]
    seen = [(n, one) for n, one in enumerate(months) if one["share"] is not None]
    turned = tuple(
        Point(n, one["share"], one["low"], one["high"], one["claims"]) for n, one in seen
    )
    said = tuple(Point(n, one["said"]) for n, one in enumerate(months) if one["said"] is not None)
    return Chart(
        "prevalence",
        say("Substantiated by month"),
        say(
            "Outcomes still to come are counted in by how late they usually are; months of which "
            "less "
            "than half can be known are not drawn."
        ),
        Axis(say("Month"), "label"),
        Axis(say("Claims"), "percent"),
        (Series(say("Turn out substantiated"), turned, "dots", "high"), Series(say("Said"), said)),
        labels=tuple(
            say("{fromisoformat:%b %y}", fromisoformat=date.fromisoformat(one["day"]))
            for one in months
        ),
        empty=say("No claim has turned out substantiated yet."),
    )


def distance_chart(told: dict[str, Any]) -> Chart:
    """Draw how far claims lie from their tenth precedent."""
    series = tuple(
        Series(name, tuple(Point(n, part) for n, part in enumerate(told[side])), "bars", ink)
        for name, (side, ink) in zip((say("Settled"), say("Recent")), _SIDES, strict=True)
    )
    share, low, high = told["foreign"]
    return Chart(
        "distance",
        say("Distance to precedents"),
        say(
            "{value:.1f}% of recent claims ({value2:.1f}% to {value3:.1f}%) lie farther "
            "than 99 in 100 settled ones.",
            value=100 * share,
            value2=100 * low,
            value3=100 * high,
        ),
        Axis(say("Distance"), "label"),
        Axis(say("Claims"), "percent"),
        series,
        labels=tuple(told["levels"]),
    )
