"""While a batch is scored: how far it is, how long it will take, and the way to stop it."""

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.buttons import ActionButton
from app.ui.cards import Card
from app.ui.labels import Elided, Label
from app.ui.progress_line import ProgressLine
from app.words import say

PATIENCE = 5.0
MINUTE = 60
STARTING = say("Starting beside the desktop")


class RunningPane(QWidget):
    """What is scored, how far it is, how long it will take, and the way to stop it."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = Elided("", 15, fonts.STRONG)
        self.far = Label("", fonts.BODY, ink="text2", tabular=True)
        self._left = Label("", fonts.SMALL, ink="text3", tabular=True)
        self.bar = ProgressLine(say("Scoring"), height=8)
        self.stop = ActionButton(say("Cancel"))
        self.stop.clicked.connect(self.press_stop)
        self._began = 0.0
        self._lay_out()

    def begin(self, what: str) -> None:
        """Start counting."""
        self._began = time.monotonic()
        self._name.set_text(what)
        self.far.setText(STARTING)
        self._left.setText("")
        self.bar.show_progress(0, 0)
        self.stop.set_label(say("Cancel"))
        self.stop.explain(None)

    def show_progress(self, done: int, total: int) -> None:
        """Show *done* of *total* rows."""
        if done == 0:
            return
        self.bar.show_progress(done, total)
        self.far.setText(say("{done:,} of {total:,}", done=done, total=total))
        spent = time.monotonic() - self._began
        if spent >= PATIENCE:
            self._left.setText(say("{span} left", span=_span(spent * (total - done) / done)))

    def press_stop(self) -> None:
        """Answer at once that it will stop."""
        self.stop.set_label(say("Cancelling…"))
        self.stop.setEnabled(False)
        self.cancelled.emit()

    def _lay_out(self) -> None:
        card = Card(gap=12)
        card.setAccessibleName(say("Scoring"))
        card.column.setContentsMargins(24, 22, 24, 22)
        card.setFixedWidth(560)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.far)
        line.addWidget(self._left)
        line.addStretch()
        line.addWidget(self.stop)
        card.column.addWidget(self._name)
        card.column.addWidget(self.bar)
        card.column.addLayout(line)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _span(seconds: float) -> str:
    if seconds < MINUTE:
        return say("About {seconds:.0f} s", seconds=max(seconds, 1))
    return say("About {seconds:.0f} min", seconds=seconds / MINUTE)
