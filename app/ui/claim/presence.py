"""Who else is at the claim on show: a line over it, kept true by what the server tells."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer

from app.access import Identity, Permission
from app.progress import Progress
from app.services.claim_views import ClaimDetail
from app.services.presence import PersonAt, PresenceService
from app.ui.cards import Banner
from app.ui.claim.pane import ClaimPane
from app.ui.tasks import Tasks
from app.words import fill, say, say_n

HELD = say("{name} is working on this since {since:%H:%M}.")


class PresenceBar(Banner):
    """Says who works on the claim or looks at it; work can be taken over."""

    def __init__(self) -> None:
        super().__init__("low")
        self.dismiss.hide()

    def show_people(self, people: tuple[PersonAt, ...], *, may_take: bool) -> None:
        """Show who else is there, or nothing when nobody is."""
        others = [person for person in people if not person.me]
        worker = working(people)
        if worker:
            self.tell(held_by(worker), "med", action=say("Take over") if may_take else "")
        elif others:
            names = say(" and ").join(person.name for person in others[:2])
            more = say(" and {others} more", others=len(others) - 2) if others[2:] else ""
            self.tell(
                say_n(
                    "{who} is looking at this claim too.",
                    "{who} are looking at this claim too.",
                    len(others),
                    who=f"{names}{more}",
                ),
                "low",
            )
        else:
            self.hide()


class Attendance(QObject):
    """Tells the server at which claim the person is, and the pane who else is there.

    Whoever owns a claim works on it while it is on show; L gives the work up or takes it.
    """

    SETTLE_MS = 1200
    BEAT_MS = 60_000

    def __init__(
        self, presence: PresenceService, tasks: Tasks, pane: ClaimPane, identity: Identity
    ) -> None:
        super().__init__(pane)
        self._presence, self._tasks, self._pane = presence, tasks, pane
        self._me = identity
        self.bar = PresenceBar()
        self.bar.action.clicked.connect(self.take_over)
        pane.add_beside(self.bar)
        self._claim: int | None = None
        self._working = False
        self.people: tuple[PersonAt, ...] = ()
        self._settle = QTimer(self, singleShot=True, interval=self.SETTLE_MS)
        self._settle.timeout.connect(self._arrive)
        self._beat = QTimer(self, interval=self.BEAT_MS)
        self._beat.timeout.connect(self._arrive)
        pane.shown.connect(self.go_to)
        pane.installEventFilter(self)

    def go_to(self, detail: ClaimDetail | None) -> None:
        """Be at another claim, once the person stays there for a moment."""
        claim = detail.row.id if detail else None
        if claim == self._claim:
            return
        self._claim, self.people = claim, ()
        self._working = bool(detail and detail.row.assigned_to == self._me.id)
        self._show()
        self._beat.stop()
        if claim is not None:
            self._settle.start()

    def hear(self, ids: frozenset[int] | None) -> None:
        """Look again who is there, when the server says that somebody came or left."""
        if self._claim is not None and (ids is None or self._claim in ids):
            self._look()

    def toggle(self) -> None:
        """Take the work on the claim, from whoever has it, or give it up."""
        mine = next((person for person in self.people if person.me), None)
        if mine and mine.working_since:
            self._working = False
            self._arrive()
        else:
            self.take_over()

    def take_over(self) -> None:
        """Work on the claim from now on, whoever did before."""
        claim = self._claim
        if claim is None or not self._me.may(Permission.CLAIM_DECIDE):
            return

        def work(_progress: Progress) -> tuple[PersonAt, ...]:
            self._presence.begin_work(claim, take_over=True)
            return self._presence.who(claim)

        self._working = True
        self._run(work, claim)

    def leave(self) -> None:
        """Be at no claim any more."""
        self._claim, self.people = None, ()
        self._settle.stop()
        self._beat.stop()
        leave = self._presence.leave
        self._tasks.run(self, lambda _progress: leave(), _ignore, failed=_ignore)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave when the claim goes out of sight, and be there again when it is back."""
        if event.type() == QEvent.Type.Hide:
            self.leave()
        elif event.type() == QEvent.Type.Show:
            self.go_to(self._pane.detail)
        return super().eventFilter(watched, event)

    def _arrive(self) -> None:
        claim = self._claim
        if claim is None:
            return
        working = self._working and working_is_free(self.people)

        def work(_progress: Progress) -> tuple[PersonAt, ...]:
            people = self._presence.who(claim)
            free = working_is_free(people)
            return self._presence.be_at(claim, working=working and free)

        self._beat.start()
        self._run(work, claim)

    def _look(self) -> None:
        claim = self._claim
        if claim is not None:
            who = self._presence.who
            self._run(lambda _progress: who(claim), claim)

    def _run(self, work: Callable[[Progress], tuple[PersonAt, ...]], claim: int) -> None:
        # A presence that cannot be told is no reason to disturb anybody.
        self._tasks.run(self, work, partial(self._know, claim), failed=_ignore)

    def _know(self, claim: int, people: tuple[PersonAt, ...]) -> None:
        if claim == self._claim:
            self.people = people
            self._show()

    def _show(self) -> None:
        worker = working(self.people)
        may_take = self._me.may(Permission.CLAIM_DECIDE)
        self.bar.show_people(self.people, may_take=may_take)
        self._pane.hold(f"{held_by(worker)} Take over with L." if worker and may_take else "")


def working(people: tuple[PersonAt, ...]) -> PersonAt | None:
    """Return who else works on the claim, or None."""
    return next((person for person in people if person.working_since and not person.me), None)


def working_is_free(people: tuple[PersonAt, ...]) -> bool:
    """Tell whether nobody else works on the claim."""
    return working(people) is None


def held_by(person: PersonAt) -> str:
    """Return who works on it since when, on the clock of this place."""
    since = (person.working_since or person.since).astimezone()
    return fill(HELD, name=person.name, since=since)


def _ignore(_outcome: object) -> None:
    return
