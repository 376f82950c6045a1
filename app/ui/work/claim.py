"""What a person does with the claim on show besides deciding it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.access import Identity, Permission
from app.progress import Progress
from app.services.claim_views import ClaimDetail, ClaimRow
from app.services.desk_work import ClaimWork, DeskWorkService
from app.services.work_words import CONTACT
from app.ui.claim.body import scrolling
from app.ui.claim.work import WorkPage
from app.ui.decision import fields as decision_fields
from app.ui.tasks import Tasks
from app.ui.work.fields import choice, line
from app.ui.work.form import WorkForm, WorkSlot
from app.ui.work.naming import note
from app.words import say

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage

NONE_SHOWN = say("Choose a claim first, then press the key again.")
CONTACTS: dict[Any, str] = {None: say("No contact")}
CONTACTS |= {code: how.capitalize() for code, how in CONTACT.items()}


class ClaimActs(QObject):
    """Notes, tags, tasks and the diary of the claim on show, each by its command."""

    def __init__(
        self, page: "QueuePage", work: DeskWorkService, tasks: Tasks, identity: Identity
    ) -> None:
        super().__init__(page)
        self._page, self._work, self._tasks = page, work, tasks
        self._claim: ClaimRow | None = None
        self._known: tuple[str, ...] = ()
        self.work = ClaimWork()
        self.slot = WorkSlot()
        self.tab_page = WorkPage(may_work=identity.may(Permission.CLAIM_DECIDE))
        self.tab = page.pane.body.add_tab(say("Work"), scrolling(self.tab_page))
        page.pane.add_beside(self.slot)
        page.pane.shown.connect(self._bind)
        self.tab_page.ticked.connect(self._tick)

    def note(self) -> None:
        """Ask for a note and put it in the file; whom it names with an @ is told."""
        colleagues = self._page.offers.known.colleagues
        entries = {
            "words": note(say("Note"), colleagues, needed=say("Write what the file should keep.")),
            "contact": choice(say("The claimant was reached"), CONTACTS),
        }
        self._ask(say("Note"), say("Save note"), entries, self._work.note, "noted")

    def tag(self) -> None:
        """Ask for a tag; one that is there already is taken off."""
        hint = say("A tag that is there already is taken off")
        entry = line(say("Tag"), hint=hint, needed=say("Write the tag."), known=self._known)
        self._ask(say("Tag"), say("Set tag"), {"tag": entry}, self._set_tag, "tagged")

    def task(self) -> None:
        """Ask for something to do."""
        entries = {
            "title": line(say("To do"), needed=say("Write what is to be done.")),
            "due": decision_fields.day(say("By")),
        }
        self._ask(say("Task"), say("Add task"), entries, self._work.add_task, say("has a new task"))

    def checklist(self) -> None:
        """Set the tasks of the claim's line, and show them."""
        claim = self._shown()
        if claim:
            self.tab.click()
            self._do(claim, lambda: self._work.start_checklist(claim.id), say("has its checklist"))

    def snooze(self) -> None:
        """Ask until when the claim is put away, or bring it back."""
        claim = self._shown()
        if claim and self.work.diary:
            self._do(claim, lambda: self._work.bring_back(claim.id), say("is back from the diary"))
            return
        entries = {
            "until": decision_fields.day(say("Back in the queue on")),
            "reason": line(say("Why"), needed=say("Say why the claim is put away.")),
        }
        self._ask(say("Diary"), say("Put away"), entries, self._work.put_away, say("is put away"))

    def _set_tag(self, claim_id: int, tag: str) -> None:
        self._work.tag(claim_id, tag, put=tag.lower() not in self.work.tags)

    def _ask(
        self,
        title: str,
        verb: str,
        entries: dict[str, decision_fields.Entry],
        act: Callable[..., object],
        told: str,
    ) -> None:
        claim = self._shown()
        if claim is None:
            return

        def send(**words: Any) -> None:
            self._do(claim, lambda: act(claim.id, **words), told)

        self.slot.open(WorkForm(title, verb, entries, send))

    def _do(self, claim: ClaimRow, act: Callable[[], object], told: str) -> None:
        self._tasks.run(
            self._page,
            lambda _progress: act(),
            lambda _result: self._done(claim, told),
            failed=partial(self._fail, claim),
        )

    def _done(self, claim: ClaimRow, told: str) -> None:
        if self._claim and self._claim.id == claim.id and self.slot.form:
            self.slot.close_form()
            self._page.places.take_focus()
        self._page.toast.tell(f"{claim.number} {told}")
        self._page.hear(frozenset({claim.id}))

    def _fail(self, claim: ClaimRow, error: Exception) -> None:
        if self.slot.form and self._claim and self._claim.id == claim.id:
            self.slot.form.fail(error)
        else:
            self._page.tell_failure(claim.number, error)

    def _shown(self) -> ClaimRow | None:
        if self._claim is None or self._page.pane.isHidden():
            self._page.head.tell(NONE_SHOWN)
            return None
        return self._claim

    def _bind(self, detail: ClaimDetail | None) -> None:
        claim = detail.row if detail else None
        if claim is None or self._claim is None or claim.id != self._claim.id:
            self.slot.close_form()
            self.work = ClaimWork()
        self._claim = claim
        if claim:
            self._fetch(claim.id)

    def _fetch(self, claim_id: int) -> None:
        def work(_progress: Progress) -> tuple[ClaimWork, tuple[str, ...]]:
            return self._work.of(claim_id), self._work.tags()

        def done(found: tuple[ClaimWork, tuple[str, ...]]) -> None:
            if self._claim and self._claim.id == claim_id:
                self.work, self._known = found
                self.tab_page.show_work(self.work)

        self._tasks.run(self, work, done, failed=self._miss)

    def _tick(self, task_id: int, done: bool) -> None:
        claim = self._claim
        if claim:
            told = say("has a task done") if done else say("has a task open again")
            self._do(claim, lambda: self._work.finish_task(task_id, done=done), told)

    def _miss(self, _error: Exception) -> None:
        """Leave the tab as it is: the pane itself tells of a lost connection."""
