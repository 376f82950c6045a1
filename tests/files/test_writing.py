"""Tables written for spreadsheets and for other programs."""

import os
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError, BadFile, Invalid
from app.files import TableWriter, open_table, writing
from app.files.formulas import escape, unescape


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_is_written_in_chunks_is_read_back_whole(tmp_path: Path, name: str):
    frame = pd.DataFrame({"make": ["Honda", "Škoda", ""], "score": [0.1, 7.0, 100 / 3]})

    with TableWriter(tmp_path / name) as writer:
        writer.write(frame[:2])
        writer.write(frame[2:])

    (read,) = open_table(tmp_path / name).chunks()
    assert read["make"].tolist() == frame["make"].tolist()
    assert [float(score) for score in read["score"]] == pytest.approx(
        [0.1, 7.0, 100 / 3], abs=1e-13
    )


def test_a_csv_keeps_every_digit_of_a_number(tmp_path: Path):
    exact = pd.DataFrame({"score": [0.1 + 0.2, 100 / 3, 5e-324]})

    with TableWriter(tmp_path / "out.csv") as writer:
        writer.write(exact)

    (read,) = open_table(tmp_path / "out.csv").chunks()
    assert [float(score) for score in read["score"]] == exact["score"].tolist()


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "\tx", "\rx", "'=1"])
def test_a_formula_is_written_as_text(cell: str):
    assert escape(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12.5", "+44", "-1,250.75", "-1e5", "-3 %", "note", "l'été"])
def test_a_number_stays_a_number(cell: str):
    assert escape(cell) == cell


@given(st.text(alphabet="'=+-@\t\r1.x"))
def test_every_cell_is_read_back_as_it_was(cell: str):
    assert unescape(escape(cell)) == cell


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_no_cell_and_no_header_of_a_file_can_run(tmp_path: Path, name: str):
    hostile = pd.DataFrame({"=HYPERLINK(1)": ["=cmd|'/C calc'!A0", "@x"], "n": ["-12.5", "-x"]})

    with TableWriter(tmp_path / name) as writer:
        writer.write(hostile)

    table = open_table(tmp_path / name)
    (read,) = table.chunks()
    assert table.columns == ["'=HYPERLINK(1)", "n"]
    assert read.iloc[:, 0].tolist() == ["'=cmd|'/C calc'!A0", "'@x"]
    assert read["n"].tolist() == ["-12.5", "'-x"]


def test_missing_values_are_empty_cells(tmp_path: Path):
    with TableWriter(tmp_path / "out.csv") as writer:
        writer.write(pd.DataFrame({"a": [1.5, float("nan")], "b": ["x", None]}))

    assert (tmp_path / "out.csv").read_text("utf-8") == "a,b\n1.5,x\n,\n"


def test_a_failure_half_way_leaves_the_old_file_and_no_other(tmp_path: Path):
    path = tmp_path / "out.xlsx"
    path.write_text("old")

    with pytest.raises(BadFile), TableWriter(path) as writer:
        writer.write(pd.DataFrame({"a": ["new", "y" * 40_000]}))

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str):
    with pytest.raises(AppError, match="cannot be written"), TableWriter(tmp_path / "no" / name):
        pass


def test_what_does_not_fit_into_a_workbook_is_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(writing, "SHEET_ROWS", 3)

    with pytest.raises(BadFile, match="holds 3 rows"), TableWriter(tmp_path / "o.xlsx") as writer:
        writer.write(pd.DataFrame({"a": ["1", "2", "3"]}))


def test_a_cell_too_long_for_a_workbook_is_refused_with_its_row(tmp_path: Path):
    with pytest.raises(BadFile, match="Row 2 "), TableWriter(tmp_path / "o.xlsx") as writer:
        writer.write(pd.DataFrame({"a": ["x", "y" * 40_000]}))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("old.xls", "name a file that ends in .csv or .xlsx"),
        ("folder", "it is not a file"),
        ("missing/out.csv", "there is no folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused_at_once(
    tmp_path: Path, name: str, sentence: str
):
    (tmp_path / "folder").mkdir()

    with pytest.raises(Invalid, match=sentence), TableWriter(tmp_path / name):
        pass


def test_a_device_is_never_replaced_by_a_file(tmp_path: Path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)

    with pytest.raises(Invalid), TableWriter(pipe):
        pass

    assert pipe.is_fifo()


def test_writing_through_a_link_keeps_the_link(tmp_path: Path):
    link, target = tmp_path / "link.csv", tmp_path / "target.csv"
    target.touch()
    link.symlink_to(target)

    with TableWriter(link) as writer:
        writer.write(pd.DataFrame({"a": ["1"]}))

    assert link.is_symlink()
    assert target.read_text() == "a\n1\n"
