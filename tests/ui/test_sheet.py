"""The quiet table: headings, rows that are chosen, opened and hovered."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.sheet import ROW, SheetView, write
from app.ui.theme import Theme
from app.ui.tokens import LIGHT

TITLES = ("Name", "Amount")
ROWS = (("Ann", "5"), ("Bea", "7"), ("Cem", "9"))


def people() -> QStandardItemModel:
    table = QStandardItemModel(len(ROWS), len(TITLES))
    table.setHorizontalHeaderLabels(TITLES)
    right, side = Qt.AlignmentFlag.AlignRight, Qt.ItemDataRole.TextAlignmentRole
    table.setHeaderData(0, Qt.Orientation.Horizontal, Qt.AlignmentFlag.AlignLeft, side)
    table.setHeaderData(1, Qt.Orientation.Horizontal, right, side)
    for place, row in enumerate(ROWS):
        for column in range(len(TITLES)):
            table.setData(table.index(place, column), row, ROW)
    return table


drawn: list[tuple[str, str]] = []


def name_cell(painter: QPainter, row: tuple[str, str], where: QRectF) -> None:
    drawn.append(row)
    write(painter, row[0], where)


def amount_cell(painter: QPainter, row: tuple[str, str], where: QRectF) -> None:
    write(painter, row[1], where, right=True)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> SheetView:
    made = SheetView(people(), (name_cell, amount_cell), (200, 120), "People")
    qtbot.addWidget(made)
    made.resize(340, 220)
    made.set_row_height(40)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    drawn.clear()
    return made


def point_at(view: SheetView, place: QPoint) -> None:
    """Move the mouse, wherever the windows of others lie below the pointer of the machine."""
    at, none = QPointF(place), Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        QPointF(view.viewport().mapToGlobal(place)),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), moved)


def picture(view: SheetView) -> QImage:
    return view.viewport().grab().toImage()


def test_every_row_is_drawn_by_its_cells(view: SheetView):
    picture(view)

    assert drawn == list(ROWS)
    assert [view.rowHeight(row) for row in range(3)] == [40, 40, 40]


def test_a_chosen_row_has_the_accent_at_its_edge(view: SheetView):
    view.choose(1)
    shown = picture(view)

    colours = [shown.pixelColor(1, 40 * row + 20).name() for row in range(3)]
    assert [colour == LIGHT.colors["accent"].lower() for colour in colours] == [False, True, False]


def test_the_row_under_the_mouse_is_tinted_until_the_mouse_goes(view: SheetView):
    point_at(view, QPoint(50, 60))
    over = picture(view).pixelColor(150, 60).name()
    point_at(view, QPoint(50, 200))
    gone = picture(view).pixelColor(150, 60).name()

    assert over == LIGHT.colors["hover"].lower()
    assert gone == LIGHT.colors["surface"].lower()


def test_a_double_click_opens_the_chosen_row(qtbot: QtBot, view: SheetView):
    left, place = Qt.MouseButton.LeftButton, QPoint(50, 100)
    with qtbot.waitSignal(view.opened):
        QTest.mouseClick(view.viewport(), left, pos=place)
        QTest.mouseDClick(view.viewport(), left, pos=place)

    assert view.currentIndex().row() == 2


def test_arrows_walk_the_rows_and_tab_leaves_the_table(view: SheetView):
    view.choose(0)

    QTest.keyClick(view, Qt.Key.Key_Down)

    assert view.currentIndex().row() == 1
    assert not view.tabKeyNavigation()


def test_headings_stand_where_their_columns_stand(view: SheetView):
    header = view.horizontalHeader()
    shown = header.viewport().grab().toImage()
    ground = LIGHT.colors["surface"].lower()

    inked = {
        x
        for x in range(shown.width())
        for y in range(4, 28)
        if shown.pixelColor(x, y).name() != ground
    }

    assert min(inked) >= 18
    assert max(x for x in inked if x < 200) < 100
    assert min(x for x in inked if x >= 200) > 240


def test_a_clickable_heading_carries_the_arrow_of_the_sorting(view: SheetView):
    header = view.horizontalHeader()
    plain = header.viewport().grab().toImage()
    header.setSectionsClickable(True)
    header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    falling = header.viewport().grab().toImage()
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    rising = header.viewport().grab().toImage()

    assert plain != falling
    assert falling != rising


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_chosen_row_as_a_double_click_does(
    qtbot: QtBot, view: SheetView, key: Qt.Key
):
    view.choose(1)

    with qtbot.waitSignal(view.opened):
        QTest.keyClick(view, key)


def test_enter_opens_nothing_where_nothing_is_chosen(view: SheetView):
    opened: list[bool] = []
    view.opened.connect(lambda: opened.append(True))

    QTest.keyClick(view, Qt.Key.Key_Return)

    assert opened == []
