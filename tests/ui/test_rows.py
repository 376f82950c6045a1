"""The table model of plain rows: what it shows, what it speaks, and how it grows."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from app.ui.rows import Rows
from app.ui.sheet import ROW

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
ALIGNED = Qt.ItemDataRole.TextAlignmentRole


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[Rows[tuple[str, int]]]:
    owner = QObject()
    made: Rows[tuple[str, int]] = Rows(
        owner, ("Name", "Amount"), lambda row: (row[0], f"{row[1]:,}"), right={1}
    )
    made.replace([("Ann", 1200), ("Bo", 5)])
    yield made
    owner.deleteLater()


def test_a_cell_shows_and_speaks_its_words_and_carries_its_row(rows: Rows[tuple[str, int]]):
    cell = rows.index(0, 1)

    assert cell.data() == "1,200"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "1,200"
    assert cell.data(ROW) == ("Ann", 1200)


def test_columns_of_figures_stand_to_the_right(rows: Rows[tuple[str, int]]):
    sides = [rows.headerData(section, ACROSS, ALIGNED) for section in range(2)]

    assert sides == [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]
    assert rows.headerData(1, ACROSS) == "Amount"


def test_rows_beyond_the_number_of_titles_have_no_heading(rows: Rows[tuple[str, int]]):
    rows.append([("Cy", 7), ("Di", 8)])

    assert [rows.headerData(row, DOWN) for row in range(4)] == [None] * 4


def test_rows_come_below_those_there_are(rows: Rows[tuple[str, int]], qtmodeltester: Any):
    inserted: list[tuple[int, int]] = []
    rows.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))

    rows.append([("Cy", 7)])
    rows.append([])

    assert inserted == [(2, 2)]
    assert rows.index(2, 0).data() == "Cy"
    qtmodeltester.check(rows)
