"""A table written chunk by chunk, which appears only when it is whole."""

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from app.errors import AppError, BadFile, Invalid
from app.files.formulas import escape
from app.words import say

if TYPE_CHECKING:
    import pandas as pd

SHEET_ROWS = 1_048_576
CELL_LETTERS = 32_767
SUSPECT = frozenset("=+-@\t\r'")
FOREIGN = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".pdf"})


def refuse_place(path: Path) -> None:
    """Raise what is wrong with a place to write to, before any work is done for it."""
    if path.exists() and not path.is_file():
        raise Invalid(say("{path} cannot be written: it is not a file.", path=path))
    if not path.absolute().parent.is_dir():
        raise Invalid(
            say(
                "{path} cannot be written: there is no folder {parent}.",
                path=path,
                parent=path.parent,
            )
        )


class TableWriter:
    """Writes frames to CSV, or to a workbook when the path ends in .xlsx."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._target = path.resolve()
        self._partial = self._target.with_name(f".{path.name}.{os.getpid()}.partial")
        self._headed = False

    def write(self, frame: "pd.DataFrame") -> None:
        """Append the rows of *frame*; the first frame gives the header."""
        columns = [[_cell(value) for value in frame[name].tolist()] for name in frame.columns]
        try:
            if not self._headed:
                self._sink.append([[_cell(str(name)) for name in frame.columns]])
                self._headed = True
            self._sink.append(zip(*columns, strict=True))
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> AppError:
        return AppError(
            say("{path} cannot be written: {strerror}.", path=self.path, strerror=error.strerror)
        )

    def __enter__(self) -> Self:
        refuse_place(self.path)
        if self.path.suffix.lower() in FOREIGN:
            raise Invalid(
                say(
                    "{path} cannot be written: name a file that ends in .csv or .xlsx.",
                    path=self.path,
                )
            )
        workbook = self.path.suffix.lower() == ".xlsx"
        try:
            self._sink = _Sheet(self._partial) if workbook else _Csv(self._partial)
        except OSError as error:
            raise self._unwritable(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        try:
            self._sink.close()
            if kind is None:
                self._partial.replace(self._target)
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            self._partial.unlink(missing_ok=True)


class _Csv:
    """Comma-separated UTF-8."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")

    def append(self, rows: Iterable[Sequence[Any]]) -> None:
        self._writer.writerows(rows)

    def close(self) -> None:
        self._file.close()


class _Sheet:
    """A workbook of one sheet, kept on disk while it grows."""

    def __init__(self, path: Path) -> None:
        import xlsxwriter

        path.touch()
        options = {"strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True, **options})
        self._sheet = self._book.add_worksheet("Claims")
        self._row = 0

    def append(self, rows: Iterable[Sequence[Any]]) -> None:
        for row in rows:
            if self._row == SHEET_ROWS:
                raise BadFile(
                    say(
                        "A workbook holds {sheet_rows:,} rows; write a .csv file instead.",
                        sheet_rows=SHEET_ROWS,
                    )
                )
            if any(isinstance(cell, str) and len(cell) > CELL_LETTERS for cell in row):
                raise BadFile(
                    say(
                        "Row {row} has a cell longer than the {cell_letters:,} letters that a "
                        "workbook holds; write a .csv file instead.",
                        row=self._row,
                        cell_letters=CELL_LETTERS,
                    )
                )
            self._sheet.write_row(self._row, 0, row)
            self._row += 1

    def close(self) -> None:
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:
            raise OSError(None, str(error)) from error


def _cell(value: Any) -> Any:
    """Leave numbers as they are and missing values empty, and keep text from being run."""
    if isinstance(value, str):
        return escape(value) if value[:1] in SUSPECT else value
    return "" if value is None or value != value else value  # noqa: PLR0124 - NaN alone differs
