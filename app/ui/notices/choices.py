"""The settings of notifications: which kinds, outside the window or not, and quiet hours."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from app.services.notices import KINDS, Choices
from app.ui import fonts
from app.ui.labels import Label
from app.ui.notices.desk import Notices

QUIET = "Between these hours nothing is shown outside the window; the list still keeps it."


class NoticeChoices(QWidget):
    """Every choice holds as soon as it is made."""

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._notices = notices
        self.kinds = {kind: _box(words) for kind, words in KINDS.items()}
        self.desktop = _box("Show them outside the window while I work elsewhere")
        self.start, self.end = _clock("Quiet from"), _clock("Quiet until")
        self._show(notices.choices)
        for box in (*self.kinds.values(), self.desktop):
            box.clicked.connect(self._choose)
        for clock in (self.start, self.end):
            clock.editingFinished.connect(self._choose)
        self._lay_out()

    def _show(self, choices: Choices) -> None:
        for kind, box in self.kinds.items():
            box.setChecked(kind not in choices.silent)
        self.desktop.setChecked(choices.desktop)
        self.start.setTime(QTime(choices.quiet_from.hour, choices.quiet_from.minute))
        self.end.setTime(QTime(choices.quiet_until.hour, choices.quiet_until.minute))

    def _choose(self) -> None:
        silent = frozenset(kind for kind, box in self.kinds.items() if not box.isChecked())
        chosen = replace(
            self._notices.choices,
            silent=silent,
            desktop=self.desktop.isChecked(),
            quiet_from=_time(self.start),
            quiet_until=_time(self.end),
        )
        if chosen != self._notices.choices:
            self._notices.choose(chosen)

    def _lay_out(self) -> None:
        hours = QHBoxLayout()
        hours.setSpacing(8)
        for part in (Label("From"), self.start, Label("until"), self.end):
            hours.addWidget(part)
        hours.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Tell me when", fonts.BODY, fonts.STRONG))
        for box in self.kinds.values():
            column.addWidget(box)
        column.addSpacing(12)
        column.addWidget(Label("Outside the window", fonts.BODY, fonts.STRONG))
        column.addWidget(self.desktop)
        column.addLayout(hours)
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
