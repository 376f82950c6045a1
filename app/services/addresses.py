"""Signed requests as they are used: asked for some at a time, and never used when nearly spent."""

from collections.abc import Callable, Iterable
from threading import Lock
from time import monotonic
from typing import Any, TypedDict

from app.services.lanes import AT_ONCE

_FRESH = 60.0
_SOME = 2 * AT_ONCE
Told = dict[str, Any]


class SentPart(TypedDict):
    """A part by its number and its digest, as the token service is told of it."""

    number: int
    sha256: str


class PartAddresses:
    """Where parts are sent to; those that come next are asked for along."""

    def __init__(
        self, ask: Callable[[list[SentPart]], list[Told]], parts: Iterable[SentPart]
    ) -> None:
        self._ask, self._turn = ask, Lock()
        self._parts = {part["number"]: part for part in parts}
        self._coming = list(self._parts)
        self._held: dict[int, tuple[float, Told]] = {}

    def of(self, number: int) -> Told:
        """Return a request that sends a part; each is given once."""
        with self._turn:
            since, told = self._held.pop(number, (0.0, None))
            if told is not None and monotonic() - since < _FRESH:
                return told
            later = [one for one in self._coming if one != number]
            wanted, self._coming = [number, *later[: _SOME - 1]], later[_SOME - 1 :]
            signed = self._ask([self._parts[one] for one in wanted])
            now = monotonic()
            self._held |= {one["number"]: (now, one) for one in signed}
            return self._held.pop(number)[1]


class ContentAddress:
    """Where a content is fetched from."""

    def __init__(self, ask: Callable[[], Told]) -> None:
        self._ask, self._turn = ask, Lock()
        self._since, self._told = 0.0, Told()

    def now(self) -> Told:
        """Return a request that fetches it, by many as long as it is fresh."""
        with self._turn:
            if not self._told or monotonic() - self._since > _FRESH:
                self._told, self._since = self._ask(), monotonic()
            return self._told

    def forget(self) -> None:
        """Ask again at the next time."""
        with self._turn:
            self._told = Told()
