"""The letters of a claim as they were sent, each with a way to a copy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import wording
from app.services.letter_texts import LetterView
from app.ui import fonts, words
from app.ui.buttons import ActionButton, IconButton
from app.ui.cards import Card, Icon
from app.ui.labels import Elided, Label
from app.words import say


class LetterLine(QWidget):
    """One letter: what it was, to whom, by whom and when."""

    def __init__(self) -> None:
        super().__init__()
        self.letter: LetterView | None = None
        self._what = Elided("", fonts.SMALL, fonts.MEDIUM)
        self._when = Elided("", fonts.NOTE, ink="text3", tabular=True)
        self.copy = IconButton(say("Save a copy of this letter"), "download")
        middle = QVBoxLayout()
        middle.setSpacing(1)
        middle.addWidget(self._what)
        middle.addWidget(self._when)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        row.addWidget(Icon("mail", "text3", 14))
        row.addLayout(middle, 1)
        row.addWidget(self.copy)

    def show_letter(self, letter: LetterView) -> None:
        """Show another letter."""
        self.letter = letter
        self._what.set_text(
            say(
                "{letter} to {recipient}",
                letter=wording.LETTER[letter.kind],
                recipient=letter.recipient,
            )
        )
        self._when.set_text(f"{letter.sent_by}, {words.clock(letter.sent_at)}")


class LettersCard(Card):
    """All letters, the latest first, and the button that begins another."""

    wanted = Signal(object)

    def __init__(self) -> None:
        self.write = ActionButton(say("Write a letter"), icon="mail", height=28)
        super().__init__(say("Letters"), self.write, gap=4)
        self.nothing = Label(say("Nothing was sent yet."), fonts.SMALL, ink="text3")
        self.lines: list[LetterLine] = []
        self.column.addWidget(self.nothing)

    def show_letters(self, letters: tuple[LetterView, ...], *, may_write: bool) -> None:
        """Show these letters in the lines that are there already."""
        while len(self.lines) < len(letters):
            line = LetterLine()
            line.copy.clicked.connect(lambda _on=False, one=line: self.wanted.emit(one.letter))
            self.lines.append(line)
            self.column.addWidget(line)
        for line, letter in zip(self.lines, letters, strict=False):
            line.show_letter(letter)
            line.show()
        for line in self.lines[len(letters) :]:
            line.hide()
        self.nothing.setVisible(not letters)
        self.write.setVisible(may_write)
