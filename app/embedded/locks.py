"""Locks that the operating system releases even when their holder is killed."""

import os
import sys
import time
from pathlib import Path
from typing import Self

_PAUSE = 0.05


class FileLock:
    """A lock on a file, shared or alone, never waited for longer than asked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self, *, shared: bool = False, patience: float = 0.0) -> bool:
        """Try for *patience* seconds and tell whether the lock is ours."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        deadline = time.monotonic() + patience
        while not _try(descriptor, shared=shared):
            if time.monotonic() >= deadline:
                os.close(descriptor)
                return False
            time.sleep(_PAUSE)
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not ours."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    _HOLDERS = 64

    def _try(descriptor: int, *, shared: bool) -> bool:
        """Windows knows no shared lock here: each holder takes one byte, a sole one takes all."""
        if not shared:
            return _lock_bytes(descriptor, 0, _HOLDERS)
        return any(_lock_bytes(descriptor, place, 1) for place in range(_HOLDERS))

    def _lock_bytes(descriptor: int, start: int, count: int) -> bool:
        os.lseek(descriptor, start, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int, *, shared: bool) -> bool:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
