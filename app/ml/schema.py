"""The named facts that a model reads, and how any frame becomes exactly these."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from app.errors import BadFile, Invalid
from app.ml import reading
from app.ml.arrays import Facts
from app.ml.columns import humanise, is_identifier, is_protected

_READABLE = 0.95
_DISTINCT = 0.95
_FEW = 30


class Kind(StrEnum):
    """What the values of a feature are."""

    NUMBER = "number"
    DATE = "date"
    CATEGORY = "category"
    FLAG = "flag"


class Problem(NamedTuple):
    """A value that could not be read: the row's index label, the column, the reason."""

    row: int
    column: str
    reason: str


class Habit(NamedTuple):
    """How a column writes: the order of a date's parts, and a comma as the decimal sign."""

    order: str = "ymd"
    continental: bool = False


@dataclass(frozen=True)
class Feature:
    """One named fact; *order* is the order of day, month and year in the training data."""

    name: str
    kind: Kind
    label: str
    order: str = "ymd"


_REASONS = {
    Kind.NUMBER: "is not a finite number",
    Kind.DATE: "is not a date",
    Kind.FLAG: "is neither yes nor no",
    Kind.CATEGORY: "cannot be read",
}


@dataclass(frozen=True)
class Schema:
    """The features of a model, in their order."""

    features: tuple[Feature, ...]

    @property
    def names(self) -> list[str]:
        """Names of the features."""
        return [feature.name for feature in self.features]

    def read(self, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
        """Return the model's features, typed, and every value that could not be read.

        Numbers become float64, dates datetime64[s], categories and flags objects (str or None).
        A value with a problem is missing in the result. Extra columns are ignored; raises BadFile
        if a column is missing. Reading the result again changes nothing.
        """
        facts, problems = self.facts(frame)
        return pd.DataFrame(facts, index=frame.index), problems

    def facts(self, frame: pd.DataFrame) -> tuple[Facts, list[Problem]]:
        """Return what `read` does as bare arrays by name."""
        self._require(frame)
        facts: Facts = {}
        problems: list[Problem] = []
        for feature in self.features:
            source = frame[feature.name]
            values, bad = read_as(source, feature.kind, self._habit(feature, source))
            facts[feature.name] = values
            problems += [_problem(source, feature, int(place)) for place in np.flatnonzero(bad)]
        return facts, problems

    def settled(self, frame: pd.DataFrame) -> "SettledSchema":
        """Return this schema with the writing habits of *frame* decided once and for all.

        The order of day, month and year and the decimal sign are otherwise decided for each frame
        by itself, which parts of one long file could answer differently.
        """
        self._require(frame)
        habits = {f.name: self._habit(f, frame[f.name]) for f in self.features}
        return SettledSchema(self.features, habits)

    def _habit(self, feature: Feature, column: pd.Series) -> Habit:
        return decide(column, feature.kind, preferred=feature.order)

    def _require(self, frame: pd.DataFrame) -> None:
        missing = [name for name in self.names if name not in frame.columns]
        if missing:
            listed = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")  # noqa: PLR2004
            noun = "column" if len(missing) == 1 else "columns"
            raise BadFile(f"The model needs the {noun} {listed}, which the data does not have.")
        twice = frame.columns[frame.columns.duplicated()].intersection(self.names)
        if len(twice):
            raise BadFile(f"The column {twice[0]} occurs twice in the data; please rename one.")


@dataclass(frozen=True)
class SettledSchema(Schema):
    """A schema that reads every frame by the same habits."""

    habits: dict[str, Habit]

    def _habit(self, feature: Feature, column: pd.Series) -> Habit:
        del column
        return self.habits[feature.name]


def decide(column: pd.Series, kind: Kind, *, preferred: str) -> Habit:
    """Return the habits by which *column* is written; *preferred* is the usual order of dates."""
    if kind is Kind.DATE:
        return Habit(order=reading.date_order(column, preferred=preferred))
    return Habit(continental=kind is Kind.NUMBER and reading.is_continental(column))


def read_as(column: pd.Series, kind: Kind, habit: Habit) -> reading.Read:
    """Read *column* as *kind*, written by *habit*."""
    if kind is Kind.NUMBER:
        return reading.numbers(column, continental=habit.continental)
    if kind is Kind.DATE:
        return reading.dates(column, order=habit.order)
    return reading.flags(column) if kind is Kind.FLAG else reading.categories(column)


def infer(
    frame: pd.DataFrame,
    *,
    drop: tuple[str, ...] = (),
    allow_protected: bool = False,
    titles: dict[str, str] | None = None,
) -> tuple[Schema, list[str]]:
    """Return the schema of *frame* and one sentence for every column that was left out."""
    features: list[Feature] = []
    notes: list[str] = []
    for name in frame.columns:
        if name in drop:
            continue
        if is_protected(name) and not allow_protected:
            notes.append(f"{name} looks like a protected or proxy fact and is left out.")
            continue
        feature, note = _feature(frame[name], (titles or {}).get(name) or humanise(name))
        features += [feature] if feature else []
        notes += [note] if note else []
    return Schema(tuple(features)), notes


def learnable(
    frame: pd.DataFrame,
    *,
    drop: Sequence[str] = (),
    allow_protected: bool = False,
    titles: dict[str, str] | None = None,
) -> tuple[Schema, Facts, list[str]]:
    """Return the schema of *frame*, its facts, and a sentence for all that was not taken.

    Raises Invalid where no column is left to learn from.
    """
    schema, notes = infer(frame, drop=tuple(drop), allow_protected=allow_protected, titles=titles)
    if not schema.features:
        raise Invalid("No column is left to learn from; please check the columns of the file.")
    facts, problems = schema.facts(frame)
    notes += [f"Row {p.row}, column {p.column}: {p.reason}; taken as missing." for p in problems]
    return schema, facts, notes


def _feature(column: pd.Series, label: str) -> tuple[Feature | None, str]:
    name = str(column.name)
    texts = reading.present(column)
    if len(texts) <= 1:
        return None, f"{name} has the same value everywhere and is left out."
    kind = _kind(column, texts)
    if _identifies(column, kind, len(texts)):
        return None, f"{name} identifies rows and is left out."
    return Feature(name, kind, label, decide(column, kind, preferred="dmy").order), ""


def _kind(column: pd.Series, texts: list[str]) -> Kind:
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return Kind.DATE
    truth = pd.api.types.is_bool_dtype(column.dtype)
    if pd.api.types.is_numeric_dtype(column.dtype) and not truth:
        return Kind.NUMBER
    if not reading.flags(pd.Series(texts, dtype=object)).bad.any() and not {"0", "1"} & set(texts):
        return Kind.FLAG
    for kind in (Kind.NUMBER, Kind.DATE):
        values, bad = read_as(column, kind, decide(column, kind, preferred="dmy"))
        if bad.sum() <= (1 - _READABLE) * (np.sum(~pd.isna(values)) + bad.sum()):
            return kind
    return Kind.CATEGORY


def _identifies(column: pd.Series, kind: Kind, distinct: int) -> bool:
    filled = int(column.notna().sum())
    if filled < _FEW or kind in (Kind.DATE, Kind.FLAG):
        return False
    if kind is Kind.CATEGORY:
        return distinct > _DISTINCT * filled
    values = reading.numbers(column)[0]
    values = values[~np.isnan(values)]
    if distinct < len(values) or (values != np.round(values)).any():
        return False
    dense = values.max() - values.min() < 2 * len(values)
    return bool(dense or is_identifier(str(column.name)))


def _problem(source: pd.Series, feature: Feature, place: int) -> Problem:
    text = str(source.iloc[place])[:40]
    return Problem(source.index[place], feature.name, f"“{text}” {_REASONS[feature.kind]}")
