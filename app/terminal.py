"""What commands say beside their result: remarks and progress, on the error stream."""

import sys
from collections.abc import Iterable

from app.progress import Progress, silent


def tell(notes: Iterable[str]) -> None:
    """Write one line for each note."""
    for note in notes:
        print(note, file=sys.stderr)


def counter(verb: str) -> Progress:
    """Return a progress line for a person at a terminal, and silence for a program."""
    if not sys.stderr.isatty():
        return silent

    def show(done: int, total: int, /) -> None:
        end = "\n" if done >= total else ""
        print(f"\r{verb}: {done:,} of {total:,}", end=end, file=sys.stderr, flush=True)

    return show
