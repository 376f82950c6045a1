"""What follows the decisions made in a queue: the next claim, a word about it, a way back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.codes import Action
from app.services.claim_views import ClaimRow
from app.ui import words
from app.ui.deciding import UNDOABLE, Decision
from app.ui.outbox import Postbox
from app.words import say

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage

LOOK_FIRST = say("Look at the claim first, then press the key again.")


class QueueDecisions(QObject):
    """Begins the decisions of one queue and carries on when they are made, held or refused."""

    def __init__(self, page: "QueuePage", postbox: Postbox | None) -> None:
        super().__init__(page)
        self._page, self.postbox = page, postbox
        page.desk.done.connect(self._finish)
        page.desk.failed.connect(self._miss)
        page.desk.held.connect(self._rest)
        if postbox:
            postbox.changed.connect(page.pane.offer)

    def undo(self) -> None:
        """Take back the last decision made here, or the one on the claim on show."""
        made = self._page.desk.last()
        detail = self._page.pane.detail
        if made:
            self._page.desk.send(Decision(Action.UNDO, made))
        elif detail and detail.actions.get(Action.UNDO, "") is None:
            self._page.pane.act(Action.UNDO)
        else:
            self._page.head.tell(say("There is no decision of yours to undo."))

    def begin(self, action: Action) -> None:
        """Begin to decide; nobody decides on a claim that is not on screen."""
        if self._page.pane.isHidden():
            self._page.pane.show()
            self._page.head.tell(LOOK_FIRST)
        else:
            self._page.pane.act(action)

    def _finish(self, decision: Decision, claim: ClaimRow) -> None:
        page = self._page
        page.loader.forget(frozenset({claim.id}))
        page.head.notice.hide()
        after = self._claim_after(claim.id) if decision.action in UNDOABLE else None
        page.table.update(claim)
        on_show = page.is_open(claim.id)
        if decision.action is Action.UNDO or (on_show and after is None):
            page.pane.show_claim(claim)
        elif on_show and after is not None:
            page.view.choose(after)
        undo = self.undo if decision.action in UNDOABLE else None
        page.toast.tell(f"{claim.number} {words.DONE[decision.action]}", undo)
        page.feed.refresh()
        page.take_focus()

    def _rest(self, decision: Decision) -> None:
        """Say that a decision waits, and go on to the next claim."""
        page = self._page
        after = self._claim_after(decision.claim.id)
        page.pane.offer()
        if after is not None and page.is_open(decision.claim.id):
            page.view.choose(after)
        page.toast.tell(say("{number} waits in the outbox", number=decision.claim.number))
        if self.postbox and self.postbox.notice:
            page.head.tell(self.postbox.notice)
        page.places.take_focus()

    def _miss(self, decision: Decision, error: Exception) -> None:
        """Tell of a step that failed on a claim that is not on show any more."""
        self._page.feed.refresh()
        if not self._page.is_open(decision.claim.id):
            self._page.tell_failure(decision.claim.number, error)

    def _claim_after(self, claim_id: int) -> int | None:
        rows = self._page.table
        row = rows.row_of(claim_id)
        if row is None:
            return None
        return row + 1 if row + 1 < len(rows.rows) else row - 1 if row else None
