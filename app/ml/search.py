"""Exact nearest neighbours: tiles of a matrix product find candidates, float64 decides."""

from math import ceil, sqrt
from typing import Any, NamedTuple

import numpy as np

from app.ml.arrays import Floats, Longs
from app.ml.threads import cores, spread

_QUERIES = 512
_FEWEST = 64
_TILE = 1 << 20
_LEAST = 16
_SAMPLE = 4096
_CANDIDATES = 1 << 21
_VALUES = 1 << 21
_UNDERFLOW = 1e-30
_FARTHEST = 1e30


class Neighbours(NamedTuple):
    """Squared distances, ascending, and places of the neighbours, both (queries, k)."""

    squared: Floats
    places: Longs


class Search:
    """Exact Euclidean search over *X* (rows, columns), ties broken by the lower index.

    Candidates come from a matrix product of centred and scaled values in float32, kept by a
    rigorous bound of its rounding (N. Higham, Accuracy and Stability of Numerical Algorithms,
    ch. 3), and are ranked by float64 differences of the values as given: the result equals brute
    force in float64 whatever the offset. With *whole* the caller promises dyadic values so small
    that float64 products and sums are exact; the product's distances are then final. Memory is
    bounded whatever the number of queries.
    """

    def __init__(self, X: Floats, *, whole: bool = False) -> None:
        self._X = np.ascontiguousarray(X, np.float64)
        self._whole = whole
        self._dtype: Any = np.float64 if whole else np.float32
        rows, columns = self._X.shape
        self._centre = np.zeros(columns) if whole else _centre(self._X)
        centred = self._X - self._centre
        peak = float(np.abs(centred).max(initial=0))
        self._scale = 1.0 if whole or not peak else 2.0 ** -ceil(np.log2(peak))
        centred *= self._scale
        self._norms = np.einsum("ij,ij->i", centred, centred)
        self._error = 0.0 if whole else 8 * (columns + 4) * float(np.finfo(np.float32).eps)
        self._product = np.empty((columns + 1, rows), self._dtype)
        self._product[:-1] = -2 * centred.T
        self._product[-1] = self._norms * (1 - self._error)
        self._sampled = np.arange(0, rows, ceil(rows / _SAMPLE))
        self._sample = np.ascontiguousarray(self._product[:, self._sampled])
        self._sample[-1] = self._norms[self._sampled] * (1 + self._error)

    def nearest(
        self, queries: Floats, k: int, *, skip: Longs | None = None, threaded: bool = True
    ) -> Neighbours:
        """Return the *k* nearest references of each query; *skip* names one to leave out each.

        Set *threaded* to False where the caller has spread its work already. k must not exceed
        the number of references, less one with *skip*.
        """
        Q = np.ascontiguousarray(queries, np.float64)
        out = Neighbours(np.empty((len(Q), k)), np.empty((len(Q), k), np.int64))

        size = min(max(ceil(len(Q) / cores()), _FEWEST), _QUERIES)

        def fill(start: int) -> None:
            part = slice(start, start + size)
            found = self._tile(Q[part], k, None if skip is None else skip[part])
            out.squared[part], out.places[part] = found

        starts = range(0, len(Q), size)
        for _ in spread(fill, starts) if threaded else map(fill, starts):
            pass
        return out

    def _tile(self, Q: Floats, k: int, skip: Longs | None) -> Neighbours:
        wanted = k + (skip is not None)
        with np.errstate(over="ignore", invalid="ignore", under="ignore"):
            centred = (Q - self._centre) * self._scale
            norms = np.einsum("ij,ij->i", centred, centred)
            left = np.column_stack([centred, np.ones(len(Q))]).astype(self._dtype)
            slack = 2 * self._error * norms + (0 if self._whole else _UNDERFLOW)
            bound = self._bound(left, slack, wanted)
            index, lower = self._below(left, bound, wanted)
            upper = lower + 2 * self._error * self._norms[index] + slack[:, None]
            enough = np.sum(upper <= bound[:, None], axis=1) >= wanted
            enough &= norms < _FARTHEST
            if self._whole:
                squared = lower + norms[:, None]
            else:
                squared = self._ranked(Q, index, lower, upper, wanted)
            for row in np.flatnonzero(~enough):
                squared[row, :wanted], index[row, :wanted] = self._brute(Q[row], wanted)
                squared[row, wanted:] = np.inf
        if skip is not None:
            squared[index == skip[:, None]] = np.inf
        order = np.argsort(squared, axis=1, kind="stable")[:, :k]
        return Neighbours(
            np.take_along_axis(squared, order, 1), np.take_along_axis(index, order, 1)
        )

    def _bound(self, left: np.ndarray, slack: Floats, wanted: int) -> Floats:
        """Return for each query a value that at least *wanted* references probably stay below.

        The rank in the sample leaves a margin of three standard deviations; where the guess
        fails all the same, the query falls back to brute force.
        """
        sample, rows = len(self._sampled), len(self._X)
        rank = wanted
        if sample < rows:
            expected = wanted * sample / rows
            rank = min(sample, ceil(expected + 3 * sqrt(expected) + 3))
        upper = left @ self._sample
        upper.partition(rank - 1, axis=1)
        nearest: Floats = upper[:, rank - 1].astype(np.float64)
        return nearest + slack

    def _below(self, left: np.ndarray, bound: Floats, wanted: int) -> tuple[Longs, Floats]:
        """Return places, ascending, and lower bounds of all references not beyond *bound*.

        Both are (queries, at least *wanted*), filled up with infinity. Where there are too many
        to hold, nothing is kept and every query falls back.
        """
        limit = np.nextafter(bound.astype(self._dtype), self._dtype(np.inf))[:, None]
        found: list[tuple[Longs, Longs, np.ndarray]] = []
        step = _TILE // max(_LEAST, len(left))
        values = np.empty((len(left), min(step, len(self._X))), self._dtype)
        near = np.empty(values.shape, np.bool_)
        count = 0
        for start in range(0, len(self._X), step):
            product = self._product[:, start : start + step]
            if product.shape[1] < values.shape[1]:
                values, near = (
                    np.empty((len(left), product.shape[1]), kind)
                    for kind in (self._dtype, np.bool_)
                )
            np.matmul(left, product, out=values)
            flat = np.flatnonzero(np.less_equal(values, limit, out=near))
            row, column = np.divmod(flat, values.shape[1])
            found.append((row, column + start, values.ravel()[flat]))
            count += len(flat)
            if count > _CANDIDATES:
                return _padded([], len(left), wanted)
        return _padded(found, len(left), wanted)

    def _ranked(self, Q: Floats, index: Longs, lower: Floats, upper: Floats, wanted: int) -> Floats:
        """Return float64 distances of candidates that can be among the nearest, else infinity."""
        border = np.partition(upper, wanted - 1, axis=1)[:, wanted - 1]
        row, place = np.nonzero(lower <= np.minimum(border, np.finfo(np.float64).max)[:, None])
        squared = np.full(lower.shape, np.inf)
        step = max(1, _VALUES // Q.shape[1])
        for start in range(0, len(row), step):
            r, p = row[start : start + step], place[start : start + step]
            squared[r, p] = _squared(self._X[index[r, p]], Q[r])
        return squared

    def _brute(self, query: Floats, wanted: int) -> tuple[Floats, Longs]:
        step = max(1, _VALUES // len(query))
        chunks = range(0, len(self._X), step)
        squared = np.concatenate([_squared(self._X[s : s + step], query) for s in chunks])
        order = np.argsort(squared, kind="stable")[:wanted]
        return squared[order], order


def _squared(X: Floats, query: Floats) -> Floats:
    difference = X - query
    squared: Floats = np.einsum("ij,ij->i", difference, difference)
    return squared


def _centre(X: Floats) -> Floats:
    """Return the mean of each column, computed so that it cannot overflow."""
    centre: Floats = (X / max(len(X), 1)).sum(0)
    return centre


def _padded(
    found: list[tuple[Longs, Longs, np.ndarray]], queries: int, wanted: int
) -> tuple[Longs, Floats]:
    if not found:
        return np.zeros((queries, wanted), np.int64), np.full((queries, wanted), np.inf)
    row, column, value = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.argsort(row.astype(np.uint16), kind="stable")
    row = row[order]
    counts = np.bincount(row, minlength=queries)
    place = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
    width = max(wanted, int(counts.max()))
    index = np.zeros((queries, width), np.int64)
    values = np.full((queries, width), np.inf)
    index[row, place] = column[order]
    values[row, place] = value[order]
    return index, values
