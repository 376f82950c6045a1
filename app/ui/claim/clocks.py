"""The clocks of a claim: what is due by when, by whose rule."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import wording
from app.services.claim_views import ClockView
from app.services.due import Due
from app.services.figures import day
from app.ui import fonts
from app.ui.cards import Card, Icon
from app.ui.due import DueMark
from app.ui.labels import Elided, Label
from app.ui.tokens import Token
from app.words import say

RUNNING = "running"
_ENDED: dict[str, tuple[str, Token]] = {
    "met": ("circle-check", "ok_mk"),
    "paused": ("circle-pause", "text3"),
    "stopped": ("circle-slash", "text3"),
}


class ClockLine(QWidget):
    """One clock: its name, its pack, and how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", fonts.BODY, fonts.MEDIUM)
        self._pack = Elided("", fonts.NOTE, ink="text3")
        self._mark, self._icon = DueMark(), Icon("circle-check", "ok_mk", 14)
        self._told = Label("", fonts.SMALL, ink="text2", tabular=True)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._pack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        row.addLayout(names, 1)
        for widget in (self._icon, self._told, self._mark):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_clock(self, clock: ClockView) -> None:
        """Show another clock."""
        running = clock.state == RUNNING
        self._name.setText(wording.CLOCK[clock.clock])
        self._pack.set_text(clock.pack)
        self._mark.show_due(
            Due(clock.clock, clock.since, clock.warn, clock.due) if running else None
        )
        for widget in (self._icon, self._told):
            widget.setVisible(not running)
        if not running:
            self._icon.show_icon(*_ENDED[clock.state])
            self._told.setText(_told(clock))


class ClockCard(Card):
    """All clocks of the claim, the nearest first."""

    def __init__(self) -> None:
        super().__init__(say("Clocks"), gap=4)
        self._lines: list[ClockLine] = []

    def show_clocks(self, clocks: tuple[ClockView, ...]) -> None:
        """Show another claim's clocks in the lines that are there already."""
        self.setVisible(bool(clocks))
        while len(self._lines) < len(clocks):
            self._lines.append(ClockLine())
            self.column.addWidget(self._lines[-1])
        for clock, line in zip(clocks, self._lines, strict=False):
            line.show_clock(clock)
            line.show()
        for line in self._lines[len(clocks) :]:
            line.hide()


def _told(clock: ClockView) -> str:
    if clock.state == "met" and clock.met_at:
        return f"{(say('Late') if clock.late else say('In time'))}, {day(clock.met_at.date())}"
    return say("Stands still") if clock.state == "paused" else say("No longer needed")
