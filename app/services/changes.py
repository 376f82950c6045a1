"""News of claims that changed elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Change:
    """Claims that changed; `everything` means: news were missed, ask for all of it again."""

    ids: frozenset[int] = frozenset()
    everything: bool = False


class Changes:
    """A wakeable source of changes for an event loop.

    Watch `fileno()` for reading and call `poll()` when it wakes, and also every few seconds:
    a lost connection is taken up again there, followed by a change of everything.
    """

    def __init__(self, connect: Callable[[], object]) -> None:
        self._connect = connect

    def fileno(self) -> int:
        """Return the descriptor to watch; -1 while there is no connection."""
        raise NotImplementedError

    def poll(self) -> Change:
        """Return what changed since the last call, without waiting."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop listening."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()
