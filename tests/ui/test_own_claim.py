"""The small desk of who hands claims in: what is asked, the answer, documents, plain words."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.codes import DocumentType
from app.services.annotations import AnnotationService
from app.services.checklist import ChecklistService
from app.services.decisions import DecisionService
from app.services.figures import day, today
from app.services.own_desk import OwnDesk
from app.services.redaction import RedactionService
from app.services.rendering import Children
from app.ui.changes import Changes
from app.ui.confirming import ConfirmDialog
from app.ui.papers import Papers
from app.ui.submission import THANKS, WITHDRAWN, OwnClaimPane
from app.ui.submissions import SubmissionsScreen
from app.ui.tasks import Tasks
from tests.documents import archive
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services import papers
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, outage
from tests.ui.forms import click, intake_of

NEVER = ("score", "siu", "risk", "refer", "flag", "precedent", "suggest")


@pytest.fixture
def grace(database: Database) -> Identity:
    return a_person(database, "user", full_name="Grace Hall")


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def screen(database: Database, grace: Identity, run_now: RunNow) -> Iterator[SubmissionsScreen]:
    sessions = Desks(database, run_now).sign_in(grace)
    intake = intake_of(sessions, grace, Path("no-model"))
    desk = OwnDesk(sessions, grace)
    made = SubmissionsScreen(intake, run_now, Changes(), grace, desk=desk)
    made.resize(1500, 900)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()


def pane_of(screen: SubmissionsScreen) -> OwnClaimPane:
    assert screen.pane is not None
    return screen.pane


def asked(database: Database, screen: SubmissionsScreen, grace: Identity, maya: Identity) -> int:
    claim = a_claim(database, "in_review", user_id=grace.id, assigned_to=maya.id)
    version: int = database.value("SELECT version FROM claims_claim WHERE id = %s", claim)
    DecisionService(database.sessions_as(maya), maya).ask(
        claim, version, what="The tow receipt", of_whom="Grace Hall", until=today() + timedelta(9)
    )
    screen.refresh()
    return claim


def test_what_is_asked_stands_beside_the_list(
    database: Database, screen: SubmissionsScreen, grace: Identity, maya: Identity
):
    asked(database, screen, grace, maya)

    card = pane_of(screen).request

    assert card.isVisible()
    assert card.what.text() == "The tow receipt"
    assert card.until.text() == f"Asked of Grace Hall · by {day(today() + timedelta(9))}"


def test_a_request_is_answered_by_keyboard_alone(
    database: Database, screen: SubmissionsScreen, grace: Identity, maya: Identity
):
    claim = asked(database, screen, grace, maya)

    screen.panes()[1].setFocus()
    QTest.keyClicks(screen.focusWidget(), "It is attached.")
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Space)

    status = database.value("SELECT status FROM claims_claim WHERE id = %s", claim)
    assert status == "in_review"
    assert pane_of(screen).news.accessibleName() == THANKS
    assert not pane_of(screen).request.isVisible()


def test_an_empty_answer_says_what_is_needed(
    database: Database, screen: SubmissionsScreen, grace: Identity, maya: Identity
):
    claim = asked(database, screen, grace, maya)

    click(pane_of(screen).request.send)

    assert "Write an answer" in pane_of(screen).request.answer.problem
    assert database.value("SELECT status FROM claims_claim WHERE id = %s", claim) == "pending_info"


def test_an_answer_that_could_not_be_sent_keeps_its_words(
    database: Database, screen: SubmissionsScreen, grace: Identity, maya: Identity
):
    asked(database, screen, grace, maya)
    pane = pane_of(screen)
    pane.request.editor.setPlainText("It is attached.")

    with outage(database):
        click(pane.request.send)

    assert pane.request.editor.toPlainText() == "It is attached."
    assert pane.request.send.isEnabled()
    assert pane.news.isVisible()


def test_a_claim_is_withdrawn_after_a_question(
    database: Database, screen: SubmissionsScreen, grace: Identity, qtbot: QtBot
):
    claim = a_claim(database, "triaged", user_id=grace.id)
    screen.refresh()
    click(pane_of(screen).withdraw)
    dialog = next(w for w in screen.findChildren(ConfirmDialog) if w.isVisible())
    chosen_first = dialog.keep.isDefault()

    click(dialog.act)

    assert chosen_first
    assert pane_of(screen).news.accessibleName() == WITHDRAWN
    assert database.value("SELECT status FROM claims_claim WHERE id = %s", claim) == "withdrawn"


@pytest.mark.parametrize("status", ["siu_review", "pending_approval", "in_review", "denied"])
def test_nothing_on_the_screen_tells_of_the_desk_s_own_work(
    database: Database, screen: SubmissionsScreen, grace: Identity, status: str
):
    a_claim(database, status, user_id=grace.id, siu_status="referred", ml_score=91)
    screen.refresh()

    labels = [w.text() for w in screen.findChildren(QLabel)]
    buttons = [w.text() for w in screen.findChildren(QPushButton)]
    table = screen.table
    cells = [str(table.index(0, c).data()) for c in range(table.columnCount())]

    told = " ".join([*labels, *buttons, *cells, pane_of(screen).next.text()]).casefold()
    assert pane_of(screen).number.accessibleName() in " ".join(cells)
    assert [word for word in NEVER if word in told] == []


def test_documents_are_added_and_read_where_the_claim_is(
    database: Database, grace: Identity, tasks: Tasks, tmp_path: Path, qtbot: QtBot, theme
):
    claim = a_claim(database, "in_review", user_id=grace.id)
    sessions = database.sessions_as(grace)
    intake = intake_of(sessions, grace, Path("no-model"))
    with archive(database, tmp_path / "objects") as held, Children() as children:
        marks = AnnotationService(sessions, grace)
        documents = held.desk_of(grace)
        needs = ChecklistService(sessions, grace)
        redaction = RedactionService(documents, grace)
        own = Papers(grace, documents, children, marks, needs, redaction)
        desk = OwnDesk(sessions, grace)
        screen = SubmissionsScreen(intake, tasks, Changes(), grace, desk=desk, papers=own)
        screen.show()
        qtbot.waitUntil(lambda: bool(screen.table.rows))
        path = papers.a_pdf(tmp_path / "receipt.pdf", [["Tow"], ["Second"]])
        held.add_clean(grace, claim, path, type=DocumentType.RECEIPT)
        tab = pane_of(screen).documents
        assert tab is not None
        tab.refresh()
        qtbot.waitUntil(lambda: len(tab.documents) == 1)

        tab.open_chosen()

        assert screen.reading is not None
        reader = screen.reading.reader
        shown = [name for name, button in reader.bar.buttons.items() if button.isVisibleTo(reader)]
        assert not {"document.note", "document.notes", "document.redact"} & set(shown)
        qtbot.waitUntil(lambda: reader.paper is not None and reader.paper.title == "receipt.pdf")
        QTest.keyClick(screen, Qt.Key.Key_Escape)
        assert screen._places.currentWidget() is screen.view
        screen.close()
        screen.deleteLater()
