"""The documents of a claim: what came, what is wrong with it, and how to add more."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.access import Permission
from app.codes import DocumentType
from app.errors import AppError
from app.services import wording
from app.services.document_views import DocumentView, MatchView
from app.ui import fonts
from app.ui.buttons import ActionButton
from app.ui.cards import Banner, EmptyState, Skeleton
from app.ui.documents.adding import Adding, Sending, ask_for_files, guess, type_box
from app.ui.documents.details import DocumentDetails, elsewhere
from app.ui.documents.likely import LikelyType
from app.ui.documents.rows import CELLS, ROW_HEIGHT, TONES, WIDTHS, DocumentRows
from app.ui.labels import Label
from app.ui.papers import Papers
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.words import fill, say

NONE = say("No document has come for this claim yet.")
HOW = say("Drop files here, or add them with Shift+D.")


class DocumentsTab(QWidget):
    """Lists the documents of one claim; Enter or a double click opens the chosen one."""

    opened = Signal(object)
    listed = Signal(object)

    def __init__(self, papers: Papers, tasks: Tasks) -> None:
        super().__init__()
        self._documents, self._tasks = papers.documents, tasks
        self.claim_id: int | None = None
        self.listed_claim: int | None = None
        self.may_add = papers.identity.may(Permission.DOCUMENT_ADD)
        self.rows = DocumentRows(self)
        self.view = SheetView(self.rows, CELLS, WIDTHS, say("Documents"))
        self.search, self.kind, self.sent_as = QLineEdit(), QComboBox(), type_box()
        self.add_button = ActionButton(say("Add"), icon="upload", follows="document.add", height=30)
        self.adding = Adding(papers.documents, tasks)
        self.reason, self.used, self.likely = Banner("high"), Banner("med"), LikelyType()
        self._may_type = papers.identity.may(Permission.CLAIM_TRIAGE)
        self.matches: dict[int, MatchView] = {}
        self.details = DocumentDetails(papers.documents, tasks, papers.identity)
        self._may_match = papers.identity.may(Permission.QUEUE_READ)
        self.count = Label("", fonts.SMALL, ink="text3", tabular=True)
        self.empty = EmptyState("file-text", say("No documents"), f"{NONE} {HOW}")
        self._failure = EmptyState("cloud-off", say("Not loaded"))
        self._waiting = Skeleton(ROW_HEIGHT)
        self._places = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(self.may_add)

    @property
    def documents(self) -> tuple[DocumentView, ...]:
        """Return the documents of the claim, those that the filter hides included."""
        return self.rows.every

    def show_claim(self, claim_id: int) -> None:
        """Show the documents of a claim."""
        if claim_id != self.claim_id:
            self.claim_id, self.listed_claim = claim_id, None
            self.rows.show_documents(())
            self.matches = {}
            for banner in (self.reason, self.used, self.likely):
                banner.hide()
            self.details.show_document(None)
            self.count.setText("")
            self._places.setCurrentWidget(self._waiting)
        self.refresh()

    def refresh(self) -> None:
        """Look again what documents there are."""
        claim_id = self.claim_id
        if claim_id is not None:
            self._tasks.run(
                self,
                lambda _progress: self._documents.list(claim_id),
                partial(self._show, claim_id),
                failed=partial(self._lose, claim_id),
            )

    def add(self) -> None:
        """Ask for files and send them."""
        if self.may_add and self.claim_id is not None:
            self.send(ask_for_files(self))

    def send(self, paths: Sequence[Path]) -> None:
        """Send files to the claim on show."""
        claim_id = self.claim_id
        if claim_id is None:
            return
        chosen = self.sent_as.currentData()
        kind = DocumentType(chosen) if chosen else None
        self.adding.send([Sending(claim_id, path, kind or guess(path)) for path in paths])

    def replace(self, document: DocumentView) -> None:
        """Ask for a file and send it as the newest version of a document."""
        for path in ask_for_files(self)[:1]:
            self.adding.send([Sending(document.claim_id, path, document.type, document.id)])

    def open_chosen(self) -> None:
        """Open the chosen document, or the first."""
        document = self.chosen() or next(iter(self.rows.rows), None)
        if document:
            self.opened.emit(document)

    def chosen(self) -> DocumentView | None:
        """Return the chosen document."""
        index = self.view.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def choose(self, document_id: int) -> None:
        """Choose a document without opening it."""
        row = self.rows.row_of(document_id)
        if row is not None and row != self.view.currentIndex().row():
            self.view.choose(row)

    def _show(self, claim_id: int, found: tuple[DocumentView, ...]) -> None:
        if claim_id != self.claim_id:
            return
        self.listed_claim = claim_id
        chosen = self.chosen()
        self._filter(found)
        if chosen:
            self.choose(chosen.id)
        self._places.setCurrentWidget(self._whole if found else self.empty)
        self.listed.emit(found)
        if self._may_type:
            self.likely.show_documents(found)
        self._explain()
        if self._may_match and found:
            self._tasks.run(
                self,
                lambda _progress: self._documents.matches(claim_id),
                partial(self._mark, claim_id),
                failed=lambda _error: None,
            )

    def _mark(self, claim_id: int, found: tuple[MatchView, ...]) -> None:
        """Say which of the newest versions came with other claims as well."""
        if claim_id != self.claim_id:
            return
        self.matches = {match.version_id: match for match in found}
        names = [one.newest.name for one in self.documents if one.newest.id in self.matches]
        self.used.setVisible(bool(names))
        if names:
            self.used.tell(elsewhere(names))
        self._explain()

    def _lose(self, claim_id: int, error: Exception) -> None:
        if claim_id == self.claim_id and not self.documents:
            message = error.message if isinstance(error, AppError) else say("They were not loaded.")
            self._failure.tell(say("Documents not loaded"), message, action=say("Try again"))
            self._places.setCurrentWidget(self._failure)

    def _filter(self, every: Sequence[DocumentView] | None = None) -> None:
        shown = self.rows.every if every is None else every
        self.rows.show_documents(shown, self.search.text(), self.kind.currentData())
        total, seen = len(self.rows.every), len(self.rows.rows)
        self.count.setText(
            say("{seen:,} of {total:,}", seen=seen, total=total)
            if seen != total
            else fill("{total:,}", total=total)
        )

    def _explain(self) -> None:
        """Tell of the chosen document, and why it is not opened if it is not."""
        document = self.chosen()
        match = self.matches.get(document.newest.id) if document else None
        self.details.show_document(document, match)
        if document is None or not document.newest.reason or document.newest.opens:
            self.reason.hide()
            return
        state, tone = TONES[document.newest.state]
        self.reason.tell(f"{state}: {document.newest.reason}", tone)

    def _connect(self) -> None:
        self.view.opened.connect(self.open_chosen)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._explain())
        self.search.textChanged.connect(lambda _text: self._filter())
        self.kind.currentIndexChanged.connect(lambda _index: self._filter())
        self.add_button.clicked.connect(self.add)
        self.adding.added.connect(lambda _document: self.refresh())
        self.details.restored.connect(self.refresh)
        self.details.replacing.connect(self.replace)
        self._failure.action.clicked.connect(self.refresh)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(say("Find a document"))
        self.search.setAccessibleName(say("Find a document"))
        self.search.setClearButtonEnabled(True)
        self.kind.setAccessibleName(say("Type of document"))
        self.kind.addItem(say("All types"), None)
        for kind in DocumentType:
            self.kind.addItem(wording.DOCUMENT_TYPE[kind], kind)
        self.view.set_row_height(ROW_HEIGHT)
        self.view.stretch(0)
        self._whole = QWidget()
        inner = QVBoxLayout(self._whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for banner in (self.likely, self.used, self.reason):
            inner.addWidget(banner)
        inner.addWidget(self.view, 1)
        inner.addWidget(self.details)
        for place in (self._waiting, self._whole, self.empty, self._failure):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.adding)
        column.addWidget(self._places, 1)
        column.addWidget(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.kind)
        row.addWidget(self.count)
        if self.may_add:
            row.addWidget(self.add_button)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(say("Files that you drop here are added as"), fonts.SMALL, ink="text3"))
        row.addWidget(self.sent_as)
        row.addStretch()
        foot.setVisible(self.may_add)
        return foot

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.claim_id is not None:
            event.acceptProposedAction()
            self.setCursor(Qt.CursorShape.DragCopyCursor)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.unsetCursor()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.unsetCursor()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        files = [path for path in paths if path.is_file()]
        if files:
            event.acceptProposedAction()
            self.send(files)
