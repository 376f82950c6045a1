"""The account of the loss and the people in it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.claim_views import PartyView
from app.ui import fonts
from app.ui.cards import Card
from app.ui.labels import Elided, Label
from app.words import say

NOTHING = say("No account of the loss was given.")


class PartyLine(QWidget):
    """One person or firm: name and role, and how to reach them."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Elided("", fonts.SMALL, 550)
        self._reach = Elided("", fonts.NOTE, ink="text3", tabular=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._reach)

    def show_party(self, party: PartyView) -> None:
        """Show another person or firm."""
        self._name.set_text(f"{party.name} · {party.roles}")
        reach = (party.phone, party.email, party.address, party.relation)
        self._reach.set_text(" · ".join(filter(None, reach)))


class AccountCard(Card):
    """What happened in the reporter's words, and who took part."""

    def __init__(self) -> None:
        super().__init__(say("Account and people"), gap=8)
        self._account = Label("", fonts.SMALL, ink="text2", wrap=True)
        self.column.addWidget(self._account)
        self._lines: list[PartyLine] = []

    def show_account(self, description: str, parties: tuple[PartyView, ...]) -> None:
        """Show another claim's account and people."""
        self._account.setText(description or NOTHING)
        while len(self._lines) < len(parties):
            self._lines.append(PartyLine())
            self.column.addWidget(self._lines[-1])
        for party, line in zip(parties, self._lines, strict=False):
            line.show_party(party)
            line.show()
        for line in self._lines[len(parties) :]:
            line.hide()
