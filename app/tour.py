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

from app.codes import Status
from app.errors import AppError
from app.main import Desktop, catch_crashes, opening
from app.services.claim_views import ClaimDetail, ClaimRow
from app.signed_in import SignedIn
from app.ui.errors import ErrorDialog
from app.ui.people import PersonCard
from app.ui.queue import QueuePage
from app.ui.theme import Choice
from app.ui.window import MainWindow

SIZE = (1920, 1080)
PATIENCE = 60.0
STARTING = 900.0
NOTE = "The phone number stands in an earlier claim of somebody else."
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
        self._decided: ClaimRow | None = None
        self._out, self._app, self._desktop = out, app, desktop

    def walk(self) -> None:
        """Take every step; Stuck names the one that failed."""
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            ("sign-in", self._sign_in),
            ("queue", self._queue),
            ("claim", self._claim),
            ("decision", self._decision),
            ("queue-dark", self._queue_dark),
        )
        for self.step, take in steps:
            began = time.monotonic()
            told = take()
            print(f"{self.step}.png  {told}  ({time.monotonic() - began:.1f} s)", flush=True)
        self.step = "undo"
        print(f"Undone: {self._take_back()}", flush=True)

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

    def _claim(self) -> str:
        page = self._queue_page()
        row = self._walk_to_a_free_claim(page)
        self._press(page.view, Qt.Key.Key_T)
        self._wait_for_claim(page, row.id, lambda detail: detail.row.status is Status.IN_REVIEW)
        self._picture(self._work().window)
        return f"{row.number} is taken with T, {self._precedents(page)} precedents are shown"

    def _decision(self) -> str:
        page = self._queue_page()
        claim = self._shown(page).row
        self._press(page.view, Qt.Key.Key_R)
        self._wait("the form of the referral", lambda: page.pane.slot.form() is not None)
        form = page.pane.slot.form()
        assert form is not None  # noqa: S101 - waited for before
        self._press(form.entries["reason"].field.editor, Qt.Key.Key_3)
        QTest.keyClicks(form.entries["note"].field.editor, NOTE)
        self._picture(self._work().window)
        self._press(form, Qt.Key.Key_Return)
        self._wait("the referral to be made", lambda: self._made(page, claim.id))
        self._decided = claim
        return f"{claim.number} is referred with R, for reason 3"

    def _queue_dark(self) -> str:
        self._desktop.theme.toggle()
        page = self._queue_page()
        self._wait("the next claim", lambda: page.pane.detail is not None)
        self._picture(self._work().window)
        return f"with a way back: {page.toast.text}"

    def _take_back(self) -> str:
        page, claim = self._queue_page(), self._decided
        assert claim is not None  # noqa: S101 - decided in an earlier step
        self._press(page.view, Qt.Key.Key_Z)
        self._wait_for_row(page, claim.id, Status.IN_REVIEW)
        page.view.choose(page.table.row_of(claim.id) or 0)
        self._wait_for_claim(page, claim.id, lambda now: now.row.status is Status.IN_REVIEW)
        self._press(page.view, Qt.Key.Key_L)
        self._wait_for_row(page, claim.id, Status.TRIAGED)
        return f"{claim.number} is taken back with Z and released with L"

    def _walk_to_a_free_claim(self, page: QueuePage) -> ClaimRow:
        for _ in range(len(page.table.rows)):
            row = page.view.claim()
            if row and row.status is Status.TRIAGED and row.assigned_to is None:
                self._wait_for_claim(page, row.id, lambda _detail: True)
                return row
            self._press(page.view, Qt.Key.Key_J)
        raise Stuck("Every claim of the queue is somebody's already.")

    def _wait_for_claim(
        self, page: QueuePage, claim_id: int, come: Callable[[ClaimDetail], bool]
    ) -> None:
        def shown() -> bool:
            detail = page.pane.detail
            return detail is not None and detail.row.id == claim_id and come(detail)

        self._wait("the claim to be shown as it is now", shown)

    def _wait_for_row(self, page: QueuePage, claim_id: int, status: Status) -> None:
        def shown() -> bool:
            row = page.table.row_of(claim_id)
            return row is not None and page.table.rows[row].status is status

        self._wait(f"the claim to be {status} in the queue", shown)

    def _made(self, page: QueuePage, claim_id: int) -> bool:
        last = page.desk.last()
        return last is not None and last.id == claim_id

    def _shown(self, page: QueuePage) -> ClaimDetail:
        detail = page.pane.detail
        assert detail is not None  # noqa: S101 - waited for before
        return detail

    def _precedents(self, page: QueuePage) -> int:
        score = self._shown(page).score
        return len(score.precedents) if score else 0

    def _press(self, widget: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(widget, key)
        self._app.processEvents()

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
