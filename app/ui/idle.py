"""Covers a window that nobody has used for a while, until the person is back."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.services.unlocking import Guard
from app.ui import fonts
from app.ui.brand import Mark
from app.ui.buttons import ActionButton, Look
from app.ui.fields import Field
from app.ui.labels import Label
from app.ui.tasks import Tasks
from app.words import say

MINUTES = 15
TRIES = 5
LOCKED = say("Locked after a while without use. Everything is as you left it.")
FAILED = say("The password could not be checked. Try again.")
_WORK_GOES_ON = {"app.quit"}
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Tells when no window of the application had input for *minutes*; 0 means never."""

    idle = Signal()

    CHECK_MS = 5000

    def __init__(self, minutes: int, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._limit, self._clock = 60 * minutes, clock
        self._last = clock()
        self._windows: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.check)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and minutes:
            application.focusWindowChanged.connect(self._follow)
            self._follow(QGuiApplication.focusWindow())
            self._timer.start(self.CHECK_MS)

    def touch(self) -> None:
        """Count from now on."""
        self._last = self._clock()

    def check(self) -> None:
        """Tell when the time is over; a clock that was set back starts it anew."""
        now = self._clock()
        self._last = min(self._last, now)
        if self._limit and now - self._last >= self._limit:
            self.idle.emit()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        application = QGuiApplication.instance()
        if self._limit and isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._follow)
        self._limit = 0

    def _follow(self, window: QWindow | None) -> None:
        self.touch()
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at input on its way to a window, and let it pass."""
        if event.type() in _INPUT:
            self.touch()
        return False


class LockScreen(QFrame):
    """Stands over the whole window: who is expected back, and their password."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, window: QWidget, name: str, *, known: str = "") -> None:
        super().__init__(window)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("Locked"))
        self.word_edit = QLineEdit(known)
        self.word_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.word_edit.setFixedHeight(38)
        self.password = Field(say("Password"), self.word_edit)
        self.unlock = ActionButton(say("Unlock"), icon="lock", look=Look.PRIMARY, height=38)
        self.other = ActionButton(say("Sign out"), icon="log-out", look=Look.GHOST, height=38)
        self.word_edit.returnPressed.connect(self._enter)
        self.unlock.clicked.connect(self._enter)
        self.other.clicked.connect(self.left)
        self._lay_out(name)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def refuse(self, sentence: str) -> None:
        """Say why the window stays locked."""
        self.unlock.explain(None)
        self.password.fail(sentence)
        self.word_edit.clear()
        self.word_edit.setFocus()

    def _enter(self) -> None:
        self.password.clear()
        if self.word_edit.text() and self.unlock.isEnabled():
            self.unlock.explain(say("The password is being checked."))
            self.entered.emit(self.word_edit.text())

    def _lay_out(self, name: str) -> None:
        form = QWidget()
        form.setFixedWidth(380)
        column = QVBoxLayout(form)
        column.setSpacing(14)
        column.addWidget(Mark(44))
        column.addWidget(Label(name, fonts.TITLE, fonts.BOLD))
        column.addWidget(Label(LOCKED, fonts.BODY, fonts.REGULAR, "text2", wrap=True))
        for widget in (self.password, self.unlock, self.other):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(form)
        row.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch()
        whole.addLayout(row)
        whole.addStretch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering a window that changes its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


class Lock(QObject):
    """Locks one window: covers it, takes its keys away, and gives all back to who knows.

    `left` leads to the sign-in, also after too many wrong passwords.
    """

    left = Signal()

    def __init__(  # noqa: PLR0913 - what it covers, whom it waits for, and when
        self,
        window: QWidget,
        tasks: Tasks,
        *,
        name: str,
        guard: Guard,
        minutes: int = MINUTES,
        known: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._name = window, tasks, name
        self._guard, self._known, self._tries = guard, known, 0
        self.screen: LockScreen | None = None
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self.watch = IdleWatch(minutes, clock)
        self.watch.idle.connect(self.lock)

    def lock(self) -> None:
        """Cover the window now."""
        if self.screen is not None:
            return
        popup = QApplication.activePopupWidget()
        if popup:
            popup.close()
        self._focus = self._window.focusWidget()
        self._hide_dialogs()
        self._give_keys(given=False)
        screen = LockScreen(self._window, self._name, known=self._known)
        screen.entered.connect(self._check)
        screen.left.connect(self.left)
        self.screen = screen
        screen.show()
        screen.raise_()
        screen.word_edit.setFocus()

    def stop(self) -> None:
        """Watch no longer, because the window goes."""
        self.watch.stop()

    def _check(self, password: str) -> None:
        work = self._guard.problem
        self._tasks.run(
            self, lambda _progress: work(password), self._answer, failed=self._stay_locked
        )

    def _answer(self, problem: str) -> None:
        self._tries = self._tries + 1 if problem else 0
        if not problem:
            self._open()
        elif self._tries >= TRIES:
            self.left.emit()
        elif self.screen:
            self.screen.refuse(problem)

    def _stay_locked(self, error: Exception) -> None:
        if self.screen:
            self.screen.refuse(error.message if isinstance(error, AppError) else FAILED)

    def _open(self) -> None:
        screen, self.screen = self.screen, None
        if screen:
            self._window.removeEventFilter(screen)
            screen.hide()
            screen.deleteLater()
        self.watch.touch()
        self._give_keys(given=True)
        for dialog in self._hidden:
            dialog.show()
        self._hidden = []
        if self._focus:
            self._focus.setFocus()

    def _hide_dialogs(self) -> None:
        self._hidden = [d for d in self._window.findChildren(QDialog) if d.isVisible()]
        for dialog in self._hidden:
            dialog.hide()

    def _give_keys(self, *, given: bool) -> None:
        children = Qt.FindChildOption.FindDirectChildrenOnly
        for child in self._window.findChildren(QWidget, options=children):
            if not child.isWindow():
                child.setEnabled(given)
        for action in self._window.actions():
            action.setEnabled(given or action.objectName() in _WORK_GOES_ON)
