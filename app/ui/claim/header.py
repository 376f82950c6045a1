"""The head of the detail pane: which claim it is, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.codes import Action, Status
from app.services import wording
from app.services.claim_views import ClaimRow
from app.services.figures import today
from app.ui import fonts, words
from app.ui.buttons import ActionButton, IconButton, Look
from app.ui.cards import Icon
from app.ui.chips import Chip
from app.ui.commands import command
from app.ui.due import TONES as TONES_OF_DUE
from app.ui.labels import Elided, Label
from app.ui.tokens import Token, Tone
from app.words import amid, say

NUMBER_SIZE = 18
MAIN: dict[Action, tuple[str, Token]] = {
    Action.APPROVE: ("claim.approve", "ok_mk"),
    Action.REFER: ("claim.refer", "high_mk"),
    Action.ASK: ("claim.ask", "low_mk"),
    Action.DENY: ("claim.deny", "text2"),
}
BESIDE = {
    Action.TAKE: "claim.take",
    Action.RELEASE: "claim.release",
    Action.RESUME: "claim.resume",
    Action.UNDO: "claim.undo",
    Action.PROPOSE: "claim.propose",
    Action.SEND_BACK: "claim.send_back",
    Action.SETTLE: "claim.settle",
    Action.CLOSE: "claim.close",
    Action.REOPEN: "claim.reopen",
}
MORE = {Action.WITHDRAW: "claim.withdraw", Action.VOID: "claim.void"}
TONES: dict[Status, Tone] = {
    Status.IN_REVIEW: "low",
    Status.PENDING_INFO: "med",
    Status.SIU_REVIEW: "high",
    Status.APPROVED: "ok",
    Status.PENDING_APPROVAL: "med",
    Status.SETTLED: "ok",
    Status.REOPENED: "low",
}


class ClaimHeader(QWidget):
    """Number, state and origin of the claim, with the steps that are not decisions."""

    chosen = Signal(object)
    letter = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = Label("", NUMBER_SIZE, fonts.BOLD, tabular=True)
        self._copy = IconButton(say("Copy the claim number"), "copy")
        self._copy.clicked.connect(self._copy_number)
        self._status = Chip()
        self._due, self._sample = Chip(), Chip(say("Sample"))
        self._origin = Elided("", fonts.SMALL, ink="text2")
        self.more = IconButton(say("More actions"), "ellipsis", keys=".")
        self.more.clicked.connect(self.open_more)
        self._more: dict[Action, str | None] = {}
        self._packet: Callable[[], object] | None = None
        self._close = IconButton(say("Close the claim"), "x", keys="Esc")
        self._close.clicked.connect(self.closed)
        self.buttons = {action: self._button(action, name) for action, name in BESIDE.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._first_line())
        column.addWidget(self._origin)
        column.addLayout(self._second_line())

    def show_row(self, claim: ClaimRow) -> None:
        """Show which claim it is."""
        self._number.setText(claim.number)
        self._status.show_text(wording.STATUS[claim.status], TONES.get(claim.status, "neutral"))
        self._sample.setVisible(claim.sample)
        self._show_due(claim)
        kind = f"{wording.CLAIM_TYPE[claim.claim_type]} · {words.plain(claim.cause)}"
        received = say("received {received}", received=words.ago(claim.received))
        self._origin.set_text(f"{kind}  ·  {claim.claimant}  ·  {received}")

    def show_actions(self, actions: dict[Action, str | None]) -> None:
        """Offer the steps that are possible now."""
        for action, button in self.buttons.items():
            button.setVisible(action in actions and actions[action] is None)
        self._more = {action: actions[action] for action in MORE if action in actions}
        self.more.setVisible(bool(self._more) or self._packet is not None)

    def menu(self) -> QMenu:
        """Return what else can be done; what cannot be done now says why."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for action, reason in self._more.items():
            entry = menu.addAction(_worded(MORE[action]))
            entry.setEnabled(reason is None)
            entry.setToolTip(reason or "")
            entry.triggered.connect(lambda _on=False, one=action: self.chosen.emit(one))
        menu.addSeparator()
        if self._more:
            menu.addAction(_worded("claim.letter")).triggered.connect(self.letter)
        if self._packet:
            menu.addAction(_worded("claim.packet")).triggered.connect(self._packet)
        return menu

    def offer_packet(self, make: Callable[[], object]) -> None:
        """Offer the packet of the referral among the rest from now on."""
        self._packet = make

    def open_more(self) -> None:
        """Open the menu below its button."""
        if self.more.isVisibleTo(self):
            self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _show_due(self, claim: ClaimRow) -> None:
        self._due.setVisible(claim.due is not None)
        if claim.due:
            now = today()
            self._due.show_text(claim.due.words(now), TONES_OF_DUE[claim.due.state(now)])
            self._due.setToolTip(claim.due.sentence(now))
            self._due.setAccessibleName(claim.due.sentence(now))

    def _button(self, action: Action, identifier: str) -> ActionButton:
        known = command(identifier)
        text = say("Undo") if action is Action.UNDO else known.title
        button = ActionButton(text, icon=known.icon, follows=identifier, look=Look.GHOST, height=28)
        button.clicked.connect(lambda: self.chosen.emit(action))
        button.hide()
        return button

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self._number, self._copy, self._status):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(self.more)
        line.addWidget(self._close)
        return line

    def _second_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._due)
        line.addWidget(self._sample)
        line.addStretch()
        for button in self.buttons.values():
            line.addWidget(button)
        return line

    def _copy_number(self) -> None:
        QGuiApplication.clipboard().setText(self._number.text())


class DecisionBar(QWidget):
    """The four decisions, none before another, and the reason why one is not possible now."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.reason = Label("", fonts.NOTE, fonts.MEDIUM, "text2", wrap=True)
        self._mark = Icon("lock", "text3", 13)
        self.buttons = {action: self._button(action, *how) for action, how in MAIN.items()}
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in self.buttons.values():
            line.addWidget(button)
        line.addStretch()
        why = QHBoxLayout()
        why.setSpacing(6)
        why.addWidget(self._mark)
        why.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addLayout(why)

    def show_actions(self, actions: dict[Action, str | None], status: Status) -> None:
        """Offer what is possible now; what is not says why, what never is, is absent."""
        for action, button in self.buttons.items():
            button.setVisible(action in actions)
            button.explain(actions.get(action))
        offered = {action: actions[action] for action in self.buttons if action in actions}
        told = _reasons(offered, status)
        self.reason.setText(told)
        for widget in (self.reason, self._mark):
            widget.setVisible(bool(told))

    def wait(self, reason: str) -> None:
        """Offer the same buttons, but nothing until the claim is there."""
        for button in self.buttons.values():
            button.explain(reason)

    def explain(self, reason: str) -> None:
        """Offer nothing more, and say why."""
        self.wait(reason)
        self.reason.setText(reason)
        for widget in (self.reason, self._mark):
            widget.show()

    def _button(self, action: Action, identifier: str, tint: Token) -> ActionButton:
        known = command(identifier)
        text = say("Refer") if action is Action.REFER else known.title
        button = ActionButton(text, icon=known.icon, follows=identifier, tint=tint)
        button.clicked.connect(lambda: self.chosen.emit(action))
        return button


def _worded(identifier: str) -> str:
    known = command(identifier)
    return f"{known.title}\t{known.keycap}"


def _reasons(actions: dict[Action, str | None], status: Status) -> str:
    told = list(dict.fromkeys(reason for reason in actions.values() if reason))
    if len(told) == len(actions) > 1:
        stands = wording.STATUS[status]
        return say("No decision now: this claim is {amid}.", amid=amid(stands))
    return " ".join(told)
