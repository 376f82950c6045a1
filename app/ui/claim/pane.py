"""The detail pane: one claim, why it scored so, what happened to it, and what to do with it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.codes import Action, Recommendation
from app.errors import AppError, Conflict, NotFound
from app.services.claim_views import ClaimDetail, ClaimRow
from app.services.letter_texts import LetterView
from app.ui.cards import EmptyState, Skeleton
from app.ui.claim.body import MARGIN, ClaimBody
from app.ui.claim.change import ChangeBanner, story
from app.ui.claim.header import ClaimHeader, DecisionBar
from app.ui.claim.loading import ClaimLoader
from app.ui.claim.money import MoneyPage
from app.ui.deciding import Decision, Desk
from app.ui.decision.slot import DecisionSlot
from app.ui.letters.dialog import LetterDialog, write_letter
from app.ui.saving import ask_where, write_bytes
from app.words import say

WIDTH = 524
LOADING = say("The claim is still being loaded.")


class ClaimPane(QFrame):
    """Shows the selected claim; its widgets are made once and bound again."""

    closed = Signal()
    refused = Signal(str)
    shown = Signal(object)

    def __init__(self, loader: ClaimLoader, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAccessibleName(say("Claim"))
        self.setFixedWidth(WIDTH)
        self._loader = loader
        self.claim: ClaimRow | None = None
        self.detail: ClaimDetail | None = None
        self._desk, self._closed, self._held = desk, "", ""
        self._before: ClaimRow | None = None
        self.header, self.bar, self.change = ClaimHeader(), DecisionBar(), ChangeBanner()
        self.money = MoneyPage(desk.register, desk.entering)
        self.slot, self.body = DecisionSlot(desk), ClaimBody(self.money)
        self._loading, self._failure = Skeleton(), EmptyState("cloud-off", "")
        self._nothing = EmptyState(
            "inbox", say("No claim selected"), say("Choose one with J, K or a click.")
        )
        self._lay_out()
        self._connect(desk)

    def show_claim(self, claim: ClaimRow) -> None:
        """Show *claim*, at once when its detail is at hand."""
        other = self.claim is None or self.claim.id != claim.id
        self.claim = claim
        if other:
            self.detail = self._before = None
            self.change.hide()
            self.body.scroll_to_top()
        kept = self._loader.kept(claim.id, claim.version)
        if kept:
            self._arrive(kept)
            return
        if other:
            self._show_head(claim)
            self._below.setCurrentWidget(self._loading)
        self._sides.setCurrentWidget(self._whole)
        self._loader.fetch(claim.id)

    def show_nothing(self) -> None:
        """Show that no claim is selected."""
        self.claim = self.detail = None
        self._sides.setCurrentWidget(self._nothing)
        self.shown.emit(None)

    def refresh(self) -> None:
        """Fetch the claim on show again, because it may have changed."""
        if self.claim:
            self._loader.forget(frozenset({self.claim.id}))
            self._loader.fetch(self.claim.id)

    def act(self, action: Action) -> None:
        """Begin or do *action* on the claim on show, or say why that is not possible."""
        if self.claim is None:
            return
        if self.detail is None:
            self.refused.emit(LOADING)
        elif blocked := self._blocked():
            self.refused.emit(blocked)
        elif reason := self.detail.actions.get(action):
            self.refused.emit(reason)
        elif action in self.detail.actions:
            self.slot.begin(action, self.detail)

    def write_letter(self, *, asked: tuple[str, ...] = ()) -> LetterDialog | None:
        """Open a letter on the claim on show, which may ask for something."""
        if self.claim is None or self.detail is None:
            return None
        if blocked := self._blocked():
            self.refused.emit(blocked)
            return None
        desk = self._desk
        writes = (desk.letters, desk.tasks, desk.entering, self.claim, self.window())
        return write_letter(*writes, asked=asked)

    def save_letter(self, letter: LetterView) -> None:
        """Ask where a copy of a letter goes, exactly as it was sent."""
        name = f"{self.claim.number}-{letter.kind}" if self.claim else letter.kind

        def keep(path: Path) -> None:
            self._desk.tasks.run(
                self,
                lambda _told: write_bytes(path, self._desk.letters.pdf(letter.id)),
                lambda _done: self.refused.emit(
                    say("A copy of the letter is in {name}.", name=path.name)
                ),
                failed=lambda error: self.refused.emit(str(error)),
            )

        ask_where(self, say("Save a copy of the letter"), name, ("pdf",), keep)

    def _record_view(self, view: Recommendation) -> None:
        if self.claim:
            claim = self.claim
            record = self._desk.views.record
            self._desk.entering.send("view", record, claim.id, claim.version, view=view)

    def close_decisions(self, reason: str) -> None:
        """Offer no step on any claim, because of *reason*, or all again without one."""
        self._closed = reason
        self.offer()

    def hold(self, reason: str) -> None:
        """Offer no step on the claim on show while somebody else works on it."""
        if reason != self._held:
            self._held = reason
            self.offer()

    def add_beside(self, widget: QWidget) -> None:
        """Give something about the claim a place under its head."""
        self._beside.addWidget(widget)

    def offer(self) -> None:
        """Offer the steps that are possible now, or none and say why."""
        detail, blocked = self.detail, self._blocked()
        if detail is None:
            return
        self.header.show_actions({} if blocked else detail.actions)
        self.bar.show_actions(detail.actions, detail.row.status)
        if blocked:
            self.bar.explain(blocked)

    def back(self) -> bool:
        """Drop what was begun; tell whether there was something."""
        begun = self.slot.form() is not None
        if begun:
            self.slot.drop()
        elif self.money.form:
            self.money.drop()
            begun = True
        return begun

    def _arrive(self, detail: ClaimDetail) -> None:
        if self.claim is None or detail.row.id != self.claim.id or detail == self.detail:
            return
        known = self.detail
        self.detail, self.claim = detail, detail.row
        self._show_head(detail.row)
        self.offer()
        self.body.show_detail(detail)
        self._below.setCurrentWidget(self.body)
        self._sides.setCurrentWidget(self._whole)
        self.shown.emit(detail)
        if known and known.row.version < detail.row.version:
            self._tell_change(known.row, detail)

    def _blocked(self) -> str:
        return (
            self._closed or self._held or (self._desk.waiting(self.claim.id) if self.claim else "")
        )

    def _show_head(self, claim: ClaimRow) -> None:
        self.header.show_row(claim)
        self.slot.show_claim(claim)
        if self.detail is None:
            self.header.show_actions({})
            self.bar.wait(LOADING)

    def _tell_change(self, old: ClaimRow, detail: ClaimDetail) -> None:
        if self._desk.sending(detail.row.id):
            # News of one's own step may come before its answer, and needs no telling.
            self._before = self._before or old
            return
        told = story(self._before or old, detail)
        self._before = None
        action = self.slot.action()
        if self.slot.compare(detail):
            self.change.hide()
        elif told:
            possible = action is not None and detail.actions.get(action, "") is None
            self.change.tell_change(told, deciding=action is not None, possible=possible)

    def _accept(self, _decision: Decision, claim: ClaimRow) -> None:
        if self.claim and claim.id == self.claim.id:
            self.change.hide()
            self.detail = self._before = None
            self.claim = claim

    def _doubt(self, decision: Decision, error: Exception) -> None:
        if isinstance(error, Conflict | NotFound) and self._is_open(decision.claim.id):
            if self._before and self.detail:
                self._tell_change(self._before, self.detail)
            self.refresh()

    def _lose(self, claim_id: int, error: Exception) -> None:
        if not self._is_open(claim_id):
            return
        message = error.message if isinstance(error, AppError) else say("The claim was not loaded.")
        if self.detail:
            self.bar.explain(message)
            self.header.show_actions({})
            if self.slot.form() is None:
                self.change.tell(message)
                self.change.keep.hide()
        else:
            title = say(error.title) if isinstance(error, AppError) else say("Not loaded")
            self._failure.tell(title, message, action=say("Try again"))
            self._below.setCurrentWidget(self._failure)

    def _entry_failed(self, claim_id: int, what: str, error: Exception) -> None:
        if what == "view" and isinstance(error, AppError):
            self.refused.emit(error.message)
        self._look_again(claim_id)

    def _look_again(self, claim_id: int) -> None:
        if self._is_open(claim_id):
            self.refresh()

    def _is_open(self, claim_id: int) -> bool:
        return self.claim is not None and self.claim.id == claim_id

    def _keep_mine(self) -> None:
        self.change.hide()
        self.slot.again()

    def _take_theirs(self) -> None:
        self.change.hide()
        self.slot.drop()

    def _connect(self, desk: Desk) -> None:
        self._loader.arrived.connect(self._arrive)
        self._loader.failed.connect(self._lose)
        desk.done.connect(self._accept)
        desk.entering.done.connect(lambda claim_id, _what: self._look_again(claim_id))
        desk.entering.failed.connect(self._entry_failed)
        desk.failed.connect(self._doubt)
        self.body.blind.recorded.connect(self._record_view)
        self.header.chosen.connect(self.act)
        self.header.closed.connect(self.closed)
        self.header.letter.connect(self.write_letter)
        self.body.letters.write.clicked.connect(self.write_letter)
        self.body.letters.wanted.connect(self.save_letter)
        self.bar.chosen.connect(self.act)
        self.change.keep.clicked.connect(self._keep_mine)
        self.change.take.clicked.connect(self._take_theirs)
        self._failure.action.clicked.connect(self.refresh)

    def _lay_out(self) -> None:
        self._whole, self._below = QWidget(), QStackedWidget()
        for below in (self.body, self._loading, self._failure):
            self._below.addWidget(below)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 14, MARGIN, 8)
        head.setSpacing(10)
        for widget in (self.header, self.bar, self.change, self.slot):
            head.addWidget(widget)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(8)
        head.addLayout(self._beside)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._below, 1)
        self._sides = QStackedWidget()
        self._sides.addWidget(self._nothing)
        self._sides.addWidget(self._whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._sides)
