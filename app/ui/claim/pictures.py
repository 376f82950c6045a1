"""The small pictures of the score panel; each says in words what it shows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.codes import Outcome
from app.services import wording
from app.services.claim_views import FactorView
from app.ui import fonts, theme
from app.ui.painting import HIGH_FROM, MEDIUM_FROM, Shape, draw_marker
from app.ui.tokens import Token, Tone
from app.words import amid, say

OUTCOME_MARKS: dict[Outcome, tuple[Tone, Shape]] = {
    Outcome.SUBSTANTIATED: ("high", "triangle"),
    Outcome.CLEARED: ("ok", "circle"),
}
_BANDS: tuple[tuple[int, int, Token], ...] = (
    (0, MEDIUM_FROM, "low_bg"),
    (MEDIUM_FROM, HIGH_FROM, "med_bg"),
    (HIGH_FROM, 100, "high_bg"),
)


class Ruler(QWidget):
    """Where a score lies between 0 and 100, with the thresholds of the bands."""

    def __init__(self) -> None:
        super().__init__()
        self._score = 0.0
        self.setFixedHeight(36)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: float) -> None:
        """Point at *score*."""
        self._score = score
        self.setAccessibleName(
            say(
                "Score {score:.0f} between 0 and 100; medium from {medium_from}, high from "
                "{high_from}",
                score=score,
                medium_from=MEDIUM_FROM,
                high_from=HIGH_FROM,
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = (self.width() - 8) / 100
        painter.setPen(Qt.PenStyle.NoPen)
        for start, end, ground in _BANDS:
            painter.setBrush(theme.color(ground))
            left, right = 4 + wide * start + (start > 0), 4 + wide * end - (end < 100)  # noqa: PLR2004 - the scale ends at 100
            painter.drawRoundedRect(QRectF(left, 7, right - left, 10), 3, 3)
        painter.setFont(fonts.font(fonts.TINY, fonts.MEDIUM, tabular=True))
        painter.setPen(theme.color("text3"))
        for at in (MEDIUM_FROM, HIGH_FROM):
            place = QRectF(4 + wide * at - 20, 21, 40, 13)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(at))
        painter.setPen(QPen(theme.color("surface"), 2))
        painter.setBrush(theme.color("text"))
        painter.drawRoundedRect(QRectF(wide * self._score, 2, 8, 20), 4, 4)


class Nearest(QWidget):
    """The nearest settled claims as shapes, the closest one first."""

    TILE = 22

    def __init__(self) -> None:
        super().__init__()
        self._outcomes: tuple[Outcome, ...] = ()
        self.setFixedHeight(self.TILE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_outcomes(self, outcomes: tuple[Outcome, ...]) -> None:
        """Show how the nearest claims ended, in order of distance."""
        self._outcomes = outcomes
        ended = ", ".join(amid(wording.OUTCOME[outcome]) for outcome in outcomes)
        self.setAccessibleName(
            say("Nearest settled claims, the closest first: {ended}", ended=ended)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = (self.width() - self.TILE) / max(len(self._outcomes) - 1, 1)
        for place, outcome in enumerate(self._outcomes):
            tone, shape = OUTCOME_MARKS[outcome]
            tile = QRectF(place * step, 0, self.TILE, self.TILE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(theme.tone(tone, "bg")))
            painter.drawRoundedRect(tile, 5, 5)
            draw_marker(painter, shape, theme.color(theme.tone(tone, "mk")), tile.center(), 5.4)


class RangeBar(QWidget):
    """One fact of the claim against the range of most cleared claims."""

    def __init__(self) -> None:
        super().__init__()
        self._factor: FactorView | None = None
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_factor(self, factor: FactorView) -> None:
        """Show where the claim lies and whether that is inside the range."""
        self._factor = factor
        side = say("below the range") if factor.position < factor.low else say("above the range")
        where = side if factor.outside else say("inside the range")
        self.setAccessibleName(
            say(
                "{label} {value}: {where} of most cleared claims",
                label=factor.label,
                value=factor.value,
                where=where,
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._factor is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor, middle, wide = self._factor, self.height() / 2, self.width() - 14
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), theme.color("border"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border_strong"))
        length = max(wide * (factor.high - factor.low), 7)
        painter.drawRoundedRect(QRectF(7 + wide * factor.low, middle - 3.5, length, 7), 3.5, 3.5)
        at = QPointF(7 + wide * min(max(factor.position, 0.0), 1.0), middle)
        draw_marker(painter, "circle", theme.color("surface"), at, 7.6)
        shape: Shape = "diamond" if factor.outside else "circle"
        mark: Token = "high_mk" if factor.outside else "low_mk"
        draw_marker(painter, shape, theme.color(mark), at, 5.6)


class Key(QWidget):
    """One sample of a shape or range for a legend; the words stand beside it."""

    def __init__(self, ink: Token, shape: Shape | None = None) -> None:
        super().__init__()
        self._ink: Token = ink
        self._shape: Shape | None = shape
        self.setFixedSize(10 if shape else 18, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.color(self._ink)
        if self._shape:
            draw_marker(painter, self._shape, fill, QPointF(5, 6), 4.2)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(0, 3, 18, 6), 3, 3)

    def sizeHint(self) -> QSize:
        return self.minimumSize()
