"""Copies of the audit's seals in a bucket whose objects nobody can change.

A series is one seal file, named by its first line; each object holds some of its lines in order.
"""

import hashlib
import io
from collections.abc import Iterator, Sequence

from app.objects.s3 import S3Store
from app.objects.store import Spec

PREFIX = "seals/"
_KIND = "application/x-ndjson"


class SealCopies:
    """Writes lines of seal files to a bucket, and reads them as they were first written."""

    def __init__(self, store: S3Store) -> None:
        self._store = store

    def newest(self, series: str) -> int:
        """Return the number of the last line of a series that is there."""
        keys = self._store.keys(f"{PREFIX}{series}/")
        return max((int(key.rpartition("-")[2]) for key in keys), default=0)

    def keep(self, series: str, first: int, lines: Sequence[bytes]) -> None:
        """Write lines, of which *first* is the number of the first one."""
        content = b"".join(lines)
        last = first + len(lines) - 1
        key = f"{PREFIX}{series}/{first:010}-{last:010}"
        digest = hashlib.sha256(content).hexdigest()
        self._store.put(Spec(key, len(content), digest, _KIND), io.BytesIO(content))

    def lines(self) -> Iterator[tuple[str, bytes]]:
        """Yield every line with its series; what was put over an object later is not looked at."""
        for key, version in self._store.first_versions(PREFIX):
            with self._store.open(key, version) as content:
                for line in content:
                    yield key.split("/")[1], line


def series_of(line: bytes) -> str:
    """Return the name of the series that begins with a line."""
    return hashlib.sha256(line).hexdigest()[:16]
