"""The outbox to look into: what waits, and what clashed with the work of somebody else."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.codes import Action
from app.services import wording
from app.services.figures import day
from app.services.outbox import Held
from app.services.sending import Clash
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card
from app.ui.labels import Label
from app.ui.outbox import Postbox
from app.words import say

EMPTY = say("Nothing waits: every decision has arrived.")


class HeldCard(Card):
    """A decision that waits, with the way to take it back before it is sent."""

    def __init__(self, held: Held) -> None:
        super().__init__(f"{held.number} · {wording.ACTION[held.action]}", gap=6)
        self.drop = ActionButton(say("Withdraw"), icon="x", look=Look.GHOST, height=28)
        _line(self, say("You decided"), decided(held))
        _line(self, say("You saw"), held.was)
        _foot(self, self.drop)


class ClashCard(Card):
    """One's own decision beside what the claim is now, and the choice between them."""

    def __init__(self, clash: Clash) -> None:
        held = clash.held
        super().__init__(f"{held.number} · {wording.ACTION[held.action]}", gap=6)
        self.held = held
        self.keep = ActionButton(say("Keep mine"), height=28)
        self.keep.explain(clash.against)
        self.take = ActionButton(say("Take theirs"), height=28)
        who = say(" · last changed by {who}", who=clash.who) if clash.who else ""
        _line(self, say("You decided"), decided(held))
        _line(self, say("You saw"), held.was)
        _line(self, say("It is now"), f"{clash.now}{who}")
        why = clash.against or held.problem
        if why != clash.now:
            _line(self, say("Why"), why)
        _foot(self, self.keep, self.take)


class OutboxDialog(QDialog):
    """Shows the outbox as it changes; nothing in it stops other work."""

    def __init__(self, postbox: Postbox, parent: QWidget) -> None:
        super().__init__(parent)
        self._postbox = postbox
        self.cards: list[HeldCard | ClashCard] = []
        self.setWindowTitle(say("Outbox"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(620, 420)
        self.notice, self.news = Banner("med"), Banner("low")
        self.empty = Label(EMPTY, fonts.BODY, fonts.REGULAR, "text2")
        self.send = ActionButton(say("Send now"), icon="send", look=Look.PRIMARY)
        self.send.clicked.connect(postbox.send)
        self._lay_out()
        if postbox.notice:
            self.notice.tell(postbox.notice)
        postbox.changed.connect(self._show)
        postbox.told.connect(self.news.tell)
        self._show(postbox.held())

    def _show(self, held: Sequence[Held]) -> None:
        waiting = [one for one in held if not one.problem]
        self.send.explain(None if waiting else say("No decision waits to be sent."))
        refused = {one.id for one in held if one.problem}
        known = [c for c in self.cards if isinstance(c, ClashCard) and c.held.id in refused]
        self._fill([*known, *(self._held_card(one) for one in waiting)])
        self.empty.setVisible(not held)
        if len(waiting) < len(held):
            self._postbox.look(self, self._add_clashes)

    def _add_clashes(self, clashes: Sequence[Clash]) -> None:
        kept = {held.id for held in self._postbox.held() if held.problem}
        shown = [card for card in self.cards if isinstance(card, HeldCard)]
        cards = [self._clash_card(clash) for clash in clashes if clash.held.id in kept]
        self._fill([*cards, *shown])

    def _held_card(self, held: Held) -> HeldCard:
        card = HeldCard(held)
        card.drop.clicked.connect(lambda: self._postbox.drop(held))
        return card

    def _clash_card(self, clash: Clash) -> ClashCard:
        card = ClashCard(clash)
        card.keep.clicked.connect(lambda: self._postbox.keep(clash.held))
        card.take.clicked.connect(lambda: self._postbox.drop(clash.held))
        return card

    def _fill(self, cards: "Sequence[HeldCard | ClashCard]") -> None:
        for old in self.cards:
            self._column.removeWidget(old)
            if old not in cards:
                old.hide()
                old.deleteLater()
        self.cards = list(cards)
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)

    def _lay_out(self) -> None:
        close = ActionButton(say("Close"))
        close.clicked.connect(self.accept)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._column.addStretch()
        area = QScrollArea()
        area.setAccessibleName(say("Decisions in the outbox"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        foot = QHBoxLayout()
        foot.addWidget(self.send)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(Label(say("Outbox"), fonts.TITLE, fonts.BOLD))
        for widget in (self.notice, self.news, self.empty):
            column.addWidget(widget)
        column.addWidget(area, 1)
        column.addLayout(foot)


def decided(held: Held) -> str:
    """Return what was decided and when, in one line."""
    said = held.words
    reason = said.get("reason") or said.get("disposition")
    parts = [wording.ACTION[held.action], _reason(held.action, reason) if reason else ""]
    parts += [str(said[name]) for name in ("what", "wording", "note") if said.get(name)]
    parts += [say("until {until}", until=day(said["until"])) if "until" in said else ""]
    parts += [f"{held.at.astimezone():%H:%M}"]
    return " · ".join(filter(None, parts))


def _reason(action: Action, reason: Any) -> str:
    words: dict[Any, str] = {**wording.REFERRAL_REASON}
    if action is Action.DENY:
        words = {**wording.DENIAL_REASON}
    elif action is Action.RESUME:
        words = {**wording.DISPOSITION}
    return words[reason]


def _line(card: Card, name: str, text: str) -> None:
    row = QHBoxLayout()
    row.setSpacing(12)
    title = Label(name, fonts.SMALL, fonts.REGULAR, "text3")
    title.setFixedWidth(84)
    row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, fonts.SMALL, fonts.MEDIUM, wrap=True), 1)
    card.column.addLayout(row)


def _foot(card: Card, *buttons: ActionButton) -> None:
    row = QHBoxLayout()
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    card.column.addLayout(row)
