"""Rows of delimited text, in whatever dialect it was exported."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.errors import BadFile
from app.files.encodings import Encoding, detect
from app.words import say

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 50
BROKEN_QUOTES = say("the quotation marks of this row are not closed")
TOO_LONG = say(
    "a cell is longer than the {field_size_limit:,} letters that can be read",
    field_size_limit=csv.field_size_limit(),
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that could not be split into cells."""

    reason: str


class Delimited:
    """A text file as an iterable of rows, from its start each time; blank lines are no rows."""

    def __init__(self, path: Path) -> None:
        encoding = detect(path)
        if encoding is None:
            raise BadFile(
                say("{name} is not a table: it is neither text nor a workbook.", name=path.name)
            )
        self.damaged = encoding.damaged
        self.rows_about = encoding.lines
        self._path = path
        self._encoding: Encoding = encoding
        self._declared, self._delimiter = self._sniff()

    def __iter__(self) -> Iterator[list[str] | Broken]:
        """Yield the cells of each row, or why it has none."""
        with self._encoding.open(self._path) as text:
            if self._declared:
                next(text)
            yield from _records(text, self._delimiter)

    def _sniff(self) -> tuple[bool, str]:
        with self._encoding.open(self._path) as text:
            sample = list(islice(text, SAMPLE_LINES))
        declared = re.fullmatch(r"sep=(.)\r?\n", sample[0]) if sample else None
        if declared:
            return True, declared.group(1)
        return False, max(DELIMITERS, key=lambda mark: _fit(sample, mark))


class _Lines:
    """Lines that remember the present record, so that a broken one can be read again."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.record: list[str] = []
        self._lines = lines
        self._returned: deque[str] = deque()

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else next(self._lines)
        self.record.append(line)
        return line

    def give_back_all_but_first(self) -> None:
        self._returned.extendleft(reversed(self.record[1:]))


def _records(lines: Iterator[str], delimiter: str) -> Iterator[list[str] | Broken]:
    source = _Lines(lines)
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    while True:
        source.record.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            source.give_back_all_but_first()
            yield Broken(TOO_LONG if "field limit" in str(error) else BROKEN_QUOTES)
        else:
            if cells:
                yield cells


def _fit(sample: list[str], delimiter: str) -> tuple[int, int]:
    """Rate a delimiter: first by how many rows are as wide as the first, then by the width."""
    widths = [len(row) for row in _records(iter(sample), delimiter) if not isinstance(row, Broken)]
    if not widths or widths[0] == 1:
        return 0, 0
    return sum(width == widths[0] for width in widths), widths[0]
