"""Line icons, tinted with the tokens of the theme on screen and cached."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui import theme
from app.ui.resources import ICONS
from app.ui.tokens import Token

STROKE = 1.75


def draw(painter: QPainter, name: str, ink: Token, x: float, y: float, size: int = 16) -> None:
    """Draw the icon with its top left corner at (x, y), crisp at the device's ratio."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    picture = pixmap(name, theme.current().colors[ink], size, ratio)
    painter.drawPixmap(QRectF(x, y, size, size), picture, QRectF(picture.rect()))


def icon(name: str, ink: Token = "text2", size: int = 16) -> QIcon:
    """Return the icon for menus and standard widgets, in the theme on screen."""
    ratio = max(QGuiApplication.primaryScreen().devicePixelRatio(), 2.0)
    return QIcon(pixmap(name, theme.current().colors[ink], size, ratio))


@cache
def pixmap(name: str, tint: str, size: int, ratio: float, stroke: float = STROKE) -> QPixmap:
    """Return the icon rendered in *tint* for a screen of *ratio*."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, tint, stroke).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _renderer(name: str, tint: str, stroke: float) -> QSvgRenderer:
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", tint).replace(
        'stroke-width="2"', f'stroke-width="{stroke}"'
    )
    return QSvgRenderer(QByteArray(text.encode()))
