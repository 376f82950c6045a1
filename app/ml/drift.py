"""How much the facts of later claims differ from those of earlier ones."""

from typing import NamedTuple

import numpy as np

from app.ml.arrays import Facts, Flags
from app.ml.encoder import Encoder
from app.ml.schema import Kind, Schema
from app.ml.two_samples import stability

NOTABLE = 0.25


class Drift(NamedTuple):
    """Population stability index of one column: from .1 on something moved, from .25 on much."""

    label: str
    moved: float


def drifts(encoder: Encoder, facts: Facts, later: Flags) -> list[Drift]:
    """Return the drift of each column between the other claims and *later* ones, largest first."""
    found = []
    for column in encoder.columns:
        codes = column.codes(column.values(facts))
        counts = [np.bincount(codes[side], minlength=column.size) for side in (~later, later)]
        found.append(Drift(column.label, stability(counts[0], counts[1])))
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
