"""Chance for the sample portfolio: the same seed tells the same story everywhere."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """A seeded source with the few draws that the recipe needs."""

    def chance(self, probability: float) -> bool:
        """Return True with *probability*."""
        return self.random() < probability

    def weighted(self, weights: Mapping[T, float]) -> T:
        """Return one key, drawn by its weight."""
        keys = list(weights)
        marks = list(accumulate(weights.values()))
        return keys[min(bisect(marks, self.random() * marks[-1]), len(keys) - 1)]

    def around(self, median: float, spread: float) -> float:
        """Return a log-normal amount with this median and standard deviation of its logarithm."""
        return median * self.lognormvariate(0.0, spread)

    def few(self, mean: float) -> int:
        """Return a small count, 0 most often, with about this mean."""
        count = 0
        while self.chance(mean / (1 + mean)):
            count += 1
        return count

    def digits(self, length: int) -> str:
        """Return that many random digits."""
        return f"{self.randrange(10**length):0{length}}"


class Deck(Iterator[T]):
    """Deals every card once before any returns, so that neighbours are never alike."""

    def __init__(self, cards: Sequence[T], dice: Dice) -> None:
        self._cards = list(cards)
        self._dice = dice
        self._left: list[T] = []
        self._last: T | None = None

    def __next__(self) -> T:
        if not self._left:
            self._left = self._cards[:]
            self._dice.shuffle(self._left)
            if len(self._left) > 1 and self._left[-1] == self._last:
                self._left.reverse()
        self._last = self._left.pop()
        return self._last
