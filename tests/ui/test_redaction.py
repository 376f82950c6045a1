"""Choosing what a redacted copy hides, in the window: by mouse, by keys, over found text."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.pages.page import Box
from app.services.rendering import Children
from app.ui.documents.redact import DeskRedaction
from app.ui.tasks import Tasks
from app.ui.viewer.pointer import Mode
from app.ui.viewer.reader import Reader
from app.ui.viewer.select import Selection
from tests.documents import Archive, archive
from tests.server import Database
from tests.ui.desk import press, press_key
from tests.ui.reading import Opened, reading

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children() as started:
        yield started


@pytest.fixture
def held(database: Database, tmp_path: Path) -> Iterator[Archive]:
    with archive(database, tmp_path / "objects") as made:
        yield made


@pytest.fixture
def opened(
    held: Archive, tasks: Tasks, children: Children, tmp_path: Path, qtbot: QtBot, theme
) -> Iterator[Opened]:
    with reading(held, tasks, children, tmp_path, qtbot) as made:
        made.came("Letter.pdf", text="Card 4929 belongs to Card holder")
        yield made


def begun(opened: Opened) -> tuple[Reader, DeskRedaction]:
    """Open the letter and begin to choose by key."""
    press(opened.page, "v")
    reader = opened.reads_words("Letter.pdf")
    press_key(opened.page, Qt.Key.Key_R, CONTROL | SHIFT)
    return reader, opened.side.desk.redaction


def test_a_box_that_is_drawn_is_black_before_and_in_the_copy(opened: Opened):
    reader, redaction = begun(opened)
    reader.pages.area_drawn.emit(0, Box(40, 40, 300, 90))
    seen = [mark.hides for mark in reader.pages.marks]
    told = reader.redact_bar.told.text()

    press_key(opened.page, Qt.Key.Key_Return, CONTROL)

    opened.qtbot.waitUntil(lambda: "Letter (redacted).pdf" in opened.names, timeout=15_000)
    assert seen == [True]
    assert told == "One place on one page will be black"
    assert not redaction.active
    assert reader.pages.mode is Mode.READ
    assert reader.notice.accessibleName().startswith("Letter (redacted).pdf was made")


def test_what_was_found_is_hidden_by_key_everywhere_and_not_to_be_extracted(opened: Opened):
    reader, redaction = begun(opened)
    press_key(opened.page, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(reader.finder.field, "card")
    opened.qtbot.waitUntil(lambda: bool(reader.feed and len(reader.feed.places) == 2))
    reader.pages.setFocus()

    press_key(opened.page, Qt.Key.Key_Insert)
    hidden = len(redaction.areas)
    redaction.make()

    opened.qtbot.waitUntil(lambda: "Letter (redacted).pdf" in opened.names, timeout=15_000)
    opened.archive.check()
    desk = opened.archive.desk_of(opened.maya)
    copy = next(d for d in desk.list(opened.claim) if d.redacted_from)
    with pypdfium2.PdfDocument(desk.open(copy.newest.id).data) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert hidden == 2
    assert texts == ["", ""]


def test_a_box_is_begun_moved_sized_and_taken_away_by_keys_alone(opened: Opened):
    _, redaction = begun(opened)

    press_key(opened.page, Qt.Key.Key_Insert)
    ((page, first),) = redaction.areas
    press_key(opened.page, Qt.Key.Key_Right)
    press_key(opened.page, Qt.Key.Key_Down, SHIFT)
    ((_, moved),) = redaction.areas
    press_key(opened.page, Qt.Key.Key_Delete)

    assert page == 0
    assert moved.left == pytest.approx(first.left + 6)
    assert moved.right == pytest.approx(first.right + 6)
    assert (moved.top, moved.bottom) == pytest.approx((first.top, first.bottom + 6))
    assert redaction.areas == []


def test_chosen_text_is_hidden_from_the_start(opened: Opened):
    press(opened.page, "v")
    reader = opened.reads_words("Letter.pdf")
    reader.pages.selection = Selection((0, 0), (0, 1))

    press_key(opened.page, Qt.Key.Key_R, CONTROL | SHIFT)

    assert len(opened.side.desk.redaction.areas) == 1
    assert reader.pages.selection is None


def test_esc_leaves_without_a_copy_and_the_document_stays_open(opened: Opened):
    reader, redaction = begun(opened)
    reader.pages.area_drawn.emit(0, Box(40, 40, 300, 90))

    press_key(opened.page, Qt.Key.Key_Escape)

    assert not redaction.active
    assert not reader.redact_bar.isVisible()
    assert reader.pages.marks == ()
    assert reader.feed
    assert opened.names == ["Letter.pdf"] or opened.side.tab.listed_claim


def test_another_document_begins_without_what_was_hidden_in_the_first(opened: Opened):
    opened.came("Other.pdf")
    _, redaction = begun_in(opened, "Other.pdf")
    redaction.areas.append((0, Box(1, 1, 50, 50)))

    press(opened.page, "]")

    opened.reads("Letter.pdf")
    assert not redaction.active
    assert redaction.areas == []


def begun_in(opened: Opened, name: str) -> tuple[Reader, DeskRedaction]:
    press(opened.page, "v")
    reader = opened.reads_words(name)
    press_key(opened.page, Qt.Key.Key_R, CONTROL | SHIFT)
    return reader, opened.side.desk.redaction
