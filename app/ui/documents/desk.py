"""Where documents are read: one, or two side by side, with the way from one to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QWidget

from app.errors import AppError
from app.progress import Progress
from app.services.document_views import DocumentView, OpenedDocument
from app.ui import words
from app.ui.claim.notes import ClaimNotes
from app.ui.commands import bind
from app.ui.documents.notes import DeskNotes
from app.ui.documents.redact import DeskRedaction
from app.ui.documents.rows import TONES, meta
from app.ui.papers import Papers
from app.ui.tasks import Task, Tasks
from app.ui.viewer.reader import Paper, Reader
from app.words import say


class DocumentDesk(QWidget):
    """Shows documents of one claim; the reader that was used last is the one that turns."""

    closed = Signal()
    shown = Signal(object)
    doubled = Signal(bool)
    changed = Signal()

    def __init__(self, papers: Papers, tasks: Tasks, notes: ClaimNotes) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._papers, self._tasks = papers, tasks
        identity = papers.identity
        self.documents: tuple[DocumentView, ...] = ()
        self.readers = tuple(Reader(tasks, papers.children, identity) for _ in range(2))
        self.open_in: list[DocumentView | None] = [None, None]
        self._active = 0
        self._fetching: list[Task[OpenedDocument]] = [Task.ended(), Task.ended()]
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        for number, reader in enumerate(self.readers):
            self._split.addWidget(reader)
            reader.asked.connect(partial(self._act, number))
            reader.pages.focused.connect(partial(self.use, number))
        self.readers[1].hide()
        self.redaction = DeskRedaction(self, papers.redaction, tasks, identity)
        self.notes = DeskNotes(self, notes)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(1)
        line.addWidget(self._split, 1)
        line.addWidget(self.notes.panel)
        for name in ("next", "previous", "beside", "close"):
            bind(f"document.{name}", self, partial(self.act, f"document.{name}"), identity)

    @property
    def active(self) -> int:
        """Return which reader has the focus, or had it last."""
        for number, reader in enumerate(self.readers):
            focused = reader.window().focusWidget()
            if reader.isVisible() and focused and reader.isAncestorOf(focused):
                self._active = number
        return self._active

    def use(self, number: int) -> None:
        """Let a reader be the one that is used."""
        if number != self._active:
            self._active = number
            self.notes.follow()

    @property
    def reader(self) -> Reader:
        """Return the reader that is used."""
        return self.readers[self.active]

    def show_documents(self, documents: Sequence[DocumentView]) -> None:
        """Say which documents the claim has; one that changed is fetched again."""
        self.documents = tuple(documents)
        known = {document.id: document for document in documents}
        for number, held in enumerate(self.open_in):
            fresh = known.get(held.id) if held else None
            if held and fresh and fresh.newest != held.newest:
                self.open(fresh, number)
        self._offer()

    def open(self, document: DocumentView, number: int | None = None) -> None:
        """Show a document in a reader, or say why it is not shown."""
        place = self.active if number is None else number
        reader, newest = self.readers[place], document.newest
        self._fetching[place].cancel()
        self.redaction.leave()
        self.open_in[place] = document
        reader.show()
        self.shown.emit(document)
        if not newest.opens:
            state = TONES[newest.state][0]
            reason = f"{state}. {newest.reason or say('It is opened once it has been checked.')}"
            reader.show_refusal(newest.name, reason, meta(document))
        else:
            reader.show_waiting(newest.name)
            self._fetch(document, place)
        self._offer()
        reader.pages.setFocus()

    def step(self, by: int) -> None:
        """Show the next document in the reader that is used, or the one before."""
        held = self.open_in[self.active]
        ids = [document.id for document in self.documents]
        if not ids:
            return
        now = ids.index(held.id) if held and held.id in ids else -by
        self.open(self.documents[(now + by) % len(ids)])

    def act(self, name: str) -> None:
        """Do what a command says in the reader that is used."""
        self._act(self.active, name)

    def toggle_beside(self) -> None:
        """Show two documents side by side, or one again."""
        second = self.readers[1]
        if second.isVisibleTo(self):
            self._close_second()
            return
        self.doubled.emit(True)  # noqa: FBT003 - a signal's value
        half = self._split.width() // 2
        second.show()
        self._split.setSizes([half, half])
        held = self.open_in[0]
        other = next((one for one in self.documents if held is None or one.id != held.id), None)
        self._active = 1
        if other:
            self.open(other, 1)
        else:
            second.show_nothing(say("This claim has no other document."))

    def close_documents(self) -> None:
        """Let go of all documents."""
        self.redaction.leave()
        self._close_second()
        self._fetching[0].cancel()
        self.open_in[0] = None
        self.readers[0].show_nothing()

    def _act(self, number: int, name: str) -> None:
        self._active = number
        match name:
            case "document.next" | "document.previous":
                self.step(1 if name == "document.next" else -1)
            case "document.beside":
                self.toggle_beside()
            case "document.close":
                self._close(number)
            case "document.export":
                self.export()
            case "document.print":
                self.print()
            case "document.redact":
                self.redaction.toggle()
            case _:
                self.notes.act(name)

    def export(self) -> None:
        """Ask where to, and save a verified copy."""
        held = self.open_in[self.active]
        if held is None or not held.newest.opens:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, say("Save a copy"), held.newest.name)
        if chosen:
            self.save_to(held, chosen)

    def save_to(self, document: DocumentView, chosen: str) -> None:
        """Save a verified copy of a document."""
        from pathlib import Path

        reader, version = self.reader, document.newest.id
        told = partial(
            reader.notice.tell, say("A copy was saved as {name}.", name=Path(chosen).name), "ok"
        )
        self._tasks.run(
            reader,
            lambda progress: self._papers.documents.save(version, Path(chosen), progress),
            lambda _none: told(),
        )

    def print(self) -> None:
        """Ask for a printer and print the document that is used."""
        from app.ui.viewer.print import ask_and_print

        ask_and_print(self.reader, self._tasks)

    def _fetch(self, document: DocumentView, place: int) -> None:
        version = document.newest.id

        def work(progress: Progress) -> OpenedDocument:
            return self._papers.documents.open(version, progress)

        self._fetching[place] = self._tasks.run(
            self,
            work,
            partial(self._arrive, document, place),
            failed=partial(self._fail, document, place),
        )

    def _arrive(self, document: DocumentView, place: int, opened: OpenedDocument) -> None:
        if self.open_in[place] is document:
            when = words.clock(opened.version.at)
            told = f"{meta(document)} · {opened.version.by or 'Precedent'}, {when}"
            self.readers[place].show_paper(
                Paper(opened.version.name, told, opened.data, opened.version.id)
            )

    def _fail(self, document: DocumentView, place: int, error: Exception) -> None:
        if self.open_in[place] is document:
            unknown = say("The document was not fetched. Try again.")
            reason = error.message if isinstance(error, AppError) else unknown
            self.readers[place].show_refusal(document.newest.name, reason, meta(document))

    def _close(self, number: int) -> None:
        if self.readers[1].isVisibleTo(self):
            if number == 0:
                kept = self.open_in[1]
                self._close_second()
                if kept:
                    self.open(kept, 0)
            else:
                self._close_second()
            self.readers[0].pages.setFocus()
        else:
            self.close_documents()
            self.closed.emit()

    def _close_second(self) -> None:
        self._fetching[1].cancel()
        self.open_in[1], self._active = None, 0
        self.readers[1].show_nothing()
        if self.readers[1].isVisibleTo(self):
            self.readers[1].hide()
            self.doubled.emit(False)  # noqa: FBT003 - a signal's value

    def _offer(self) -> None:
        alone = say("This claim has no other document.") if len(self.documents) < 2 else None  # noqa: PLR2004 - one other
        for reader in self.readers:
            reader.bar.offer("document.next", "document.previous", reason=alone)
