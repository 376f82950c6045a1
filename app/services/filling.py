"""A file that is filled at several places at once, and digested from its beginning."""

import hashlib
from threading import Lock
from typing import BinaryIO

_READ = 2**20


class Filling:
    """Takes stretches of a content in any order; the file has to be readable too."""

    def __init__(self, target: BinaryIO) -> None:
        self._target, self._turn = target, Lock()
        self._whole: dict[int, int] = {}
        self._digest, self._digested = hashlib.sha256(), 0

    def write(self, at: int, chunk: bytes) -> None:
        """Write a chunk where it belongs."""
        with self._turn:
            self._target.seek(at)
            self._target.write(chunk)

    def finish(self, start: int, end: int) -> None:
        """Tell that a stretch is whole."""
        self._whole[start] = end

    def follow(self) -> None:
        """Read back what is whole without a gap, for the digest of what really lies there."""
        while (end := self._whole.pop(self._digested, None)) is not None:
            while self._digested < end:
                with self._turn:
                    self._target.seek(self._digested)
                    chunk = self._target.read(min(_READ, end - self._digested))
                self._digest.update(chunk)
                self._digested += len(chunk)

    def digest(self) -> str:
        """Return the digest of all that was read back."""
        self.follow()
        return self._digest.hexdigest()
