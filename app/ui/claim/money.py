"""The tab Money of a claim: what is reserved and paid, and the forms that enter more."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.codes import Action
from app.errors import AppError, Conflict
from app.services import figures
from app.services.claim_views import ClaimDetail
from app.services.merging import CLAIM_FIELDS, claim_fields, merge
from app.services.register import RegisterService
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card
from app.ui.decision.form import WordsForm
from app.ui.entering import Entering
from app.ui.labels import Label
from app.ui.merge import MergeCard, who_changed
from app.ui.money_forms import KINDS
from app.ui.money_table import EntryList, SumGrid
from app.words import say

BESIDE = ("reserve", "payment", "correction")
BELOW = ("coverage", "stop", "lift")


class MoneyPage(QWidget):
    """Shows the register and enters into it; a form stays filled until the server has it."""

    def __init__(self, register: RegisterService, entering: Entering) -> None:
        super().__init__()
        self._enter: dict[str, Callable[..., int]] = {
            "reserve": register.set_reserve,
            "payment": register.pay,
            "correction": register.correct,
            "stop": register.stop,
            "lift": register.lift,
            "coverage": register.check_coverage,
        }
        self._entering = entering
        self.detail: ClaimDetail | None = None
        self._seen: ClaimDetail | None = None
        self._kind, self._stale = "", False
        self.form: WordsForm | None = None
        self.merge: MergeCard | None = None
        self.state, self.stopped = Label("", fonts.SMALL, ink="text2", wrap=True), Banner("high")
        self.news = Banner("med")
        self.sums, self.entries = SumGrid(), EntryList()
        self.buttons = {name: _button(name) for name in KINDS}
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self.begin, name))
        entering.done.connect(self._finish)
        entering.failed.connect(self._fail)
        self._lay_out()

    def show_detail(self, detail: ClaimDetail) -> None:
        """Show another claim's money, or the same claim's as it is now."""
        if self.detail and self.detail.row.id != detail.row.id:
            self.drop()
            self.news.hide()
        self.detail = detail
        currency, money = detail.row.currency, detail.money
        self.sums.show_money(money, currency)
        self.entries.show_entries(money.entries, currency)
        self._history.setVisible(bool(money.entries))
        self.state.setText(_state(detail))
        if money.stopped:
            self.stopped.tell(say("Payments are stopped: {stopped}", stopped=money.stopped))
            self.stopped.dismiss.hide()
        else:
            self.stopped.hide()
        self._offer()
        if self._stale and self.form:
            self._compare()

    def begin(self, kind: str) -> None:
        """Open the form of an entry, or enter it when it needs no words."""
        detail = self.detail
        if detail is None or KINDS[kind].against(detail):
            return
        self.drop()
        self._kind, self._seen = kind, detail
        entries = KINDS[kind].entries(detail)
        if not entries:
            self._send({})
            return
        self.form = WordsForm(KINDS[kind].title, entries)
        self.form.submitted.connect(self._send)
        self.form.cancelled.connect(self.drop)
        self._place.addWidget(self.form)
        self.form.show()
        self.form.begin()

    def _send(self, said: Any) -> None:
        if self.detail is None:
            return
        if self.form:
            self.form.wait()
        told = dict(said) | ({"entry": int(said["entry"])} if "entry" in said else {})
        row = (self._seen or self.detail).row
        self._entering.send(
            f"money.{self._kind}", self._enter[self._kind], row.id, row.version, **told
        )

    def _finish(self, claim_id: int, what: str) -> None:
        if self._is_mine(claim_id, what):
            self.drop()
            self.news.hide()

    def _fail(self, claim_id: int, what: str, error: Exception) -> None:
        if not self._is_mine(claim_id, what):
            return
        message = error.message if isinstance(error, AppError) else say("The entry was not made.")
        self._stale = isinstance(error, Conflict)
        if self.form:
            self.form.fail(error)
            self._compare()
        else:
            self.news.tell(message)

    def _compare(self) -> None:
        """Put both sides beside each other once it is known what the claim is now."""
        seen, now = self._seen, self.detail
        if seen is None or now is None or self.form is None or seen.row.version == now.row.version:
            return
        self._forget_merge()
        saw, theirs = claim_fields(seen), claim_fields(now)
        fields = merge(CLAIM_FIELDS, saw, _wanted(self._kind, seen, self.form), theirs)
        self.merge = MergeCard(who_changed(now), fields)
        self.merge.chosen.connect(self._settle)
        self.merge.dropped.connect(self.drop)
        self.form.hide()
        self._place.addWidget(self.merge)

    def _settle(self, mine: frozenset[str]) -> None:
        """Enter one's own on the claim as it is now, unless theirs was chosen for it."""
        form = self.form
        self._forget_merge()
        self._stale = False
        if form is None or not mine & {"reserve", "paid", "stopped"}:
            self.drop()
            return
        form.show()
        self._seen = self.detail
        self._send(form.words())

    def drop(self) -> None:
        """Let go of a form that was begun."""
        self._stale = False
        self._forget_merge()
        if self.form:
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _forget_merge(self) -> None:
        if self.merge:
            self._place.removeWidget(self.merge)
            self.merge.hide()
            self.merge.deleteLater()
            self.merge = None

    def _is_mine(self, claim_id: int, what: str) -> bool:
        open_here = self.detail is not None and self.detail.row.id == claim_id
        return open_here and what == f"money.{self._kind}"

    def _offer(self) -> None:
        detail = self.detail
        if detail is None:
            return
        decides = Action.APPROVE in detail.actions
        for name, button in self.buttons.items():
            against = KINDS[name].against(detail)
            button.explain(against)
            button.setVisible(decides and (against is None or name in BESIDE))

    def _lay_out(self) -> None:
        sums = Card(say("Reserves and payments"), gap=10)
        for widget in (self.stopped, self.state, self.sums):
            sums.column.addWidget(widget)
        for names in (BESIDE, BELOW):
            line = QHBoxLayout()
            line.setSpacing(6)
            for name in names:
                line.addWidget(self.buttons[name])
            line.addStretch()
            sums.column.addLayout(line)
        self._history = Card(say("Every entry"), gap=4)
        self._history.column.addWidget(self.entries)
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(sums)
        column.addWidget(self.news)
        column.addLayout(self._place)
        column.addWidget(self._history)


def _button(name: str) -> ActionButton:
    kind = KINDS[name]
    look = Look.PLAIN if name in BESIDE else Look.GHOST
    return ActionButton(kind.title, icon=kind.icon, look=look, height=28)


def _state(detail: ClaimDetail) -> str:
    money, row = detail.money, detail.row
    if money.checked_at:
        by = say(" by {checked_by}", checked_by=money.checked_by) if money.checked_by else ""
        covered = say(
            "Coverage checked{by}, {checked_at}.", by=by, checked_at=words.clock(money.checked_at)
        )
    else:
        covered = say("The coverage has not been checked.")
    return say(
        "{covered} Claimed: {amount}.",
        covered=covered,
        amount=figures.money(row.amount, row.currency),
    )


def _wanted(kind: str, seen: ClaimDetail, form: WordsForm) -> dict[str, str]:
    """Return what the form would make of the claim's own fields."""
    said, currency, money = form.words(), seen.row.currency, seen.money
    amount: Any = said.get("amount")
    if kind == "reserve":
        others = sum(e.reserved for e in money.lines if e.coverage != said["coverage"])
        return {"reserve": figures.money(amount + others, currency)}
    if kind == "stop":
        return {"stopped": say("Stopped: {reason}", reason=said["reason"])}
    return {"paid": figures.money(money.paid + amount, currency)} if kind == "payment" else {}
