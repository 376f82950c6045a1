"""Drives the real windows off screen, from sign-in to a decision, and pictures each of them."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import AppError
from app.main import Desktop, catch_crashes, opening
from app.signed_in import SignedIn
from app.ui.errors import ErrorDialog
from app.ui.people import PersonCard
from app.ui.queue import QueuePage
from app.ui.theme import Choice
from app.ui.window import MainWindow

SIZE = (1920, 1080)
PATIENCE = 60.0
STARTING = 900.0
_PAUSE = 0.01


class Stuck(AppError):
    """A step of the tour did not come to what it waits for."""

    title = "The tour could not go on"


def run_tour(out: Path, workspace: Path | None) -> int:
    """Picture every screen into *out*; a temporary sample workspace unless one is given."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    if workspace:
        return _tour(out, workspace, temporary=False)
    with tempfile.TemporaryDirectory(prefix="precedent-tour-") as folder:
        return _tour(out, Path(folder) / "workspace", temporary=True)


def _tour(out: Path, workspace: Path, *, temporary: bool) -> int:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody makes another kind
    catch_crashes()
    desktop = Desktop(app, opening(workspace, temporary=temporary))
    desktop.theme.choose(Choice.LIGHT)
    tour = Tour(out, app, desktop)
    try:
        tour.walk()
    except AppError as error:
        print(f"{tour.step}: {error.message}", file=sys.stderr)
        return 1
    finally:
        desktop.close()
    return 0


class Tour:
    """One walk through the desktop, as a person would take it."""

    def __init__(self, out: Path, app: QApplication, desktop: Desktop) -> None:
        self.step = "start"
        self._out, self._app, self._desktop = out, app, desktop

    def walk(self) -> None:
        """Take every step; Stuck names the one that failed."""
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            ("sign-in", self._sign_in),
            ("queue", self._queue),
        )
        for self.step, take in steps:
            began = time.monotonic()
            told = take()
            print(f"{self.step}.png  {told}  ({time.monotonic() - began:.1f} s)", flush=True)

    def _sign_in(self) -> str:
        window = self._desktop.sign_in
        window.resize(*SIZE)
        self._desktop.open()
        self._wait("the workspace to start", lambda: bool(window.grid.cards), STARTING)
        self._picture(window)
        return f"{len(window.grid.cards)} sample people are offered"

    def _queue(self) -> str:
        window = self._enter_as("Adjuster")
        page = self._queue_page()
        self._wait("the rows of the queue", lambda: len(page.table.rows) > 0)
        self._wait("the claim beside it", lambda: page.pane.detail is not None)
        self._picture(window)
        return f"{len(page.table.rows)} claims are loaded"

    def _queue_page(self) -> QueuePage:
        page = self._work().window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        return page

    def _enter_as(self, wanted: str) -> MainWindow:
        """Click the card of the first person whose words begin with *wanted*."""
        cards = self._desktop.sign_in.grid.cards
        card = next((c for c in cards if c.person.words.startswith(wanted)), None)
        if card is None:
            raise Stuck(f"There is no sample person who is {wanted}.")
        self._click(card)
        self._wait("the main window", lambda: self._desktop.work is not None)
        window = self._work().window
        window.resize(*SIZE)
        return window

    def _work(self) -> SignedIn:
        work = self._desktop.work
        assert isinstance(work, SignedIn)  # noqa: S101 - waited for before
        return work

    def _click(self, button: PersonCard) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _wait(self, what: str, come: Callable[[], bool], seconds: float = PATIENCE) -> None:
        deadline = time.monotonic() + seconds
        while not come():
            self._app.processEvents()
            self._stop_at_error()
            if time.monotonic() > deadline:
                raise Stuck(f"Waited {seconds:.0f} s for {what}.")
            time.sleep(_PAUSE)
        self._app.processEvents()

    def _stop_at_error(self) -> None:
        banner = self._desktop.sign_in.banner
        if banner.isVisible():
            raise Stuck(banner.accessibleName())
        for shown in self._app.topLevelWidgets():
            if isinstance(shown, ErrorDialog) and shown.isVisible():
                raise Stuck(f"An error was shown: {shown.message} {shown.details}".strip())

    def _picture(self, window: QWidget) -> None:
        for _ in range(3):
            self._app.processEvents()
        if not window.grab().save(str(self._out / f"{self.step}.png")):
            raise Stuck(f"{self._out} cannot be written to.")
