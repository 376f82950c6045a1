"""How later claims differ from those a model learned from: fact by fact, and why."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt

import numpy as np

from app.ml.arrays import Facts, Flags, Floats, Longs
from app.ml.intervals import effective
from app.ml.levels import UNSEEN, UNTOLD, Levels, number_levels, word_levels
from app.ml.schema import Feature, Kind, Schema
from app.ml.threads import spread
from app.ml.two_samples import chance, kolmogorov_smirnov, stability

MOVED, MUCH = 0.1, 0.25
GAP, SURE = 0.2, 1e-6
LOST, NEW = 0.1, 0.01
_FEWEST = 5
_BEHIND = 0.25
_SIGMAS = 4.0


class Cause(StrEnum):
    """Why a fact is worth a look."""

    NEW = "new"
    MISSING = "missing"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Shift:
    """One fact then and now.

    *index* is its population stability index and *noise* what chance alone stays below; *gap* is
    Kolmogorov and Smirnov's, with its probability, for numbers; *missing* and *unseen* are shares;
    *then* and *now* are the shares of *levels*, *trend* the index of each month (None without
    claims), *places* the level of each later claim.
    """

    name: str
    label: str
    kind: Kind
    index: float
    noise: float
    gap: float | None
    likely: float | None
    missing: tuple[float, float]
    unseen: float
    values: tuple[str, ...]
    levels: tuple[str, ...]
    then: tuple[float, ...]
    now: tuple[float, ...]
    trend: tuple[float | None, ...]
    cause: Cause | None
    places: Longs

    def behind(self, recent: Flags) -> Longs:
        """Return the places of the recent claims that make up what moved."""
        if self.cause is Cause.NEW:
            wanted = [self.levels.index(UNSEEN)]
        elif self.cause is Cause.MISSING:
            wanted = [self.levels.index(UNTOLD)]
        else:
            p, q = (np.maximum(side, 1e-9) for side in (self.then, self.now))
            parts = np.where(q > p, (q - p) * np.log(q / p), 0.0)
            wanted = np.flatnonzero(parts >= _BEHIND * parts.max()).tolist()
        return np.flatnonzero(recent & np.isin(self.places, wanted))


@dataclass(frozen=True, slots=True)
class Spans:
    """Later claims by time: which are *recent*, the number of each one's month, and of how many."""

    recent: Flags
    month: Longs
    months: int


def shifts(
    schema: Schema, before: Facts, after: Facts, spans: Spans, *, group: str | None = None
) -> list[Shift]:
    """Return how each fact of *after* stands to *before*, what moved most first.

    With *group*, the earlier claims are weighed so that each group has the part it has now: a
    fact that only one group tells does not move because the mix of groups did.
    """
    weights = standardised(before, after, spans.recent, group)
    even = np.ones(len(weights))
    told = [feature for feature in schema.features if feature.kind is not Kind.DATE]

    def one(feature: Feature) -> Shift:
        own = even if feature.name == group else weights
        return _shift(feature, before[feature.name], after[feature.name], own, spans)

    return sorted(spread(one, told), key=lambda shift: (shift.cause is None, -shift.index))


def standardised(before: Facts, after: Facts, recent: Flags, group: str | None) -> Floats:
    """Return a weight for each earlier claim by the parts that the groups have now."""
    if group is None or group not in before:
        return np.ones(len(next(iter(before.values()))))
    levels = word_levels(before[group], after[group][recent], np.ones(len(before[group])))
    size = len(levels.names)
    then, now = (np.bincount(side, minlength=size) for side in (levels.before, levels.after))
    ratio = np.divide(now, then, out=np.zeros(size), where=then > 0)
    weights: Floats = ratio[levels.before]
    return weights * len(weights) / weights.sum() if weights.any() else np.ones(len(weights))


def _shift(
    feature: Feature, before: np.ndarray, after: np.ndarray, weights: Floats, spans: Spans
) -> Shift:
    number, recent = feature.kind is Kind.NUMBER, spans.recent
    levels = (
        number_levels(before, after, weights) if number else word_levels(before, after, weights)
    )
    size, of = len(levels.names), effective(weights)
    then = np.bincount(levels.before, weights, minlength=size)
    now = np.bincount(levels.after[recent], minlength=size)
    unseen = 0 if number else int(now[-2])
    p, q = then / then.sum(), now / max(now.sum(), 1)
    gap, likely = _gap(before, after[recent], weights) if number else (None, None)
    shift = Shift(
        *(feature.name, feature.label, feature.kind),
        index=stability(then, now),
        noise=chance(size, of, int(recent.sum())),
        gap=gap,
        likely=likely,
        missing=(float(p[-1]), float(q[-1])),
        unseen=unseen / max(now.sum(), 1),
        values=levels.unseen if unseen else (),
        levels=levels.names,
        then=tuple(p.tolist()),
        now=tuple(q.tolist()),
        trend=_trend(levels, then, spans),
        cause=None,
        places=levels.after,
    )
    return _judged(shift, unseen, of, int(recent.sum()))


def _gap(before: np.ndarray, after: np.ndarray, weights: Floats) -> tuple[float, float]:
    old, new = ~np.isnan(before), ~np.isnan(after)
    return kolmogorov_smirnov(before[old], after[new], weights[old])


def _trend(levels: Levels, then: np.ndarray, spans: Spans) -> tuple[float | None, ...]:
    size = len(levels.names)
    counts = np.bincount(spans.month * size + levels.after, minlength=spans.months * size)
    table = counts.reshape(spans.months, size)
    return tuple(stability(then, row) if row.sum() else None for row in table)


def _judged(shift: Shift, unseen: int, before: float, after: int) -> Shift:
    """Name the cause, if what moved is both much and more than chance allows."""
    rate = (shift.missing[0] * before + shift.missing[1] * after) / max(before + after, 1)
    spread_of = sqrt(rate * (1 - rate) * (1 / before + 1 / after)) if after else float("inf")
    lost = shift.missing[1] - shift.missing[0]
    far = shift.index >= MUCH and shift.index > shift.noise
    apart = (shift.gap or 0) >= GAP and (shift.likely or 0) < SURE and shift.gap is not None
    cause = None
    if shift.unseen >= NEW and unseen >= _FEWEST:
        cause = Cause.NEW
    elif lost >= LOST and lost > _SIGMAS * spread_of:
        cause = Cause.MISSING
    elif far or apart:
        cause = Cause.MOVED
    return replace(shift, cause=cause)
