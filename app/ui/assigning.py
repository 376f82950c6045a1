"""Handing claims out: the next one for oneself, and by a supervisor to colleagues."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.progress import Progress
from app.services.assigning import AssignmentService
from app.services.bulk import Outcome
from app.services.claim_views import ClaimRow
from app.services.sharing_out import Load, Proposal
from app.ui.bulk import BulkDialog, Words
from app.ui.tasks import Tasks
from app.ui.work.fields import choice
from app.words import say, say_n

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage

NOTHING = say("Nothing waits for you: every claim of your region and lines is taken.")
LEAST = say("Whoever carries the least")


class Assigning(QObject):
    """Carries out get-next and the assignment of one claim or of many."""

    def __init__(self, page: "QueuePage", service: AssignmentService, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._service, self._tasks = page, service, tasks

    def take_next(self) -> None:
        """Take the most urgent claim that nobody has, and show it."""
        take = self._service.take_next
        self._tasks.run(self._page, lambda _progress: take(), self._show_taken, failed=self._fail)

    def assign(self, claims: Sequence[ClaimRow]) -> None:
        """Ask to whom these claims go, after the colleagues' loads are known."""
        if not claims:
            self._page.head.tell(say("Choose a claim first, then press the key again."))
            return

        def work(_progress: Progress) -> tuple[Load, ...]:
            return self._service.loads()

        self._tasks.run(self._page, work, lambda loads: self._ask(claims, loads), failed=self._fail)

    def _ask(self, claims: Sequence[ClaimRow], loads: Sequence[Load]) -> None:
        people: dict[Any, str] = {None: LEAST}
        people |= {load.id: words_of(load) for load in loads}
        dialog = BulkDialog(
            say_n("Assign {n:,} claim", "Assign {n:,} claims", len(claims)),
            {"to": choice(say("To"), people)},
            preview=lambda words: self._propose(claims, words),
            apply=lambda words: self._apply(claims, words),
            tasks=self._tasks,
            parent=self._page,
        )
        dialog.finished.connect(lambda _code: self._after(claims))
        dialog.open()

    def _propose(self, claims: Sequence[ClaimRow], words: Words) -> tuple[Outcome, ...]:
        return tuple(_outcome(made) for made in self._service.propose(claims, words["to"]))

    def _apply(self, claims: Sequence[ClaimRow], words: Words) -> tuple[Outcome, ...]:
        proposals = [
            made for made in self._service.propose(claims, words["to"]) if made.to is not None
        ]
        changed = set(self._service.assign(proposals))
        return tuple(
            Outcome(made.claim, done=False, text=say("Somebody changed it meanwhile"))
            if made.claim.id in changed
            else Outcome(made.claim, done=True, text=say("Went to {name}", name=made.name))
            for made in proposals
        )

    def _after(self, claims: Sequence[ClaimRow]) -> None:
        self._page.hear(frozenset(claim.id for claim in claims))

    def _show_taken(self, claim: ClaimRow | None) -> None:
        if claim is None:
            self._page.head.tell(NOTHING)
            return
        self._page.toast.tell(say("{number} is yours now", number=claim.number))
        self._page.choice.open_guest(claim.id)

    def _fail(self, error: Exception) -> None:
        self._page.tell_failure("", error)


def words_of(load: Load) -> str:
    """Return a colleague with what they carry."""
    carried = (
        say("{claims} of {most}", claims=load.claims, most=load.most)
        if load.most is not None
        else f"{load.claims}"
    )
    told = say(
        "{name}: {carried} open, effort {effort}",
        name=load.name,
        carried=carried,
        effort=load.effort,
    )
    return told if load.present else say("{told}, away", told=told)


def _outcome(made: Proposal) -> Outcome:
    return Outcome(
        made.claim, made.to is not None, made.reason or say("Goes to {name}", name=made.name)
    )
