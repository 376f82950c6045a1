"""A claim's values against the range of those of cleared claims."""

from calendar import day_name, month_name
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from app.ml.arrays import Bytes, Facts, Floats, Longs
from app.ml.encoder import Column, Encoder

SHOWN = 8
_SCALE = (0.01, 0.1, 0.9, 0.99)
_COMMON = 0.9
_LONG = 10


class Factor(NamedTuple):
    """One value of a claim; *low* to *high* is where 80 % of cleared claims lie, all in 0–1.

    Numbers lie on a scale from the 1st to the 99th percentile of cleared claims; other values by
    how common they are, the rarest tenth outside. *weight* is what the value told the metric, in
    log-odds of being substantiated.
    """

    label: str
    value: str
    position: float
    low: float
    high: float
    outside: bool
    weight: float


@dataclass(frozen=True)
class Ranges:
    """Percentiles (columns, 4) of numbers, and how common each code is, among cleared claims.

    `commonness[starts[i]:starts[i + 1]]` belongs to the codes of column i: the share of cleared
    claims whose value is more common.
    """

    percentiles: Floats
    starts: Longs
    commonness: Floats

    def factors(self, encoder: Encoder, facts: Facts, contributions: Floats) -> list[Factor]:
        """Return the values that mattered most of the one claim in *facts*, weightiest first."""
        weights = by_column(encoder, contributions)
        chosen = np.argsort(-np.abs(weights), kind="stable")[:SHOWN]
        return [self._factor(encoder.columns[i], i, facts, float(weights[i])) for i in chosen]

    def _factor(self, column: Column, place: int, facts: Facts, weight: float) -> Factor:
        values = column.values(facts)
        value = values[0]
        if column.numeric and not pd.isna(value) and np.ptp(self.percentiles[place]):
            return Factor(
                column.label, text_of(column, value), *self._on_scale(place, value), weight
            )
        code = int(column.codes(values)[0])
        position = float(self.commonness[self.starts[place] + code])
        outside = position > _COMMON
        return Factor(column.label, text_of(column, value), position, 0.0, _COMMON, outside, weight)

    def _on_scale(self, place: int, value: float) -> tuple[float, float, float, bool]:
        first, low, high, last = self.percentiles[place]
        scaled = (np.array([value, low, high]) - first) / (last - first)
        position, start, end = np.clip(scaled, 0, 1)
        return float(position), float(start), float(end), not low <= value <= high


def fit_ranges(encoder: Encoder, facts: Facts, y: Bytes) -> Ranges:
    """Return the ranges of the cleared claims among *facts*."""
    cleared = {name: values[y == 0] for name, values in facts.items()}
    percentiles = np.zeros((len(encoder.columns), len(_SCALE)))
    commonness = []
    for place, column in enumerate(encoder.columns):
        values = column.values(cleared)
        if column.numeric and not np.isnan(values).all():
            percentiles[place] = np.nanquantile(values, _SCALE)
        commonness.append(_commonness(column.codes(values), column.size))
    starts = np.cumsum([0, *(column.size for column in encoder.columns)], dtype=np.int64)
    return Ranges(percentiles, starts, np.concatenate(commonness))


def _commonness(codes: Longs, size: int) -> Floats:
    share = np.bincount(codes, minlength=size) / max(len(codes), 1)
    ascending = np.sort(share)
    as_rare = np.cumsum(ascending)[np.searchsorted(ascending, share, side="right") - 1]
    return np.clip(1 - as_rare, 0, 1)


def by_column(encoder: Encoder, contributions: Floats) -> Floats:
    """Return the contribution of each column, that of a pair halved between its parents."""
    weights = np.zeros(len(encoder.columns))
    for parents, contribution in zip(encoder.parents, contributions, strict=True):
        for parent in parents:
            weights[parent] += contribution / len(parents)
    return weights


def text_of(column: Column, value: Any) -> str:
    """Return *value* of *column* in words for a person."""
    if pd.isna(value):
        return "not given"
    if column.part == "month":
        return month_name[int(str(value))]
    if column.part == "weekday":
        return day_name[int(str(value))]
    if column.numeric and isinstance(value, float):
        short = abs(value) >= _LONG or value == round(value)
        return f"{value:,.0f}" if short else f"{value:,.2f}"
    return str(value)
