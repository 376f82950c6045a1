"""The indicators of a claim: what the rules found, beside the score and no part of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.flags import FlagsView, FlagView
from app.ui import fonts
from app.ui.cards import Card, Icon
from app.ui.labels import Label
from app.words import say, say_n

WORDS = say(
    "Indicators consistent with claims that needed a closer look. They are facts to check, "
    "not findings, and no part of the score."
)
NONE = say("No rule found an indicator.")


class FlagLine(QWidget):
    """One indicator: the fact, the rule that looked for it, its points."""

    def __init__(self) -> None:
        super().__init__()
        self._said = Label("", fonts.SMALL, fonts.MEDIUM, wrap=True, tabular=True)
        self._rule = Label("", fonts.NOTE, ink="text3", tabular=True)
        self._points = Label("", fonts.SMALL, ink="text2", tabular=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._said)
        words.addWidget(self._rule)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(Icon("flag", "med_mk", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._points, 0, Qt.AlignmentFlag.AlignTop)

    def show_flag(self, flag: FlagView) -> None:
        """Show another indicator."""
        self._said.setText(flag.said)
        self._rule.setText(
            say(
                "{name}  ·  {code} version {version}",
                name=flag.name,
                code=flag.code,
                version=flag.version,
            )
        )
        self._points.setText(say_n("{n} point", "{n} points", flag.points))


class FlagCard(Card):
    """All indicators of the claim, the weightiest first."""

    def __init__(self) -> None:
        self._sum = Label("", fonts.NOTE, 450, "text3", tabular=True)
        super().__init__(say("Indicators"), self._sum, gap=2)
        self.words = Label("", fonts.SMALL, ink="text2", wrap=True)
        self.column.addWidget(self.words)
        self.lines: list[FlagLine] = []

    def show_flags(self, found: FlagsView) -> None:
        """Show another claim's indicators in the lines that are there already."""
        self.setVisible(found.at is not None)
        self.words.setText(WORDS if found.flags else NONE)
        count = len(found.flags)
        self._sum.setText(
            say("{count} found · {points} points", count=count, points=found.points)
            if count
            else ""
        )
        while len(self.lines) < count:
            self.lines.append(FlagLine())
            self.column.addWidget(self.lines[-1])
        for flag, line in zip(found.flags, self.lines, strict=False):
            line.show_flag(flag)
            line.show()
        for line in self.lines[count:]:
            line.hide()
