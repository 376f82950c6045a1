"""A paper read beside the intake form: opened, read while the form is filled, added afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.codes import DocumentType
from app.services.annotations import AnnotationService
from app.services.checklist import ChecklistService
from app.services.redaction import RedactionService
from app.services.rendering import Children
from app.ui.changes import Changes
from app.ui.intake.paper import PaperBeside
from app.ui.intake.screen import IntakeScreen
from app.ui.papers import Papers
from app.ui.tasks import Tasks
from tests.documents import Archive, archive
from tests.factories import a_person
from tests.server import Database
from tests.services import papers
from tests.ui.forms import intake_of, open_form, pour

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk:
    """The form of one person, and the paper beside it."""

    screen: IntakeScreen
    person: Identity
    archive: Archive
    folder: Path
    qtbot: QtBot

    @property
    def paper(self) -> PaperBeside:
        assert self.screen.paper
        return self.screen.paper

    def read(self, name: str) -> None:
        """Open a letter beside the form and wait for its page."""
        path = papers.a_pdf(self.folder / name, [["Policy POL-10956121"]])
        self.paper.open(path)
        feed_of = self.paper.reader
        self.qtbot.waitUntil(lambda: bool(feed_of.feed and feed_of.feed.pictures.get(0)))


@pytest.fixture
def desk(database: Database, tasks: Tasks, tmp_path: Path, qtbot: QtBot, theme) -> Iterator[Desk]:
    maya = a_person(database)
    sessions = database.sessions_as(maya)
    with archive(database, tmp_path / "objects") as held, Children() as children:
        documents = held.desk_of(maya)
        own = Papers(
            maya,
            documents,
            children,
            AnnotationService(sessions, maya),
            ChecklistService(sessions, maya),
            RedactionService(documents, maya),
        )
        intake = intake_of(sessions, maya, Path("no-model"))
        screen = open_form(IntakeScreen(intake, tasks, Changes(), maya, papers=own))
        made = Desk(screen, maya, held, tmp_path, qtbot)
        yield made
        made.paper.leave()
        screen.close()
        screen.deleteLater()


def test_a_paper_is_opened_by_key_beside_the_form_and_closed_again(desk: Desk, monkeypatch):
    path = papers.a_pdf(desk.folder / "Letter.pdf", [["Hello"]])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    QTest.keyClick(desk.screen.form.first(), Qt.Key.Key_O, CONTROL)
    desk.qtbot.waitUntil(lambda: desk.paper.reader.paper is not None)
    beside = desk.paper.reader.isVisible() and desk.screen.form.isVisible()
    QTest.keyClick(desk.screen.form.first(), Qt.Key.Key_O, CONTROL)

    assert beside
    assert not desk.paper.reader.isVisible()
    assert desk.paper.reader.feed is None


def test_a_dropped_file_is_read_and_the_entries_stay(desk: Desk):
    pour(desk.screen)
    before = desk.screen.form_place.values()
    path = papers.a_pdf(desk.folder / "Dropped.pdf", [["Hello"]])
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])

    desk.paper.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    desk.qtbot.waitUntil(lambda: desk.paper.reader.bar.title.accessibleName() == "Dropped.pdf")
    assert desk.screen.form_place.values() == before


def test_a_file_that_no_claim_would_take_says_why(desk: Desk, expected_log):
    path = desk.folder / "tool.pdf"
    path.write_bytes(b"MZ" + bytes(200))

    desk.paper.open(path)

    empty = desk.paper.reader.empty
    desk.qtbot.waitUntil(lambda: empty.isVisible() and "not accepted" in empty._text.text())


def test_after_the_claim_is_submitted_the_paper_is_added_to_it(desk: Desk):
    desk.read("Police report.pdf")
    pour(desk.screen)
    desk.screen.submit()
    banner = desk.paper.banner
    desk.qtbot.waitUntil(banner.isVisible)
    offered = banner.accessibleName()

    banner.action.click()

    desk.qtbot.waitUntil(lambda: "was added" in banner.accessibleName())
    assert offered.startswith("Police report.pdf was read for MOT-")
    kind = desk.archive.database.run("SELECT name, document_type FROM claims_document")
    assert kind == [("Police report.pdf", DocumentType.POLICE_REPORT)]


def test_only_what_helps_beside_a_form_is_offered(desk: Desk):
    desk.read("Letter.pdf")

    buttons = desk.paper.reader.bar.buttons
    shown = {name for name, button in buttons.items() if button.isVisibleTo(desk.paper)}

    assert "document.find" in shown
    assert not {"document.redact", "document.next", "document.note"} & shown


def test_f6_visits_the_paper_too(desk: Desk):
    without = len(desk.screen.panes())
    desk.read("Letter.pdf")

    assert desk.screen.panes()[-1] is desk.paper.reader.pages
    assert len(desk.screen.panes()) == without + 1
