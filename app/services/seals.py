"""The seal file: heads of the claims' chains, kept outside the database, a JSON line at a time.

A line reads {"at", "upto", "heads": [[claim, seq, hash], …], "before"}: `upto` is the newest event
it covers, `before` the SHA-256 of the line before, so that a line taken out or changed shows.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.errors import AppError

Head = tuple[int, int, str]
# The beginning of the digest of a seal file's first line, and a line of that file.
Copy = tuple[str, bytes]
MOST_HEADS = 10_000
_NOTHING = sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class Seal:
    """One line of the file; `fits` tells whether it is whole and follows the line before."""

    line: int
    upto: int
    heads: tuple[Head, ...]
    digest: str
    fits: bool


_NO_SEAL = Seal(0, 0, (), _NOTHING, fits=True)


class SealFile:
    """A file that only grows; its writers take turns by a lock in the database."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = -1
        self._newest: dict[int, int] = {}
        self._last = _NO_SEAL

    def __iter__(self) -> Iterator[Seal]:
        """Read every line; raise AppError when there is no such file."""
        before = _NOTHING
        try:
            with self.path.open("rb") as file:
                for number, line in enumerate(file, start=1):
                    seal = _seal(number, line, before)
                    yield seal
                    before = seal.digest
        except OSError as error:
            raise self._trouble("read", error) from error

    def catch_up(self) -> int:
        """Learn what is sealed, also by another writer; return the newest event covered."""
        size = self.path.stat().st_size if self.path.exists() else 0
        if size != self._size:
            self._forget()
            self._size = self._mend(size)
            for seal in self if size else ():
                self._keep(seal)
        return self._last.upto

    def is_new(self, head: Head) -> bool:
        """Tell whether a head is beyond what is sealed; what is sealed is never sealed anew."""
        return head[1] > self._newest.get(head[0], 0)

    def append(self, heads: Sequence[Head], upto: int) -> None:
        """Write heads in lines of moderate length and wait until the disk has them."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
            with os.fdopen(os.open(self.path, flags, 0o600), "ab") as file:
                for start in range(0, len(heads), MOST_HEADS):
                    file.write(self._line(heads[start : start + MOST_HEADS], upto))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            self._forget()
            raise self._trouble("written", error) from error
        self._size = self.path.stat().st_size

    def _forget(self) -> None:
        self._size, self._newest, self._last = -1, {}, _NO_SEAL

    def _mend(self, size: int) -> int:
        """Take off a last line that a crash cut short: its heads are sealed again."""
        whole = size
        if size:
            with self.path.open("r+b") as file:
                content = file.read()
                whole = content.rfind(b"\n") + 1
                file.truncate(whole)
        return whole

    def _line(self, heads: Sequence[Head], upto: int) -> bytes:
        told = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "upto": upto,
            "heads": list(heads),
            "before": self._last.digest,
        }
        line = json.dumps(told, separators=(",", ":")).encode() + b"\n"
        self._keep(_seal(self._last.line + 1, line, self._last.digest))
        return line

    def _keep(self, seal: Seal) -> None:
        self._last = seal
        for claim, seq, _ in seal.heads:
            self._newest[claim] = max(seq, self._newest.get(claim, 0))

    def _trouble(self, verb: str, error: OSError) -> AppError:
        return AppError(f"The seal file {self.path} cannot be {verb}: {error.strerror}.")


def copy_faults(sealed: Sequence[Seal], copies: Sequence[Copy]) -> list[str]:
    """Return a sentence if lines of a seal file are not as its copies are."""
    if not sealed:
        return []
    written = {seal.digest for seal in sealed}
    mine = [line for series, line in copies if sealed[0].digest.startswith(series)]
    other = sum(sha256(line).hexdigest() not in written for line in mine)
    lines = "1 line" if other == 1 else f"{other:,} lines"
    verb = "is not as the bucket keeps it" if other == 1 else "are not as the bucket keeps them"
    return [f"{lines} of the seal file {verb}."] if other else []


def heads_of(copies: Iterable[Copy]) -> set[Head]:
    """Return the heads in copies of sealed lines."""
    return {head for _, line in copies for head in _seal(0, line, "").heads}


def _seal(number: int, line: bytes, before: str) -> Seal:
    digest = sha256(line).hexdigest()
    told = _parsed(line)
    if told is None:
        return Seal(number, 0, (), digest, fits=False)
    heads = tuple((claim, seq, hashed) for claim, seq, hashed in told["heads"])
    return Seal(number, told["upto"], heads, digest, fits=told["before"] == before)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(line)
        whole = line.endswith(b"\n") and {"upto", "heads", "before"} <= told.keys()
    except (ValueError, AttributeError):
        return None
    return told if whole else None
