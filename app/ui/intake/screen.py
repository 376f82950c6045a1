"""Taking in a claim: the form of its line, what it still lacks, and what became of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity, Role
from app.errors import AppError, Conflict, Invalid, Offline
from app.progress import Progress
from app.services.intake import IntakeService, SavedDraft, Submission
from app.services.kept_draft import Kept, KeptDraft
from app.services.similar import Similar, SimilarClaims
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.commands import bind
from app.ui.intake.bodies import IntakeBodies
from app.ui.intake.check import LEAST, Values, flat
from app.ui.intake.done import IntakeDone
from app.ui.intake.form import IntakeForm
from app.ui.intake.head import IntakeHead
from app.ui.intake.keeping import Keeping
from app.ui.intake.paper import PaperBeside
from app.ui.intake.rail import IntakeRail
from app.ui.intake.similar import SimilarWatch
from app.ui.intake.state import IntakeState, Stored
from app.ui.papers import Papers
from app.ui.tasks import Tasks
from app.words import fill, say

DEFAULTS: Values = {"loss_country": say("United Kingdom"), "currency": "GBP"}
KEPT = say("Everything you entered is still here.")
UNSAVED = say("This claim has entries that are not saved.")
BACK = say("Precedent ended on {at} before this was saved. What you had entered is back.")
BUSY = say("The claim is being sent.")
HINTS = (
    ("Ctrl S", say("save draft")),
    ("Ctrl ↵", say("submit")),
    ("Alt ↓", say("calendar")),
    ("Ctrl O", say("read a paper")),
)


class IntakeScreen(QWidget):
    """Fill in, save as a draft, submit; what was entered stays until the server has it."""

    def __init__(  # noqa: PLR0913 - the services it uses, and what the window gives it
        self,
        intake: IntakeService,
        tasks: Tasks,
        changes: Changes,
        identity: Identity,
        *,
        keeper: KeptDraft | None = None,
        similar: SimilarClaims | None = None,
        papers: Papers | None = None,
    ) -> None:
        super().__init__()
        self._intake, self._tasks, self._changes = intake, tasks, changes
        self._staff = identity.role is not Role.USER
        self._made: Submission | None = None
        self._again: Callable[[], object] = self.submit
        self.form_place = IntakeBodies(identity)
        self.state = IntakeState(self.form_place)
        self.head = IntakeHead()
        self.new, self.save_button, self.submit_button = self.head.buttons
        self.done = IntakeDone(staff=self._staff)
        self.banner = Banner("med")
        self._watch = SimilarWatch(similar, tasks, self._compared, self)
        self.similar = self._watch.strip
        self._keeping = Keeping(self, keeper or KeptDraft(), self._entries, self._tell_unkept)
        self._places = QStackedWidget()
        self.paper = PaperBeside(self._places, papers, tasks, changes) if papers else None
        self._lay_out()
        self._connect()
        if self.paper:
            self.head.paper.clicked.connect(self.paper.choose)
        self.head.paper.setVisible(self.paper is not None)
        bind("claim.save", self, self.save, identity)
        bind("claim.submit", self, self.submit, identity)
        kept = self._keeping.load()
        if kept:
            self._bring_back(kept)
        else:
            self.begin()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits: the form, the sections, a paper beside them."""
        if self._places.currentWidget() is self.done:
            return [self.done.open]
        read = [self.paper.reader.pages] if self.paper and self.paper.shown else []
        return [self.form.binder.last() or self.form.first(), self.rail.first(), *read]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return HINTS

    @property
    def form(self) -> IntakeForm:
        """Return the form that is shown."""
        return self.form_place.shown.form

    @property
    def rail(self) -> IntakeRail:
        """Return the list beside the form."""
        return self.form_place.shown.rail

    @property
    def changed(self) -> bool:
        """Tell whether the form holds what is not saved."""
        return self.state.changed

    def begin(self) -> None:
        """Show an empty form of the line that was chosen last."""
        self.begin_with({})

    def begin_with(self, values: Values) -> None:
        """Show a new claim of which *values* are known; they count as not saved."""
        self._keeping.settle()
        self._fill(DEFAULTS, None)
        if values:
            self.form_place.write(DEFAULTS | values)
            self._edited()
        self.form.first().setFocus()

    def start_over(self) -> None:
        """Show an empty form; ask first when that would lose entries."""
        if self._places.currentWidget() is self.form_place and self.changed:
            self._ask(UNSAVED, "med", say("Discard them"), self.begin)
        else:
            self.begin()

    def go_on(self, claim_id: int) -> None:
        """Go on with a saved draft; ask first when that would lose entries."""
        if self.state.stored and self.state.stored.id == claim_id:
            return
        if self._places.currentWidget() is self.form_place and self.changed:
            load = partial(self._load, claim_id)
            self._ask(
                say("{unsaved} The draft waits.", unsaved=UNSAVED), "med", say("Discard them"), load
            )
        else:
            self._load(claim_id)

    def save(self) -> None:
        """Keep the claim as a draft; the least it needs is policy number and date of loss."""
        verdict = self.form.binder.verdict
        if verdict.draft is None:
            self._again = self.save
            lacking = {n: s for n, s in verdict.missing.items() if n in LEAST} | verdict.wrong
            self.form.binder.tell(lacking)
            self._point_to(lacking, say("A draft cannot be kept like this."))
            return
        draft, known = self.state.whole(verdict.draft), self.state.known()
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
        draft, known = self.state.whole(verdict.draft), self.state.known()
        self._send(lambda _told: self._intake.submit(draft, **known), self._finish, self.submit)

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
        self.head.explain(BUSY)
        self.head.state.setText(BUSY)
        self._tasks.run(self, work, partial(self._settle, done), failed=self._fail)

    def _settle(self, done: Callable[[Any], object], result: Any) -> None:
        self._release()
        done(result)

    def _release(self) -> None:
        self.head.explain(None)
        self._show_edited()

    def _keep(self, saved: SavedDraft) -> None:
        self.state.save(saved)
        self._keeping.settle()
        self._show_state(
            say(
                "Draft {number}, saved at {now:%H:%M}",
                number=saved.number,
                now=datetime.now().astimezone(),
            )
        )

    def _finish(self, made: Submission) -> None:
        self._made, self.state.stored = made, None
        self.state.settle()
        self._keeping.settle()
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
        message = error.message if isinstance(error, AppError) else say("The claim was not sent.")
        saved = self.state.stored
        if isinstance(error, Conflict) and saved:
            self._ask(message, "high", say("Open it again"), partial(self._load, saved.id))
        else:
            action = say("Try again") if isinstance(error, Offline) else ""
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
        self._keeping.settle()
        self._fill(flat(saved.draft), Stored.of(saved))
        self.form.first().setFocus()

    def _fill(self, values: Values, stored: Stored | None) -> None:
        self._made = None
        self.banner.hide()
        self.state.fill(values, stored)
        self._watch.forget()
        self._go(self.form_place)
        self._show_state(self.state.words)

    def _go(self, place: QWidget) -> None:
        self._places.setCurrentWidget(place)
        self.head.show_tools(shown=place is self.form_place)
        if place is self.done:
            self.similar.hide()

    def _ask(self, text: str, tone: Any, action: str, act: Callable[[], object]) -> None:
        self._again = act
        self.banner.tell(text, tone, action=action)

    def _answer(self) -> None:
        self.banner.hide()
        self._again()

    def _edited(self) -> None:
        self._show_edited()
        self._keeping.note()
        self._watch.note()

    def _compared(self) -> tuple[Values, int | None]:
        stored = self.state.stored
        return self.form_place.values(), stored.id if stored else None

    def _see(self, found: Similar) -> None:
        """Go to a claim that may be the same; the entries stay here."""
        self._changes.wanted.emit("go.queue" if self._staff else "go.submissions")
        if self._staff:
            self._changes.opened.emit(found.id)

    def _show_edited(self) -> None:
        self._show_state(self.state.words)

    def _show_state(self, text: str) -> None:
        stored = self.state.stored is not None
        self.head.show_claim(self.form_place.kind, text, stored=stored)

    def _entries(self) -> Kept | None:
        done = self._places.currentWidget() is self.done
        return None if done else self.state.kept()

    def _bring_back(self, kept: Kept) -> None:
        self.state.bring_back(kept)
        self._go(self.form_place)
        self._show_edited()
        at = say("{at:%d %b, %H:%M}", at=kept.at.astimezone())
        self._ask(fill(BACK, at=at), "low", say("Discard it"), self.begin)

    def _tell_unkept(self, message: str) -> None:
        self._ask(message, "high", say("Save draft"), self.save)

    def _leave(self) -> None:
        """Go to where the submitted claim is seen."""
        self._changes.wanted.emit("go.queue" if self._staff else "go.submissions")
        if self._made and self._staff:
            self._changes.opened.emit(self._made.id)

    def _connect(self) -> None:
        self.form_place.edited.connect(self._edited)
        self.head.kinds.chosen.connect(self.form_place.switch)
        self.new.clicked.connect(self.start_over)
        self.save_button.clicked.connect(self.save)
        self.submit_button.clicked.connect(self.submit)
        self.banner.action.clicked.connect(self._answer)
        self.similar.wanted.connect(self._see)
        self.done.opened.connect(self._leave)
        self.done.again.connect(self.begin)
        self._changes.continued.connect(self.go_on)

    def _lay_out(self) -> None:
        self._places.addWidget(self.form_place)
        self._places.addWidget(self.done)
        news = QVBoxLayout()
        news.setContentsMargins(20, 0, 20, 8)
        news.setSpacing(8)
        news.addWidget(self.banner)
        news.addWidget(self.similar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(news)
        column.addWidget(self.paper or self._places, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back after a submission begins the next claim."""
        super().showEvent(event)
        if not event.spontaneous() and self._places.currentWidget() is self.done:
            self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is entered when the form is left."""
        super().hideEvent(event)
        self._keeping.keep()
