"""Asks from which day and why a threshold changes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.services.days import read_day
from app.services.figures import today
from app.ui.buttons import ActionButton, Look
from app.ui.confirming import told
from app.ui.fields import Field
from app.ui.intake.dates import Day
from app.ui.intake.editors import Story
from app.ui.reasons import EMPTY
from app.words import say

WORDS = say(
    "The change is kept with what was simulated, and takes effect on its day once another "
    "administrator has confirmed it."
)
NO_DAY = say("Give a day, today or later.")


class ThresholdDialog(QDialog):
    """Hands a day and a reason to *run*."""

    def __init__(self, title: str, run: Callable[[date, str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._run = run
        self.day, self.reason = Day(), Story(height=84)
        self.day.write(today())
        self.fields = {
            "day": Field(say("In force from"), self.day, required=True),
            "reason": Field(say("Reason"), self.reason, required=True),
        }
        self.act = ActionButton(say("Propose"), icon="send", look=Look.PRIMARY)
        self.act.clicked.connect(self.submit)
        self.cancel = ActionButton(say("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out(title)

    def submit(self) -> None:
        """Hand the change over, or say what is missing."""
        for field in self.fields.values():
            field.clear()
        day, reason = read_day(self.day.read()), self.reason.read()
        if day is None or day < today():
            self.fields["day"].fail(NO_DAY)
            self.day.setFocus()
        elif not reason:
            self.fields["reason"].fail(EMPTY)
            self.reason.setFocus()
        else:
            self.accept()
            self._run(day, reason)

    def _lay_out(self, title: str) -> None:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addLayout(told(title, WORDS, "sliders-horizontal", "accent"))
        for field in self.fields.values():
            column.addWidget(field)
        column.addLayout(row)
        self.reason.setFocus()
