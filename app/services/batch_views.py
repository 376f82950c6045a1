"""What the desktop shows of a file of claims before and after it is scored."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.files import Reject

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Words = NDArray[np.str_]
Flags = NDArray[np.bool_]


class Use(StrEnum):
    """What becomes of a column."""

    READ = "read"
    IDENTIFIES = "identifies"
    IGNORED = "ignored"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of the file, or one that the model needs and the file lacks."""

    name: str
    use: Use
    meaning: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be read from a file; `rows` is about right, `model` is the seal of the bundle."""

    source: Path
    rows: int
    columns: tuple[ColumnView, ...]
    model: str

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the columns that the model needs and the file lacks."""
        return tuple(column.name for column in self.columns if column.use is Use.MISSING)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scored rows as arrays of one length, in the order of the file; scores in 0-100.

    `outcomes` tells of the nearest precedents of each row, nearest first, which were substantiated.
    """

    row: Places
    id: Words
    score: Numbers
    probability: Numbers
    confidence: Numbers
    recommendation: Words
    outcomes: Flags

    @property
    def substantiated(self) -> Places:
        """Count the substantiated ones among the nearest precedents."""
        counts: Places = np.sum(self.outcomes, axis=1, dtype=np.int64)
        return counts

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.row)


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a file; `partial` when somebody stopped it before its end."""

    source: Path
    out: Path
    scores: Scores
    rejects: tuple[Reject, ...]
    rejected_path: Path | None
    rows: int
    ignored: tuple[str, ...]
    seconds: float
    partial: bool

    @property
    def rejected(self) -> int:
        """Count the rejected rows; a row may be rejected for several reasons."""
        return len({reject.row for reject in self.rejects})


def joined(parts: list[dict[str, Any]]) -> Scores:
    """Return pieces of scores as one."""
    if not parts:
        parts = [{name: [] for name in KINDS} | {"outcomes": np.zeros((0, 0), dtype=bool)}]
    return Scores(
        **{
            name: np.concatenate([np.asarray(part[name], dtype=kind) for part in parts])
            for name, kind in KINDS.items()
        }
    )


KINDS: dict[str, Any] = {
    "row": np.int64,
    "id": np.str_,
    "score": np.float64,
    "probability": np.float64,
    "confidence": np.float64,
    "recommendation": np.str_,
    "outcomes": np.bool_,
}
