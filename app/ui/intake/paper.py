"""A paper that is read beside the form while a claim is taken in, and then added to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from app.errors import AppError
from app.progress import Progress
from app.services.document_views import AddedDocument
from app.services.intake import Submission
from app.services.local_paper import read_paper
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.commands import bind
from app.ui.documents.adding import ACCEPTED, guess
from app.ui.documents.rows import size_words
from app.ui.papers import Papers
from app.ui.tasks import Task, Tasks
from app.ui.viewer.reader import Paper, Reader
from app.words import say

LOST = say("The file was not opened. Try again.")
NOT_HERE = (
    "document.next",
    "document.previous",
    "document.beside",
    "document.highlight",
    "document.note",
    "document.notes",
    "document.redact",
    "document.export",
)
FORM, PAPER = 11, 9


class PaperBeside(QSplitter):
    """The form at the left; at the right a file of this computer, opened or dropped here."""

    def __init__(self, form: QWidget, papers: Papers, tasks: Tasks, changes: Changes) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._papers, self._tasks = papers, tasks
        self._path: Path | None = None
        self._made: Submission | None = None
        self._task: Task[bytes] = Task.ended()
        self.reader = Reader(tasks, papers.children, papers.identity)
        self.banner = Banner("low")
        self._lay_out(form)
        self.reader.asked.connect(self._act)
        self.banner.action.clicked.connect(self.add)
        changes.submitted.connect(self._offer)
        bind("claim.paper", self, self.choose, papers.identity)
        bind("document.close", self._side, self.leave, papers.identity)
        self.setAcceptDrops(True)

    @property
    def shown(self) -> bool:
        """Tell whether a paper is open beside the form."""
        return self._side.isVisibleTo(self)

    def choose(self) -> None:
        """Ask for a file and read it beside the form; with one open, close it."""
        if self.shown:
            self.leave()
            return
        name, _ = QFileDialog.getOpenFileName(
            self, say("Read a paper beside the form"), "", ACCEPTED
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Read a file beside the form; the form keeps the focus."""
        self._papers.children.warm()
        self._task.cancel()
        self._path, self._made = path, None
        self.banner.hide()
        if not self.shown:
            self._side.show()
            wide = self.width()
            self.setSizes([wide * FORM // (FORM + PAPER), wide * PAPER // (FORM + PAPER)])
        self.reader.show_waiting(path.name)
        self._task = self._tasks.run(
            self,
            lambda _told: read_paper(path),
            partial(self._show, path),
            failed=partial(self._refuse, path),
        )

    def leave(self) -> None:
        """Close the paper and give the form its room again."""
        self._task.cancel()
        self._path = self._made = None
        self.reader.show_nothing()
        self._side.hide()

    def add(self) -> None:
        """Add the paper that was read to the claim it was read for."""
        made, path = self._made, self._path
        if made is None or path is None:
            return
        self._made = None
        self.banner.tell(
            say("{name} is being added to {number}.", name=path.name, number=made.number), "low"
        )

        def work(progress: Progress) -> AddedDocument:
            return self._papers.documents.add(made.id, path, guess(path), progress=progress)

        self._tasks.run(
            self,
            work,
            lambda _added: self.banner.tell(
                say("{name} was added to {number}.", name=path.name, number=made.number), "ok"
            ),
            failed=partial(self._fail, made),
        )

    def _offer(self, made: Submission) -> None:
        if self._path and self.shown:
            self._made = made
            text = say("{name} was read for {number}.", name=self._path.name, number=made.number)
            self.banner.tell(text, "low", action=say("Add it to the claim"))

    def _show(self, path: Path, data: bytes) -> None:
        if path == self._path:
            meta = say(
                "On this computer, not yet with a claim · {data}", data=size_words(len(data))
            )
            self.reader.show_paper(Paper(path.name, meta, data))

    def _refuse(self, path: Path, error: Exception) -> None:
        if path == self._path:
            message = error.message if isinstance(error, AppError) else LOST
            self.reader.show_refusal(path.name, message)

    def _fail(self, made: Submission, error: Exception) -> None:
        self._made = made
        message = error.message if isinstance(error, AppError) else say("It was not added.")
        self.banner.tell(message, "high", action=say("Try again"))

    def _act(self, name: str) -> None:
        if name == "document.close":
            self.leave()
        elif name == "document.print":
            from app.ui.viewer.print import ask_and_print

            ask_and_print(self.reader, self._tasks)

    def _lay_out(self, form: QWidget) -> None:
        for name in NOT_HERE:
            self.reader.bar.buttons[name].hide()
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.reader, 1)
        self.setChildrenCollapsible(False)
        self.addWidget(form)
        self.addWidget(self._side)
        self._side.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        files = [path for url in urls if (path := Path(url.toLocalFile())).is_file()]
        if files:
            event.acceptProposedAction()
            self.open(files[0])
