"""What a person does with claims besides deciding them: from keys and buttons to the services."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.access import Identity
from app.services.assigning import AssignmentService
from app.services.bulk import BulkService
from app.services.claim_views import ClaimRow
from app.services.clocks import ClockService, Forecast
from app.services.desk_work import DeskWorkService
from app.services.links import LinkService
from app.services.presence import PresenceService
from app.ui.assigning import Assigning
from app.ui.bulk import BulkDialog, Step
from app.ui.claim.links import ClaimLinks
from app.ui.claim.presence import Attendance
from app.ui.commands import bind
from app.ui.decision import fields as decision_fields
from app.ui.decision.fields import Entry
from app.ui.forecast import ForecastDialog
from app.ui.marking import MarkBar, Marks
from app.ui.tasks import Tasks
from app.ui.work.claim import ClaimActs
from app.ui.work.fields import line
from app.words import say

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage


@dataclass(frozen=True, slots=True)
class WorkServices:
    """The services that the work on a queue needs."""

    clocks: ClockService
    work: DeskWorkService
    assigning: AssignmentService
    presence: PresenceService
    bulk: BulkService
    links: LinkService


class Work(QObject):
    """Carries out the commands of the work on one queue."""

    def __init__(
        self, services: WorkServices, tasks: Tasks, page: "QueuePage", identity: Identity
    ) -> None:
        super().__init__(page)
        self._services, self._tasks, self._page = services, tasks, page
        self.claim = ClaimActs(page, services.work, tasks, identity)
        self.assigning = Assigning(page, services.assigning, tasks)
        self.attendance = Attendance(services.presence, tasks, page.pane, identity)
        self.links = ClaimLinks(page, services.links, tasks, identity)
        self.marks = Marks(page.table, page.view)
        self.bar = MarkBar(may_assign=identity.supervisor)
        page.add_bar(self.bar)
        self.marks.changed.connect(lambda: self.bar.show_count(len(self.marks.rows())))
        self.bar.clear.clicked.connect(self.marks.clear)
        self._acts = self._commands()
        for source in (self.bar, self.claim.tab_page):
            source.wanted.connect(lambda identifier: self._acts[identifier]())
        for identifier, act in self._acts.items():
            bind(identifier, page, act, identity)

    def show_forecast(self) -> None:
        """Tell how many claims will miss their day."""
        look = self._services.clocks.forecast
        self._tasks.run(self._page, lambda _progress: look(), self._tell_forecast)

    def tag(self) -> None:
        """Tag the marked claims, or the one on show."""
        claims, bulk = self.marks.rows(), self._services.bulk
        if not claims:
            self.claim.tag()
            return
        self._many(
            say("Tag"),
            claims,
            {"tag": line(say("Tag"), needed=say("Write the tag."))},
            preview=lambda words: bulk.preview_tag(claims, words["tag"]),
            apply=lambda words: bulk.tag(claims, words["tag"]),
        )

    def snooze(self) -> None:
        """Put the marked claims away, or the one on show."""
        claims, bulk = self.marks.rows(), self._services.bulk
        if not claims:
            self.claim.snooze()
            return
        self._many(
            say("Put away"),
            claims,
            {
                "until": decision_fields.day(say("Back in the queue on")),
                "reason": line(say("Why"), needed=say("Say why the claims are put away.")),
            },
            preview=lambda words: bulk.preview_put_away(claims, words["until"]),
            apply=lambda words: bulk.put_away(claims, words["until"], words["reason"]),
        )

    def assign(self) -> None:
        """Assign the marked claims, or the one on show."""
        shown = self._page.pane.claim
        self.assigning.assign(self.marks.rows() or ((shown,) if shown else ()))

    def _many(
        self,
        verb: str,
        claims: Sequence[ClaimRow],
        entries: dict[str, Entry],
        *,
        preview: Step,
        apply: Step,
    ) -> None:
        dialog = BulkDialog(
            say("{verb} {claims:,} claims", verb=verb, claims=len(claims)),
            entries,
            preview=preview,
            apply=apply,
            tasks=self._tasks,
            parent=self._page,
        )
        dialog.finished.connect(lambda _code: self._page.hear(frozenset(c.id for c in claims)))
        dialog.open()

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            "queue.forecast": self.show_forecast,
            "claim.next_free": self.assigning.take_next,
            "claim.assign": self.assign,
            "claim.note": self.claim.note,
            "claim.snooze": self.snooze,
            "claim.tag": self.tag,
            "claim.task": self.claim.task,
            "claim.checklist": self.claim.checklist,
            "claim.lock": self.attendance.toggle,
            "queue.mark": self.marks.toggle,
            "queue.mark_next": lambda: self.marks.extend(1),
            "queue.mark_previous": lambda: self.marks.extend(-1),
        }

    def _tell_forecast(self, forecast: Forecast) -> None:
        ForecastDialog(forecast, self._page).open()
