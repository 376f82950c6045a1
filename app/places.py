"""The places where claims and people are worked on, put together for one signed-in person."""

from functools import partial

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import sessionmaker

from app.access import Permission
from app.insight import insight_places, watch_places
from app.keeping import Kept
from app.services.account import AccountService
from app.services.assigning import AssignmentService
from app.services.audit import AuditService
from app.services.bulk import BulkService
from app.services.claims import ClaimService
from app.services.clocks import ClockService
from app.services.comparing import ComparingService
from app.services.decisions import DecisionService
from app.services.desk_work import DeskWorkService
from app.services.directory import Directory
from app.services.disputes import DisputeService
from app.services.explaining import Explainer
from app.services.import_desk import ImportDesk
from app.services.intake import IntakeService
from app.services.links import LinkService
from app.services.model_store import Bundles
from app.services.own_desk import OwnDesk
from app.services.presence import PresenceService
from app.services.queue_filter import Owner, QueueFilter, StatusGroup
from app.services.scoring import ScoringService
from app.services.session import Session
from app.services.similar import SimilarClaims
from app.settings import MODEL
from app.ui.audit.screen import AuditScreen
from app.ui.batch.screen import BatchScreen
from app.ui.changes import Changes
from app.ui.commands import command
from app.ui.compare.page import Evidence
from app.ui.imports.screen import ImportScreen
from app.ui.intake.screen import IntakeScreen
from app.ui.navigation import Place
from app.ui.people.admin import PeopleScreen
from app.ui.queue.page import QueuePage
from app.ui.submissions import SubmissionsScreen
from app.ui.tasks import Tasks
from app.ui.views.desk import Views
from app.ui.working import WorkServices
from app.words import say

WORK, INSIGHT, ADMIN = say("Work"), say("Insight"), say("Admin")
ANY = QueueFilter()
QUEUES = (
    ("go.queue", "queue", QueueFilter(status=StatusGroup.TO_DECIDE)),
    ("go.mine", "mine", QueueFilter(owner=Owner.ME)),
    ("go.referred", "referred", QueueFilter(status=StatusGroup.REFERRED)),
)


class Places:
    """The screens one person may go to; each is made when it is first opened."""

    def __init__(  # noqa: PLR0913 - what every screen is made of
        self,
        session: Session,
        sessions: sessionmaker[Database],
        tasks: Tasks,
        changes: Changes,
        *,
        kept: Kept,
        views: Views | None,
        settings: QSettings | None,
    ) -> None:
        self._session, self._identity, self._sessions = session, session.identity, sessions
        self._tasks, self._changes, self._settings = tasks, changes, settings
        self._kept, self._views = kept, views
        self._explainer = Explainer(Bundles(sessions))

    def offered(self) -> list[Place]:
        """Return the places whose command the person's role allows, in the order of the rail."""
        return [place for place in self._all() if command(place.command).allowed(self._identity)]

    def _all(self) -> list[Place]:
        queues = [
            Place(identifier, WORK, partial(self._queue, identifier, start), figure)
            for identifier, figure, start in QUEUES
        ]
        sessions, tasks = self._sessions, self._tasks
        return [
            *queues,
            Place("go.views", WORK, partial(self._queue, "go.views", ANY), listed=False),
            Place("go.submissions", WORK, self._submissions),
            Place("claim.new", WORK, self._intake_form),
            Place("go.import", WORK, self._import),
            Place("go.batch", INSIGHT, self._batch),
            *insight_places(sessions, self._session, tasks, self._changes),
            Place("go.people", ADMIN, self._people),
            Place("go.audit", ADMIN, self._audit),
            *watch_places(sessions, self._identity, tasks),
        ]

    def _queue(self, identifier: str, start: QueueFilter) -> QWidget:
        identity = self._identity
        return QueuePage(
            ClaimService(self._sessions, identity, self._explainer),
            DecisionService(self._sessions, identity, self._explainer),
            self._tasks,
            changes=self._changes,
            identity=identity,
            start=start,
            title=command(identifier).title,
            settings=self._settings,
            postbox=self._kept.postbox,
            papers=self._kept.papers,
            work=self._work(),
            evidence=self._evidence(),
            views=self._views,
            place="" if identifier == "go.views" else identifier,
        )

    def _work(self) -> WorkServices:
        known = self._sessions, self._identity
        return WorkServices(
            ClockService(*known),
            DeskWorkService(*known),
            AssignmentService(*known),
            PresenceService(*known),
            BulkService(*known),
            LinkService(*known),
        )

    def _evidence(self) -> Evidence:
        known = self._sessions, self._identity
        may_dispute = self._identity.may(Permission.PRECEDENT_DISPUTE)
        compare = ComparingService(*known, self._explainer)
        return Evidence(compare, DisputeService(*known), may_dispute)

    def _submissions(self) -> QWidget:
        return SubmissionsScreen(
            self._intake(),
            self._tasks,
            self._changes,
            self._identity,
            desk=OwnDesk(self._sessions, self._identity),
            papers=self._kept.papers,
        )

    def _intake_form(self) -> QWidget:
        return IntakeScreen(
            self._intake(),
            self._tasks,
            self._changes,
            self._identity,
            keeper=self._kept.keeper,
            similar=SimilarClaims(self._sessions, self._identity),
            papers=self._kept.papers,
        )

    def _intake(self) -> IntakeService:
        scoring = ScoringService(self._sessions, self._identity, MODEL)
        return IntakeService(self._sessions, self._identity, scoring)

    def _import(self) -> QWidget:
        desk = ImportDesk(self._sessions, self._identity, self._kept.columns)
        return ImportScreen(desk, self._tasks, self._changes)

    def _batch(self) -> QWidget:
        return BatchScreen(self._tasks, self._changes, self._identity, MODEL)

    def _people(self) -> QWidget:
        account = AccountService(self._session.source, self._identity)
        return PeopleScreen(account, self._tasks, self._identity)

    def _audit(self) -> QWidget:
        known = self._sessions, self._identity
        services = AuditService(*known), Directory(*known)
        return AuditScreen(*services, self._tasks, self._changes, self._identity)
