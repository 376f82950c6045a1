"""Workbooks as a source of claims."""

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.errors import BadFile
from app.files import open_table, workbook


def save(path: Path, *sheets: list[list[Any]]) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm"})
    for cells in sheets:
        sheet = book.add_worksheet()
        for number, row in enumerate(cells):
            sheet.write_row(number, 0, row)
    book.close()
    return path


def test_cells_come_out_as_a_csv_export_would_write_them(tmp_path: Path):
    row = [
        "Honda",
        "007",
        3,
        2.5,
        True,
        dt.date(2026, 3, 1),
        dt.datetime.fromisoformat("2026-03-01 09:30"),
    ]
    path = save(tmp_path / "claims.xlsx", [list("abcdefg"), row])

    (frame,) = open_table(path).chunks()

    expected = ["Honda", "007", "3", "2.5", "true", "2026-03-01", "2026-03-01 09:30:00"]
    assert frame.iloc[0].tolist() == expected


def test_the_first_sheet_that_holds_anything_is_read(tmp_path: Path):
    path = save(tmp_path / "claims.xlsx", [], [["a"], ["1"]])

    (frame,) = open_table(path).chunks()

    assert frame["a"].tolist() == ["1"]


def test_a_workbook_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path):
    path = save(tmp_path / "claims.xlsx", [["a"], ["1"]]).rename(tmp_path / "claims.csv")

    assert open_table(path).columns == ["a"]


def test_an_empty_row_keeps_the_numbers_of_those_below(tmp_path: Path):
    path = save(tmp_path / "claims.xlsx", [["a", "b"], [1, 2], [], [3, 4]])
    table = open_table(path)

    (frame,) = table.chunks()

    assert frame.index.tolist() == [1, 3]
    assert [reject.row for reject in table.rejects] == [2]


def test_a_workbook_without_a_cell_is_refused(tmp_path: Path):
    path = save(tmp_path / "claims.xlsx", [])

    with pytest.raises(BadFile, match="no header"):
        open_table(path)


def test_a_truncated_workbook_is_refused_wherever_it_was_cut(tmp_path: Path):
    whole = save(tmp_path / "claims.xlsx", [["a", "b"], [1, 2]]).read_bytes()
    cut = tmp_path / "cut.xlsx"

    for length in range(8, len(whole) - 1, 97):
        cut.write_bytes(whole[:length])

        with pytest.raises(BadFile, match="damaged or not a workbook"):
            open_table(cut)


def test_a_workbook_with_flipped_bytes_is_read_or_refused_but_never_crashes(tmp_path: Path):
    whole = save(tmp_path / "claims.xlsx", [["a", "b"], [1, 2]]).read_bytes()
    flipped = tmp_path / "flipped.xlsx"
    refused = 0

    for place in range(0, len(whole), 41):
        flipped.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            open_table(flipped)
        except BadFile:
            refused += 1

    assert refused > 20


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 100_000)
    monkeypatch.setattr(workbook, "LARGEST", 10_000)

    with pytest.raises(BadFile, match="unpack to more than"):
        open_table(path)
