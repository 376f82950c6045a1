"""The tour's steps at the desk: the queue, a claim, a decision, and its way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.codes import Status
from app.services.claim_views import ClaimDetail, ClaimRow
from app.tour.guide import Guide, Stuck
from app.ui.queue.page import QueuePage

NOTE = "The phone number stands in an earlier claim of somebody else."


class DeskWalk:
    """Walks through the queue of an adjuster by keyboard."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._decided: ClaimRow | None = None

    def queue(self) -> str:
        """Sign in as an adjuster and picture the queue."""
        window = self._guide.enter_as("Adjuster")
        page = self._page()
        self._guide.wait("the rows of the queue", lambda: len(page.table.rows) > 0)
        self._guide.wait("the claim beside it", lambda: page.pane.detail is not None)
        self._guide.picture("queue", window)
        return f"{len(page.table.rows)} claims are loaded"

    def claim(self) -> str:
        """Walk to a claim that nobody owns, take it, and picture why it scored so."""
        page = self._page()
        row = self._walk_to_a_free_claim(page)
        self._guide.press(page.view, Qt.Key.Key_T)
        self._wait_for_claim(page, row.id, lambda detail: detail.row.status is Status.IN_REVIEW)
        self._guide.picture("claim", self._guide.window)
        score = _shown(page).score
        told = f"{len(score.precedents)} precedents are shown" if score else "it has no score"
        return f"{row.number} is taken with T, {told}"

    def decision(self) -> str:
        """Fill the form of a referral, picture it, and send it."""
        page = self._page()
        claim = _shown(page).row
        self._guide.press(page.view, Qt.Key.Key_R)
        self._guide.wait("the form of the referral", lambda: page.pane.slot.form() is not None)
        form = page.pane.slot.form()
        assert form is not None  # noqa: S101 - waited for before
        self._guide.press(form.entries["reason"].field.editor, Qt.Key.Key_3)
        self._guide.type(form.entries["note"].field.editor, NOTE)
        self._guide.picture("decision", self._guide.window)
        self._guide.press(form.send, Qt.Key.Key_Return)
        self._guide.wait("the referral to be made", lambda: _made(page, claim.id))
        self._decided = claim
        return f"{claim.number} is referred with R, for reason 3"

    def queue_dark(self) -> str:
        """Switch the theme while the window is open, and picture the queue again."""
        self._guide.desktop.theme.toggle()
        page = self._page()
        self._guide.wait("the next claim", lambda: page.pane.detail is not None)
        self._guide.picture("queue-dark", self._guide.window)
        self._guide.desktop.theme.toggle()
        return f"with a way back: {page.toast.text}"

    def take_back(self) -> str:
        """Undo the referral and give the claim back, so that all is as it was."""
        page, claim = self._page(), self._decided
        assert claim is not None  # noqa: S101 - decided in an earlier step
        self._guide.press(page.view, Qt.Key.Key_Z)
        self._wait_for_row(page, claim.id, Status.IN_REVIEW)
        page.view.choose(page.table.row_of(claim.id) or 0)
        self._wait_for_claim(page, claim.id, lambda now: now.row.status is Status.IN_REVIEW)
        self._guide.press(page.view, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
        self._wait_for_row(page, claim.id, Status.TRIAGED)
        return f"{claim.number} is taken back with Z and released with Shift+L"

    def _page(self) -> QueuePage:
        page = self._guide.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        return page

    def _walk_to_a_free_claim(self, page: QueuePage) -> ClaimRow:
        for _ in range(len(page.table.rows)):
            row = page.view.claim()
            if row and row.status is Status.TRIAGED and row.assigned_to is None:
                self._wait_for_claim(page, row.id, lambda _detail: True)
                return row
            self._guide.press(page.view, Qt.Key.Key_J)
        raise Stuck("Every claim of the queue is somebody's already.")

    def _wait_for_claim(
        self, page: QueuePage, claim_id: int, come: Callable[[ClaimDetail], bool]
    ) -> None:
        def shown() -> bool:
            detail = page.pane.detail
            return detail is not None and detail.row.id == claim_id and come(detail)

        self._guide.wait("the claim to be shown as it is now", shown)

    def _wait_for_row(self, page: QueuePage, claim_id: int, status: Status) -> None:
        def shown() -> bool:
            row = page.table.row_of(claim_id)
            return row is not None and page.table.rows[row].status is status

        self._guide.wait(f"the claim to be {status} in the queue", shown)


def _shown(page: QueuePage) -> ClaimDetail:
    detail = page.pane.detail
    assert detail is not None  # noqa: S101 - waited for before
    return detail


def _made(page: QueuePage, claim_id: int) -> bool:
    last = page.desk.last()
    return last is not None and last.id == claim_id
