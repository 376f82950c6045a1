"""What the desk tells a person of: counted at the bell, listed under it, and said outside."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app.progress import Progress
from app.services.notices import Choices, NoticeLine, NoticeService, grouped
from app.ui import icons
from app.ui.brand import NAME
from app.ui.changes import Changes
from app.ui.tasks import Tasks

SOON_MS = 300
SHOWN_MS = 8000
Told = tuple[tuple[NoticeLine, ...], Choices]


class Notices(QObject):
    """Reads the notices again whenever claims change.

    `changed` carries the newest ones; `said` what is told outside the window: not in quiet hours,
    not while the person is at the window, and each notice once.
    """

    changed = Signal(object)
    said = Signal(str)

    def __init__(
        self, service: NoticeService, tasks: Tasks, changes: Changes, window: QWidget
    ) -> None:
        super().__init__(window)
        self._service, self._tasks, self._window = service, tasks, window
        self.lines: tuple[NoticeLine, ...] = ()
        self.choices = Choices()
        self._known: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.refresh)
        changes.claims.connect(lambda _ids: self._soon.start())

    @property
    def unread(self) -> int:
        """Return how many of the newest notices were not seen."""
        return sum(not line.seen for line in self.lines)

    def refresh(self) -> None:
        """Read the newest notices."""
        self._do(lambda: None)

    def see(self, line: NoticeLine) -> None:
        """Mark one as seen."""
        self._do(lambda: self._service.see_one(line.id))

    def see_all(self) -> None:
        """Mark all that are listed as seen."""
        if self.lines:
            last = self.lines[0].id
            self._do(lambda: self._service.see(last))

    def choose(self, choices: Choices) -> None:
        """Hear of other things, or at other hours."""
        self._do(lambda: self._service.choose(choices))

    def _do(self, act: Callable[[], object]) -> None:
        def work(_progress: Progress) -> Told:
            act()
            return self._service.latest(), self._service.choices()

        self._tasks.run(self, work, self._take, failed=self._miss)

    def _take(self, told: Told) -> None:
        self.lines, self.choices = told
        fresh = [line for line in self.lines if not line.seen and self._is_new(line)]
        self._known = max((line.id for line in self.lines), default=0)
        self.changed.emit(self.lines)
        if fresh and self._may_speak():
            self.said.emit("\n".join(view.text for view in grouped(fresh)))

    def _is_new(self, line: NoticeLine) -> bool:
        return self._known is not None and line.id > self._known

    def _may_speak(self) -> bool:
        now = datetime.now().astimezone().time()
        quiet = not self.choices.desktop or self.choices.is_quiet(now)
        return not quiet and not self._window.isActiveWindow()

    def _miss(self, _error: Exception) -> None:
        """Leave the bell as it is: the window itself tells of a lost connection."""


class Tray(QObject):
    """Says it by the system's own notifications, where there are any."""

    def __init__(self, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self.icon = QSystemTrayIcon(icons.icon("bell"), self)
            self.icon.messageClicked.connect(self._raise)
            self.icon.show()
        notices.said.connect(self.say)

    def say(self, text: str) -> None:
        """Show *text* outside the window."""
        if self.icon:
            self.icon.showMessage(NAME, text, icons.icon("bell"), SHOWN_MS)

    def _raise(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
