"""Columns of text become numbers, dates, flags and categories, and what cannot is told."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from app.ml.arrays import Flags, Longs, Texts


class Read(NamedTuple):
    """One column as read: float64, datetime64[s] or text objects, and where reading failed."""

    cells: np.ndarray
    bad: Flags


_FEW = 64
_MISSING = frozenset({"", "na", "n/a", "nan", "null", "nat", "<na>", "#n/a", "-", "?"})
_YES = frozenset({"yes", "y", "true", "t", "1", "1.0"})
_NO = frozenset({"no", "n", "false", "f", "0", "0.0"})
_CURRENCY = re.compile(r"^(?:gbp|usd|eur)\s*|[£$€%\s\u00a0]|\s*(?:gbp|usd|eur)$", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_THOUSANDS_POINTS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d*)?")
_DECIMAL_COMMA = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+),\d*")
_DATE = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ T]\d{1,2}:\d{2}.*)?")
DATE_ORDERS = ("ymd", "dmy", "mdy")


def numbers(column: pd.Series, *, continental: bool | None = None) -> Read:
    """Read finite numbers, with or without thousands commas, a currency sign or a percent sign.

    Whether a comma is the decimal sign (*continental*) is decided by the column if not told.
    """
    if pd.api.types.is_numeric_dtype(column.dtype):
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
        infinite = np.isinf(values)
        return Read(np.where(infinite, np.nan, values), infinite)
    return _by_unique(column, lambda texts: _numbers_of(texts, continental), np.array([np.nan]))


def dates(column: pd.Series, *, order: str) -> Read:
    """Read dates whose day, month and year come in *order*; years always have four digits."""
    missing = np.array(["NaT"], "datetime64[s]")
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        stamps = pd.to_datetime(column, utc=True).dt.tz_localize(None).dt.normalize()
        return Read(stamps.to_numpy("datetime64[s]"), np.zeros(len(column), bool))
    return _by_unique(column, lambda texts: _dates_of(texts, order), missing)


def flags(column: pd.Series) -> Read:
    """Read yes and no in their usual spellings as the texts ``yes`` and ``no``."""
    return _by_unique(column, _flags_of, np.array([None]))


def categories(column: pd.Series) -> Read:
    """Read any text, stripped."""
    return _by_unique(column, _texts_of, np.array([None]))


def distinct(values: Any) -> tuple[Longs, list[Any]]:
    """Return the place of each value among the distinct ones, -1 if missing, and the distinct."""
    if len(values) > _FEW:
        places, uniques = pd.factorize(values)
        return places.astype(np.int64), list(uniques)
    known: dict[Any, int] = {}
    places = [-1 if _absent(v) else known.setdefault(v, len(known)) for v in values.tolist()]
    return np.array(places, np.int64), list(known)


def date_order(column: pd.Series, *, preferred: str) -> str:
    """Return the order that reads most dates; *preferred*, then year and day first, win ties."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return preferred
    texts = present(column)
    ranking = (preferred, *DATE_ORDERS)
    unread = {order: int(_dates_of(texts, order)[1].sum()) for order in DATE_ORDERS}
    return min(ranking, key=lambda order: (unread[order], ranking.index(order)))


def present(column: pd.Series) -> list[str]:
    """Return the distinct texts of *column* that are not a spelling of missing."""
    texts = dict.fromkeys(str(value).strip() for value in distinct(column)[1])
    return [text for text in texts if text.lower() not in _MISSING]


def _absent(value: Any) -> bool:
    return value is None or value is pd.NaT or value is pd.NA or value != value  # noqa: PLR0124


def _by_unique(
    column: pd.Series, read: Callable[[list[str]], tuple[np.ndarray, Flags]], missing: np.ndarray
) -> Read:
    """Read each distinct text once."""
    places, uniques = distinct(column)
    texts = [str(value).strip() for value in uniques]
    known = np.array([text.lower() not in _MISSING for text in texts], bool)
    values, bad = read([text for text, given in zip(texts, known, strict=True) if given])
    slot = np.append(np.where(known, np.cumsum(known) - 1, len(values)), [len(values)])[places]
    return Read(np.concatenate([values, missing])[slot], np.append(bad, [False])[slot])


def _texts_of(texts: Sequence[str | None]) -> tuple[Texts, Flags]:
    values = np.empty(len(texts), object)
    values[:] = texts
    return values, np.zeros(len(texts), bool)


def is_continental(column: pd.Series) -> bool:
    """Tell whether each comma in the numbers of *column* is a decimal sign."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        return False
    return _is_continental([_CURRENCY.sub("", text) for text in present(column)])


def _numbers_of(texts: list[str], continental: bool | None) -> tuple[np.ndarray, Flags]:
    bare = [_CURRENCY.sub("", text) for text in texts]
    continental = _is_continental(bare) if continental is None else continental
    values = np.array([_number(text, continental=continental) for text in bare], np.float64)
    return values, ~np.isfinite(values)


def _is_continental(texts: list[str]) -> bool:
    commas = [text for text in texts if "," in text]
    return bool(commas) and all(
        _DECIMAL_COMMA.fullmatch(text) and not _THOUSANDS.fullmatch(text) for text in commas
    )


def _number(text: str, *, continental: bool) -> float:
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    elif continental:
        points = _THOUSANDS_POINTS.fullmatch(text)
        text = (text.replace(".", "") if points else text).replace(",", ".")
    try:
        value = float(text) if "_" not in text else np.nan
    except ValueError:
        return np.nan
    return value if np.isfinite(value) else np.nan


def _dates_of(texts: list[str], order: str) -> tuple[np.ndarray, Flags]:
    stamps = [_date(text, order) for text in texts]
    values = np.array([stamp or "NaT" for stamp in stamps], "datetime64[s]")
    return values, np.isnat(values)


def _date(text: str, order: str) -> str | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year_first = len(match.group(1)) == 4  # noqa: PLR2004 - which no other order allows
    parts = dict(zip("ymd" if year_first else order, match.groups(), strict=True))
    if len(parts["y"]) != 4 or max(len(parts["m"]), len(parts["d"])) > 2:  # noqa: PLR2004
        return None
    iso = f"{parts['y']}-{int(parts['m']):02}-{int(parts['d']):02}"
    try:
        return str(np.datetime64(iso))
    except ValueError:
        return None


def _flags_of(texts: list[str]) -> tuple[Texts, Flags]:
    values, _ = _texts_of([_flag(text.lower()) for text in texts])
    return values, np.array([value is None for value in values], bool)


def _flag(text: str) -> str | None:
    if text in _YES:
        return "yes"
    return "no" if text in _NO else None
