"""Proof of review: who had what of the claim before them, for whoever decides next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.proof import ReviewerView
from app.ui import fonts, words
from app.ui.cards import Card, Icon
from app.ui.labels import Label
from app.words import say

NOBODY = say("Nobody has opened the claim yet.")


class ReviewerLine(QWidget):
    """One person: what they opened and when."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Label("", fonts.SMALL, ink="text2", wrap=True)
        self._when = Label("", fonts.NOTE, ink="text3", wrap=True, tabular=True)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.said)
        column.addWidget(self._when)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        row.addWidget(Icon("eye", "text3", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_reviewer(self, reviewer: ReviewerView) -> None:
        """Show another person's looks."""
        who = say("You") if reviewer.mine else reviewer.name
        self.said.setText(say("{who} opened {words}", who=who, words=reviewer.words()))
        first, last = words.clock(reviewer.first_at), words.clock(reviewer.last_at)
        self._when.setText(
            first if first == last else say("{first} to {last}", first=first, last=last)
        )


class ProofCard(Card):
    """Everybody who looked at the claim, the latest first."""

    def __init__(self) -> None:
        super().__init__(say("Proof of review"), gap=2)
        self._nobody = Label(NOBODY, fonts.SMALL, ink="text3")
        self.column.addWidget(self._nobody)
        self.lines: list[ReviewerLine] = []

    def show_proof(self, proof: tuple[ReviewerView, ...]) -> None:
        """Show another claim's looks in the lines that are there already."""
        self._nobody.setVisible(not proof)
        while len(self.lines) < len(proof):
            self.lines.append(ReviewerLine())
            self.column.addWidget(self.lines[-1])
        for reviewer, line in zip(proof, self.lines, strict=False):
            line.show_reviewer(reviewer)
            line.show()
        for line in self.lines[len(proof) :]:
            line.hide()


def own_proof(proof: tuple[ReviewerView, ...]) -> str:
    """Return what the person who decides has opened, and what not yet."""
    mine = next((reviewer for reviewer in proof if reviewer.mine), None)
    if mine is None:
        return say("You have not opened this claim yet.")
    left = say(" Not opened yet: {unopened}.", unopened=mine.unopened) if mine.unopened else ""
    return say("You opened {words}.{left}", words=mine.words(), left=left)
