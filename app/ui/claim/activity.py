"""What happened to a claim: a line per event, the latest first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.claim_views import EventView
from app.ui import fonts, words
from app.ui.cards import Icon
from app.ui.labels import Label
from app.ui.tokens import Token
from app.words import amid, say

ICONS: dict[str, tuple[str, Token]] = {
    "created": ("file-plus", "text3"),
    "submitted": ("send", "text3"),
    "score": ("scan-search", "low_mk"),
    "exported": ("download", "text3"),
    "flagged": ("flag", "med_mk"),
    "owner": ("user", "text3"),
    "status": ("circle-dot", "accent"),
    "edit": ("pencil", "text3"),
    "compare": ("git-compare", "med_mk"),
    "note": ("message-square-text", "text3"),
    "tag": ("tag", "text3"),
    "task": ("list-checks", "text3"),
    "diary": ("calendar", "text3"),
    "breached": ("triangle-alert", "high_mk"),
    "takeover": ("hand", "med_mk"),
}


class EventLine(QWidget):
    """One event; rebound for every claim."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("info", "text3", 14)
        self._text = Label("", fonts.SMALL, ink="text2", wrap=True)
        self._when = Label("", fonts.NOTE, ink="text3", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)

    def show_event(self, event: EventView, *, exact: bool) -> None:
        """Show what happened, and when: exactly, or how long ago."""
        icon, ink = ICONS.get(event.icon, ("info", "text3"))
        self._icon.show_icon(icon, ink)
        self._text.setText(f"{event.actor} {amid(event.text)}")
        self._when.setText(words.clock(event.at) if exact else words.ago(event.at))
        self._when.setToolTip(words.clock(event.at))


class EventList(QWidget):
    """The latest events of a claim, or all of them."""

    def __init__(self, *, most: int | None = None) -> None:
        super().__init__()
        self._most = most
        self._lines: list[EventLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(say("Timeline, the latest first"))

    def show_events(self, events: tuple[EventView, ...]) -> None:
        """Show these events, the latest first, in the lines that are there already."""
        latest = sorted(events, key=lambda event: event.at, reverse=True)[: self._most]
        while len(self._lines) < len(latest):
            self._lines.append(EventLine())
            self._column.addWidget(self._lines[-1])
        for event, line in zip(latest, self._lines, strict=False):
            line.show_event(event, exact=self._most is None)
            line.show()
        for line in self._lines[len(latest) :]:
            line.hide()
