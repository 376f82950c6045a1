"""The job that copies seals to the bucket of documents, where nobody can change its objects."""

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import text

from app.database import translate
from app.objects import S3Store
from app.objects.copies import SealCopies, series_of
from app.worker.station import Station

EVERY = 600.0
AT_ONCE = 100
_TURN = text("SELECT seal_turn()")


def copy_seals(station: Station) -> int:
    """Copy the lines that are new since the last copy, every ten minutes, and count them."""
    store = station.store
    if not isinstance(store, S3Store) or not store.locks or time.monotonic() < station.copies_due:
        return 0
    with translate(), station.sessions.begin() as session:
        if not session.scalar(_TURN):
            return 0
        copied = _copy(SealCopies(store), station.seal.path)
    station.copies_due = time.monotonic() + EVERY
    return copied


def _copy(copies: SealCopies, path: Path) -> int:
    series, after = "", 0
    for line in _lines(path):
        series = series_of(line)
        after = copies.newest(series)
        break
    fresh = islice(_lines(path), after, None)
    count = 0
    while some := list(islice(fresh, AT_ONCE)):
        copies.keep(series, after + count + 1, some)
        count += len(some)
    return count


def _lines(path: Path) -> Iterator[bytes]:
    """Yield the whole lines of a seal file; one that is being written waits for the next copy."""
    if path.exists():
        with path.open("rb") as file:
            yield from (line for line in file if line.endswith(b"\n"))
