"""One fact of earlier and later claims as levels: bins of a number, or the values of a category."""

from dataclasses import dataclass

import numpy as np

from app.ml.arrays import Floats, Longs, Texts
from app.ml.reading import distinct

BINS, MOST = 10, 12
UNTOLD, UNSEEN, OTHER = "not told", "never seen before", "all others"


@dataclass(frozen=True, slots=True)
class Levels:
    """The level of each earlier and later claim; *unseen* are values that no earlier one has."""

    names: tuple[str, ...]
    before: Longs
    after: Longs
    unseen: tuple[str, ...] = ()


def number_levels(before: Floats, after: Floats, weights: Floats) -> Levels:
    """Return ten bins of about equal weight among the earlier claims, and one of what is missing.

    A number with few values has a bin for each.
    """
    edges = _edges(before, weights)
    names = [_name(place, edges) for place in range(len(edges) + 1)]
    old, new = (
        np.where(np.isnan(side), len(names), np.searchsorted(edges, side, "left"))
        for side in (before, after)
    )
    return Levels((*names, UNTOLD), old, new)


def word_levels(before: Texts, after: Texts, weights: Floats) -> Levels:
    """Return the twelve weightiest values, the others, what is new and what is missing."""
    places, words = distinct(np.concatenate([before, after]))
    old, new = places[: len(before)], places[len(before) :]
    weight = np.bincount(old[old >= 0], weights[old >= 0], minlength=len(words))
    seen = np.bincount(old[old >= 0], minlength=len(words)) > 0
    ranked = sorted(np.flatnonzero(seen).tolist(), key=lambda place: (-weight[place], place))
    names = [str(words[place]) for place in ranked[:MOST]]
    slots = np.full(len(words) + 1, len(names) + 1)
    slots[:-1][seen] = len(names)
    slots[ranked[:MOST]] = range(len(names))
    slots[-1] = len(names) + 2
    counts = np.bincount(new[new >= 0], minlength=len(words))
    unseen = sorted(np.flatnonzero(~seen & (counts > 0)).tolist(), key=lambda n: -counts[n])
    all_names = (*names, OTHER, UNSEEN, UNTOLD)
    return Levels(all_names, slots[old], slots[new], tuple(str(words[n]) for n in unseen))


def _edges(values: Floats, weights: Floats) -> Floats:
    known = ~np.isnan(values) & (weights > 0)
    order = np.argsort(values[known])
    ordered, reached = values[known][order], np.cumsum(weights[known][order])
    if not len(ordered):
        return np.zeros(0)
    starts = np.flatnonzero(np.append([True], ordered[1:] != ordered[:-1]))
    if len(starts) <= BINS:
        return ordered[starts][:-1]
    wanted = reached[-1] * np.arange(1, BINS) / BINS
    return np.unique(ordered[np.searchsorted(reached, wanted, "left")])


def _name(place: int, edges: Floats) -> str:
    if not len(edges):
        return "any"
    if place == 0:
        return f"up to {edges[0]:,.10g}"
    if place == len(edges):
        return f"over {edges[-1]:,.10g}"
    return f"to {edges[place]:,.10g}"
