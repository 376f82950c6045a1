"""Import: a file is chosen, its columns matched, its rows tried, brought in, and taken back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.progress import Progress
from app.services.import_desk import BatchView, FileView, ImportDesk, Trial
from app.services.import_rows import shown_name
from app.ui import fonts
from app.ui.batch.running import RunningPane
from app.ui.batch.screen import CLAIM_FILES
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.imports.home import BroughtIn, ImportHome
from app.ui.imports.mapping import MappingPane
from app.ui.imports.trial import TrialPane
from app.ui.labels import Label
from app.ui.tasks import Task, Tasks
from app.words import fill, say, say_n

TOLD = say("Bring a file of claims into the queue")
STORING = say("The rows are being stored in one step; the batch can be taken back afterwards.")
FAILED = say("This did not work. Try it again, or choose another file.")
KEPT = say("The {count} rejected rows are kept in {path}.")
UNKEPT = say("The {count} rejected rows could not be written beside the file; save them elsewhere.")


class ImportScreen(QWidget):
    """One file at a time, step by step; every step but the last leaves the database as it is."""

    def __init__(self, desk: ImportDesk, tasks: Tasks, changes: Changes) -> None:
        super().__init__()
        self._desk, self._tasks, self._changes = desk, tasks, changes
        self._task: Task[Any] | None = None
        self._source: Path | None = None
        self._last: BatchView | None = None
        self.trial: Trial | None = None
        self.home, self.mapping = ImportHome(), MappingPane()
        self.running, self.tried, self.done = RunningPane(), TrialPane(), BroughtIn()
        self.banner = Banner("high")
        self.banner.action.hide()
        self._places = QStackedWidget()
        self._before: QWidget = self.home
        self._lay_out()
        self._connect()
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        firsts: dict[QWidget, QWidget] = {
            self.home: self.home.drop.choose,
            self.mapping: self.mapping.first(),
            self.running: self.running.stop,
            self.tried: self.tried.bring_in,
            self.done: self.done.queue,
        }
        place = self._places.currentWidget()
        return [firsts[place]] if place in firsts else []

    def refresh(self) -> None:
        """Ask for the batches that came in."""
        work = self._desk.batches
        self._tasks.run(self, lambda _told: work(), self.home.show_batches, failed=self._fail)

    def look_at(self, source: Path) -> None:
        """Say what the columns of a file most likely hold."""
        if self._places.currentWidget() is not self.running:
            work = partial(self._desk.look, source)
            self._run(
                say("Reading {shown_name}", shown_name=shown_name(source)), work, self._show_file
            )

    def check(self) -> None:
        """Try every row by the rules; nothing is stored."""
        if self._source:
            work = partial(self._desk.check, self._source, self.mapping.mapping())
            self._run(
                say("Checking {shown_name}", shown_name=shown_name(self._source)),
                work,
                self._show_trial,
            )

    def bring_in(self) -> None:
        """Store the rows that can come in."""
        if self.trial is None:
            return
        trial = self.trial

        def work(*, progress: Progress) -> BatchView:
            progress(0, 1)
            return self._desk.bring_in(trial)

        self._run(
            say("Bringing in {shown_name}", shown_name=shown_name(trial.prepared.source)),
            work,
            self._show_batch,
        )
        self.running.stop.explain(STORING)

    def take_back(self, batch: BatchView | None) -> None:
        """Take a batch back."""
        if batch is not None:
            undo = partial(self._desk.undo, batch.id)
            told = partial(self._tell_undone, batch)
            self._tasks.run(self, lambda _told: undo(), told, failed=self._fail)

    def ask_for_file(self) -> None:
        """Let the person choose a file of claims."""
        dialog = QFileDialog(self, say("Choose a file of claims"), "", CLAIM_FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.look_at(Path(chosen)))
        dialog.open()

    def ask_for_target(self) -> None:
        """Let the person choose where the rejected rows go."""
        if self.trial is None:
            return
        dialog = QFileDialog(self, say("Save the rejected rows"), "", say("CSV (*.csv)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(str(self._beside(self.trial)))
        dialog.fileSelected.connect(lambda chosen: self.keep_rejects(Path(chosen)))
        dialog.open()

    def keep_rejects(self, target: Path) -> None:
        """Write the rejected rows where the person wants them."""
        if self.trial is not None:
            work = partial(self._desk.keep_rejects, self.trial, target)
            self._tasks.run(self, lambda _told: work(), self._tell_kept, failed=self._fail)

    def _run(self, what: str, work: Callable[..., Any], done: Callable[[Any], object]) -> None:
        self.banner.hide()
        self._before = self._places.currentWidget() or self.home
        self.running.begin(what)
        self._go(self.running)
        self._task = self._tasks.run(
            self,
            lambda progress: work(progress=progress),
            done,
            failed=self._fail,
            progressed=self.running.show_progress,
        )

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()
        self._go(self._before)

    def _show_file(self, view: FileView) -> None:
        self._source, self.trial = view.source, None
        self.mapping.show_file(view)
        self._go(self.mapping)

    def _show_trial(self, trial: Trial) -> None:
        self.trial = trial
        self.tried.show_trial(trial)
        self._go(self.tried)

    def _show_batch(self, batch: BatchView) -> None:
        self._last = batch
        self.done.show_batch(batch, self._keep_beside())
        self._go(self.done)
        self._changes.claims.emit(None)
        self.refresh()

    def _keep_beside(self) -> str:
        """Keep the rejected rows beside the file they came from, and say so."""
        trial = self.trial
        if trial is None or not trial.prepared.refused:
            return ""
        count = fill("{refused:,}", refused=trial.prepared.refused)
        try:
            kept = self._desk.keep_rejects(trial, self._beside(trial))
        except AppError:
            return fill(UNKEPT, count=count)
        return fill(KEPT, count=count, path=kept)

    def _beside(self, trial: Trial) -> Path:
        source = trial.prepared.source
        return source.with_name(f"{source.name}.rejected.csv")

    def _tell_undone(self, batch: BatchView, count: int) -> None:
        self.banner.tell(
            say_n(
                "1 claim of {source} is taken back.",
                "{n:,} claims of {source} are taken back.",
                count,
                source=batch.source,
            ),
            "ok",
        )
        self._changes.claims.emit(None)
        self._start_again()

    def _start_again(self) -> None:
        self.refresh()
        self._go(self.home)

    def _tell_kept(self, target: Path) -> None:
        self.banner.tell(
            say("The rejected rows are in {shown_name}.", shown_name=shown_name(target)), "ok"
        )

    def _fail(self, error: Exception) -> None:
        self.banner.tell(error.message if isinstance(error, AppError) else FAILED, "high")
        if self._places.currentWidget() is self.running:
            self._go(self._before)

    def _go(self, place: QWidget) -> None:
        had = self._places.currentWidget()
        self._places.setCurrentWidget(place)
        if had is not place and self.isVisible() and self.panes():
            self.panes()[0].setFocus()

    def _connect(self) -> None:
        self.home.drop.dropped.connect(self.look_at)
        self.home.drop.choose.clicked.connect(self.ask_for_file)
        self.home.undo.clicked.connect(lambda: self.take_back(self.home.batch()))
        self.mapping.other.clicked.connect(self.ask_for_file)
        self.mapping.check.clicked.connect(self.check)
        self.running.cancelled.connect(self._cancel)
        self.tried.back.clicked.connect(lambda: self._go(self.mapping))
        self.tried.keep.clicked.connect(self.ask_for_target)
        self.tried.bring_in.clicked.connect(self.bring_in)
        self.done.undo.clicked.connect(lambda: self.take_back(self._last))
        self.done.other.clicked.connect(self._start_again)
        self.done.queue.clicked.connect(lambda: self._changes.wanted.emit("go.queue"))
        self.destroyed.connect(self._desk.close)

    def _lay_out(self) -> None:
        for place in (self.home, self.mapping, self.running, self.tried, self.done):
            self._places.addWidget(place)
        heading = QVBoxLayout()
        heading.setSpacing(1)
        heading.addWidget(Label(say("Import"), fonts.TITLE, fonts.BOLD))
        heading.addWidget(Label(TOLD, fonts.SMALL, ink="text3"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(12)
        column.addLayout(heading)
        column.addWidget(self.banner)
        column.addWidget(self._places, 1)
