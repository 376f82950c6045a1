"""The rows on screen: what is drawn, what is hidden, and where one stands."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.codes import Recommendation, Status
from app.services.claim_views import ClaimRow
from app.ui import theme as colors
from app.ui.queue.cells import ROW_HEIGHT
from app.ui.queue.table import COLUMNS, ClaimTable
from app.ui.queue.view import QueueView
from app.ui.theme import Theme
from app.ui.tokens import Token
from tests.ui.views import a_row


@pytest.fixture
def view(theme: Theme) -> Iterator[QueueView]:
    table = ClaimTable()
    table.replace([a_row(score=Decimal(99 - n)) for n in range(60)], complete=True)
    view = QueueView(table)
    view.resize(1160, 800)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def pixels(view: QueueView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def ink_at(image: QImage, x: int, y: int) -> int:
    return QColor(image.pixel(x, y)).rgb()


def token(name: Token) -> int:
    return colors.color(name).rgb()


def hover(view: QueueView, row: int) -> None:
    place = QPointF(300, row * ROW_HEIGHT + 20)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.viewport().mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


def only(view: QueueView, claim: ClaimRow) -> QImage:
    table = view.model()
    assert isinstance(table, ClaimTable)
    table.replace([claim], complete=True)
    return pixels(view)


def test_the_chosen_row_has_a_tint_and_a_bar(view: QueueView):
    view.choose(2)
    image = pixels(view)

    assert ink_at(image, 1, 2 * ROW_HEIGHT + 10) == token("accent")
    assert ink_at(image, 8, 2 * ROW_HEIGHT + 10) == token("accent_soft")
    assert ink_at(image, 1, 3 * ROW_HEIGHT + 10) == token("surface")


def test_the_row_under_the_mouse_is_tinted_until_it_leaves(view: QueueView):
    hover(view, 4)
    under = ink_at(pixels(view), 8, 4 * ROW_HEIGHT + 10)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))

    assert under == token("hover")
    assert ink_at(pixels(view), 8, 4 * ROW_HEIGHT + 10) == token("surface")


def test_every_row_is_as_high_as_two_lines(view: QueueView):
    assert {view.rowHeight(row) for row in range(60)} == {ROW_HEIGHT}


def test_amounts_end_at_the_same_place(view: QueueView):
    place = next(n for n, column in enumerate(COLUMNS) if column.right)
    right = view.columnViewportPosition(place) + view.columnWidth(place)
    ends = []
    for amount in (Decimal("1.11"), Decimal("18087.51")):
        image = only(view, a_row(amount=amount, flag=""))
        inked = [
            x
            for x in range(right - 80, right)
            for y in range(14, 32)
            if QColor(image.pixel(x, y)).lightness() < 120
        ]
        ends.append(max(inked))

    assert abs(ends[0] - ends[1]) <= 2


@pytest.mark.parametrize("status", list(Status))
def test_a_claim_of_any_status_is_drawn(view: QueueView, status: Status):
    image = only(view, a_row(status=status, owner=None))

    assert image.width() == view.viewport().width()


@pytest.mark.parametrize("suggestion", [None, *Recommendation])
def test_a_claim_of_any_suggestion_is_drawn(view: QueueView, suggestion: Recommendation | None):
    image = only(view, a_row(recommendation=suggestion, score=None, sample=True))

    assert image.height() == view.viewport().height()


def test_choosing_brings_a_row_into_view(view: QueueView):
    view.choose(55)

    rows = view.rowViewportPosition(55)
    assert 0 <= rows <= view.viewport().height() - ROW_HEIGHT


def test_choosing_outside_the_queue_changes_nothing(view: QueueView):
    view.choose(3)
    view.choose(400)
    view.choose(-1)

    assert view.currentIndex().row() == 3


def test_page_and_end_keys_move_as_in_any_table(view: QueueView):
    view.choose(0)

    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    end = view.currentIndex().row()
    QTest.keyClick(view, Qt.Key.Key_PageUp)

    assert end == 59
    assert view.currentIndex().row() < 59


def test_a_click_chooses_the_whole_row(view: QueueView):
    chosen: list[ClaimRow] = []
    view.chosen.connect(chosen.append)

    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 5 * ROW_HEIGHT + 9)
    )

    assert chosen == [view.claim()]
    assert len(view.selectionModel().selectedRows()) == 1


def test_columns_go_in_the_order_in_which_they_can_be_spared(view: QueueView):
    gone = []
    for width in (1160, 1000, 900, 760, 620, 480):
        view.resize(width, 800)
        hidden = [c.title for n, c in enumerate(COLUMNS) if view.isColumnHidden(n)]
        gone.append(len(hidden))

    assert gone == sorted(gone)
    assert gone[0] == 0
    assert hidden == ["Type", "Amount", "Suggestion", "Due", "Status", "Received"]


def test_columns_come_back_with_the_room(view: QueueView):
    view.resize(600, 800)
    view.resize(1160, 800)

    assert not any(view.isColumnHidden(n) for n in range(len(COLUMNS)))


def test_while_rows_change_nothing_is_announced_as_chosen(view: QueueView):
    table = view.model()
    assert isinstance(table, ClaimTable)
    view.choose(0)
    told: list[object] = []
    view.chosen.connect(told.append)

    view.hold()
    table.merge(table.rows[1:], complete=True)
    view.settle()

    assert told == []


def test_at_the_top_new_rows_are_seen(view: QueueView):
    table = view.model()
    assert isinstance(table, ClaimTable)

    view.hold()
    table.merge([a_row(), *table.rows], complete=True)
    view.settle()

    assert view.verticalScrollBar().value() == 0


def test_when_the_first_visible_row_leaves_the_next_one_keeps_its_place(view: QueueView):
    table = view.model()
    assert isinstance(table, ClaimTable)
    view.verticalScrollBar().setValue(20 * ROW_HEIGHT)
    below = table.rows[21].id
    before = view.rowViewportPosition(21)

    view.hold()
    table.merge([row for n, row in enumerate(table.rows) if n != 20], complete=True)
    view.settle()

    assert view.rowViewportPosition(table.row_of(below) or 0) == before
