"""A file by its digests, and its pieces as they are sent."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import BadFile
from app.progress import Progress, silent
from app.services.lanes import Journey
from app.words import say

PART = 16 * 2**20
CHUNK = 2**18
_SHORTER = say("The file became shorter while it was sent. Add it again.")


@dataclass(frozen=True, slots=True)
class Digests:
    """The size and the SHA-256 of a file, and those of its parts of *part_size* bytes."""

    size: int
    whole: str
    part_size: int
    parts: tuple[str, ...]

    def pieces(self, path: Path) -> dict[int, "Piece"]:
        """Return the stretch of the file that each part is, by its number."""
        starts = range(0, max(self.size, 1), self.part_size)
        return {
            number: Piece(path, start, min(self.part_size, self.size - start))
            for number, start in enumerate(starts, start=1)
        }


def digests_of(path: Path, part_size: int = PART, progress: Progress = silent) -> Digests:
    """Return the digests of a file, the whole and the parts at the same time."""
    with ThreadPoolExecutor(1, thread_name_prefix="digest") as beside:
        whole = beside.submit(_whole, path)
        found = Digests(path.stat().st_size, "", part_size, ())
        parts = []
        if found.size > part_size:
            for piece in found.pieces(path).values():
                progress(0, found.size)
                parts.append(piece.digest())
        return replace(found, whole=whole.result(), parts=tuple(parts or [whole.result()]))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file that can be read again and again."""

    path: Path
    start: int
    size: int

    def digest(self) -> str:
        """Return the digest of the stretch."""
        digest = hashlib.sha256()
        for chunk in self._chunks():
            digest.update(chunk)
        return digest.hexdigest()

    def sent(self, journey: Journey) -> Iterator[bytes]:
        """Yield the stretch, and tell how far it has come."""
        done = 0
        for chunk in self._chunks():
            journey.reach(self.start, done)
            yield chunk
            done += len(chunk)
        journey.reach(self.start, done)

    def _chunks(self) -> Iterator[bytes]:
        left = self.size
        with self.path.open("rb", buffering=0) as file:
            file.seek(self.start)
            while left:
                chunk = file.read(min(CHUNK, left))
                if not chunk:
                    raise BadFile(_SHORTER)
                left -= len(chunk)
                yield chunk


def _whole(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
