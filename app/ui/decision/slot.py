"""The place in the pane where a claim is decided: forms, what failed, and the way to try again."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.codes import Action
from app.errors import AppError, Conflict
from app.services.claim_views import ClaimDetail, ClaimRow
from app.ui.deciding import Decision, Desk
from app.ui.decision.comparing import Comparison
from app.ui.decision.form import DecisionForm, UnsentBanner, form_of
from app.ui.merge import MergeCard
from app.words import say

UNSENT = say("The decision was not sent.")


class DecisionSlot(QWidget):
    """Keeps what a person has begun to decide, claim by claim, until the server has it."""

    dropped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._claim: ClaimRow | None = None
        self._forms: dict[int, DecisionForm] = {}
        self._unsent: dict[int, tuple[Decision, Exception]] = {}
        self._seen: dict[int, ClaimDetail] = {}
        self._stale: set[int] = set()
        self._merges: dict[int, Comparison] = {}
        self.banner = UnsentBanner()
        self.banner.dismiss.clicked.connect(self._dismiss)
        self.banner.action.clicked.connect(self.again)
        self.banner.later.clicked.connect(self.postpone)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.banner)
        self.hide()
        desk.sent.connect(self._wait)
        desk.done.connect(lambda decision, _claim: self._forget(decision.claim.id))
        desk.failed.connect(self._keep)
        desk.held.connect(lambda decision: self._forget(decision.claim.id))

    def show_claim(self, claim: ClaimRow) -> None:
        """Show what was begun on *claim*; decisions go out on the state it has here."""
        self._claim = claim
        for claim_id, form in self._forms.items():
            merge = self._merges.get(claim_id)
            form.setVisible(claim_id == claim.id and merge is None)
            if merge:
                merge.card.setVisible(claim_id == claim.id)
        self._show_unsent()

    def begin(self, action: Action, detail: ClaimDetail) -> None:
        """Open the form that *action* needs, or send it when it needs no words."""
        open_form = self.form()
        if open_form and open_form.action is action:
            open_form.begin()
            return
        form = form_of(action, detail)
        if form:
            self._open(form, detail)
        else:
            self._desk.send(Decision(action, detail.row))

    def compare(self, now: ClaimDetail) -> bool:
        """Put what was sent in vain beside the claim as it is now; tell whether there is such."""
        form, seen = self.form(), self._seen.get(now.row.id)
        if form is None or seen is None or now.row.id not in self._stale:
            return False
        if now.actions.get(form.action, "") is not None:
            return False
        self._end_merge(now.row.id)
        self._merges[now.row.id] = Comparison(
            form, seen, now, self._column, lambda words: self._settle(now, words)
        )
        return True

    @property
    def merge(self) -> MergeCard | None:
        """Return both sides of the claim on show, while a side is to be chosen."""
        merge = self._merges.get(self._claim.id) if self._claim else None
        return merge.card if merge else None

    def form(self) -> DecisionForm | None:
        """Return the open form of the claim on show."""
        return self._forms.get(self._claim.id) if self._claim else None

    def action(self) -> Action | None:
        """Return what was begun and is not sent on the claim on show."""
        form = self.form()
        if form:
            return form.action
        unsent = self._unsent.get(self._claim.id) if self._claim else None
        return unsent[0].action if unsent else None

    def again(self) -> None:
        """Send once more what was begun, on the claim as it stands now."""
        form = self.form()
        if form:
            form.submit()
        elif self._claim and self._claim.id in self._unsent:
            decision, _error = self._unsent[self._claim.id]
            self._desk.send(decision.on(self._claim))

    def postpone(self) -> None:
        """Let what could not be sent wait in the outbox, as the person saw the claim then."""
        if self._claim and self._claim.id in self._unsent:
            self._desk.hold(self._unsent[self._claim.id][0])

    def drop(self) -> None:
        """Let go of what was begun on the claim on show."""
        if self._claim:
            self._forget(self._claim.id)
            self.dropped.emit()

    def _settle(self, now: ClaimDetail, words: dict[str, Any] | None) -> None:
        """Send what was chosen on the claim as it is now, or let go of it."""
        form = self._forms.get(now.row.id)
        self._end_merge(now.row.id)
        self._stale.discard(now.row.id)
        if form is None or words is None:
            self._forget(now.row.id)
            self.dropped.emit()
        else:
            self._seen[now.row.id] = now
            self._desk.send(Decision(form.action, now.row, words))

    def _end_merge(self, claim_id: int) -> None:
        merge = self._merges.pop(claim_id, None)
        if merge:
            merge.end()

    def _open(self, form: DecisionForm, detail: ClaimDetail) -> None:
        self._forget(detail.row.id)
        self._forms[detail.row.id] = form
        self._seen[detail.row.id] = detail
        form.submitted.connect(self._send)
        form.postponed.connect(self._hold)
        form.cancelled.connect(self.drop)
        self._column.addWidget(form)
        self.show()
        form.show()
        form.begin()

    def _send(self, words: object) -> None:
        form = self.form()
        if form and self._claim and isinstance(words, dict):
            self._desk.send(Decision(form.action, self._claim, words))

    def _hold(self, words: object) -> None:
        form = self.form()
        if form and self._claim and isinstance(words, dict):
            self._desk.hold(Decision(form.action, self._claim, words))

    def _wait(self, decision: Decision) -> None:
        self._unsent.pop(decision.claim.id, None)
        form = self._forms.get(decision.claim.id)
        if form and form.action is decision.action:
            form.wait()
        self._show_unsent()

    def _keep(self, decision: Decision, error: Exception) -> None:
        form = self._forms.get(decision.claim.id)
        if form and form.action is decision.action:
            form.fail(error, holdable=self._desk.may_hold(decision))
            if isinstance(error, Conflict):
                self._stale.add(decision.claim.id)
        else:
            self._unsent[decision.claim.id] = decision, error
        self._show_unsent()

    def _forget(self, claim_id: int) -> None:
        self._unsent.pop(claim_id, None)
        self._end_merge(claim_id)
        self._stale.discard(claim_id)
        self._seen.pop(claim_id, None)
        form = self._forms.pop(claim_id, None)
        if form:
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._show_unsent()

    def _show_unsent(self) -> None:
        unsent = self._unsent.get(self._claim.id) if self._claim else None
        if unsent and not isinstance(unsent[1], Conflict):
            decision, error = unsent
            text = f"{say(error.title)}. {error.message}" if isinstance(error, AppError) else UNSENT
            self.banner.tell_unsent(text, error, holdable=self._desk.may_hold(decision))
        else:
            self.banner.hide()
        self.setVisible(self.form() is not None or not self.banner.isHidden())

    def _dismiss(self) -> None:
        if self._claim:
            self._unsent.pop(self._claim.id, None)
        self._show_unsent()
