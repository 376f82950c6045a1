"""What a chart says, apart from how it is drawn: series of points, axes, and a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from app.words import fill, say

Form = Literal["percent", "number", "count", "day", "label"]
Style = Literal["line", "dots", "bars", "area"]
Ink = Literal["accent", "muted", "high", "med", "low", "ok"]
_EPOCH = date(1970, 1, 1)
_TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Point:
    """A value, the interval it lies in if one is known, and how many claims it speaks for."""

    x: float
    y: float
    low: float | None = None
    high: float | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one kind under one name."""

    name: str
    points: tuple[Point, ...]
    style: Style = "line"
    ink: Ink = "accent"


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis measures and how its values are written; *top* where it ends, if fixed."""

    title: str
    form: Form = "percent"
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: *about* says what to see, *labels* name whole numbers of x where they are names.

    *level* is a line to compare with, *even* the line of equal values; *empty* says why there is
    nothing to draw.
    """

    key: str
    title: str
    about: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    labels: tuple[str, ...] = ()
    level: float | None = None
    even: bool = False
    stacked: bool = False
    empty: str = say("No claims yet.")

    @property
    def drawn(self) -> bool:
        """Tell whether there is anything to draw."""
        return any(series.points for series in self.series)

    def head(self) -> tuple[str, ...]:
        """Return the headings of the chart as a table."""
        with_interval = any(p.low is not None for s in self.series for p in s.points)
        with_count = any(p.count is not None for s in self.series for p in s.points)
        interval = (say("From"), say("To")) if with_interval else ()
        return (
            say("Series"),
            self.x.title,
            self.y.title,
            *interval,
            *((say("Claims"),) if with_count else ()),
        )

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the chart as a table of words."""
        columns = len(self.head())
        interval, counted = say("From") in self.head(), say("Claims") in self.head()
        for series in self.series:
            for point in series.points:
                told = [series.name, self.place(point.x), written(point.y, self.y.form)]
                if interval:
                    told += [written(end, self.y.form) for end in (point.low, point.high)]
                if counted:
                    told.append(written(point.count, "count"))
                yield tuple(told[:columns])

    def place(self, x: float) -> str:
        """Return a value of x in words."""
        if self.labels:
            return self.labels[round(x)] if 0 <= round(x) < len(self.labels) else ""
        return written(x, self.x.form)

    def told(self, series: Series, point: Point) -> str:
        """Return one point in words, as it is spoken and shown beside the pointer."""
        words = f"{series.name}: {self.place(point.x)}, {written(point.y, self.y.form)}"
        if point.low is not None and point.high is not None:
            low, high = written(point.low, self.y.form), written(point.high, self.y.form)
            words += say(" ({low} to {high})", low=low, high=high)
        return (
            words
            if point.count is None
            else say("{words}, {count:,} claims", words=words, count=point.count)
        )

    def write(self, path: Path) -> None:
        """Write the chart as a table to a CSV or XLSX file."""
        from pandas import DataFrame

        from app.files.writing import TableWriter

        with TableWriter(path) as table:
            table.write(DataFrame([*self.rows()], columns=[*self.head()]))


def day_number(day: date) -> float:
    """Return a day as a number that an axis of days can have."""
    return float((day - _EPOCH).days)


def written(value: float | None, form: Form) -> str:
    """Return a value as people write it."""
    if value is None:
        return ""
    match form:
        case "percent":
            return (
                fill("{value:.1f}%", value=100 * value)
                if abs(value) < _TENTH and value
                else f"{100 * value:.0f}%"
            )
        case "count":
            return fill("{value:,.0f}", value=value)
        case "day":
            return say("{epoch:%d %b %Y}", epoch=_EPOCH + timedelta(days=round(value)))
        case _:
            return (
                fill("{value:,.0f}", value=value)
                if float(value).is_integer()
                else fill("{value:,.2f}", value=value)
            )
