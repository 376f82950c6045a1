"""What one signed-in person works with: services, screens and the window that holds them."""

import hashlib
import platform
from functools import partial
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QSettings, qVersion
from PySide6.QtWidgets import QWidget
from sqlalchemy import text
from sqlalchemy.orm import sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.faults import told_to, watching
from app.insight import insight_places, watch_places
from app.services.account import AccountService
from app.services.annotations import AnnotationService
from app.services.assigning import AssignmentService
from app.services.audit import AuditService
from app.services.bulk import BulkService
from app.services.changes import Changes as Source
from app.services.checklist import ChecklistService
from app.services.claims import ClaimService
from app.services.clocks import ClockService
from app.services.comparing import ComparingService
from app.services.decisions import DecisionService
from app.services.desk_work import DeskWorkService
from app.services.directory import Directory
from app.services.disputes import DisputeService
from app.services.document_cache import DocumentCache
from app.services.documents import DocumentService
from app.services.finding import FindingService
from app.services.import_desk import ImportDesk
from app.services.import_memory import Memory
from app.services.intake import IntakeService
from app.services.kept_draft import KeptDraft
from app.services.links import LinkService
from app.services.monitoring import count_usage
from app.services.notices import NoticeService
from app.services.outbox import Outbox
from app.services.own_desk import OwnDesk
from app.services.practice import practice_claims
from app.services.presence import PresenceService
from app.services.queue_filter import Owner, QueueFilter, StatusGroup
from app.services.redaction import RedactionService
from app.services.registry import Registry
from app.services.rendering import Children
from app.services.sample_claims import SampleService
from app.services.saved_views import SavedViews
from app.services.scoring import ScoringService
from app.services.sending import Outgoing
from app.services.session import TEMPORARY, Session
from app.services.similar import SimilarClaims
from app.services.transfers import Transfers
from app.settings import MODEL, VERSION, schema_heads
from app.ui.about import Facts, show_about
from app.ui.audit.screen import AuditScreen
from app.ui.batch.screen import BatchScreen
from app.ui.bell import Bell
from app.ui.changes import Changes
from app.ui.commands import bind, command
from app.ui.compare.page import Evidence
from app.ui.display import Display
from app.ui.documents.limits import DocumentRules
from app.ui.documents.rows import at_hand
from app.ui.first_run import FirstRunDialog, wanted
from app.ui.imports.screen import ImportScreen
from app.ui.intake.screen import IntakeScreen
from app.ui.keymap import Keymap
from app.ui.navigation import Place
from app.ui.notices.desk import Notices
from app.ui.outbox import Postbox
from app.ui.outbox_dialog import OutboxDialog
from app.ui.palette.palette import Find, Palette
from app.ui.papers import Papers
from app.ui.people.admin import PeopleScreen
from app.ui.practice import PracticeDialog
from app.ui.queue.page import QueuePage
from app.ui.sample import SampleRemoval
from app.ui.sessions import show_sessions
from app.ui.settings_dialog import SettingsDialog
from app.ui.shortcut_sheet import ShortcutSheet
from app.ui.submissions import SubmissionsScreen
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.usage import Usage
from app.ui.views.desk import Views
from app.ui.views.places import ViewPlaces
from app.ui.window import MainWindow
from app.ui.working import WorkServices
from app.words import fill, say

BEGUN = say("A claim you had begun when Precedent ended on {at} waits under New claim.")
WORK, INSIGHT, ADMIN = say("Work"), say("Insight"), say("Admin")
ANY = QueueFilter()
QUEUES = (
    ("go.queue", "queue", QueueFilter(status=StatusGroup.TO_DECIDE)),
    ("go.mine", "mine", QueueFilter(owner=Owner.ME)),
    ("go.referred", "referred", QueueFilter(status=StatusGroup.REFERRED)),
)


class SignedIn:
    """One session and its window; `leave` keeps a kept session, `close` is followed by its end."""

    def __init__(
        self,
        session: Session,
        workplace: str,
        tasks: Tasks,
        theme: Theme,
        settings: QSettings | None = None,
    ) -> None:
        self.session = session
        self.changes = Changes()
        self._tasks, self._settings, self._theme = tasks, settings, theme
        self._sessions = sessionmaker(session.engine, expire_on_commit=False)
        self.account = AccountService(session.source, session.identity)
        self.postbox = self._postbox()
        self.keeper = self._keeper()
        self.papers = self._papers()
        self._registry = Registry(self._sessions, session.identity)
        self.views = self._saved_views()
        places = [place for place in self._all_places() if self._may_go(place)]
        self.window = MainWindow(
            session.identity, places, self.changes, theme, workplace=workplace, settings=settings
        )
        if self.views:
            self.view_places = ViewPlaces(self.window, self.views, session.identity)
        self.notices = self._bell()
        self.window.about_asked.connect(self._about)
        self.keymap = Keymap(session.identity, settings)
        self.display = Display(settings)
        self.window.settings_asked.connect(self._show_settings)
        self.palette = Palette(self.window, tasks, self._finder(), self._show_claim)
        bind("app.palette", self.window, self.palette.open, session.identity)
        bind("app.shortcuts", self.window, self._show_shortcuts, session.identity)
        bind("app.practice", self.window, self.practise, session.identity)
        self.sample = self._sample()
        bind("app.remove_sample", self.window, self.sample.begin, session.identity)
        self.usage = Usage(settings, tasks, partial(count_usage, self._sessions))
        self._teller = told_to(session.engine)
        watching("desktop").tellers.append(self._teller)
        self.window.watch_outbox(self.postbox)
        self.window.status.outbox_asked.connect(self._show_outbox)
        self.changes.sought.connect(self._seek)
        self.window.sessions_asked.connect(self._show_sessions)
        self.window.notice.action.clicked.connect(self._show_sessions)

    def open(self) -> None:
        """Show the window and listen to what others do."""
        self.window.show()
        self.changes.claims.connect(self._keep_papers)
        self.changes.watch(Source(self.session.source))
        self.postbox.send()
        if self.views:
            self.views.refresh()
        if self.notices:
            self.notices.refresh()
        if self.session.notice:
            action = say("Change password") if TEMPORARY in self.session.notice else ""
            self.window.notice.tell(self.session.notice, action=action)
        elif kept := self.keeper.load():
            self.window.notice.tell(
                fill(BEGUN, at=say("{at:%d %b, %H:%M}", at=kept.at.astimezone())), "low"
            )
        if self.session.identity.may(Permission.MODEL_READ):
            self._tasks.run(self.window, lambda _progress: self._model(), self.changes.model.emit)
        if wanted(self._settings):
            self.welcome()

    def welcome(self) -> FirstRunDialog:
        """Offer the few choices of a first start."""
        may = command("app.practice").allowed(self.session.identity)
        dialog = FirstRunDialog(
            self._theme,
            self.display,
            self._settings,
            self.window,
            may_practise=may,
            notices=self.notices,
        )
        dialog.keys.clicked.connect(lambda: self._show_settings().show_keys_page())
        dialog.practise.clicked.connect(self.practise)
        dialog.open()
        return dialog

    def practise(self) -> PracticeDialog:
        """Open ten settled claims to decide again."""
        dialog = PracticeDialog(practice_claims(), self.session.identity, self.window)
        dialog.open()
        return dialog

    def close(self, *, keeps: bool = False) -> None:
        """Stop listening and close the window; the session still has to be ended."""
        self.changes.stop()
        self.usage.close()
        watching("desktop").tellers.remove(self._teller)
        self.postbox.close()
        self.papers.close(emptied=not keeps)
        self.window.close()
        self.keeper.close()
        self.window.deleteLater()

    def leave(self) -> None:
        """Close the window and leave the session as it may be kept."""
        self.close(keeps=self.session.source.keeps)
        self.session.leave()

    def _keep_papers(self, claims: frozenset[int] | None) -> None:
        self.papers.hear(self.window, self._tasks, claims)

    def _may_go(self, place: Place) -> bool:
        return command(place.command).allowed(self.session.identity)

    def _all_places(self) -> list[Place]:
        queues = [
            Place(identifier, WORK, partial(self._queue, identifier, start), figure)
            for identifier, figure, start in QUEUES
        ]
        session = self.session
        return [
            *queues,
            Place("go.views", WORK, partial(self._queue, "go.views", ANY), listed=False),
            Place("go.submissions", WORK, partial(self._intake, SubmissionsScreen)),
            Place("claim.new", WORK, partial(self._intake, IntakeScreen)),
            Place("go.import", WORK, self._import),
            Place("go.batch", INSIGHT, self._batch),
            *insight_places(self._sessions, session, self._tasks, self.changes),
            Place("go.people", ADMIN, self._people),
            Place("go.audit", ADMIN, self._audit),
            *watch_places(self._sessions, session.identity, self._tasks),
        ]

    def _batch(self) -> QWidget:
        return BatchScreen(self._tasks, self.changes, self.session.identity, MODEL)

    def _import(self) -> QWidget:
        source, identity = self.session.source, self.session.identity
        path = own_path("columns", source.place, identity).with_suffix(".json")
        memory = Memory(path if source.keeps else None)
        desk = ImportDesk(self._sessions, identity, memory)
        return ImportScreen(desk, self._tasks, self.changes)

    def _people(self) -> QWidget:
        return PeopleScreen(self.account, self._tasks, self.session.identity)

    def _audit(self) -> QWidget:
        audit = AuditService(self._sessions, self.session.identity)
        colleagues = Directory(self._sessions, self.session.identity)
        return AuditScreen(audit, colleagues, self._tasks, self.changes, self.session.identity)

    def _intake(self, screen: type[IntakeScreen] | type[SubmissionsScreen]) -> QWidget:
        identity = self.session.identity
        scoring = ScoringService(self._sessions, identity, MODEL)
        intake = IntakeService(self._sessions, identity, scoring)
        if screen is IntakeScreen:
            similar = SimilarClaims(self._sessions, identity)
            keeper = self.keeper
            return IntakeScreen(
                intake,
                self._tasks,
                self.changes,
                identity,
                keeper=keeper,
                similar=similar,
                papers=self.papers,
            )
        desk, papers = OwnDesk(self._sessions, identity), self.papers
        return SubmissionsScreen(
            intake, self._tasks, self.changes, identity, desk=desk, papers=papers
        )

    def _queue(self, identifier: str, start: QueueFilter) -> QWidget:
        identity = self.session.identity
        return QueuePage(
            ClaimService(self._sessions, identity),
            DecisionService(self._sessions, identity),
            self._tasks,
            changes=self.changes,
            identity=identity,
            start=start,
            title=command(identifier).title,
            settings=self._settings,
            postbox=self.postbox,
            papers=self.papers,
            work=self._work(),
            evidence=self._evidence(),
            views=self.views,
            place="" if identifier == "go.views" else identifier,
        )

    def _saved_views(self) -> Views | None:
        identity = self.session.identity
        if not identity.may(Permission.QUEUE_READ):
            return None
        return Views(SavedViews(self._sessions, identity), self._tasks, self.changes)

    def _bell(self) -> Notices | None:
        identity = self.session.identity
        if not identity.may(Permission.CLAIM_DECIDE):
            return None
        service = NoticeService(self._sessions, identity)
        notices = Notices(service, self._tasks, self.changes, self.window)
        Bell(self.window, notices, identity).opened.connect(self._show_claim)
        return notices

    def _work(self) -> WorkServices:
        known = self._sessions, self.session.identity
        return WorkServices(
            ClockService(*known),
            DeskWorkService(*known),
            AssignmentService(*known),
            PresenceService(*known),
            BulkService(*known),
            LinkService(*known),
        )

    def _evidence(self) -> Evidence:
        identity = self.session.identity
        return Evidence(
            ComparingService(self._sessions, identity),
            DisputeService(self._sessions, identity),
            identity.may(Permission.PRECEDENT_DISPUTE),
        )

    def _papers(self) -> Papers:
        identity = self.session.identity
        source = self.session.source
        cache = DocumentCache(own_path("documents", source.place, identity), source.data_key())
        known = self._sessions, identity
        documents = DocumentService(*known, Transfers(source), cache)
        marks, needs = AnnotationService(*known), ChecklistService(*known)
        redaction = RedactionService(documents, *known)
        return Papers(identity, documents, Children(), marks, needs, redaction)

    def _postbox(self) -> Postbox:
        source, identity = self.session.source, self.session.identity
        key = source.data_key()
        box = Outbox.open(outbox_path(source.place, identity), key if source.keeps else None)
        return Postbox(Outgoing(box, self._sessions, identity), self._tasks, self.changes)

    def _keeper(self) -> KeptDraft:
        source, identity = self.session.source, self.session.identity
        path = own_path("forms", source.place, identity).with_suffix(".form")
        return KeptDraft.open(path, source.data_key() if source.keeps else None)

    def _sample(self) -> SampleRemoval:
        service = SampleService(self._sessions, self.session.identity)
        window = self.window
        return SampleRemoval(service, self._tasks, self.changes, window, window.notice.tell)

    def _finder(self) -> Find | None:
        identity = self.session.identity
        if not identity.may(Permission.QUEUE_READ):
            return None
        return FindingService(self._sessions, identity).find

    def _show_claim(self, claim_id: int) -> None:
        self.window.go("go.queue")
        self.changes.opened.emit(claim_id)

    def _seek(self, query: QueueFilter) -> None:
        page = self.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        page.feed.ask(query)

    def _show_shortcuts(self) -> None:
        sheet = ShortcutSheet(self.session.identity, self.window)
        sheet.accepted.connect(lambda: self._show_settings().show_keys_page())
        sheet.open()

    def _show_settings(self) -> SettingsDialog:
        identity = self.session.identity
        rules = (
            DocumentRules(self.papers.documents, self._tasks)
            if identity.may(Permission.DOCUMENT_RULE)
            else None
        )
        dialog = SettingsDialog(
            self._theme,
            self.display,
            self.keymap,
            identity,
            self.window,
            usage=self.usage,
            notices=self.notices,
            rules=rules,
        )
        dialog.open()
        return dialog

    def _show_outbox(self) -> None:
        OutboxDialog(self.postbox, self.window).open()

    def _show_sessions(self) -> None:
        dialog = show_sessions(self.account, self._tasks, self.window)
        dialog.password.changed.connect(self.window.password_changed)

    def _about(self) -> None:
        show_about(self._tasks, self._versions, self.window)

    def _versions(self) -> Facts:
        with translate(), self.session.engine.connect() as connection:
            postgres = connection.execute(text("SHOW server_version")).scalar_one()
        return (
            (say("Application"), VERSION),
            (say("Python"), platform.python_version()),
            (say("Qt"), qVersion()),
            (say("PostgreSQL"), str(postgres)),
            (say("Schema"), ", ".join(sorted(schema_heads()))),
            (say("Model"), self._model()),
            (say("Documents at hand"), at_hand(self.papers.documents.kept.figures())),
        )

    def _model(self) -> str:
        if not self.session.identity.may(Permission.MODEL_READ):
            return say("not shown to your role")
        active = self._registry.active()
        return f"{active.name} {active.version}" if active else say("none active")


def outbox_path(place: str, identity: Identity) -> Path:
    """Return where a person's decisions for one installation wait on this machine."""
    return own_path("outbox", place, identity).with_suffix(".box")


def own_path(folder: str, place: str, identity: Identity) -> Path:
    """Return the name under which a person's things of one installation lie in *folder*."""
    name = hashlib.sha256(f"{place}\n{identity.username}".encode()).hexdigest()[:20]
    return user_data_path("Precedent", appauthor=False) / folder / name
