"""How many claims will miss their day: a line for each of the next days."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.clocks import Forecast, ForecastDay
from app.ui import fonts, theme
from app.ui.buttons import ActionButton
from app.ui.labels import Label
from app.words import fill, say

BAR_WIDTH, BAR_HEIGHT = 220, 10


class DayBar(QWidget):
    """The claims of one day: those that will be in time, then those that will not."""

    def __init__(self, day: ForecastDay, most: int) -> None:
        super().__init__()
        self._day, self._most = day, max(most, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(BAR_WIDTH, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        unit, top = BAR_WIDTH / self._most, (self.height() - BAR_HEIGHT) / 2
        kept = (self._day.due - self._day.missed) * unit
        painter.setBrush(theme.color("low_mk"))
        painter.drawRoundedRect(QRectF(0, top, kept, BAR_HEIGHT), 2, 2)
        painter.setBrush(theme.color("high_mk"))
        left = kept + 1 if kept else 0
        painter.drawRoundedRect(QRectF(left, top, self._day.missed * unit, BAR_HEIGHT), 2, 2)


class ForecastDialog(QDialog):
    """Says how many claims are due and will be missed, day by day."""

    def __init__(self, forecast: Forecast, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Breach forecast"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        column.addWidget(Label(say("Breach forecast"), fonts.TITLE, fonts.BOLD))
        self.summary = Label(summary(forecast), fonts.BODY, ink="text2", wrap=True)
        column.addWidget(self.summary)
        column.addSpacing(8)
        most = max((day.due for day in forecast.days), default=1)
        for day in forecast.days:
            column.addLayout(_line(day, most))
        column.addSpacing(8)
        column.addWidget(
            Label(
                say("The pace is that of the last two weeks. Blue is done in time, red is missed."),
                fonts.NOTE,
                ink="text3",
            )
        )
        close = ActionButton(say("Close"), keys="Esc")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(560)


def summary(forecast: Forecast) -> str:
    """Return the forecast as two sentences."""
    coming = sum(day.due for day in forecast.days)
    late = (
        say("{late:,} claims are late now. ", late=forecast.late)
        if forecast.late
        else say("Nothing is late. ")
    )
    pace = say("about {pace:.0f} decisions a working day", pace=forecast.pace)
    return say(
        "{late}{coming:,} more fall due until {day:%d %b}; at {pace}, {missed:,} of "
        "them will miss their day.",
        late=late,
        coming=coming,
        day=forecast.days[-1].day,
        pace=pace,
        missed=forecast.missed,
    )


def _line(day: ForecastDay, most: int) -> QHBoxLayout:
    parts: Sequence[tuple[QWidget, int]] = (
        (Label(say("{day:%a %d %b}", day=day.day), fonts.SMALL, ink="text2", tabular=True), 84),
        (Label(fill("{due:,}", due=day.due), fonts.SMALL, fonts.STRONG, tabular=True), 40),
        (DayBar(day, most), BAR_WIDTH),
        (Label(_missed(day), fonts.SMALL, ink="high_fg" if day.missed else "text3"), 130),
    )
    line = QHBoxLayout()
    line.setSpacing(12)
    for widget, width in parts:
        widget.setFixedWidth(width)
        line.addWidget(widget)
    line.addStretch()
    return line


def _missed(day: ForecastDay) -> str:
    if not day.due:
        return say("nothing due")
    return say("{missed:,} will be missed", missed=day.missed) if day.missed else say("in time")
