"""Leads through the real windows: waits for what must come, presses keys, takes pictures."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget

from app.errors import AppError
from app.main import Desktop
from app.signed_in import SignedIn
from app.ui.errors import ErrorDialog
from app.ui.window import MainWindow
from app.words import say

SIZE = (1920, 1080)
PATIENCE = 60.0
_PAUSE = 0.01


class Stuck(AppError):
    """A step of the tour did not come to what it waits for."""

    title = "The tour could not go on"


class Guide:
    """One desktop, driven as a person would drive it."""

    def __init__(self, out: Path, app: QApplication, desktop: Desktop) -> None:
        self.desktop = desktop
        self._out, self._app = out, app

    @property
    def window(self) -> MainWindow:
        """Return the window of the person who is signed in."""
        return self.signed_in.window

    def enter_as(self, wanted: str) -> MainWindow:
        """Click the card of the first sample person whose words begin with *wanted*."""
        cards = self.desktop.sign_in.grid.cards
        card = next((c for c in cards if c.person.words.startswith(say(wanted))), None)
        if card is None:
            raise Stuck(f"There is no sample person who is {wanted}.")
        self.click(card)
        self.wait("the main window", lambda: self.desktop.work is not None)
        self.window.resize(*SIZE)
        return self.window

    def click(self, button: QPushButton) -> None:
        """Press a button with the mouse."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._app.processEvents()

    def sort(self, view: QTableView, column: int) -> None:
        """Click on the heading of a column."""
        header = view.horizontalHeader()
        where = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
        self._app.processEvents()

    def press(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where *widget* has the focus."""
        widget.window().activateWindow()
        widget.setFocus()
        self._app.processEvents()
        QTest.keyClick(widget, key, modifier)
        self._app.processEvents()

    def type(self, widget: QWidget, text: str) -> None:
        """Write *text* into a field, in place of what it holds."""
        widget.window().activateWindow()
        widget.setFocus()
        self._app.processEvents()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)

    def wait(self, what: str, come: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Let the desktop work until it has *come*; Stuck when it does not, or shows an error."""
        deadline = time.monotonic() + seconds
        while not come():
            self._app.processEvents()
            self._stop_at_error()
            if time.monotonic() > deadline:
                raise Stuck(f"Waited {seconds:.0f} s for {what}.")
            time.sleep(_PAUSE)
        self._app.processEvents()

    def picture(self, name: str, window: QWidget) -> None:
        """Save what *window* looks like."""
        for _ in range(3):
            self._app.processEvents()
        if not window.grab().save(str(self._out / f"{name}.png")):
            raise Stuck(f"{self._out} cannot be written to.")

    def picture_over(self, name: str, window: QWidget, dialog: QWidget) -> None:
        """Save what *window* looks like with *dialog* before it, where it stands."""
        for _ in range(3):
            self._app.processEvents()
        whole = window.grab()
        painter = QPainter(whole)
        painter.fillRect(whole.rect(), QColor(0, 0, 0, 70))
        painter.drawPixmap(window.rect().center() - dialog.rect().center(), dialog.grab())
        painter.end()
        if not whole.save(str(self._out / f"{name}.png")):
            raise Stuck(f"{self._out} cannot be written to.")

    @property
    def signed_in(self) -> SignedIn:
        """Return what the person who is signed in works with."""
        work = self.desktop.work
        assert isinstance(work, SignedIn)  # noqa: S101 - waited for before
        return work

    def _stop_at_error(self) -> None:
        banner = self.desktop.sign_in.banner
        if banner.isVisible():
            raise Stuck(banner.accessibleName())
        for shown in self._app.topLevelWidgets():
            if isinstance(shown, ErrorDialog) and shown.isVisible():
                raise Stuck(f"An error was shown: {shown.message} {shown.details}".strip())
