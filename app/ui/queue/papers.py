"""The documents of the claim on show: their tab beside it, and the place where they are read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.services.annotations import MarkView
from app.services.document_views import DocumentView
from app.ui.changes import Changes
from app.ui.claim.notes import ClaimNotes
from app.ui.commands import bind
from app.ui.documents.desk import DocumentDesk
from app.ui.documents.pages import DocumentPages
from app.ui.documents.tab import DocumentsTab
from app.ui.notes.table import NotesTable
from app.ui.papers import Papers
from app.ui.queue.needs import PaperNeeds
from app.ui.tasks import Tasks
from app.words import fill, say

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage


class PaperSide(QObject):
    """Opens documents in place of the queue, beside the claim; leaving brings the queue back.

    The documents of a claim are asked for when somebody looks at them, not before.
    """

    def __init__(self, papers: Papers, tasks: Tasks, page: "QueuePage", changes: Changes) -> None:
        super().__init__(page)
        self._papers, self._page, self._pane = papers, page, page.pane
        self.tab = DocumentsTab(papers, tasks)
        self.notes = ClaimNotes(papers.marks, tasks, papers.identity, self)
        self.desk = DocumentDesk(papers, tasks, self.notes)
        page.sides.addWidget(self.desk)
        self.table, self.pages = NotesTable(self.notes), DocumentPages()
        self.files_button = self.pages.add(say("Files"), self.tab)
        self.notes_button = self.pages.add(say("Notes"), self.table)
        self.needs = PaperNeeds(self, papers, tasks, page.pane)
        self.heading = self._pane.body.add_tab(say("Documents"), self.pages)
        self._tasks = tasks
        self._reading: int | None = None
        self._wanted = False
        self._connect(changes)
        acts: dict[str, Callable[[], object]] = {
            "document.view": self.view,
            "document.add": self._add,
            "document.all_notes": self._show_notes,
        }
        for name, act in acts.items():
            bind(name, page, act, papers.identity)

    @property
    def host(self) -> QWidget:
        """Return what the keys of documents work in."""
        return self._page

    def tell(self, text: str) -> None:
        """Say something to the person at the desk."""
        self._page.head.tell(text)

    @property
    def shown(self) -> bool:
        """Tell whether documents are on show in place of the queue."""
        return self._page.sides.currentWidget() is self.desk

    def follow(self) -> None:
        """Show the documents of the claim on show, where somebody looks at them."""
        claim = self._pane.claim
        looked_at = self.heading.isChecked() or self.shown
        if claim is None or not looked_at or claim.id == self.tab.claim_id:
            return
        self._papers.children.warm()
        if self.shown and self._reading != claim.id:
            self.desk.close_documents()
            self._wanted = True
        self.tab.show_claim(claim.id)
        self.notes.show_claim(claim.id)
        self.needs.page.show_claim(claim.id)
        self._fetch_next()

    def _fetch_next(self) -> None:
        """Have the documents of the claim below at hand, while somebody reads through a queue."""
        page = self._page
        near = page.view.currentIndex().row() + 1
        if 0 < near < len(page.table.rows):
            self._papers.fetch_ahead(self, self._tasks, page.table.rows[near].id)

    def _connect(self, changes: Changes) -> None:
        self.tab.opened.connect(self.open)
        self.tab.listed.connect(self._list)
        self.table.opened.connect(self.open_note)
        self.notes.listed.connect(self._tell_notes)
        self.notes.reading.connect(lambda _read: self._count())
        self.notes.counted.connect(self.heading.show_count)
        self._pane.shown.connect(lambda _detail: self._count())
        self.desk.closed.connect(self.leave)
        self.desk.shown.connect(self._mark)
        self.desk.doubled.connect(self._make_room)
        self.desk.changed.connect(self.tab.refresh)
        self._page.sides.currentChanged.connect(lambda _place: self._close())
        self.heading.toggled.connect(lambda _on: self.follow())
        self._page.view.chosen.connect(lambda _claim: self.follow())
        self._page.loader.arrived.connect(lambda _detail: self.follow())
        changes.claims.connect(self._hear)

    def _hear(self, ids: frozenset[int] | None) -> None:
        claim = self._pane.claim
        if claim is None or not (ids is None or claim.id in ids):
            return
        self._count()
        if self.tab.claim_id == claim.id:
            self.tab.refresh()
            self.notes.refresh()
            self.needs.page.refresh()

    def view(self) -> None:
        """Open the chosen document of the claim, or its first."""
        self._pane.show()
        self.heading.click()
        self._show_desk()
        self._wanted = True
        claim = self._pane.claim
        if claim and claim.id == self.tab.claim_id and self.tab.documents:
            self._list(self.tab.documents)
        self.follow()

    def open(self, document: DocumentView) -> None:
        """Open a document in place of the queue."""
        self._wanted = False
        self._show_desk()
        self.desk.show_documents(self.tab.documents)
        self._reading = document.claim_id
        self.desk.open(document)

    def open_note(self, mark: MarkView) -> None:
        """Open the document of a note at its page."""
        known = {document.id: document for document in self.tab.documents}
        document = known.get(mark.document_id)
        if document:
            held = self.desk.open_in[self.desk.active]
            self.desk.notes.open_at(mark)
            if held is None or held.id != document.id or not self.shown:
                self.open(document)

    def leave(self) -> bool:
        """Bring the queue back; tell whether documents were on show."""
        was = self.shown
        if was:
            self._page.sides.setCurrentIndex(0)
            self._pane.show()
            self._page.places.take_focus()
        return was

    def _close(self) -> None:
        """Let go of the documents once something else stands in their place."""
        if not self.shown and self._reading is not None:
            self._reading = None
            self.desk.close_documents()

    def _count(self) -> None:
        claim = self._pane.claim
        if claim:
            self.notes.count(claim.id)

    def _tell_notes(self, marks: tuple[MarkView, ...]) -> None:
        self.notes_button.show_count(fill("{marks:,}", marks=len(marks)) if marks else "")

    def _show_notes(self) -> None:
        self._pane.show()
        self.heading.click()
        self.notes_button.click()
        self.follow()
        self.table.view.setFocus()

    def _add(self) -> None:
        self.heading.click()
        self.files_button.click()
        self.follow()
        self.tab.add()

    def _show_desk(self) -> None:
        if not self.shown:
            self._papers.children.warm()
            self._page.sides.setCurrentWidget(self.desk)
            self.desk.reader.pages.setFocus()

    def _list(self, documents: tuple[DocumentView, ...]) -> None:
        if not self.shown:
            return
        self.desk.show_documents(documents)
        if not self._wanted:
            return
        chosen = self.tab.chosen() or next((d for d in documents if d.newest.opens), None)
        if chosen:
            self.open(chosen)
        elif documents:
            self.open(documents[0])
        else:
            self.desk.readers[0].show_nothing(say("No document has come for this claim yet."))

    def _mark(self, document: DocumentView) -> None:
        self.tab.choose(document.id)

    def _make_room(self, doubled: bool) -> None:
        self._pane.setVisible(not doubled)
