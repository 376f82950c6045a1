"""The facts of the settled claims, value for value, in a few bytes each."""

from dataclasses import dataclass

import numpy as np

from app.ml.arrays import Facts, Floats, Ints, Longs
from app.ml.reading import distinct
from app.ml.schema import Kind, Schema

_WORDS = (Kind.CATEGORY, Kind.FLAG)


@dataclass(frozen=True)
class Archive:
    """What each settled claim said: codes (facts, claims) into the distinct values of each fact.

    Code 0 is missing. `numbers[starts[i]:starts[i + 1]]` are the values of fact i, dates in
    seconds since 1970; `texts[i]` those of a category or flag.
    """

    codes: Ints
    starts: Longs
    numbers: Floats
    texts: tuple[tuple[str, ...], ...]

    def facts(self, schema: Schema, places: Longs | None = None) -> Facts:
        """Return the facts of the claims at *places*, or of all, exactly as *schema* read them."""
        codes = self.codes if places is None else self.codes[:, places]
        features = enumerate(schema.features)
        return {feature.name: self._column(i, feature.kind, codes[i]) for i, feature in features}

    def _column(self, place: int, kind: Kind, codes: Ints) -> np.ndarray:
        if kind in _WORDS:
            texts = self.texts[place]
            return np.array([texts[code - 1] if code else None for code in codes.tolist()], object)
        given = codes > 0
        column = np.full(len(codes), np.nan)
        column[given] = self.numbers[self.starts[place] + codes[given] - 1]
        if kind is Kind.NUMBER:
            return column
        dates = np.full(len(codes), "NaT", "datetime64[s]")
        dates[given] = column[given].astype(np.int64).astype("datetime64[s]")
        return dates


NOTHING = Archive(np.zeros((0, 0), np.int32), np.zeros(1, np.int64), np.zeros(0), ())


def archived(schema: Schema, facts: Facts) -> Archive:
    """Return the archive of *facts*, which *schema* has read."""
    codes, numbers, texts = [], [], []
    for feature in schema.features:
        column = facts[feature.name]
        words: list[str] = []
        values = np.zeros(0)
        if feature.kind in _WORDS:
            places, words = distinct(column)
        else:
            places, values = _numbered(column, feature.kind)
        codes.append(places + 1)
        numbers.append(values)
        texts.append(tuple(words))
    starts = np.cumsum([0, *(len(part) for part in numbers)], dtype=np.int64)
    return Archive(
        np.array(codes, np.int32), starts, np.concatenate([*numbers, np.zeros(0)]), tuple(texts)
    )


def _numbered(column: np.ndarray, kind: Kind) -> tuple[Longs, Floats]:
    """Return the place of each value among the distinct ones, -1 if missing, and these."""
    missing = np.isnan(column) if kind is Kind.NUMBER else np.isnat(column)
    numbers = column if kind is Kind.NUMBER else column.astype(np.int64)
    places = np.full(len(column), -1, np.int64)
    values, places[~missing] = np.unique(numbers[~missing], return_inverse=True)
    return places, values.astype(np.float64)
