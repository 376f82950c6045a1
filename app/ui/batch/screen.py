"""Batch scoring: a file is chosen, looked at, scored beside the desktop, and exported."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity
from app.errors import AppError
from app.services.batch_desk import BatchDesk
from app.services.batch_views import Batch, Preview
from app.ui import fonts
from app.ui.batch.results import ResultsPane
from app.ui.batch.running import RunningPane
from app.ui.batch.source import DropZone, PreviewPane
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.labels import Label
from app.ui.tasks import Task, Tasks
from app.words import say

BUNDLED = say("the bundled model")
CLAIM_FILES = say("Claims (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
MODEL_FILES = say("Models (*.bundle);;All files (*)")
IDLE = say("Score a file of claims without storing any of them")
TOLD = say("Nothing of the file leaves this computer")
UNREAD = say("This file could not be scored. Try it again, or choose another one.")


class BatchScreen(QWidget):
    """One file at a time; what was scored last stays until another file is scored."""

    def __init__(self, tasks: Tasks, changes: Changes, identity: Identity, model: Path) -> None:
        super().__init__()
        self._tasks, self._changes = tasks, changes
        self._bundled = self._model = model
        self._desk = BatchDesk(identity)
        self._task: Task[Batch] | Task[Preview] | None = None
        self._source: Path | None = None
        self._scored = 0
        self.batch: Batch | None = None
        self.drop, self.preview = DropZone(), PreviewPane()
        self.running, self.results = RunningPane(), ResultsPane()
        self.banner = Banner("high")
        self.banner.action.hide()
        self._told = Label(IDLE, fonts.SMALL, ink="text3")
        self._places = QStackedWidget()
        self._before: QWidget = self.drop
        self._lay_out()
        self._connect()
        self.drop.show_model(BUNDLED)

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        place = self._places.currentWidget()
        if place is self.preview:
            return [self.preview.score, self.preview.view]
        if place is self.results:
            return [self.results.view, self.results.export]
        return [self.running.stop if place is self.running else self.drop.choose]

    def look_at(self, source: Path, model: Path | None = None) -> None:
        """Say what would be read from a file, with another model if one is given."""
        if self._places.currentWidget() is self.running:
            return
        wanted = model or self._model
        self._begin(say("Reading {name}", name=source.name))
        work = partial(self._desk.preview, source, wanted)
        self._task = self._tasks.run(
            self,
            lambda progress: work(progress=progress),
            partial(self._show_preview, wanted),
            failed=self._fail,
        )

    def use_model(self, model: Path) -> None:
        """Score with another model; a file on show is looked at again, to see if they fit."""
        if self._source:
            self.look_at(self._source, model)
        else:
            self._model = model
            self.drop.show_model(self._model_words())

    def score(self) -> None:
        """Score the file on show."""
        if self._source is None:
            return
        self._begin(self._what())
        self._changes.batch.emit(self._what(), 0, 1)
        work = partial(self._desk.score, self._source, self._model)
        self._task = self._tasks.run(
            self,
            lambda progress: work(progress=progress),
            self._show_results,
            failed=self._fail,
            progressed=self._count,
        )

    def cancel(self) -> None:
        """Stop at once; what is scored already is kept."""
        if self._scored:
            self._desk.stop()
        elif self._task:
            self._task.cancel()
            self._changes.batch.emit("", 0, 0)
            self._go(self._before)

    def export(self, target: Path) -> None:
        """Write the results where the person wants them."""
        if self.batch is None:
            return
        if target.suffix.lower() != ".csv":
            target = target.with_name(f"{target.name}.csv")
        work = partial(self._desk.export, self.batch, target)
        self.results.export.explain(say("The file is being written."))
        self._tasks.run(self, lambda _told: work(), self._tell_written, failed=self._unwritten)

    def ask_for_file(self) -> None:
        """Let the person choose a file of claims."""
        dialog = self._dialog(say("Choose a file of claims"), CLAIM_FILES)
        dialog.fileSelected.connect(lambda chosen: self.look_at(Path(chosen)))
        dialog.open()

    def ask_for_model(self) -> None:
        """Let the person choose another model."""
        dialog = self._dialog(say("Choose a model"), MODEL_FILES)
        dialog.fileSelected.connect(lambda chosen: self.use_model(Path(chosen)))
        dialog.open()

    def ask_for_target(self) -> None:
        """Let the person choose where the results go."""
        if self.batch is None:
            return
        dialog = self._dialog(say("Export the results"), say("CSV (*.csv)"))
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        kind = "partial" if self.batch.partial else "scored"
        dialog.selectFile(str(self.batch.source.with_suffix(f".{kind}.csv")))
        dialog.fileSelected.connect(lambda chosen: self.export(Path(chosen)))
        dialog.open()

    def _dialog(self, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self, title, "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog

    def _begin(self, what: str) -> None:
        self._scored = 0
        self._before = self._places.currentWidget() or self.drop
        self.banner.hide()
        self.running.begin(what)
        self._go(self.running)

    def _count(self, done: int, total: int) -> None:
        self._scored = done
        self.running.show_progress(done, total)
        self._changes.batch.emit(self._what(), done, max(total, 1))

    def _what(self) -> str:
        return say("Scoring {name}", name=self._source.name) if self._source else ""

    def _show_preview(self, model: Path, preview: Preview) -> None:
        self._source, self._model = preview.source, model
        self.drop.show_model(self._model_words())
        self.preview.show_preview(preview, self._model_words())
        self._go(self.preview)

    def _show_results(self, batch: Batch) -> None:
        self._changes.batch.emit("", 0, 0)
        self.batch = batch
        self.results.show_batch(batch)
        self._go(self.results)

    def _fail(self, error: Exception) -> None:
        self._changes.batch.emit("", 0, 0)
        message = error.message if isinstance(error, AppError) else UNREAD
        self.banner.tell(message, "high")
        self._go(self._before)

    def _tell_written(self, target: Path) -> None:
        self.results.export.explain(None)
        self.results.tell_written(target)

    def _unwritten(self, error: Exception) -> None:
        self.results.export.explain(None)
        message = error.message if isinstance(error, AppError) else say("The file was not written.")
        self.banner.tell(message, "high")

    def _model_words(self) -> str:
        return BUNDLED if self._model == self._bundled else self._model.name

    def _go(self, place: QWidget) -> None:
        had_focus = self._places.currentWidget()
        self._places.setCurrentWidget(place)
        self._told.setText(IDLE if place is self.drop else TOLD)
        if had_focus is not place and self.isVisible():
            self.panes()[0].setFocus()

    def _connect(self) -> None:
        self.drop.dropped.connect(self.look_at)
        for button in (self.drop.choose, self.preview.other, self.results.other):
            button.clicked.connect(self.ask_for_file)
        for button in (self.drop.model, self.preview.model):
            button.clicked.connect(self.ask_for_model)
        self.preview.score.clicked.connect(self.score)
        self.running.cancelled.connect(self.cancel)
        self._changes.batch_cancelled.connect(self.running.press_stop)
        self.results.export.clicked.connect(self.ask_for_target)
        self.destroyed.connect(self._desk.close)

    def _lay_out(self) -> None:
        for place in (self.drop, self.preview, self.running, self.results):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(12)
        heading = QVBoxLayout()
        heading.setSpacing(1)
        heading.addWidget(Label(say("Batch scoring"), fonts.TITLE, fonts.BOLD))
        heading.addWidget(self._told)
        column.addLayout(heading)
        column.addWidget(self.banner)
        column.addWidget(self._places, 1)
