"""A table of claims from a file: text cells in chunks, and the rows that cannot be used."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.errors import BadFile
from app.files.delimited import Broken, Delimited
from app.files.encodings import DAMAGE
from app.files.workbook import Workbook, is_workbook
from app.words import say

if TYPE_CHECKING:
    import pandas as pd

WIDEST = 16_384


class Reject(NamedTuple):
    """Why a row cannot be used; rows count from 1 below the header."""

    row: int
    column: str
    reason: str


class Table:
    """An opened table; every row comes out of `chunks` or is found in `rejects`."""

    def __init__(self, path: Path, source: Delimited | Workbook) -> None:
        self.path = path
        self.rejects: list[Reject] = []
        self._source = source
        self.columns = _columns(path, source)

    @property
    def rows_about(self) -> int:
        """Return about how many rows there are, for showing progress."""
        return max(self._source.rows_about - 1, 1)

    def chunks(self, rows: int = 20_000) -> Iterator["pd.DataFrame"]:
        """Yield frames of text, indexed by row number; a second call starts again."""
        self.rejects.clear()
        numbers: list[int] = []
        cells: list[list[str]] = []
        for number, row in self._good_rows():
            numbers.append(number)
            cells.append(row)
            if len(cells) == rows:
                yield self._frame(numbers, cells)
                numbers, cells = [], []
        if cells:
            yield self._frame(numbers, cells)

    def _good_rows(self) -> Iterator[tuple[int, list[str]]]:
        rows = iter(self._source)
        next(rows)
        for number, row in enumerate(rows, start=1):
            fault = self._fault(number, row)
            if fault:
                self.rejects.append(fault)
            elif not isinstance(row, Broken):
                yield number, row[: len(self.columns)]

    def _fault(self, number: int, row: list[str] | Broken) -> Reject | None:
        if isinstance(row, Broken):
            return Reject(number, "", row.reason)
        width = len(self.columns)
        if len(row) != width and (len(row) < width or any(row[width:])):
            column = self.columns[len(row)] if len(row) < width else ""
            return Reject(
                number,
                column,
                say("the row has {row} cells instead of {width}", row=len(row), width=width),
            )
        if not any(row):
            return Reject(number, "", say("the row is empty"))
        if self._source.damaged:
            return self._damage(number, row)
        return None

    def _damage(self, number: int, row: list[str]) -> Reject | None:
        for column, cell in zip(self.columns, row, strict=False):
            if DAMAGE.search(cell):
                return Reject(
                    number,
                    column,
                    say("the text is damaged or in another encoding (save the file as UTF-8)"),
                )
        return None

    def _frame(self, numbers: list[int], cells: list[list[str]]) -> "pd.DataFrame":
        import pandas as pd

        index = pd.Index(numbers, name="row")
        return pd.DataFrame(cells, columns=self.columns, index=index, dtype=object)


def open_table(path: Path) -> Table:
    """Open a CSV file or a workbook; raises BadFile with what to do when it is neither."""
    try:
        if path.stat().st_size == 0:
            raise BadFile(say("{name} is empty.", name=path.name))
        source = Workbook(path) if is_workbook(path) else Delimited(path)
        table = Table(path, source)
    except OSError as error:
        raise BadFile(
            say("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error
    return table


def _columns(path: Path, source: Delimited | Workbook) -> list[str]:
    rows = iter(source)
    header = next(rows, [])
    if isinstance(header, Broken) or any(DAMAGE.search(cell) for cell in header):
        raise BadFile(
            say(
                "The header of {name} is damaged; save the file again as UTF-8 text.",
                name=path.name,
            )
        )
    if not any(cell.strip() for cell in header):
        raise BadFile(
            say("{name} has no header: its first row must name the columns.", name=path.name)
        )
    if len(header) > WIDEST:
        raise BadFile(
            say(
                "{name} has {header:,} columns; at most {widest:,} can be read.",
                name=path.name,
                header=len(header),
                widest=WIDEST,
            )
        )
    if next(rows, None) is None:
        raise BadFile(say("{name} has a header but no claims below it.", name=path.name))
    names = [cell.strip() or f"column {place}" for place, cell in enumerate(header, start=1)]
    return _distinct(path, names)


def _distinct(path: Path, names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    for place, name in enumerate(names, start=1):
        if name in seen:
            raise BadFile(
                say(
                    "{name} names the column {name2} twice (columns {seen} and {place}); rename "
                    "one of them.",
                    name=path.name,
                    name2=name,
                    seen=seen[name],
                    place=place,
                )
            )
        seen[name] = place
    return names
