"""Taking in a motor claim: the form, what it still lacks, and what became of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity, Role
from app.errors import AppError, Conflict, Invalid, Offline
from app.progress import Progress
from app.services.claim_draft import ClaimDraft
from app.services.intake import IntakeService, SavedDraft, Submission
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.commands import bind
from app.ui.intake_check import LEAST, Values, flat
from app.ui.intake_done import IntakeDone
from app.ui.intake_form import IntakeForm
from app.ui.intake_rail import IntakeRail
from app.ui.labels import Label
from app.ui.tasks import Tasks

DEFAULTS: Values = {"loss_country": "United Kingdom", "currency": "GBP"}
BESIDE = ("region", "facts.plate_region")
KEPT = "Everything you entered is still here."
UNSAVED = "This claim has entries that are not saved."
BUSY = "The claim is being sent."
HINTS = (("Ctrl+S", "save draft"), ("Ctrl+↵", "submit"), ("Alt+↓", "calendar"))


class IntakeScreen(QWidget):
    """Fill in, save as a draft, submit; what was entered stays until the server has it."""

    def __init__(
        self, intake: IntakeService, tasks: Tasks, changes: Changes, identity: Identity
    ) -> None:
        super().__init__()
        self._intake, self._tasks, self._changes = intake, tasks, changes
        self._staff = identity.role is not Role.USER
        self._saved: SavedDraft | None = None
        self._made: Submission | None = None
        self._clean: Values = {}
        self._beside: Values = {}
        self._again: Callable[[], object] = self.submit
        self.form = IntakeForm()
        self.rail = IntakeRail(self.form)
        self.done = IntakeDone(staff=self._staff)
        self.banner = Banner("med")
        self.new = ActionButton("New claim", icon="file-plus", look=Look.GHOST)
        self.save_button = ActionButton("Save draft", icon="save", keys="Ctrl S")
        self.submit_button = ActionButton("Submit", icon="send", keys="Ctrl ↵", look=Look.PRIMARY)
        self._title = Label("", fonts.TITLE, fonts.BOLD)
        self._state = Label("", fonts.SMALL, ink="text3")
        self._places = QStackedWidget()
        self._lay_out()
        self._connect()
        bind("claim.save", self, self.save, identity)
        bind("claim.submit", self, self.submit, identity)
        self.begin()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits: the form, the sections."""
        if self._places.currentWidget() is self.done:
            return [self.done.open]
        return [self.form.binder.last() or self.form.first(), self.rail.first()]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return HINTS

    @property
    def changed(self) -> bool:
        """Tell whether the form holds what is not saved."""
        return self.form.values() != self._clean

    def begin(self) -> None:
        """Show an empty form."""
        self._fill(DEFAULTS, None)
        self.form.first().setFocus()

    def start_over(self) -> None:
        """Show an empty form; ask first when that would lose entries."""
        if self._places.currentWidget() is self.form_place and self.changed:
            self._ask(UNSAVED, "med", "Discard them", self.begin)
        else:
            self.begin()

    def go_on(self, claim_id: int) -> None:
        """Go on with a saved draft; ask first when that would lose entries."""
        if self._saved and self._saved.id == claim_id:
            return
        if self._places.currentWidget() is self.form_place and self.changed:
            load = partial(self._load, claim_id)
            self._ask(f"{UNSAVED} The draft waits.", "med", "Discard them", load)
        else:
            self._load(claim_id)

    def save(self) -> None:
        """Keep the claim as a draft; the least it needs is policy number and date of loss."""
        verdict = self.form.binder.verdict
        if verdict.draft is None:
            self._again = self.save
            lacking = {n: s for n, s in verdict.missing.items() if n in LEAST} | verdict.wrong
            self.form.binder.tell(lacking)
            self._point_to(lacking, "A draft cannot be kept like this.")
            return
        draft, known = self._whole(verdict.draft), self._known()
        self._send(lambda _told: self._intake.save_draft(draft, **known), self._keep, self.save)

    def submit(self) -> None:
        """Submit the claim, or go to the first field that keeps it from being submitted."""
        if self._places.currentWidget() is not self.form_place:
            return
        self.form.binder.insist()
        verdict = self.form.binder.verdict
        if verdict.draft is None or verdict.missing:
            self._point_to(verdict.open_points, "")
            return
        draft, known = self._whole(verdict.draft), self._known()
        self._send(lambda _told: self._intake.submit(draft, **known), self._finish, self.submit)

    def _known(self) -> dict[str, Any]:
        if self._saved is None:
            return {}
        return {"claim_id": self._saved.id, "version": self._saved.version}

    def _whole(self, draft: ClaimDraft) -> ClaimDraft:
        """Return the draft with what it holds beside the form."""
        region = self._beside.get("region", "")
        plate = self._beside.get("facts.plate_region")
        facts = draft.facts.model_copy(update={"plate_region": plate}) if plate else draft.facts
        return draft.model_copy(update={"region": region, "facts": facts})

    def _send(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        again: Callable[[], object],
    ) -> None:
        if not self.submit_button.isEnabled():
            return
        self._again = again
        self.banner.hide()
        for button in (self.save_button, self.submit_button, self.new):
            button.explain(BUSY)
        self._state.setText(BUSY)
        self._tasks.run(self, work, partial(self._settle, done), failed=self._fail)

    def _settle(self, done: Callable[[Any], object], result: Any) -> None:
        self._release()
        done(result)

    def _release(self) -> None:
        for button in (self.save_button, self.submit_button, self.new):
            button.explain(None)
        self._edited()

    def _keep(self, saved: SavedDraft) -> None:
        self._saved = saved
        self._clean = self.form.values()
        self._beside = {name: flat(saved.draft).get(name) for name in BESIDE}
        self._show_state(f"Draft {saved.number}, saved at {datetime.now().astimezone():%H:%M}")

    def _finish(self, made: Submission) -> None:
        self._made, self._saved = made, None
        self._clean = self.form.values()
        self.done.show_submission(made)
        self._go(self.done)
        self._show_state("")
        self.done.open.setFocus()
        self._changes.submitted.emit(made)

    def _fail(self, error: Exception) -> None:
        self._release()
        if isinstance(error, Invalid):
            self.form.binder.tell(error.problems)
            self._point_to(error.problems, error.message)
            return
        message = error.message if isinstance(error, AppError) else "The claim was not sent."
        saved = self._saved
        if isinstance(error, Conflict) and saved:
            self._ask(message, "high", "Open it again", partial(self._load, saved.id))
        else:
            action = "Try again" if isinstance(error, Offline) else ""
            self._ask(f"{message} {KEPT}", "high", action, self._again)

    def _point_to(self, problems: dict[str, str], message: str) -> None:
        bound = self.form.binder.bound
        first = next((name for name in bound if name in problems and bound[name].shown), None)
        if first:
            self.form.go_to(first)
        elif message:
            self._ask(f"{message} {KEPT}", "high", "", self._again)

    def _load(self, claim_id: int) -> None:
        work = partial(self._intake.load_draft, claim_id)
        self._send(lambda _told: work(), self._show_draft, partial(self._load, claim_id))

    def _show_draft(self, saved: SavedDraft) -> None:
        self._fill(flat(saved.draft), saved)
        self.form.first().setFocus()

    def _fill(self, values: Values, saved: SavedDraft | None) -> None:
        self._saved, self._made = saved, None
        self._beside = {name: values.get(name) for name in BESIDE}
        self.banner.hide()
        self.form.write(values)
        self._clean = self.form.values()
        self._go(self.form_place)
        self._show_state(f"Draft {saved.number}" if saved else "Not saved yet")

    def _go(self, place: QWidget) -> None:
        self._places.setCurrentWidget(place)
        for button in (self.new, self.save_button, self.submit_button):
            button.setVisible(place is self.form_place)

    def _ask(self, text: str, tone: Any, action: str, act: Callable[[], object]) -> None:
        self._again = act
        self.banner.tell(text, tone, action=action)

    def _answer(self) -> None:
        self.banner.hide()
        self._again()

    def _edited(self) -> None:
        name = f"Draft {self._saved.number}" if self._saved else "Not saved yet"
        self._show_state(f"{name}, with changes" if self._saved and self.changed else name)

    def _show_state(self, text: str) -> None:
        self._title.setText("Motor claim" if self._saved else "New motor claim")
        self._state.setText(text)

    def _leave(self) -> None:
        """Go to where the submitted claim is seen."""
        self._changes.wanted.emit("go.queue" if self._staff else "go.submissions")
        if self._made and self._staff:
            self._changes.opened.emit(self._made.id)

    def _connect(self) -> None:
        self.form.binder.judged.connect(self.rail.show_check)
        self.form.binder.edited.connect(self._edited)
        self.rail.wanted.connect(self.form.go_to)
        self.new.clicked.connect(self.start_over)
        self.save_button.clicked.connect(self.save)
        self.submit_button.clicked.connect(self.submit)
        self.banner.action.clicked.connect(self._answer)
        self.done.opened.connect(self._leave)
        self.done.again.connect(self.begin)
        self._changes.continued.connect(self.go_on)

    def _lay_out(self) -> None:
        self.form_place = QWidget()
        inner = QHBoxLayout(self.form_place)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.form, 1)
        inner.addWidget(self.rail)
        self._places.addWidget(self.form_place)
        self._places.addWidget(self.done)
        heading = QVBoxLayout()
        heading.setSpacing(1)
        heading.addWidget(self._title)
        heading.addWidget(self._state)
        top = QHBoxLayout()
        top.setContentsMargins(20, 14, 20, 10)
        top.setSpacing(8)
        top.addLayout(heading)
        top.addStretch()
        for button in (self.new, self.save_button, self.submit_button):
            top.addWidget(button)
        news = QHBoxLayout()
        news.setContentsMargins(20, 0, 20, 8)
        news.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(news)
        column.addWidget(self._places, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back after a submission begins the next claim."""
        super().showEvent(event)
        if not event.spontaneous() and self._places.currentWidget() is self.done:
            self.begin()
