"""What one signed-in person works with: services, screens and the window that holds them."""

import platform
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings, qVersion
from sqlalchemy import text
from sqlalchemy.orm import sessionmaker

from app.access import Permission
from app.database import translate
from app.faults import told_to, watching
from app.keeping import kept_by
from app.places import Places
from app.services.account import AccountService
from app.services.changes import Changes as Source
from app.services.finding import FindingService
from app.services.monitoring import count_usage
from app.services.notices import NoticeService
from app.services.practice import practice_claims
from app.services.queue_filter import QueueFilter
from app.services.registry import Registry
from app.services.sample_claims import SampleService
from app.services.saved_views import SavedViews
from app.services.session import TEMPORARY, Session
from app.settings import VERSION, schema_heads
from app.ui.about import Facts, show_about
from app.ui.bell import Bell
from app.ui.changes import Changes
from app.ui.commands import bind, command
from app.ui.display import Display
from app.ui.documents.limits import DocumentRules
from app.ui.documents.rows import at_hand
from app.ui.first_run import FirstRunDialog, wanted
from app.ui.keymap import Keymap
from app.ui.navigation import Place
from app.ui.notices.desk import Notices
from app.ui.outbox_dialog import OutboxDialog
from app.ui.palette.palette import Find, Palette
from app.ui.practice import PracticeDialog
from app.ui.queue.page import QueuePage
from app.ui.sample import SampleRemoval
from app.ui.sessions import show_sessions
from app.ui.settings_dialog import SettingsDialog
from app.ui.shortcut_sheet import ShortcutSheet
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme
from app.ui.usage import Usage
from app.ui.views.desk import Views
from app.ui.views.places import ViewPlaces
from app.ui.window import MainWindow
from app.words import fill, say

BEGUN = say("A claim you had begun when Precedent ended on {at} waits under New claim.")
_PATIENCE = 40.0


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
        self._left: tuple[Task[Any], ...] = ()
        self._sessions = sessionmaker(session.engine, expire_on_commit=False)
        self.account = AccountService(session.source, session.identity)
        self.kept = kept_by(session, self._sessions, tasks, self.changes)
        self._registry = Registry(self._sessions, session.identity)
        self.views = self._saved_views()
        self.window = MainWindow(
            session.identity,
            self._places(),
            self.changes,
            theme,
            workplace=workplace,
            settings=settings,
        )
        if self.views:
            self.view_places = ViewPlaces(self.window, self.views, session.identity)
        self.notices = self._bell()
        self.keymap, self.display = Keymap(session.identity, settings), Display(settings)
        self.palette = Palette(self.window, tasks, self._finder(), self._show_claim)
        self.sample = self._sample()
        self.usage = Usage(settings, tasks, partial(count_usage, self._sessions))
        self._teller = told_to(session.engine)
        watching("desktop").tellers.append(self._teller)
        self._bind()
        self._listen()

    def _bind(self) -> None:
        deeds = {
            "app.palette": self.palette.open,
            "app.shortcuts": self._show_shortcuts,
            "app.practice": self.practise,
            "app.remove_sample": self.sample.begin,
        }
        for identifier, deed in deeds.items():
            bind(identifier, self.window, deed, self.session.identity)

    def _listen(self) -> None:
        self.window.about_asked.connect(self._about)
        self.window.settings_asked.connect(self._show_settings)
        self.window.watch_outbox(self.kept.postbox)
        self.window.status.outbox_asked.connect(self._show_outbox)
        self.changes.sought.connect(self._seek)
        self.window.sessions_asked.connect(self._show_sessions)
        self.window.notice.action.clicked.connect(self._show_sessions)

    def open(self) -> None:
        """Show the window and listen to what others do."""
        self.window.show()
        self.changes.claims.connect(self._keep_papers)
        self.changes.watch(Source(self.session.source))
        self.kept.postbox.send()
        if self.views:
            self.views.refresh()
        if self.notices:
            self.notices.refresh()
        if self.session.notice:
            action = say("Change password") if TEMPORARY in self.session.notice else ""
            self.window.notice.tell(self.session.notice, action=action)
        elif kept := self.kept.keeper.load():
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
        self._left = self._tasks.stop(self.window)
        self.changes.stop()
        self.usage.close()
        watching("desktop").tellers.remove(self._teller)
        self.window.close()
        self.kept.close(keeps=keeps)
        self.window.deleteLater()

    def end(self) -> None:
        """End the session once the work under way has stopped, in a thread that may wait."""
        self._let_go()
        self.session.close()

    def leave(self) -> None:
        """Close the window and leave the session as it may be kept."""
        self.close(keeps=self.session.source.keeps)
        self._let_go()
        self.session.leave()

    def _let_go(self) -> None:
        """Close the connections that the work of the window has used, after it."""
        for task in self._left:
            task.wait(_PATIENCE)
        self.kept.papers.documents.close()

    def _keep_papers(self, claims: frozenset[int] | None) -> None:
        self.kept.papers.hear(self.window, self._tasks, claims)

    def _places(self) -> list[Place]:
        return Places(
            self.session,
            self._sessions,
            self._tasks,
            self.changes,
            kept=self.kept,
            views=self.views,
            settings=self._settings,
        ).offered()

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
            DocumentRules(self.kept.papers.documents, self._tasks)
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
        OutboxDialog(self.kept.postbox, self.window).open()

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
            (say("Documents at hand"), at_hand(self.kept.papers.documents.kept.figures())),
        )

    def _model(self) -> str:
        if not self.session.identity.may(Permission.MODEL_READ):
            return say("not shown to your role")
        active = self._registry.active()
        return f"{active.name} {active.version}" if active else say("none active")
