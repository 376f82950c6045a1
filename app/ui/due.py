"""How near a day is: words over a bar, in the queue and on a claim."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.due import Due, DueState
from app.services.figures import today
from app.ui import fonts, icons, theme
from app.ui.painting import draw_text
from app.ui.tokens import Token, Tone

BAR = 4
WIDEST = 104
TONES: dict[DueState, Tone] = {
    DueState.LATE: "high",
    DueState.TODAY: "med",
    DueState.SOON: "med",
    DueState.FINE: "neutral",
}
_MARKS: dict[DueState, tuple[str, Token, Token]] = {
    DueState.LATE: ("triangle-alert", "high_fg", "high_mk"),
    DueState.TODAY: ("clock", "med_fg", "med_mk"),
    DueState.SOON: ("clock", "med_fg", "med_mk"),
    DueState.FINE: ("", "text2", "text3"),
}


def draw_due(painter: QPainter, due: Due, on: date, where: QRectF) -> None:
    """Draw the words and, under them, how much of the time has passed."""
    icon, ink, mark = _MARKS[due.state(on)]
    left = where.x()
    if icon:
        icons.draw(painter, icon, ink, left, where.y() + 1, 13)
        left += 18
    painter.setFont(fonts.font(fonts.SMALL, fonts.MEDIUM, tabular=True))
    draw_text(painter, due.words(on), QRectF(left, where.y(), where.right() - left, 16), ink)
    draw_passed(painter, due.passed(on), mark, QRectF(where.x(), where.bottom() - BAR - 2, 0, BAR))


def draw_passed(painter: QPainter, share: float, mark: Token, where: QRectF) -> None:
    """Draw a bar of which *share* is filled."""
    painter.setPen(Qt.PenStyle.NoPen)
    for width, ink in ((WIDEST, "line"), (max(BAR, WIDEST * share), mark)):
        painter.setBrush(theme.color(ink))  # type: ignore[arg-type] # both are tokens
        painter.drawRoundedRect(QRectF(where.x(), where.y(), width, BAR), BAR / 2, BAR / 2)


class DueMark(QWidget):
    """The words and the bar as a widget, spoken as a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._due: Due | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_due(self, due: Due | None) -> None:
        """Show another day, or nothing."""
        self._due = due
        self.setVisible(due is not None)
        if due:
            self.setAccessibleName(due.sentence(today()))
            self.setToolTip(due.sentence(today()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST + 8, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._due:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_due(painter, self._due, today(), QRectF(self.rect()).adjusted(0, 1, 0, 0))
