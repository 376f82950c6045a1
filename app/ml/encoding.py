"""Fitting of the encoder: bins, cross-fitted log-odds, and the pairs that are worth keeping."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from app.ml.arrays import Bytes, Facts, Floats, Longs
from app.ml.columns import CalendarPart, calendar_part
from app.ml.encoder import Column, Encoder, combo_key, derive, table_size
from app.ml.metrics import auc
from app.ml.schema import Schema
from app.ml.splits import stratified

_BINS = 8
_FEW_VALUES = 20
_MAX_LEVELS = 500
_MIN_COUNT = 3
_SMOOTHING = 20.0
_FOLDS = 5
_MAX_PAIRS = 60
_PAIRED_COLUMNS = 50
_GAIN = 0.02


def fit_encoder(
    schema: Schema, facts: Facts, y: Bytes, *, pairs: bool, seed: int
) -> tuple[Encoder, Floats]:
    """Return the encoder and the training rows' own encoding (columns, rows).

    The log-odds in the training encoding are cross-fitted: each row's come from the other folds.
    A month or a year tells by itself which campaign of the past a claim belonged to, and nothing
    about tomorrow; the calendar meets other facts in no pair, and a season stands in pairs alone.
    """
    columns, values = _fit_columns(derive(schema), facts)
    codes = [column.codes(v) for column, v in zip(columns, values, strict=True)]
    folds = stratified(y, _FOLDS, seed=seed + 1)
    parts = [_calendar_part(column, v) for column, v in zip(columns, values, strict=True)]
    alone = [i for i, part in enumerate(parts) if part is not CalendarPart.SEASON]
    alone = alone or list(range(len(columns)))
    singles = [(i,) for i in alone if not columns[i].numeric or _coded(values[i])]
    raw = tuple(i for i in alone if columns[i].numeric)
    combos = (*singles, *(_pairs(columns, codes, parts, y, folds) if pairs else ()))
    tables = [_log_odds(combo_key(columns, codes, c), y, table_size(columns, c)) for c in combos]
    starts = np.cumsum([0, *(len(table) for table in tables)], dtype=np.int64)
    flat = np.concatenate([*tables, np.zeros(0)]).astype(np.float32)
    crossed = [_crossed(columns, codes, combo, y, folds) for combo in combos]
    numbers = [values[i] for i in raw]
    return Encoder(columns, combos, raw, starts, flat), np.array([*crossed, *numbers])


def _fit_columns(
    columns: list[Column], facts: Facts
) -> tuple[tuple[Column, ...], list[np.ndarray]]:
    fitted, kept = [], []
    for column in columns:
        values = column.values(facts)
        if len(set(values[~pd.isna(values)].tolist())) > 1:
            fitted.append(_with_bins(column, values))
            kept.append(values)
    return tuple(fitted), kept


def _with_bins(column: Column, values: np.ndarray) -> Column:
    if column.numeric:
        array = values[~np.isnan(values)]
        unique = np.unique(array)
        edges = (unique[1:] + unique[:-1]) / 2
        if len(unique) > (_FEW_VALUES if _coded(values) else _BINS):
            edges = np.unique(np.quantile(array, np.linspace(0, 1, _BINS + 1)[1:-1]))
        return replace(column, edges=tuple(edges.tolist()))
    counts = Counter(value for value in values.tolist() if value is not None)
    frequent = [level for level, count in counts.items() if count >= _MIN_COUNT]
    frequent.sort(key=lambda level: (-counts[level], level))
    return replace(column, levels=tuple(frequent[:_MAX_LEVELS]))


def _coded(values: np.ndarray) -> bool:
    """Tell whether numbers are few and whole, so that each may be a code rather than a size."""
    unique = np.unique(values[~np.isnan(values)])
    return 2 < len(unique) <= _FEW_VALUES and bool((unique == np.round(unique)).all())  # noqa: PLR2004


def _calendar_part(column: Column, values: np.ndarray) -> CalendarPart | None:
    if column.part in ("month", "weekday", "day"):
        return CalendarPart.SEASON if column.part == "month" else CalendarPart.WEEK
    if column.part == "since":
        return None
    return calendar_part(column.source, list(set(values[~pd.isna(values)].tolist())))


def _log_odds(key: Longs, y: Bytes, size: int) -> Floats:
    """Return log-odds of each code against the base rate, shrunk by a prior of 20 claims."""
    rate = y.mean()
    total = np.bincount(key, minlength=size)
    positive = np.bincount(key, y, minlength=size)
    share = (positive + _SMOOTHING * rate) / (total + _SMOOTHING)
    odds: Floats = np.log(share / (1 - share)) - np.log(rate / (1 - rate))
    return odds


def _crossed(
    columns: tuple[Column, ...],
    codes: list[Longs],
    combo: tuple[int, ...],
    y: Bytes,
    folds: Longs,
) -> Floats:
    key = combo_key(columns, codes, combo)
    size = table_size(columns, combo)
    crossed = np.empty(len(y), np.float32)
    for fold in range(_FOLDS):
        inside = folds == fold
        crossed[inside] = _log_odds(key[~inside], y[~inside], size)[key[inside]]
    return crossed.astype(np.float64)


def _pairs(
    columns: tuple[Column, ...],
    codes: list[Longs],
    parts: list[CalendarPart | None],
    y: Bytes,
    folds: Longs,
) -> list[tuple[int, ...]]:
    """Return up to 60 pairs whose own ROC-AUC beats both parents' by more than .02."""
    alone = [auc(y, _crossed(columns, codes, (i,), y, folds)) for i in range(len(columns))]
    alone = [max(value, 0.5) for value in alone]
    best = sorted(range(len(columns)), key=lambda i: -alone[i])[:_PAIRED_COLUMNS]
    gains = {
        (i, j): auc(y, _crossed(columns, codes, (i, j), y, folds)) - max(alone[i], alone[j])
        for i, j in combinations(sorted(best), 2)
        if (parts[i] is None) == (parts[j] is None)
    }
    worthy = sorted((pair for pair in gains if gains[pair] > _GAIN), key=lambda p: -gains[p])
    return list(worthy[:_MAX_PAIRS])
