"""The checklist of a claim's documents: what is missing, to be asked for or done without."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.access import Permission
from app.codes import DocumentType
from app.errors import AppError
from app.services.checklist import Checklist, ChecklistService, NeedState, NeedView
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, EmptyState, Skeleton
from app.ui.decision import fields as decision_fields
from app.ui.labels import Label
from app.ui.need_rows import CELLS, ROW_HEIGHT, WIDTHS, NeedRows
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.ui.work.form import WorkForm, WorkSlot
from app.words import say

KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete})
WHY = say("For example that the loss is below the amount from which it is asked for")


class NeedList(SheetView):
    """The rows; Enter opens what came, Delete does without what is missing."""

    waived = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Delete here."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.waived.emit()
        elif event.key() in KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ChecklistPage(QWidget):
    """Shows the list of one claim, and what can be done about what is missing."""

    opened = Signal(int)
    asked = Signal(object)
    lettered = Signal(object)
    counted = Signal(int)

    def __init__(self, service: ChecklistService, tasks: Tasks) -> None:
        super().__init__()
        self._service, self._tasks = service, tasks
        self.claim_id: int | None = None
        self.may_work = service.identity.may(Permission.CLAIM_TRIAGE)
        self.rows = NeedRows(self)
        self.view = NeedList(self.rows, CELLS, WIDTHS, say("Documents that the claim needs"))
        self.told = Label("", fonts.SMALL, ink="text2")
        self.ask = ActionButton(
            say("Ask for them"),
            icon="circle-question-mark",
            look=Look.PRIMARY,
            follows="document.ask",
        )
        self.letter = ActionButton(say("Letter"), icon="mail")
        self.waive_button = ActionButton(say("Do without"), icon="x", keys="Del", look=Look.GHOST)
        self.banner, self.slot = Banner("high"), WorkSlot()
        self._failure = EmptyState("cloud-off", say("The list was not loaded"))
        self._waiting = Skeleton(ROW_HEIGHT)
        self._places = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_claim(self, claim_id: int) -> None:
        """Show the list of a claim, or look at it again."""
        if claim_id != self.claim_id:
            self.claim_id = claim_id
            self.slot.close_form()
            self.banner.hide()
            self.rows.show_list(Checklist(claim_id))
            self._places.setCurrentWidget(self._waiting)
        self.refresh()

    def refresh(self) -> None:
        """Look again what came."""
        claim_id = self.claim_id
        if claim_id is not None and self._service.identity.may(Permission.QUEUE_READ):
            self._tasks.run(
                self, lambda _told: self._service.of(claim_id), self._show, failed=self._lose
            )

    def missing(self) -> tuple[str, ...]:
        """Return the names of what is missing."""
        return tuple(need.name for need in self.rows.list.missing)

    def need(self) -> NeedView | None:
        """Return the chosen row."""
        index = self.view.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def waive(self) -> None:
        """Ask why the claim can do without the chosen document, or need it after all."""
        need, claim_id = self.need(), self.claim_id
        if need is None or claim_id is None or not self.may_work:
            return
        if need.state is NeedState.WAIVED:
            self._do(lambda: self._service.require(claim_id, need.type))
        elif need.state is not NeedState.ARRIVED:
            entry = decision_fields.text("Why", hint=WHY, needed="Say why it is not needed.")
            send = partial(self._waive, claim_id, need.type)
            title = say("Do without: {name}", name=need.name)
            self.slot.open(WorkForm(title, say("Do without it"), {"reason": entry}, send))

    def ask_for_missing(self) -> None:
        """Have what is missing asked for, where something is."""
        if self.missing():
            self.asked.emit(self.missing())

    def _waive(self, claim_id: int, kind: DocumentType, *, reason: str) -> None:
        self._do(lambda: self._service.waive(claim_id, kind, reason))

    def _do(self, act: object) -> None:
        assert callable(act)  # noqa: S101 - one of two acts of the service

        def done(_result: object) -> None:
            self.slot.close_form()
            self.banner.hide()
            self.refresh()

        self._tasks.run(self, lambda _told: act(), done, failed=self._refuse)

    def _refuse(self, error: Exception) -> None:
        if self.slot.form:
            self.slot.form.fail(error)
        else:
            message = error.message if isinstance(error, AppError) else say("It was not done.")
            self.banner.tell(message)

    def _show(self, checklist: Checklist) -> None:
        if checklist.claim_id != self.claim_id:
            return
        row = self.view.currentIndex().row()
        self.rows.show_list(checklist)
        if 0 <= row < len(self.rows.rows):
            self.view.choose(row)
        lacking, every = len(checklist.missing), len(checklist.needs)
        self.told.setText(
            say("{lacking} of {every} are missing", lacking=lacking, every=every)
            if lacking
            else say("Nothing is missing")
        )
        self.ask.explain(None if lacking else say("Nothing is missing."))
        self.letter.explain(None if lacking else say("Nothing is missing."))
        self._places.setCurrentWidget(self._whole)
        self._choose()
        self.counted.emit(lacking)

    def _choose(self) -> None:
        need = self.need()
        waived = need is not None and need.state is NeedState.WAIVED
        self.waive_button.set_label(say("Need it") if waived else say("Do without"))
        arrived = need is not None and need.state is NeedState.ARRIVED
        reason = (
            say("Choose a document first.")
            if need is None
            else say("It arrived.")
            if arrived
            else None
        )
        self.waive_button.explain(reason)

    def _lose(self, error: Exception) -> None:
        if not self.rows.rows:
            message = error.message if isinstance(error, AppError) else ""
            self._failure.tell(say("The list was not loaded"), message, action=say("Try again"))
            self._places.setCurrentWidget(self._failure)

    def _open(self) -> None:
        need = self.need()
        if need and need.documents:
            self.opened.emit(need.documents[0])
        elif need:
            self.waive()

    def _connect(self) -> None:
        self.view.opened.connect(self._open)
        self.view.waived.connect(self.waive)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.ask.clicked.connect(self.ask_for_missing)
        self.letter.clicked.connect(lambda: self.lettered.emit(self.missing()))
        self.waive_button.clicked.connect(self.waive)
        self._failure.action.clicked.connect(self.refresh)

    def _lay_out(self) -> None:
        self.view.set_row_height(ROW_HEIGHT)
        self.view.stretch(0)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.ask, self.letter, self.waive_button):
            acts.addWidget(button)
            button.setVisible(self.may_work)
        acts.addStretch()
        self._whole = QWidget()
        inner = QVBoxLayout(self._whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for widget in (self.told, self.banner, self.view, self.slot):
            inner.addWidget(widget, 1 if widget is self.view else 0)
        inner.addLayout(acts)
        for place in (self._waiting, self._whole, self._failure):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._places)
