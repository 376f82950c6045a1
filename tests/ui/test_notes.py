"""Notes beside documents: written, seen, changed and removed, in the window and by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.codes import MarkKind
from app.services.annotations import AnnotationService, NewMark
from app.services.pages.page import Box
from app.services.rendering import Children
from app.ui.claim.notes import ClaimNotes
from app.ui.documents.notes import DeskNotes
from app.ui.notes.rows import NoteRows
from app.ui.tasks import Tasks
from app.ui.viewer.pointer import Mode
from app.ui.viewer.select import Selection
from tests.documents import Archive, archive
from tests.factories import a_person
from tests.server import Database
from tests.ui.desk import press, press_key
from tests.ui.reading import Opened, reading

CONTROL = Qt.KeyboardModifier.ControlModifier


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
        made.came("Statement.pdf", text="The car was stolen")
        yield made


def notes_of(opened: Opened) -> DeskNotes:
    return opened.side.desk.notes


def said(opened: Opened) -> list[str]:
    return [mark.text for mark in notes_of(opened).notes.marks]


def write_note(opened: Opened, words: str, key: Qt.Key = Qt.Key.Key_M) -> None:
    """Write a note by keys alone."""
    press_key(opened.page, key, CONTROL)
    form = notes_of(opened).panel.form
    QTest.keyClicks(form.words, words)
    QTest.keyClick(form.words, Qt.Key.Key_Return, CONTROL)
    opened.qtbot.waitUntil(lambda: words in said(opened))


def colleague_notes(opened: Opened, text: str) -> None:
    """Let a supervisor leave a note on the second page."""
    lead = a_person(opened.archive.database, supervisor=True, full_name="Samir Osei")
    marks = AnnotationService(opened.archive.database.sessions_as(lead), lead)
    (document,) = opened.archive.desk_of(opened.maya).list(opened.claim)
    marks.add(NewMark(document.id, 1, 1, MarkKind.NOTE, (Box(50, 60, 90, 80),), text=text))


def test_a_note_is_written_on_the_page_by_keys_alone(opened: Opened):
    press(opened.page, "v")
    reader = opened.reads_words("Statement.pdf")

    write_note(opened, "Ask about the keys")

    panel = notes_of(opened).panel
    (shown,) = panel.rows.rows
    assert (shown.text, shown.page, shown.author) == ("Ask about the keys", 0, "Maya Chen")
    assert not panel.form.isVisible()
    assert reader.pages.hasFocus()
    assert [mark.noted for mark in reader.pages.marks] == [True]
    assert opened.side.notes_button.text() == "Notes  1"


def test_a_note_on_chosen_text_lies_on_its_words_and_begins_with_them(opened: Opened):
    press(opened.page, "v")
    reader = opened.reads_words("Statement.pdf")
    reader.pages.selection = Selection((0, 1), (0, 3))

    press_key(opened.page, Qt.Key.Key_M, CONTROL)
    QTest.keyClicks(notes_of(opened).panel.form.words, "When?")
    QTest.keyClick(notes_of(opened).panel.form.words, Qt.Key.Key_Return, CONTROL)

    opened.qtbot.waitUntil(lambda: said(opened) == ["When?"])
    (mark,) = notes_of(opened).notes.marks
    assert reader.feed
    assert mark.boxes[0].left == pytest.approx(reader.feed.words[0][1].box.left, abs=0.01)


def test_a_letter_typed_into_a_note_decides_nothing(opened: Opened):
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")
    press_key(opened.page, Qt.Key.Key_M, CONTROL)

    press(opened.page, "arid")

    assert notes_of(opened).panel.form.words.toPlainText() == "arid"
    assert opened.page.pane.slot.form() is None
    press_key(opened.page, Qt.Key.Key_Escape)
    assert not notes_of(opened).panel.form.isVisible()
    assert said(opened) == []


def test_an_empty_note_is_not_saved_and_says_why(opened: Opened):
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")
    press_key(opened.page, Qt.Key.Key_M, CONTROL)
    form = notes_of(opened).panel.form

    QTest.keyClick(form.words, Qt.Key.Key_Return, CONTROL)

    assert form.isVisible()
    assert form._reason.text() == "Write what the note should say."


def test_a_page_is_tagged(opened: Opened):
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")

    write_note(opened, "keys", Qt.Key.Key_T)

    (mark,) = notes_of(opened).notes.marks
    assert (mark.kind, mark.text) == (MarkKind.TAG, "keys")


def test_ones_own_note_is_changed_and_removed_from_the_list(opened: Opened):
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")
    write_note(opened, "First")
    panel = notes_of(opened).panel
    panel.list.setFocus()
    panel.list.choose(0)

    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    panel.form.words.setPlainText("Second")
    panel.form.tone.setCurrentIndex(panel.form.tone.findData("high"))
    panel.form.save.click()
    opened.qtbot.waitUntil(lambda: said(opened) == ["Second"])
    tone = notes_of(opened).notes.marks[0].tone
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)

    opened.qtbot.waitUntil(lambda: said(opened) == [])
    assert tone == "high"


def test_a_colleagues_note_is_seen_and_stays_as_it_is(opened: Opened):
    colleague_notes(opened, "The tyre tracks do not fit")
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")
    press_key(opened.page, Qt.Key.Key_F7)
    panel = notes_of(opened).panel
    opened.qtbot.waitUntil(lambda: len(panel.rows.rows) == 1)
    panel.list.choose(0)

    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    read_only = panel.form.words.isReadOnly()
    told = panel.form._reason.text()
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)

    assert read_only
    assert told == "Only Samir Osei can change it."
    assert opened.side.desk.reader.notice.accessibleName() == "Only Samir Osei can remove it."
    assert said(opened) == ["The tyre tracks do not fit"]


def test_a_note_is_left_on_a_box_that_is_drawn(opened: Opened):
    press(opened.page, "v")
    reader = opened.reads_words("Statement.pdf")

    press_key(opened.page, Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    mode = reader.pages.mode
    reader.pages.area_drawn.emit(0, Box(100, 100, 200, 150))
    form = notes_of(opened).panel.form
    QTest.keyClicks(form.words, "This dent")
    form.save.click()

    opened.qtbot.waitUntil(lambda: said(opened) == ["This dent"])
    assert mode is Mode.AREA
    assert reader.pages.mode is Mode.READ
    assert notes_of(opened).notes.marks[0].boxes == (Box(100, 100, 200, 150),)


def test_the_table_of_all_notes_opens_a_document_at_the_page_of_one(opened: Opened):
    opened.came("Estimate.pdf")
    colleague = "The date on page two"
    lead = a_person(opened.archive.database, supervisor=True)
    marks = AnnotationService(opened.archive.database.sessions_as(lead), lead)
    by_name = {d.newest.name: d for d in opened.archive.desk_of(opened.maya).list(opened.claim)}
    marks.add(NewMark(by_name["Statement.pdf"].id, 1, 1, MarkKind.NOTE, (), text=colleague))
    marks.add(NewMark(by_name["Estimate.pdf"].id, 1, 0, MarkKind.TAG, (), text="labour"))

    press_key(opened.page, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    table = opened.side.table
    opened.qtbot.waitUntil(lambda: len(table.rows.rows) == 2)
    table.view.choose([mark.text for mark in table.rows.rows].index(colleague))
    table.view.opened.emit()

    reader = opened.reads("Statement.pdf")
    opened.qtbot.waitUntil(lambda: reader.pages.page == 1)
    panel = notes_of(opened).panel
    chosen = panel.mark()
    assert panel.isVisible()
    assert chosen
    assert chosen.text == colleague


def test_notes_are_sorted_by_their_headings_and_found_by_words(opened: Opened, qtbot: QtBot):
    notes = opened.side.notes
    rows = NoteRows(opened.page)
    colleague_notes(opened, "Beta")
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")
    write_note(opened, "alpha")
    qtbot.waitUntil(lambda: len(notes.marks) == 2)

    rows.show_marks(notes.marks)
    by_place = [mark.text for mark in rows.rows]
    rows.sort(0, Qt.SortOrder.DescendingOrder)
    by_words = [mark.text for mark in rows.rows]
    rows.seek("maya")

    assert by_place == ["alpha", "Beta"]
    assert by_words == ["Beta", "alpha"]
    assert [mark.text for mark in rows.rows] == ["alpha"]


def test_pages_that_stood_before_the_person_are_ticked_and_the_tab_counts_the_unread(
    opened: Opened,
):
    opened.page._changes.claims.emit(frozenset({opened.claim}))
    opened.qtbot.waitUntil(lambda: opened.side.heading.text() == "Documents 1")
    press(opened.page, "v")
    reader = opened.reads_words("Statement.pdf")
    notes = notes_of(opened)

    notes._see()
    opened.qtbot.waitUntil(lambda: 0 in reader.thumbs._read)
    reader.pages.go_to(1)
    notes._see()

    opened.qtbot.waitUntil(lambda: opened.side.heading.text() == "Documents")
    (mark,) = notes.notes.readings.values()
    assert (mark.read, sorted(mark.seen)) == (True, [0, 1])


def test_a_document_is_marked_as_not_read_by_key(opened: Opened):
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")
    notes: ClaimNotes = notes_of(opened).notes

    press_key(opened.page, Qt.Key.Key_U, CONTROL)
    opened.qtbot.waitUntil(lambda: [mark.read for mark in notes.readings.values()] == [True])
    press_key(opened.page, Qt.Key.Key_U, CONTROL)

    opened.qtbot.waitUntil(lambda: [mark.read for mark in notes.readings.values()] == [False])
    opened.qtbot.waitUntil(lambda: opened.side.heading.text() == "Documents 1")


def test_esc_leaves_the_line_that_finds_and_not_the_document(opened: Opened):
    press(opened.page, "v")
    reader = opened.reads_words("Statement.pdf")
    press_key(opened.page, Qt.Key.Key_F, CONTROL)

    press_key(opened.page, Qt.Key.Key_Escape)

    assert not reader.finder.isVisible()
    assert opened.side.shown
    press_key(opened.page, Qt.Key.Key_Escape)
    assert not opened.side.shown
