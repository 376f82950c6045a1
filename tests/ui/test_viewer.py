"""Reading documents in a real window, with real pages out of a real render process."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.access import Identity, Role
from app.services.pages.page import Box, Size
from app.services.rendering import Children
from app.ui.tasks import Tasks
from app.ui.tokens import Tone
from app.ui.viewer.cache import Painted, PictureCache
from app.ui.viewer.layout import FULL, Fit, Layout, fitted, stepped
from app.ui.viewer.pointer import Mark, Mode
from app.ui.viewer.reader import Paper, Reader
from tests.services import papers

MAYA = Identity(3, "maya", "Maya Chen", Role.STAFF)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Show = Callable[..., Reader]


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children() as started:
        yield started


@pytest.fixture
def reader(qtbot: QtBot, tasks: Tasks, children: Children, theme: Any) -> Iterator[Reader]:
    made = Reader(tasks, children, MAYA)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.close_document()


@pytest.fixture
def show(reader: Reader, qtbot: QtBot, tmp_path: Path) -> Show:
    def shown(*pages: list[str], **how: Any) -> Reader:
        path = papers.a_pdf(tmp_path / "d.pdf", pages or [["A page"]], **how)
        reader.show_paper(Paper("d.pdf", "Statement · 1 kB", path.read_bytes()))
        qtbot.waitUntil(lambda: is_painted(reader, 0))
        qtbot.waitUntil(lambda: bool(reader.feed and 0 in reader.feed.words))
        reader.pages.setFocus()
        return reader

    return shown


def is_painted(reader: Reader, page: int) -> bool:
    return reader.feed is not None and reader.feed.pictures.get(page) is not None


def many(count: int) -> list[list[str]]:
    return [[f"This is page {number}", "of the report"] for number in range(1, count + 1)]


def centre_of(reader: Reader, page: int, word: int) -> QPoint:
    assert reader.feed
    box = reader.feed.words[page][word].box
    where = reader.pages.layout_of.place(page, box).center()
    return where.toPoint() - QPoint(0, reader.pages.verticalScrollBar().value())


def drag(reader: Reader, start: QPoint, end: QPoint) -> None:
    viewport, left = reader.pages.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=start)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, left, pos=end)


def test_a_document_is_shown_with_its_name_and_its_number_of_pages(show: Show):
    reader = show(*many(12))

    assert reader.bar.title.accessibleName() == "d.pdf"
    assert (reader.bar.page.text(), reader.bar.count.text()) == ("1", "of 12")
    assert reader.thumbs.isVisible()


def test_what_is_painted_is_the_page(show: Show):
    reader = show(["MMMMMMMMMM"])

    shot = reader.pages.viewport().grab().toImage()

    assert reader.feed
    word = reader.pages.layout_of.place(0, reader.feed.words[0][0].box)
    assert has_ink(shot, word)
    assert not has_ink(shot, word.translated(0, 200))


def has_ink(shot: QImage, where: QRectF) -> bool:
    ratio = shot.devicePixelRatio()
    return any(
        shot.pixelColor(round(x * ratio), round(where.center().y() * ratio)).lightness() < 100
        for x in range(round(where.left()), round(where.right()))
    )


def test_page_down_goes_on_and_end_goes_to_the_last_page(show: Show, qtbot: QtBot):
    reader = show(*many(20))

    QTest.keyClick(reader.pages, Qt.Key.Key_PageDown)
    QTest.keyClick(reader.pages, Qt.Key.Key_PageDown)
    second = reader.pages.page
    QTest.keyClick(reader.pages, Qt.Key.Key_End)

    qtbot.waitUntil(lambda: is_painted(reader, 19))
    assert second >= 1
    assert reader.bar.page.text() == "20"
    QTest.keyClick(reader.pages, Qt.Key.Key_Home)
    assert reader.bar.page.text() == "1"


def test_a_page_is_gone_to_by_its_number_and_by_its_small_picture(show: Show):
    reader = show(*many(20))

    reader.bar.page.setText("7")
    QTest.keyClick(reader.bar.page, Qt.Key.Key_Return)
    by_number = reader.pages.page
    reader.thumbs.verticalScrollBar().setValue(0)
    QTest.mouseClick(reader.thumbs.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 130 + 60))

    assert by_number == 6
    assert reader.pages.page == 1


def test_zoom_by_keys_stays_at_the_page(show: Show):
    reader = show(*many(10))
    reader.pages.go_to(4)
    fitted_zoom = reader.pages.zoom

    QTest.keyClick(reader.pages, Qt.Key.Key_Plus, CONTROL)
    closer = reader.pages.zoom
    QTest.keyClick(reader.pages, Qt.Key.Key_0, CONTROL)

    assert closer > fitted_zoom
    assert reader.pages.zoom == pytest.approx(fitted_zoom)
    assert reader.pages.page == 4
    assert reader.bar.zoom.text() == f"{fitted_zoom:.0%}"


def test_the_whole_page_fits(show: Show):
    reader = show(*many(3))

    QTest.keyClick(reader.pages, Qt.Key.Key_9, CONTROL)

    assert reader.pages.layout_of.rects[0].height() <= reader.pages.viewport().height()


def test_turned_pages_lie_on_their_side_and_words_with_them(show: Show, qtbot: QtBot):
    reader = show(["MMMMMMMMMM"])

    QTest.keyClick(reader.pages, Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(lambda: is_painted(reader, 0))

    rect = reader.pages.layout_of.rects[0]
    assert rect.width() > rect.height()
    assert reader.feed
    word = reader.pages.layout_of.place(0, reader.feed.words[0][0].box)
    assert word.height() > word.width()
    assert word.center().x() > rect.center().x()


def test_text_is_found_on_all_pages_and_stepped_through(show: Show, qtbot: QtBot):
    reader = show(*many(5))

    QTest.keyClick(reader.pages, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(reader.finder.field, "REPORT")
    qtbot.waitUntil(lambda: bool(reader.feed and len(reader.feed.places) == 5))
    first = reader.finder.told.text()
    QTest.keyClick(reader.finder.field, Qt.Key.Key_Return)
    QTest.keyClick(reader.finder.field, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(reader.finder.field, Qt.Key.Key_Return, SHIFT)

    assert first.startswith("1 of ")
    assert reader.finder.told.text() == "5 of 5"
    QTest.keyClick(reader.finder.field, Qt.Key.Key_Escape)
    assert reader.feed
    assert reader.feed.places == []
    assert not reader.finder.isVisible()


def test_what_is_not_there_is_told(show: Show, qtbot: QtBot):
    reader = show(["Nothing of note"])

    reader.finder.begin()
    QTest.keyClicks(reader.finder.field, "zebra")
    qtbot.waitUntil(lambda: reader.finder.told.text() == "Not found")


def test_chosen_words_are_copied_line_by_line(show: Show):
    reader = show(["The car was stolen", "in the night"])

    drag(reader, centre_of(reader, 0, 1), centre_of(reader, 0, 5))
    QTest.keyClick(reader.pages, Qt.Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text() == "car was stolen\nin the"


def test_text_is_chosen_and_copied_by_keys_alone(show: Show):
    reader = show(["The car was stolen", "in the night"])

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(reader.pages, key, SHIFT)
    chosen = reader.pages.chosen_text()
    QTest.keyClick(reader.pages, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(reader.pages, Qt.Key.Key_C, CONTROL)

    assert chosen == "The car was stolen\nin the"
    assert QGuiApplication.clipboard().text() == "The car was stolen\nin the night"


def test_keys_that_choose_do_nothing_where_there_is_no_text(show: Show):
    reader = show([])

    QTest.keyClick(reader.pages, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(reader.pages, Qt.Key.Key_A, CONTROL)

    assert reader.pages.selection is None


def test_a_click_beside_the_text_chooses_nothing(show: Show):
    reader = show(["Short"])
    drag(reader, centre_of(reader, 0, 0), centre_of(reader, 0, 0))
    chosen = reader.pages.chosen_text()

    QTest.mouseClick(reader.pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 600))

    assert chosen == "Short"
    assert reader.pages.chosen_text() == ""


def test_a_box_is_drawn_in_points_of_the_page(show: Show, qtbot: QtBot):
    reader = show(["Area"])
    reader.pages.set_mode(Mode.AREA)
    corner = reader.pages.layout_of.place(0, Box(100, 100, 100, 100)).topLeft().toPoint()
    other = reader.pages.layout_of.place(0, Box(200, 150, 200, 150)).topLeft().toPoint()

    with qtbot.waitSignal(reader.pages.area_drawn) as drawn:
        drag(reader, other, corner)

    page, box = drawn.args
    assert page == 0
    assert tuple(box) == pytest.approx((100, 100, 200, 150), abs=1.5)


def test_a_damaged_page_tells_why_and_the_others_are_shown(
    reader: Reader, qtbot: QtBot, tmp_path: Path
):
    path = papers.an_endless_pdf(tmp_path / "e.pdf")
    reader.show_paper(Paper("e.pdf", "", path.read_bytes()))
    qtbot.waitUntil(lambda: bool(reader.feed and reader.feed.sizes))
    assert reader.feed
    process = reader.feed.renderer._child
    assert process

    psutil.Process(process._process.pid).kill()

    qtbot.waitUntil(lambda: bool(reader.feed and reader.feed.broken))
    assert "stopped the process" in reader.feed.broken[0]


def test_what_cannot_be_shown_says_why_in_place_of_pages(reader: Reader, qtbot: QtBot):
    reader.show_paper(Paper("x.pdf", "", b"%PDF-1.7 nothing"))

    qtbot.waitUntil(lambda: "damaged" in reader.empty._text.text())
    assert not reader.bar.buttons["document.print"].isEnabled()
    assert "damaged" in reader.bar.buttons["document.print"].toolTip()


@pytest.mark.parametrize("tone", ["high", "med", "low", "ok", "neutral"])
def test_a_mark_is_painted_in_every_tone_and_what_hides_is_black(show: Show, tone: Tone):
    reader = show(["MMMMMMMMMM"])
    boxes = (Box(200, 200, 300, 240),)
    reader.pages.show_marks([Mark(1, 0, boxes, tone), Mark(2, 0, (), tone, noted=True)])
    where = reader.pages.layout_of.place(0, boxes[0]).center().toPoint()

    marked = reader.pages.viewport().grab().toImage().pixelColor(where)
    reader.pages.show_marks([Mark(1, 0, boxes, tone, hides=True)])
    hidden = reader.pages.viewport().grab().toImage().pixelColor(where)

    assert 0 < marked.lightness() < 255
    assert hidden.lightness() == 0


def test_pages_out_of_sight_are_not_asked_for(show: Show, qtbot: QtBot):
    reader = show(*many(60))
    assert reader.feed

    reader.pages.go_to(50)
    qtbot.waitUntil(lambda: is_painted(reader, 50))

    assert not any(is_painted(reader, page) for page in range(10, 40))


def test_leaving_a_document_ends_its_process(show: Show, qtbot: QtBot):
    reader = show(["One"])
    assert reader.feed
    child = reader.feed.renderer._child
    assert child
    process = psutil.Process(child._process.pid)

    reader.show_nothing()

    qtbot.waitUntil(lambda: not process.is_running())
    assert reader.feed is None


def test_pictures_stay_within_their_bound():
    cache = PictureCache(3_000_000)
    for page in range(10):
        cache.put(page, Painted(QImage(500, 500, QImage.Format.Format_RGB32), 1.0))

    assert cache.held <= 3_000_000
    assert cache.get(0) is None
    assert cache.get(9)


SIZES = (Size(600, 800), Size(800, 600), Size(600, 800))


@pytest.mark.parametrize("turn", range(4))
def test_a_point_of_a_page_is_found_again_however_it_is_turned(turn: int):
    layout = Layout.of(SIZES, 1.5, turn, 1000)

    where = layout.place(1, Box(120, 70, 120, 70))

    assert layout.point(1, QPointF(where.topLeft())) == pytest.approx((120, 70))


def test_pages_between_two_heights_are_those_that_are_seen():
    layout = Layout.of(SIZES, 1.0, 0, 1000)

    assert layout.between(0, 100) == range(1)
    assert layout.between(700, 900) == range(2)
    assert layout.between(layout.rects[0].bottom() + 3, layout.height) == range(1, 3)


def test_zoom_fits_and_steps():
    assert fitted(SIZES, 0, 0, (632, 10_000), Fit.WIDTH) == pytest.approx(1.0)
    assert fitted(SIZES, 0, 0, (632, 432), Fit.PAGE) == pytest.approx(0.5)
    assert stepped(FULL, closer=True) == pytest.approx(1.1 * FULL)
    assert stepped(FULL, closer=False) == pytest.approx(0.9 * FULL)
