"""The settings of notifications: which kinds, outside the window or not, and quiet hours."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from app.services.notices import KINDS, Choices
from app.ui import fonts
from app.ui.labels import Label
from app.ui.notices.desk import Notices
from app.words import say

QUIET = say("Between these hours nothing is shown outside the window; the list still keeps it.")


class QuietHours(QWidget):
    """From when until when nothing is said outside the window; it holds as soon as it is set."""

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._notices = notices
        self.start, self.end = _clock(say("Quiet from")), _clock(say("Quiet until"))
        self._show()
        notices.changed.connect(self._show)
        hours = QHBoxLayout(self)
        hours.setContentsMargins(0, 0, 0, 0)
        hours.setSpacing(8)
        for part in (Label(say("From")), self.start, Label("until"), self.end):
            hours.addWidget(part)
        hours.addStretch()
        for clock in (self.start, self.end):
            clock.editingFinished.connect(self._choose)

    def _show(self) -> None:
        chosen = self._notices.choices
        for clock, at in ((self.start, chosen.quiet_from), (self.end, chosen.quiet_until)):
            if not clock.hasFocus():
                clock.setTime(QTime(at.hour, at.minute))

    def _choose(self) -> None:
        start, end = _time(self.start), _time(self.end)
        chosen = replace(self._notices.choices, quiet_from=start, quiet_until=end)
        if chosen != self._notices.choices:
            self._notices.choose(chosen)


class NoticeChoices(QWidget):
    """Every choice holds as soon as it is made."""

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._notices = notices
        self.kinds = {kind: _box(words) for kind, words in KINDS.items()}
        self.desktop = _box(say("Show them outside the window while I work elsewhere"))
        self.hours = QuietHours(notices)
        self._show(notices.choices)
        for box in (*self.kinds.values(), self.desktop):
            box.clicked.connect(self._choose)
        self._lay_out()

    def _show(self, choices: Choices) -> None:
        for kind, box in self.kinds.items():
            box.setChecked(kind not in choices.silent)
        self.desktop.setChecked(choices.desktop)

    def _choose(self) -> None:
        silent = frozenset(kind for kind, box in self.kinds.items() if not box.isChecked())
        desktop = self.desktop.isChecked()
        chosen = replace(self._notices.choices, silent=silent, desktop=desktop)
        if chosen != self._notices.choices:
            self._notices.choose(chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(say("Tell me when"), fonts.BODY, fonts.STRONG))
        for box in self.kinds.values():
            column.addWidget(box)
        column.addSpacing(12)
        column.addWidget(Label(say("Outside the window"), fonts.BODY, fonts.STRONG))
        column.addWidget(self.desktop)
        column.addWidget(self.hours)
        column.addWidget(Label(QUIET, fonts.SMALL, ink="text3", wrap=True))
        column.addStretch()


def _box(words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setFont(fonts.font())
    return box


def _clock(name: str) -> QTimeEdit:
    editor = QTimeEdit()
    editor.setDisplayFormat("HH:mm")
    editor.setAccessibleName(name)
    editor.setFixedWidth(96)
    return editor


def _time(editor: QTimeEdit) -> time:
    chosen = editor.time()
    return time(chosen.hour(), chosen.minute())
