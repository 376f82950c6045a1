"""How much the facts of later claims differ from those of earlier ones."""

from typing import NamedTuple

import numpy as np

from app.ml.arrays import Facts, Flags, Longs
from app.ml.encoder import Encoder
from app.ml.schema import Kind, Schema

NOTABLE = 0.25
_FLOOR = 0.5


class Drift(NamedTuple):
    """Population stability index of one column: from .1 on something moved, from .25 on much."""

    label: str
    moved: float


def drifts(encoder: Encoder, facts: Facts, later: Flags) -> list[Drift]:
    """Return the drift of each column between the other claims and *later* ones, largest first.

    The index is Σ (q − p) · ln(q / p) over bins and levels (S. Lewis, Introduction to Credit
    Scoring, 1994), empty ones counted as half a claim.
    """
    found = []
    for column in encoder.columns:
        codes = column.codes(column.values(facts))
        p, q = _shares(codes[~later], column.size), _shares(codes[later], column.size)
        found.append(Drift(column.label, float(((q - p) * np.log(q / p)).sum())))
    return sorted(found, key=lambda drift: -drift.moved)


def later_half(schema: Schema, facts: Facts) -> tuple[Flags, str]:
    """Return which claims are the later half, and by what: the first date, else their order."""
    count = len(next(iter(facts.values())))
    dated = [feature for feature in schema.features if feature.kind is Kind.DATE]
    if not dated:
        return np.arange(count) >= count / 2, "the order of the file"
    times = facts[dated[0].name].astype(np.int64)
    order = np.argsort(times, kind="stable")
    later = np.zeros(count, bool)
    later[order[count // 2 :]] = True
    return later, dated[0].label


def _shares(codes: Longs, size: int) -> np.ndarray:
    counts = np.maximum(np.bincount(codes, minlength=size), _FLOOR)
    return np.asarray(counts / counts.sum())
