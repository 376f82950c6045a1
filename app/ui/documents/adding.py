"""Sending files to a claim, one after another: how far each is, and how to stop it."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.codes import DocumentType
from app.errors import AppError
from app.progress import Progress
from app.services import wording
from app.services.document_views import AddedDocument
from app.services.documents import DocumentService
from app.ui import fonts
from app.ui.buttons import IconButton
from app.ui.cards import Banner
from app.ui.labels import Elided, Label
from app.ui.progress_line import ProgressLine
from app.ui.tasks import Task, Tasks
from app.words import say

ENDINGS = "pdf jpg jpeg png tif tiff heic docx xlsx eml txt"
ACCEPTED = say("Documents ({names})", names=" ".join(f"*.{ending}" for ending in ENDINGS.split()))
_GUESSES = (
    ("police", DocumentType.POLICE_REPORT),
    ("estimate", DocumentType.ESTIMATE),
    ("invoice", DocumentType.INVOICE),
    ("receipt", DocumentType.RECEIPT),
    ("medical", DocumentType.MEDICAL_REPORT),
    ("policy", DocumentType.POLICY),
    ("statement", DocumentType.STATEMENT),
    ("letter", DocumentType.CORRESPONDENCE),
    ("loss", DocumentType.PROOF_OF_LOSS),
)
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff"})


@dataclass(frozen=True, slots=True)
class Sending:
    """A file on its way: to which claim, as what, and what it replaces."""

    claim_id: int
    path: Path
    type: DocumentType
    replaces: int | None = None


class Adding(QFrame):
    """Shows the file that is sent, and how many wait; it is hidden when there is none."""

    added = Signal(object)
    ended = Signal()

    def __init__(self, documents: DocumentService, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(say("Files on their way"))
        self._documents, self._tasks = documents, tasks
        self._waiting: deque[Sending] = deque()
        self._now: Sending | None = None
        self._task: Task[AddedDocument] = Task.ended()
        self._name = Elided("", fonts.SMALL, fonts.MEDIUM)
        self._state = Label("", fonts.SMALL, ink="text3", tabular=True)
        self._line = ProgressLine(say("Sending"))
        self.stop = IconButton(say("Stop sending"), "x", size=24)
        self.stop.clicked.connect(self.cancel)
        self.news = Banner("high")
        self._body = QWidget()
        self._lay_out()
        self.hide()

    def send(self, files: Sequence[Sending]) -> None:
        """Send these files after those that wait."""
        self._waiting.extend(files)
        self.news.hide()
        self._next()

    def cancel(self) -> None:
        """Stop the file that is sent and forget those that wait."""
        self._waiting.clear()
        now, self._now = self._now, None
        self._task.cancel()
        if now:
            self._tell(
                say(
                    "{name} was not added. Sent again, it goes on where it stopped.",
                    name=now.path.name,
                )
            )
        self._settle()

    def _next(self) -> None:
        if self._now or not self._waiting:
            return
        self._now = sending = self._waiting.popleft()
        self._name.set_text(sending.path.name)
        self._state.setText(say("Starting…"))
        self._line.show_progress(0, 0)
        self._body.show()
        self.show()

        def work(progress: Progress) -> AddedDocument:
            return self._documents.add(
                sending.claim_id,
                sending.path,
                sending.type,
                replaces=sending.replaces,
                progress=progress,
            )

        self._task = self._tasks.run(
            self,
            work,
            partial(self._arrive, sending),
            failed=partial(self._fail, sending),
            progressed=partial(self._progress, sending),
        )

    def _progress(self, sending: Sending, done: int, total: int) -> None:
        if sending is self._now and total:
            more = say(" · {waiting:,} more", waiting=len(self._waiting)) if self._waiting else ""
            self._state.setText(f"{100 * done // total}%{more}")
            self._line.show_progress(done, total)

    def _arrive(self, sending: Sending, added: AddedDocument) -> None:
        if sending is not self._now:
            return
        self._now = None
        if added.notice:
            self._tell(added.notice)
        self.added.emit(added.document)
        self._next()
        self._settle()

    def _fail(self, sending: Sending, error: Exception) -> None:
        if sending is not self._now:
            return
        self._now = None
        message = error.message if isinstance(error, AppError) else say("The file was not sent.")
        self._tell(f"{sending.path.name}: {message}")
        self._next()
        self._settle()

    def _tell(self, text: str) -> None:
        self.news.tell(text)
        self.show()

    def _settle(self) -> None:
        if self._now is None:
            self._body.hide()
            self.setVisible(self.news.isVisibleTo(self))
            self.ended.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        row.addWidget(self._state)
        row.addWidget(self.stop)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addLayout(row)
        inner.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._body)
        column.addWidget(self.news)


def guess(path: Path) -> DocumentType:
    """Return what a file probably is, judged by its name; a person can say otherwise."""
    name = path.name.casefold()
    for word, kind in _GUESSES:
        if word in name:
            return kind
    return DocumentType.PHOTO if path.suffix.casefold() in _PICTURES else DocumentType.OTHER


def type_box() -> QComboBox:
    """Return a choice of the types of documents, the first of which lets the name decide."""
    box = QComboBox()
    box.setAccessibleName(say("Type of the documents that are added"))
    box.addItem(say("By file name"), None)
    for kind in DocumentType:
        box.addItem(wording.DOCUMENT_TYPE[kind], kind)
    return box


def ask_for_files(owner: QWidget) -> list[Path]:
    """Let the person choose files."""
    names, _ = QFileDialog.getOpenFileNames(owner, say("Add documents"), "", ACCEPTED)
    return [Path(name) for name in names]
