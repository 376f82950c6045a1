"""Typed facts become numbers: raw values, and log-odds of categories and of pairs of columns."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from app.ml.arrays import Facts, Floats, Longs, Singles
from app.ml.reading import distinct
from app.ml.schema import Kind, Schema

_RARE, _MISSING, _FIRST = 0, 1, 2
_PAIR_LEVELS = 40


@dataclass(frozen=True)
class Column:
    """A column derived from one feature, or from two dates.

    *part* is ``value``, ``month``, ``weekday``, ``day`` or ``since`` (days after *other*).
    A numeric column is cut at *edges*; any other has *levels*, the most frequent first.
    Code 0 is a value never or rarely seen, 1 is missing, 2 … are the bins or levels.
    """

    source: str
    part: str
    label: str
    numeric: bool
    other: str = ""
    levels: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()

    @property
    def size(self) -> int:
        """Number of codes."""
        return _FIRST + (len(self.edges) + 1 if self.numeric else len(self.levels))

    @property
    def pair_size(self) -> int:
        """Number of codes that take part in pairs; rarer levels count as code 0."""
        return min(self.size, _FIRST + _PAIR_LEVELS)

    def values(self, facts: Facts) -> np.ndarray:
        """Return this column's values: float64, or text objects."""
        column = facts[self.source]
        if self.part == "value":
            return column
        days = column.astype("datetime64[D]")
        if self.part == "since":
            return _number(days - facts[self.other].astype("datetime64[D]"))
        if self.part == "day":
            return _number(days - column.astype("datetime64[M]").astype("datetime64[D]")) + 1
        month = column.astype("datetime64[M]") - column.astype("datetime64[Y]")
        since_monday = (days - np.datetime64("1970-01-05")) % np.timedelta64(7, "D")
        number = _number(month) + 1 if self.part == "month" else _number(since_monday)
        return np.array([None if np.isnan(n) else f"{n:.0f}" for n in number], object)

    def codes(self, values: np.ndarray) -> Longs:
        """Return the code of each value."""
        if self.numeric:
            bins = np.digitize(values, np.array(self.edges)) + _FIRST
            return np.where(np.isnan(values), _MISSING, bins)
        places, uniques = distinct(values)
        table = [*(self._known.get(text, _RARE) for text in uniques), _MISSING]
        return np.array(table, np.int64)[places]

    @cached_property
    def _known(self) -> dict[str, int]:
        return {level: code for code, level in enumerate(self.levels, _FIRST)}


@dataclass(frozen=True)
class Encoder:
    """The trained encoding: *combos* of one or two columns with their log-odds, then raw numbers.

    `tables[starts[i]:starts[i + 1]]` holds combo i's log-odds against the base rate.
    """

    columns: tuple[Column, ...]
    combos: tuple[tuple[int, ...], ...]
    raw: tuple[int, ...]
    starts: Longs
    tables: Singles

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Name the encoded columns."""
        singles = [" × ".join(self.columns[i].label for i in combo) for combo in self.combos]
        return (*singles, *(self.columns[i].label for i in self.raw))

    @cached_property
    def parents(self) -> tuple[tuple[int, ...], ...]:
        """Columns that each encoded column was made of."""
        return (*self.combos, *((i,) for i in self.raw))

    def encode(self, facts: Facts) -> tuple[Floats, Longs]:
        """Return the encoded columns, (columns, claims), and each claim's unknown values.

        A value never seen in training has log-odds 0, and a missing number stays NaN; both are
        counted as unknown.
        """
        values = [column.values(facts) for column in self.columns]
        codes = [column.codes(v) for column, v in zip(self.columns, values, strict=True)]
        unknown: Longs = np.sum([code < _FIRST for code in codes], axis=0, dtype=np.int64)
        encoded = np.empty((len(self.parents), len(unknown)))
        for place, combo in enumerate(self.combos):
            table = self.tables[self.starts[place] : self.starts[place + 1]]
            encoded[place] = table[combo_key(self.columns, codes, combo)]
        for place, column in enumerate(self.raw, len(self.combos)):
            encoded[place] = values[column]
        return encoded, unknown


def _number(span: np.ndarray) -> Floats:
    return np.where(np.isnat(span), np.nan, span.astype(np.int64).astype(np.float64))


def combo_key(columns: tuple[Column, ...], codes: list[Longs], combo: tuple[int, ...]) -> Longs:
    """Return the place of each row in the table of *combo*."""
    if len(combo) == 1:
        return codes[combo[0]]
    first, second = (np.where(codes[i] < columns[i].pair_size, codes[i], _RARE) for i in combo)
    return first * columns[combo[1]].pair_size + second


def table_size(columns: tuple[Column, ...], combo: tuple[int, ...]) -> int:
    """Return the number of log-odds in the table of *combo*."""
    if len(combo) == 1:
        return columns[combo[0]].size
    return columns[combo[0]].pair_size * columns[combo[1]].pair_size


def derive(schema: Schema) -> list[Column]:
    """Return the columns, yet without bins and levels, that the features of *schema* give.

    Dates give calendar parts and the days between each two of them, never the date itself: a
    date tells a model of the past which campaign a claim belonged to, and nothing about tomorrow.
    """
    columns: list[Column] = []
    for feature in schema.features:
        if feature.kind is Kind.DATE:
            columns += [
                Column(feature.name, "month", f"{feature.label}: month", numeric=False),
                Column(feature.name, "weekday", f"{feature.label}: weekday", numeric=False),
                Column(feature.name, "day", f"{feature.label}: day of month", numeric=True),
            ]
        else:
            numeric = feature.kind is Kind.NUMBER
            columns.append(Column(feature.name, "value", feature.label, numeric=numeric))
    dates = [feature for feature in schema.features if feature.kind is Kind.DATE]
    for early, late in combinations(dates, 2):
        label = f"Days from {early.label.lower()} to {late.label.lower()}"
        columns.append(Column(late.name, "since", label, numeric=True, other=early.name))
    return columns
