"""The viewer for who neither sees it well nor holds a mouse: names, focus, and keys of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.rendering import Children
from app.ui.commands import COMMANDS, DOCUMENTS
from app.ui.shortcut_sheet import ShortcutSheet
from app.ui.tasks import Tasks
from tests.documents import Archive, archive
from tests.server import Database
from tests.ui.desk import press, press_key
from tests.ui.reading import Opened, reading

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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
        made.came("Statement.pdf")
        yield made


def nameless(root: QWidget) -> list[str]:
    """Return the visible widgets that take the focus and tell a screen reader nothing."""
    return [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one in root.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]


def test_everything_that_takes_the_focus_while_reading_has_a_name(opened: Opened):
    press(opened.page, "v")
    opened.reads_words("Statement.pdf")
    press_key(opened.page, Qt.Key.Key_F7)
    press_key(opened.page, Qt.Key.Key_M, CONTROL)
    with_notes = nameless(opened.side.desk) + nameless(opened.side.pages)
    press_key(opened.page, Qt.Key.Key_Escape)
    press_key(opened.page, Qt.Key.Key_R, CONTROL | SHIFT)
    press_key(opened.page, Qt.Key.Key_F, CONTROL)
    with_search = nameless(opened.side.desk)

    assert with_notes == []
    assert with_search == []


def test_everything_that_takes_the_focus_on_the_checklist_has_a_name(opened: Opened):
    press_key(opened.page, Qt.Key.Key_Y, SHIFT)
    page = opened.side.needs.page
    opened.qtbot.waitUntil(lambda: bool(page.rows.rows))
    page.view.choose(1)

    page.waive()

    assert nameless(opened.side.pages) == []


def test_no_key_of_a_document_is_that_of_anything_else():
    taken = [keys for known in COMMANDS for keys in known.keys]
    own = [keys for known in DOCUMENTS for keys in known.keys]

    assert [keys for keys in own if taken.count(keys) > 1] == []


def test_every_key_of_a_document_stands_in_the_sheet_of_shortcuts(opened: Opened):
    sheet = ShortcutSheet(opened.maya, opened.page)

    told = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}

    assert {known.title for known in DOCUMENTS if known.allowed(opened.maya)} <= told
    sheet.close()
