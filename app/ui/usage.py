"""Counts which screens and commands are used, for those who chose it; what is in them, never."""

import json
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.commands import NOTED
from app.ui.tasks import Tasks

_CHOSEN, EVERY_MS = "usage/counted", 300_000


class Usage(QObject):
    """Holds counts until they are sent, every few minutes and at the end; off by default."""

    def __init__(
        self, settings: QSettings | None, tasks: Tasks, send: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._settings, self._tasks, self._send = settings, tasks, send
        self._counts: Counter[tuple[str, str]] = Counter()
        self.counted = bool(settings and settings.value(_CHOSEN, defaultValue=False, type=bool))
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.flush)
        self._timer.start()
        app = QApplication.instance()
        if app:
            app.setProperty(NOTED, self.note)

    def choose(self, counted: object) -> None:
        """Count from now on, or no more; what was counted and not sent is then forgotten."""
        self.counted = bool(counted)
        self._counts.clear()
        if self._settings:
            self._settings.setValue(_CHOSEN, self.counted)

    def note(self, kind: str, name: str) -> None:
        """Count one use, where that was chosen."""
        if self.counted:
            self._counts[kind, name] += 1

    def flush(self) -> None:
        """Send what was counted; what cannot be sent is not kept."""
        told, self._counts = self._counts, Counter()
        if told:
            self._tasks.run(self, lambda _p: self._send(_json(told)), _nothing, failed=_nothing)

    def close(self) -> None:
        """Send the last counts, and count no more."""
        self._timer.stop()
        self.flush()
        app = QApplication.instance()
        if app:
            app.setProperty(NOTED, None)


def _json(counts: Counter[tuple[str, str]]) -> str:
    told: dict[str, dict[str, int]] = {}
    for (kind, name), count in counts.items():
        told.setdefault(kind, {})[name] = count
    return json.dumps(told)


def _nothing(_outcome: object) -> None:
    return
