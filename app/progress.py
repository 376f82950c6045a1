"""Progress and cancellation for long work, whoever shows it."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside long work when the person asked to stop."""


class Progress(Protocol):
    """Called by long work as it goes."""

    def __call__(self, done: int, total: int, /) -> None:
        """Report *done* of *total*; raise Cancelled if the person asked to stop."""


def silent(_done: int, _total: int, /) -> None:
    """Report to nobody and never cancel."""


def track(items: Sequence[T], progress: Progress) -> Iterator[T]:
    """Yield *items*, reporting before each one and once at the end."""
    for done, item in enumerate(items):
        progress(done, len(items))
        yield item
    progress(len(items), len(items))
