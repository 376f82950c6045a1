"""Rows of the first sheet of a workbook that holds any."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from pathlib import Path

from app.errors import BadFile
from app.words import say

MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
LARGEST = 1 << 30

Cell = str | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta


def is_workbook(path: Path) -> bool:
    """Tell a workbook by its first bytes, whatever its name."""
    with path.open("rb") as file:
        return file.read(8).startswith(MAGIC)


class Workbook:
    """A workbook as an iterable of rows of text."""

    damaged = False

    def __init__(self, path: Path) -> None:
        self._rows = _first_rows(path)
        self.rows_about = len(self._rows)

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the cells of each row as text."""
        for row in self._rows:
            yield [as_text(cell) for cell in row]


def as_text(cell: Cell) -> str:
    """Write a cell as a CSV export would: whole numbers without a point, dates as ISO 8601."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return str(cell.date()) if cell.time() == dt.time() else str(cell)
    return str(cell)


def _refuse_bombs(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > LARGEST:
        raise BadFile(
            say("{name} would unpack to more than 1 GB; save it as CSV instead.", name=path.name)
        )


def _first_rows(path: Path) -> list[list[Cell]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        _refuse_bombs(path)
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
            return next((rows for rows in (sheet.to_python() for sheet in sheets) if rows), [])
    except PasswordError as error:
        raise BadFile(
            say("{name} is protected; save it without a password.", name=path.name)
        ) from error
    except (CalamineError, zipfile.BadZipFile, NotImplementedError) as error:
        raise BadFile(
            say(
                "{name} is damaged or not a workbook; open it, save it again, then try again.",
                name=path.name,
            )
        ) from error
