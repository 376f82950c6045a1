"""Charts of what the worker measured over the last week, and of what is used."""

from datetime import UTC, datetime
from typing import NamedTuple

from app.services.charts import Axis, Chart, Form, Point, Series
from app.words import say

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MEGABYTE = 1 << 20


class Known(NamedTuple):
    """A chart of one or two measured values."""

    key: str
    title: str
    about: str
    unit: str
    series: tuple[tuple[str, str], ...]
    divide: float = 1.0


CHARTS = (
    Known(
        "connections",
        say("Connections"),
        say("Logins at the database, and statements that take longer than a second."),
        say("Logins"),
        ((say("Connections"), "connections"), (say("Slow statements"), "slow_statements")),
    ),
    Known(
        "database",
        say("Database"),
        say("What the database takes on its disk, in megabytes."),
        "MB",
        ((say("Database"), "database_bytes"),),
        MEGABYTE,
    ),
    Known(
        "server",
        say("Server"),
        say("Processor and memory in use where the worker runs, in percent."),
        "%",
        ((say("Processor"), "server_cpu_percent"), (say("Memory"), "server_memory_percent")),
    ),
    Known(
        "replication",
        say("Replication"),
        say("How many seconds the standby that is furthest behind lags."),
        say("Seconds"),
        ((say("Lag"), "replication_lag_seconds"),),
    ),
)


def value_chart(known: Known, values: dict[str, list[tuple[datetime, float]]]) -> Chart:
    """Draw measured values over time."""
    inks = ("accent", "med")
    number: Form = "number"
    series = tuple(
        Series(title, _points(values.get(name, []), known.divide), ink=inks[place])  # type: ignore[arg-type]
        for place, (title, name) in enumerate(known.series)
    )
    return Chart(
        known.key,
        known.title,
        known.about,
        Axis(say("Day"), "day"),
        Axis(known.unit, number),
        series,
        empty=say("The worker has not measured yet."),
    )


def usage_chart(used: list[tuple[str, int]]) -> Chart:
    """Draw which screens and commands were used most in thirty days."""
    points = tuple(Point(place, count) for place, (_, count) in enumerate(used))
    return Chart(
        "usage",
        say("Usage"),
        say(
            "Screens and commands in thirty days, counted only for those who chose it in the "
            "settings."
        ),
        Axis(say("Command"), "label"),
        Axis(say("Times"), "count"),
        (Series(say("Times"), points, "bars"),),
        labels=tuple(name.replace(".", " ").replace("_", " ") for name, _ in used),
        empty=say("Nobody has chosen to have their steps counted."),
    )


def _points(told: list[tuple[datetime, float]], divide: float) -> tuple[Point, ...]:
    return tuple(Point((at - EPOCH).total_seconds() / 86400, value / divide) for at, value in told)
