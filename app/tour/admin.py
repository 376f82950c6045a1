"""The tour's steps as an administrator: people, sessions and the audit."""

from app.main import Desktop
from app.tour.guide import Guide
from app.ui.audit.screen import AuditScreen
from app.ui.faults import FaultsScreen
from app.ui.models.screen import ModelsScreen
from app.ui.monitoring.screen import MonitoringScreen
from app.ui.people.admin import PeopleScreen
from app.ui.sessions import SessionsDialog


class AdminWalk:
    """Walks through the screens that administrators alone have."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def users(self) -> str:
        """Sign in as an administrator, choose an adjuster, and picture the people."""
        _leave(self._guide.desktop)
        window = self._guide.enter_as("Administrator")
        screen = window.go("go.people")
        assert isinstance(screen, PeopleScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the people", lambda: len(screen.table.rows) > 0)
        people = screen.table.rows
        adjusters = [n for n, one in enumerate(people) if one.role == "staff" and not one.analyst]
        screen.view.choose(adjusters[-1])
        self._guide.wait("the sessions of the person", lambda: screen.pane.sessions.loaded)
        self._guide.picture("users", window)
        return f"{len(screen.table.rows)} people are listed"

    def sessions(self) -> str:
        """Open the own sessions from the menu of the person, and picture them."""
        window = self._guide.window
        window.sessions_asked.emit()
        dialog = window.findChild(SessionsDialog)
        assert isinstance(dialog, SessionsDialog)  # noqa: S101 - opened by the signal
        self._guide.wait("the own sessions", lambda: dialog.list.loaded)
        self._guide.picture_over("sessions", window, dialog)
        count = len(dialog.list.rows)
        dialog.accept()
        return "1 session goes on" if count == 1 else f"{count} sessions go on"

    def audit(self) -> str:
        """Look at the audit log when its chains have been checked, and picture it."""
        screen = self._guide.window.go("go.audit")
        assert isinstance(screen, AuditScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the events", lambda: len(screen.table.rows) > 0)
        self._guide.wait("the chains to be checked", lambda: screen.report is not None)
        self._guide.picture("audit", self._guide.window)
        report = screen.report
        assert report is not None  # noqa: S101 - waited for before
        faults = "no fault" if not report.faults else f"{len(report.faults)} faults"
        return f"{report.events:,} events are checked, {faults}"

    def versions(self) -> str:
        """Look at the versions of models, and picture them; then at the card of one."""
        screen = self._guide.window.go("go.models")
        assert isinstance(screen, ModelsScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the versions", lambda: screen.versions is not None)
        self._guide.picture("model-versions", self._guide.window)
        return f"{len(screen.table.rows)} versions are registered"

    def card(self) -> str:
        """Open the card of the model that judges, and picture it."""
        screen = self._guide.window.screen_shown
        assert isinstance(screen, ModelsScreen)  # noqa: S101 - shown by the step before
        judging = [n for n, model in enumerate(screen.table.rows) if model.judges]
        screen.view.choose(judging[0])
        dialog = screen.open_card()
        assert dialog is not None  # noqa: S101 - a version was chosen
        self._guide.picture_over("model-card", self._guide.window, dialog)
        dialog.accept()
        return "what the model learned and how well it judges"

    def monitoring(self) -> str:
        """Look at how application, database and server do, and picture it."""
        screen = self._guide.window.go("go.monitoring")
        assert isinstance(screen, MonitoringScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the figures", lambda: screen.shown is not None)
        self._guide.picture("monitoring", self._guide.window)
        return f"{len(screen.tiles.cards)} figures and {len(screen.jobs.rows)} jobs are watched"

    def faults(self) -> str:
        """Look at the errors that were reported, and picture them."""
        screen = self._guide.window.go("go.errors")
        assert isinstance(screen, FaultsScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the errors", lambda: screen.loaded)
        self._guide.picture("errors", self._guide.window)
        return f"{len(screen.table.rows)} groups of errors are told apart"


def _leave(desktop: Desktop) -> None:
    desktop.work.window.signed_out.emit()
