"""What an adjuster could still find out, and how the score came to be what it is."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services import wording
from app.services.compare_views import OpenQuestion, PastScore
from app.ui import fonts, words
from app.ui.cards import Card, Icon
from app.ui.chips import Chip, RiskChip
from app.ui.labels import Elided, Label
from app.words import amid, say

T = TypeVar("T")
L = TypeVar("L", bound=QWidget)
QUESTIONS = say("What to find out")
NO_QUESTION = say("No fact that you could verify would move this score by half a point.")
INTERNAL = say("For your work only: a claimant who knew this list could answer to it.")
HISTORY = say("Score history")
NO_HISTORY = say("This claim has not been scored yet.")


class Lines(Card, Generic[L, T]):
    """A card of lines that are made once and bound again, or a sentence when there is none."""

    def __init__(
        self, title: str, none: str, make: Callable[[], L], bind: Callable[[L, T], None]
    ) -> None:
        super().__init__(title, gap=6)
        self.lines: list[L] = []
        self._make, self._bind = make, bind
        self._none = Label(none, fonts.SMALL, ink="text2", wrap=True)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(6)
        holder = QWidget()
        holder.setObjectName("scrolled")
        holder.setLayout(self._inside)
        self._inside.setContentsMargins(0, 0, 6, 0)
        self._inside.addWidget(self._none)
        self._inside.addStretch()
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(area, 1)

    def show_lines(self, told: Sequence[T]) -> None:
        """Show one line for each."""
        for _ in range(len(self.lines), len(told)):
            self.lines.append(self._make())
            self._inside.insertWidget(self._inside.count() - 1, self.lines[-1])
        for line, one in zip(self.lines, told, strict=False):
            self._bind(line, one)
            line.show()
        for line in self.lines[len(told) :]:
            line.hide()
        self._none.setVisible(not told)


class QuestionLine(QWidget):
    """One fact to verify: what is told now, what else it could be, and the score that gives."""

    def __init__(self) -> None:
        super().__init__()
        self._what = Elided("", fonts.SMALL, fonts.STRONG)
        self._told = Label("", fonts.NOTE, ink="text2", wrap=True)
        self._score = Chip()
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(self._what)
        text.addWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(Icon("scan-search", "text3", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addWidget(self._score, 0, Qt.AlignmentFlag.AlignTop)

    def show_question(self, asked: OpenQuestion) -> None:
        """Show another fact."""
        falls = asked.difference < 0
        self._what.set_text(say("Verify: {amid}", amid=amid(asked.label)))
        self._told.setText(_told(asked))
        sign = "▼" if falls else "▲"
        self._score.show_text(
            f"{sign} {asked.score:.0f} ({asked.difference:+.0f})".replace("-", "−"),
            "ok" if falls else "high",
        )
        to = say("falls") if falls else say("rises")
        said = say(
            "The score {to} to {score:.0f}, by {difference:.0f} points",
            to=to,
            score=asked.score,
            difference=abs(asked.difference),
        )
        self._score.setAccessibleName(said)


class Questions(Lines[QuestionLine, OpenQuestion]):
    """The adjuster's work list: the facts that would move the score most, the furthest first."""

    def __init__(self) -> None:
        super().__init__(QUESTIONS, NO_QUESTION, QuestionLine, QuestionLine.show_question)
        self.column.addWidget(Label(INTERNAL, fonts.NOTE, ink="text3", wrap=True))


class PastLine(QWidget):
    """One score of the past."""

    def __init__(self) -> None:
        super().__init__()
        self._risk = RiskChip()
        self._moved = Label("", fonts.SMALL, fonts.STRONG, tabular=True)
        self._told = Elided("", fonts.NOTE, ink="text2")
        self._when = Label("", fonts.NOTE, ink="text3", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        for part in (self._risk, self._moved):
            row.addWidget(part)
        row.addWidget(self._told, 1)
        row.addWidget(self._when)

    def show_past(self, past: PastScore) -> None:
        """Show another score."""
        self._risk.show_score(float(past.score))
        moved = "" if past.moved is None else f"{past.moved:+.0f}".replace("-", "−")
        self._moved.setText(moved)
        suggested = wording.RECOMMENDATION[past.recommendation]
        self._told.set_text(
            say("Model {model} · {suggested}", model=past.model, suggested=suggested)
        )
        self._when.setText(words.clock(past.at))


class History(Lines[PastLine, PastScore]):
    """Every score the claim had, the newest first."""

    def __init__(self) -> None:
        super().__init__(HISTORY, NO_HISTORY, PastLine, PastLine.show_past)


def _told(asked: OpenQuestion) -> str:
    if asked.entered == 0:
        follows = say("the same ten precedents stay nearest")
    elif asked.entered == 1:
        follows = say("another precedent comes nearest")
    else:
        follows = say("{entered} other precedents come nearest", entered=asked.entered)
    return say(
        "Now {value}. If it is {other}, {follows}.",
        value=asked.value,
        other=asked.other,
        follows=follows,
    )
