"""The product's mark, and the panel that says what Precedent does."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts, icons, theme
from app.ui.cards import Icon
from app.ui.labels import Label
from app.ui.painting import Shape, draw_marker
from app.words import say

NAME = "Precedent"
PROMISE = say("Every claim is judged\nby its precedents.")
POINTS = (
    (
        "git-compare",
        say("See the settled claims nearest to it"),
        say("They are the score, and they say why."),
    ),
    (
        "scale",
        say("Decide yourself"),
        say("The desk suggests and explains. It never denies a claim."),
    ),
    ("undo-2", say("Take it back"), say("Every decision is on record and can be undone.")),
)
_CLEAR = QColor(0, 0, 0, 0)


class Mark(QWidget):
    """The product's mark; decoration beside its name."""

    def __init__(self, size: int = 30, *, on_brand: bool = False) -> None:
        super().__init__()
        self._on_brand = on_brand
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground())
        radius = self.width() * 0.27
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        size = round(self.width() * 0.56)
        ratio = self.devicePixelRatioF()
        picture = icons.pixmap("scale", theme.current().colors["brand_text"], size, ratio, 2.1)
        edge = (self.width() - size) / 2
        painter.drawPixmap(QRectF(edge, edge, size, size), picture, QRectF(picture.rect()))

    def _ground(self) -> QBrush:
        if self._on_brand:
            veil = QColor(theme.color("brand_text"))
            veil.setAlpha(38)
            return QBrush(veil)
        gradient = QLinearGradient(0, 0, self.width(), self.height())
        gradient.setColorAt(0, theme.color("mark_start"))
        gradient.setColorAt(1, theme.color("mark_end"))
        return QBrush(gradient)


class BrandPanel(QWidget):
    """The left half of the sign-in: name, promise, and how a claim finds its neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 44, 56, 40)
        column.setSpacing(0)
        column.addLayout(_head())
        column.addStretch(2)
        column.addWidget(Constellation(), 5)
        column.addSpacing(36)
        column.addWidget(Label(PROMISE, fonts.FIGURE, 620, "brand_text"))
        column.addSpacing(26)
        for icon, title, text in POINTS:
            column.addLayout(_point(icon, title, text))
            column.addSpacing(16)
        column.addStretch(2)

    def sizeHint(self) -> QSize:
        return QSize(560, 720)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        gradient = QLinearGradient(0, 0, self.width() * 0.9, self.height())
        gradient.setColorAt(0, theme.color("brand_start"))
        gradient.setColorAt(1, theme.color("brand_end"))
        painter.fillRect(self.rect(), gradient)


class Constellation(QWidget):
    """A claim among its nearest settled claims, drawn as the shapes of their outcomes."""

    _NEIGHBOURS: tuple[tuple[float, float, Shape], ...] = (
        (0.30, 0.30, "triangle"),
        (0.40, 0.70, "triangle"),
        (0.56, 0.20, "circle"),
        (0.62, 0.74, "triangle"),
        (0.20, 0.62, "circle"),
        (0.72, 0.40, "triangle"),
        (0.10, 0.34, "circle"),
        (0.84, 0.66, "circle"),
        (0.93, 0.30, "triangle"),
        (0.03, 0.80, "triangle"),
    )
    _CENTRE = (0.48, 0.46)
    _VOTING = 6

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(190)
        self.setMaximumHeight(300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = self._at(*self._CENTRE)
        ink = QColor(theme.color("brand_text"))
        self._draw_rings(painter, centre, ink)
        for number, (x, y, shape) in enumerate(self._NEIGHBOURS):
            votes = number < self._VOTING
            ink.setAlpha(90 if votes else 0)
            painter.setPen(QPen(ink, 1.4))
            painter.drawLine(centre, self._at(x, y))
            ink.setAlpha(235 if votes else 90)
            draw_marker(painter, shape, ink, self._at(x, y), 7 if votes else 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("brand_text"))
        painter.drawEllipse(centre, 13, 13)
        icons.draw(painter, "file-text", "brand_start", centre.x() - 7.5, centre.y() - 7.5, 15)

    def _draw_rings(self, painter: QPainter, centre: QPointF, ink: QColor) -> None:
        painter.setBrush(_CLEAR)
        for radius, alpha in ((44, 46), (82, 32), (122, 20)):
            ink.setAlpha(alpha)
            painter.setPen(QPen(ink, 1))
            scale = self.height() / 190
            painter.drawEllipse(centre, radius * 1.5 * scale, radius * 0.70 * scale)

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(min(self.width(), self.height() * 3) * x, self.height() * y)


def _head() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Mark(36, on_brand=True))
    row.addWidget(Label(NAME, 17, fonts.BOLD, "brand_text"))
    row.addStretch()
    return row


def _point(icon: str, title: str, text: str) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(title, 14, fonts.STRONG, "brand_text"))
    words.addWidget(Label(text, fonts.BODY, fonts.REGULAR, "brand_text2"))
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(Icon(icon, "brand_text2", 20), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
