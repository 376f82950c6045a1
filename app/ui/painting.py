"""Small shapes that several painted widgets and the queue's rows share."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from app.ui import fonts, theme
from app.ui.tokens import AVATAR_TEXT, AVATARS, Token, Tone
from app.words import say

Shape = Literal["triangle", "diamond", "circle"]

MEDIUM_FROM, HIGH_FROM = 40, 70
BANDS: dict[Tone, tuple[str, Shape]] = {
    "high": (say("High"), "triangle"),
    "med": (say("Medium"), "diamond"),
    "low": (say("Low"), "circle"),
}
_CHIP_PAD, _CHIP_MARK = 8, 13
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def band(score: float) -> Tone:
    """Return the tone of a score of 0 to 100."""
    if score >= HIGH_FROM:
        return "high"
    return "med" if score >= MEDIUM_FROM else "low"


def risk_words(score: float | None) -> str:
    """Return what a screen reader says for a score."""
    if score is None:
        return say("Not scored yet")
    return say("{value} risk, score {score:.0f} of 100", value=BANDS[band(score)][0], score=score)


def draw_marker(painter: QPainter, shape: Shape, fill: QColor, centre: QPointF, r: float) -> None:
    """Draw a risk shape of radius *r* around *centre*."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    if shape == "circle":
        painter.drawEllipse(centre, r * 0.92, r * 0.92)
        return
    corners = _TRIANGLE if shape == "triangle" else _DIAMOND
    painter.drawPolygon(QPolygonF([centre + corner * r for corner in corners]))


def chip_width(text: str, *, shape: Shape | None = None, size: int = fonts.SMALL) -> float:
    """Return how wide `draw_chip` will be."""
    metrics = QFontMetrics(fonts.font(size, fonts.STRONG, tabular=True))
    return metrics.horizontalAdvance(text) + 2 * _CHIP_PAD + (_CHIP_MARK if shape else 0)


def draw_chip(
    painter: QPainter,
    where: QRectF,
    text: str,
    tone: Tone,
    *,
    shape: Shape | None = None,
    size: int = fonts.SMALL,
) -> None:
    """Fill *where* with a rounded ground and write *text* behind the tone's shape."""
    radius = where.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(theme.tone(tone, "bg")))
    painter.drawRoundedRect(where, radius, radius)
    x = where.x() + _CHIP_PAD
    if shape:
        mark = theme.color(theme.tone(tone, "mk"))
        draw_marker(painter, shape, mark, QPointF(x + 4, where.center().y()), 4.6)
        x += _CHIP_MARK
    painter.setFont(fonts.font(size, fonts.STRONG, tabular=True))
    painter.setPen(theme.color(theme.tone(tone, "fg")))
    place = QRectF(x, where.y(), where.right() - x, where.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def keycap_width(keys: str) -> int:
    """Return how wide a keycap is."""
    return max(18, QFontMetrics(fonts.font(fonts.NOTE, 600)).horizontalAdvance(keys) + 10)


def draw_keycap(
    painter: QPainter, keys: str, where: QRectF, *, ink: QColor, edge: QColor, fill: QColor
) -> None:
    """Draw *keys* as a small key."""
    painter.setPen(QPen(edge, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(fonts.font(fonts.NOTE, fonts.STRONG))
    painter.setPen(ink)
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, keys)


def initials(name: str) -> str:
    """Return the first letters of the first and last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def draw_avatar(painter: QPainter, name: str | None, where: QRectF) -> None:
    """Draw a person's disc, or a dashed empty one for nobody."""
    if not name:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("border_strong"), 1.2, Qt.PenStyle.DashLine))
        painter.drawEllipse(where.adjusted(0.5, 0.5, -0.5, -0.5))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.named(AVATARS[sum(map(ord, name)) % len(AVATARS)]))
    painter.drawEllipse(where)
    painter.setFont(fonts.font(max(9, int(where.height() * 0.42)), fonts.STRONG))
    painter.setPen(theme.named(AVATAR_TEXT))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, initials(name))


def draw_text(
    painter: QPainter, text: str, where: QRectF, ink: Token, *, right: bool = False
) -> None:
    """Write one line in the painter's font, cut with an ellipsis where it does not fit."""
    metrics = QFontMetrics(painter.font())
    painter.setPen(theme.color(ink))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()))
    painter.drawText(where, _RIGHT if right else _LEFT, shown)


def draw_focus(painter: QPainter, where: QRectF, radius: float = 7) -> None:
    """Draw the two pixel focus ring inside *where*."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), radius, radius)


_TRIANGLE = (QPointF(0, -1), QPointF(1.05, 0.85), QPointF(-1.05, 0.85))
_DIAMOND = (QPointF(0, -1.1), QPointF(1.1, 0), QPointF(0, 1.1), QPointF(-1.1, 0))
