"""The checklist of a claim's documents in the window: asked for, done without, filed anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.codes import Action, DocumentType
from app.services.rendering import Children
from app.ui.checklist import ChecklistPage
from app.ui.letters.dialog import LetterDialog
from app.ui.need_rows import texts
from app.ui.tasks import Tasks
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
    with reading(held, tasks, children, tmp_path, qtbot, cause="theft") as made:
        held.database.run(
            "UPDATE claims_claim SET status = 'in_review', assigned_to = %s", made.maya.id
        )
        made.page.pane.refresh()
        qtbot.waitUntil(lambda: Action.ASK in (made.page.pane.detail or made).actions)  # type: ignore[union-attr]
        yield made


def shown(opened: Opened) -> ChecklistPage:
    """Turn to the checklist by its key and wait for it."""
    press_key(opened.page, Qt.Key.Key_Y, SHIFT)
    page = opened.side.needs.page
    opened.qtbot.waitUntil(lambda: len(page.rows.rows) == 3)
    return page


def states(page: ChecklistPage) -> list[str]:
    return [texts(need)[1] for need in page.rows.rows]


def test_what_arrived_and_what_is_missing_is_told(opened: Opened):
    opened.came("Statement.pdf")

    page = shown(opened)

    assert states(page) == ["Arrived", "Missing", "Missing"]
    assert page.told.text() == "2 of 3 are missing"
    assert opened.side.needs.button.text() == "Checklist  2 missing"
    assert page.view.hasFocus()


def test_a_document_is_done_without_by_keys_and_says_why(opened: Opened):
    page = shown(opened)
    page.view.choose(2)

    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    form = page.slot.form
    assert form
    editor: Any = form.entries["reason"].field.editor
    QTest.keyClicks(editor, "The lender holds the keys")
    form.send.click()

    opened.qtbot.waitUntil(lambda: states(page)[2] == "Waived")
    assert texts(page.rows.rows[2])[0].endswith("The lender holds the keys (Maya Chen)")
    assert page.waive_button.text() == "Need it"
    page.waive_button.click()
    opened.qtbot.waitUntil(lambda: states(page)[2] == "Missing")


def test_an_empty_reason_stays_in_the_form(opened: Opened):
    page = shown(opened)
    page.view.choose(1)
    page.waive_button.click()
    assert page.slot.form

    page.slot.form.send.click()

    assert page.slot.form.entries["reason"].field.problem == "Say why it is not needed."
    assert states(page)[1] == "Missing"


def test_asking_for_what_is_missing_begins_the_step_with_its_words(opened: Opened):
    opened.came("Statement.pdf")
    shown(opened)

    press_key(opened.page, Qt.Key.Key_I, SHIFT)

    form = opened.page.pane.slot.form()
    assert form
    assert form.action is Action.ASK
    assert form.entries["what"].read() == (
        "Please send: police report and registration and both keys."
    )


def test_the_letter_lists_what_is_missing(opened: Opened, qtbot: QtBot):
    opened.came("Statement.pdf")
    page = shown(opened)

    page.letter.click()

    (dialog,) = opened.page.window().findChildren(LetterDialog)
    qtbot.waitUntil(lambda: dialog.draft is not None)
    assert dialog.draft
    assert "<li>Police report</li>" in dialog.draft.html()
    assert "Registration and both keys" in dialog.draft.html()
    dialog.reject()


def test_enter_opens_what_came(opened: Opened):
    opened.came("Statement.pdf")
    page = shown(opened)
    page.view.choose(0)

    QTest.keyClick(page.view, Qt.Key.Key_Return)

    assert opened.reads("Statement.pdf").isVisible()


def test_a_document_of_no_type_is_suggested_one_and_filed_by_key(opened: Opened):
    opened.came("scan.pdf", DocumentType.OTHER, text="County Constabulary incident report")
    press(opened.page, "v")
    reader = opened.reads_words("scan.pdf")
    opened.qtbot.waitUntil(reader.notice.isVisible)
    told = reader.notice.accessibleName()

    menu = opened.side.needs.choose_kind()
    assert menu
    first = menu.actions()[0]
    first.trigger()

    assert "police report" in told
    assert first.text() == "&Police report (likely)"
    opened.qtbot.waitUntil(
        lambda: [d.type for d in opened.side.tab.documents] == [DocumentType.POLICE_REPORT]
    )
    menu.close()


def test_a_document_that_was_accepted_is_filed_by_one_click_without_being_opened(opened: Opened):
    opened.came("a.pdf", DocumentType.OTHER, text="County Constabulary incident report")
    opened.came("b.pdf", DocumentType.OTHER, text="Invoice 17, payable within 14 days")
    opened.came("c.pdf", DocumentType.OTHER, text="Invoice 18")
    opened.look()
    likely = opened.side.tab.likely
    first = likely.accessibleName()

    likely.action.click()
    opened.qtbot.waitUntil(lambda: "“b.pdf”" in likely.accessibleName())
    likely.dismiss.click()
    opened.side.tab.refresh()
    opened.qtbot.waitUntil(lambda: "“a.pdf”" in likely.accessibleName())
    likely.action.click()
    wanted = [DocumentType.INVOICE, DocumentType.OTHER, DocumentType.POLICE_REPORT]

    opened.qtbot.waitUntil(lambda: [d.type for d in opened.side.tab.documents] == wanted)
    assert "“c.pdf” looks like a document of the type invoice" in first
    assert not likely.isVisible()


def test_a_type_that_a_person_chose_is_not_doubted(opened: Opened):
    opened.came("a.pdf", DocumentType.ESTIMATE, text="Invoice 17")
    opened.look()

    assert not opened.side.tab.likely.isVisible()


def test_the_tab_and_the_page_on_it_are_chosen_side_by_side(opened: Opened):
    opened.look()
    files = opened.side.pages.buttons[0].isChecked(), opened.side.heading.isChecked()
    shown(opened)

    both = opened.side.needs.button.isChecked(), opened.side.heading.isChecked()
    opened.page.pane.body.tabs[0].click()

    assert files == both == (True, True)
    assert opened.side.needs.button.isChecked()
    assert not opened.side.heading.isChecked()
