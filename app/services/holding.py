"""Locks that one process of this machine holds and that go with it, however it ends."""

import sys
from pathlib import Path
from typing import IO


def hold(path: Path) -> IO[bytes] | None:
    """Return the lock at *path*, to be closed by its holder, or None if another process has it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock
