"""A queue of a real person with real documents on its claim, opened to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.codes import DocumentType
from app.services.annotations import AnnotationService
from app.services.checklist import ChecklistService
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.redaction import RedactionService
from app.services.rendering import Children
from app.ui.changes import Changes
from app.ui.papers import Papers
from app.ui.queue.page import QueuePage
from app.ui.queue.papers import PaperSide
from app.ui.tasks import Tasks
from app.ui.viewer.reader import Reader
from tests.documents import Archive
from tests.factories import a_person
from tests.services import papers
from tests.ui.desk import a_claim_of


@dataclass
class Opened:
    """A queue with documents of one adjuster, and the claim that is on show."""

    page: QueuePage
    claim: int
    maya: Identity
    archive: Archive
    folder: Path
    qtbot: QtBot

    @property
    def side(self) -> PaperSide:
        assert self.page.papers
        return self.page.papers

    @property
    def names(self) -> list[str]:
        return [document.newest.name for document in self.side.tab.rows.rows]

    def came(
        self, name: str, kind: DocumentType = DocumentType.STATEMENT, *, text: str = "Hello"
    ) -> None:
        """Let a PDF come for the claim and be accepted."""
        path = papers.a_pdf(self.folder / name, [[text], ["Second page"]])
        self.archive.add_clean(self.maya, self.claim, path, type=kind)

    def look(self) -> None:
        """Turn to the documents of the claim."""
        self.side.heading.click()
        self.qtbot.waitUntil(lambda: self.side.tab.listed_claim == self.claim)

    def reads(self, name: str, number: int = 0) -> Reader:
        """Wait until a document is on show and return its reader."""
        reader = self.side.desk.readers[number]
        self.qtbot.waitUntil(lambda: reader.paper is not None and reader.paper.title == name)
        self.qtbot.waitUntil(lambda: bool(reader.feed and reader.feed.pictures.get(0)))
        return reader

    def reads_words(self, name: str) -> Reader:
        """Wait until the words of a document's first page are known, too."""
        reader = self.reads(name)
        self.qtbot.waitUntil(lambda: bool(reader.feed and 0 in reader.feed.words))
        return reader


@contextmanager
def reading(
    held: Archive, tasks: Tasks, children: Children, folder: Path, qtbot: QtBot, **claim: Any
) -> Iterator[Opened]:
    """Open the queue of Maya Chen with one claim in it."""
    maya = a_person(held.database, full_name="Maya Chen")
    made = a_claim_of(held.database, "Oliver Zielinski", 87, **claim)
    sessions = held.database.sessions_as(maya)
    documents = held.desk_of(maya)
    page = QueuePage(
        ClaimService(sessions, maya),
        DecisionService(sessions, maya),
        tasks,
        changes=Changes(),
        identity=maya,
        papers=Papers(
            maya,
            documents,
            children,
            AnnotationService(sessions, maya),
            ChecklistService(sessions, maya),
            RedactionService(documents, maya),
        ),
    )
    page.resize(1688, 900)
    page.show()
    page.panes()[0].setFocus()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    qtbot.waitUntil(lambda: page.pane.detail is not None)
    page.places.take_focus()
    yield Opened(page, made, maya, held, folder, qtbot)
    assert page.papers
    page.papers.desk.close_documents()
    page.close()
    page.deleteLater()
