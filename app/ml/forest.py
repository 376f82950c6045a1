"""Many small trees walked at once: threshold comparisons packed to codes, leaf vectors summed."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, log2
from typing import NamedTuple

import numpy as np

from app.ml.arrays import Bytes, Counts, Flags, Floats, Ints, Longs, Singles, Tinies

SPLITS = 7
LEAVES = SPLITS + 1
_EXACT = 2.0**24
_FINEST = 20
_ROWS = 128
_TREES = 256
_GATHER = 6


class Tree(NamedTuple):
    """One fitted tree; a child ≥ 0 is the place of a split, below 0 it is ~place of a leaf."""

    feature: Counts
    threshold: Floats
    missing_left: Flags
    left: Tinies
    right: Tinies
    value: Floats
    leaf_value: Floats


@dataclass(frozen=True)
class Forest:
    """Trees of up to 7 splits as flat arrays, (trees, 7) or (trees, 8), values in whole units.

    One unit is 2**-*grid* log-odds. A path's contribution to a column is a whole number of units
    and every sum stays below 2**24, so float32 sums are exact in any order: the embedding of a
    claim has the same bits whatever batch, processor or matrix kernel computed it.
    """

    width: int
    grid: int
    feature: Counts
    threshold: Counts
    missing_left: Flags
    left: Tinies
    right: Tinies
    value: Ints
    leaf_value: Ints
    cuts: Floats
    starts: Ints

    @cached_property
    def _leaf_of_code(self) -> Bytes:
        """Leaf reached with each combination of the seven comparisons, (trees × 128) flat."""
        trees = len(self.feature)
        code = np.arange(1 << SPLITS)[None, :]
        node = np.where(self.left[:, :1] == self.right[:, :1], -1, 0) + np.zeros_like(code)
        for _ in range(SPLITS):
            split = np.maximum(node, 0)
            left = np.take_along_axis(self.left, split, 1)
            right = np.take_along_axis(self.right, split, 1)
            node = np.where(node < 0, node, np.where(code >> split & 1, left, right))
        return (~node).astype(np.uint8).reshape(trees << SPLITS)

    @cached_property
    def vectors(self) -> Singles:
        """Contribution of each leaf's path to each column in units, (trees × 8, width)."""
        trees = len(self.feature)
        at_split = np.zeros((SPLITS, trees, self.width), np.float32)
        at_leaf = np.zeros((trees, LEAVES, self.width), np.float32)
        every = np.arange(trees)
        for split in range(SPLITS):
            for child in (self.left[:, split], self.right[:, split]):
                used = self.left[:, split] != self.right[:, split]
                vector = at_split[split].copy()
                inner, leaf = every[used & (child >= 0)], every[used & (child < 0)]
                step = np.where(
                    child >= 0,
                    self.value[every, np.maximum(child, 0)],
                    self.leaf_value[every, np.maximum(~child, 0)],
                )
                vector[every, self.feature[:, split]] += step - self.value[:, split]
                at_split[child[inner], inner] = vector[inner]
                at_leaf[leaf, ~child[leaf]] = vector[leaf]
        return at_leaf.reshape(trees * LEAVES, self.width)

    @cached_property
    def reach(self) -> Floats:
        """Bound of the sum over all trees for each column, and last for all columns together."""
        by_tree = self.vectors.reshape(len(self.feature), LEAVES, self.width)
        columns = np.abs(by_tree).max(1).sum(0, dtype=np.float64)
        return np.append(columns, np.abs(by_tree.sum(2)).max(1).sum(dtype=np.float64))

    def embed(self, encoded: Floats, *, trees: slice = slice(None)) -> Singles:
        """Return the summed contributions of *trees*, (rows, width) whole units in float32.

        *encoded* is (columns, rows) as from the encoder.
        """
        chosen = np.arange(len(self.feature))[trees]
        ranks = self._ranks(encoded)
        rows = encoded.shape[1]
        out = np.empty((rows, self.width), np.float32)
        if rows <= _GATHER:
            leaves = self._leaves(ranks, chosen)
            for row in range(rows):
                out[row] = self.vectors[leaves[:, row]].sum(0)
            return out
        self._embed_tiles(ranks, chosen, out)
        return out

    def _embed_tiles(self, ranks: Counts, chosen: Longs, out: Singles) -> None:
        """Sum leaf vectors as a product with the claims' leaves, one block in the cache at once."""
        out[:] = 0
        hot = np.zeros((_ROWS, _TREES * LEAVES), np.float32)
        for block in range(0, len(chosen), _TREES):
            trees = chosen[block : block + _TREES]
            first, width = int(trees[0]) * LEAVES, len(trees) * LEAVES
            vectors = self.vectors[first : first + width]
            for start in range(0, len(out), _ROWS):
                tile = ranks[:, start : start + _ROWS]
                count = tile.shape[1]
                places = self._leaves(tile, trees) - first + np.arange(count) * hot.shape[1]
                hot.ravel()[places] = 1
                out[start : start + count] += hot[:count, :width] @ vectors
                hot.ravel()[places] = 0

    def _ranks(self, encoded: Floats) -> Counts:
        """Return how many cuts lie below each value, missing ones ranked last, then first."""
        ranks = np.zeros((2 * self.width, encoded.shape[1]), np.uint16)
        for column, values in enumerate(encoded):
            cuts = self.cuts[self.starts[column] : self.starts[column + 1]]
            rank = np.searchsorted(cuts, values)
            missing = np.isnan(values)
            ranks[column] = np.where(missing, np.iinfo(np.uint16).max, rank)
            ranks[column + self.width] = np.where(missing, 0, rank)
        return ranks

    @cached_property
    def _lookup(self) -> Longs:
        return self.feature + self.width * self.missing_left.astype(np.int64)

    def _leaves(self, ranks: Counts, chosen: Longs) -> Longs:
        """Return the row of `vectors` that each claim reaches in each tree, (trees, rows)."""
        code = np.zeros((len(chosen), ranks.shape[1]), np.uint8)
        for split in range(SPLITS):
            goes_left = ranks[self._lookup[chosen, split]] <= self.threshold[chosen, split, None]
            code |= goes_left.view(np.uint8) << np.uint8(split)
        leaf = self._leaf_of_code[(chosen[:, None] << SPLITS) + code]
        rows: Longs = chosen[:, None] * LEAVES + leaf
        return rows


def plant(trees: list[Tree], width: int) -> Forest:
    """Return the forest of *trees* over *width* encoded columns, on the finest exact grid."""
    forest = _planted(trees, width, _FINEST)
    excess = float(forest.reach.max(initial=1)) / _EXACT
    return forest if excess < 1 else _planted(trees, width, _FINEST - 1 - ceil(log2(excess)))


def _planted(trees: list[Tree], width: int, grid: int) -> Forest:
    cuts = [_cuts(trees, column) for column in range(width)]
    starts = np.cumsum([0, *(len(cut) for cut in cuts)], dtype=np.int32)
    arrays: dict[str, np.ndarray] = {
        "feature": np.zeros((len(trees), SPLITS), np.uint16),
        "threshold": np.zeros((len(trees), SPLITS), np.uint16),
        "missing_left": np.zeros((len(trees), SPLITS), np.bool_),
        "left": np.full((len(trees), SPLITS), -1, np.int8),
        "right": np.full((len(trees), SPLITS), -1, np.int8),
        "value": np.zeros((len(trees), SPLITS), np.int32),
        "leaf_value": np.zeros((len(trees), LEAVES), np.int32),
    }
    for place, tree in enumerate(trees):
        ranks = [np.searchsorted(cuts[tree.feature[i]], t) for i, t in enumerate(tree.threshold)]
        whole = {
            "threshold": ranks,
            "value": np.rint(tree.value * 2.0**grid),
            "leaf_value": np.rint(tree.leaf_value * 2.0**grid),
        }
        for name, array in arrays.items():
            values: np.ndarray = np.asarray(whole.get(name, getattr(tree, name)))
            array[place, : len(values)] = values
    return Forest(width, grid, **arrays, cuts=np.concatenate(cuts), starts=starts)


def _cuts(trees: list[Tree], column: int) -> Floats:
    return np.unique(np.concatenate([tree.threshold[tree.feature == column] for tree in trees]))
