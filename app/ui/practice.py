"""The practice: ten settled claims decided again by the same keys, and how they ended."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.access import Identity
from app.services.practice import Choice, Feedback, PracticeClaim, feedback, summary
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card
from app.ui.claim.facts import FactGrid
from app.ui.claim.score import ScoreCard
from app.ui.commands import bind, command
from app.ui.labels import Elided, Label
from app.ui.tokens import Token, Tone
from app.words import say

SIZE = (1120, 760)
TITLE = say("Practice")
INTRO = say("These claims are settled. Nothing that you do here is stored or sent.")
AGAIN = say("Practise again whenever you like; it is among all commands, on Ctrl K.")
CHOICES: dict[Choice, tuple[str, Token]] = {
    Choice.APPROVE: ("claim.approve", "ok_mk"),
    Choice.REFER: ("claim.refer", "high_mk"),
    Choice.ASK: ("claim.ask", "low_mk"),
}
_TONES: dict[bool | None, Tone] = {True: "ok", False: "med", None: "low"}


class PracticeDialog(QDialog):
    """Shows one claim at a time; a choice is answered at once, Enter goes on to the next."""

    def __init__(
        self, claims: Sequence[PracticeClaim], identity: Identity, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 48), min(SIZE[1], room.height() - 48))
        self._claims = tuple(claims)
        self._at, self._answered = 0, False
        self.told: list[Feedback] = []
        self.place = Label("", fonts.SMALL, ink="text3", tabular=True)
        self.claim_title = Elided("", fonts.BODY, fonts.STRONG)
        self.facts, self.account = FactGrid(), Label("", fonts.BODY, ink="text2", wrap=True)
        self.score = ScoreCard()
        self.answer = Banner("low")
        self.answer.dismiss.hide()
        self.buttons = {choice: self._button(choice, *how) for choice, how in CHOICES.items()}
        self.next = ActionButton(say("Next claim"), keys="↵", look=Look.PRIMARY)
        self.next.setDefault(True)
        self.next.clicked.connect(self.go_on)
        self._lay_out()
        for choice, (identifier, _tint) in CHOICES.items():
            bind(identifier, self, partial(self.choose, choice), identity)
        self._show()

    @property
    def claim(self) -> PracticeClaim | None:
        """Return the claim on show; None when all were decided."""
        return self._claims[self._at] if self._at < len(self._claims) else None

    def choose(self, choice: Choice) -> None:
        """Decide the claim on show, and hear what it turned out to be."""
        claim = self.claim
        if claim is None or self._answered:
            return
        told = feedback(claim, choice)
        self.told.append(told)
        self._answered = True
        words = f"{told.title}. {told.precedents} {told.outcome}"
        self.answer.tell(words, _TONES[told.agreed])
        self._offer()
        self.next.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def go_on(self) -> None:
        """Show the next claim, or how it went."""
        if self.claim is None:
            self.accept()
        elif self._answered:
            self._at += 1
            self._show()

    def _show(self) -> None:
        self._answered = False
        claim = self.claim
        self.answer.hide()
        for part in (self.facts, self.account, self.score, self._account_card):
            part.setVisible(claim is not None)
        if claim is None:
            self._show_end()
        else:
            self.place.setText(say("{at} of {claims}", at=self._at + 1, claims=len(self._claims)))
            self.claim_title.set_text(claim.title)
            self.facts.show_facts(claim.facts)
            self.account.setText(claim.description)
            self.score.show_score(claim.score, expected=True)
        self._offer()
        (self._area if claim else self.next).setFocus()

    def _show_end(self) -> None:
        self.place.setText(say("All done"))
        self.claim_title.set_text(summary(self.told))
        self.answer.tell(AGAIN, "ok")
        self.next.set_label(say("Close"))

    def _offer(self) -> None:
        waits = self.claim is not None and not self._answered
        for button in self.buttons.values():
            button.setVisible(waits)
        self.next.setVisible(not waits)

    def _button(self, choice: Choice, identifier: str, tint: Token) -> ActionButton:
        known = command(identifier)
        text = say("Refer") if choice is Choice.REFER else known.title
        button = ActionButton(text, icon=known.icon, follows=identifier, tint=tint)
        button.clicked.connect(lambda _on=False, chosen=choice: self.choose(chosen))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(TITLE, fonts.TITLE, fonts.BOLD))
        head.addStretch()
        head.addWidget(self.place)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addWidget(self.next)
        foot.addStretch()
        leave = ActionButton(say("Leave"), keys="Esc", look=Look.GHOST)
        leave.clicked.connect(self.reject)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(Label(INTRO, fonts.SMALL, ink="text2", wrap=True))
        column.addWidget(self.claim_title)
        self._area = self._body()
        column.addWidget(self._area, 1)
        column.addWidget(self.answer)
        column.addLayout(foot)

    def _body(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._account_card = Card(say("What happened"), gap=6)
        self._account_card.column.addWidget(self.account)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.facts)
        left.addWidget(self._account_card)
        left.addStretch()
        right = QVBoxLayout()
        right.addWidget(self.score)
        right.addStretch()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 8, 0)
        across.setSpacing(20)
        across.addLayout(left, 1)
        across.addLayout(right, 1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setAccessibleName(say("The claim"))
        return area
