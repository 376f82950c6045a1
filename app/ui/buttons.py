"""Buttons that show their icon and their key."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui import fonts, icons, theme
from app.ui.commands import command
from app.ui.painting import draw_focus, draw_keycap, keycap_width
from app.ui.tokens import Token
from app.words import say

_PAD, _GAP, _ICON = 12, 8, 16
_CLEAR = QColor(0, 0, 0, 0)


class Look(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    PLAIN = "plain"
    GHOST = "ghost"


class ActionButton(QPushButton):
    """A push button with an icon before its text and its key behind it.

    Instead of *keys* it may show those of the command it *follows*, even when they change.
    """

    def __init__(  # noqa: PLR0913 - what a button can show
        self,
        text: str,
        *,
        icon: str | None = None,
        keys: str = "",
        look: Look = Look.PLAIN,
        tint: Token = "text2",
        height: int = 32,
        follows: str = "",
    ) -> None:
        super().__init__(text)
        self._icon, self._keys, self._look, self._tint = icon, keys, look, tint
        self._follows = follows
        if follows:
            self._keys = command(follows).keycap
        self._hint = ""
        self.setFont(fonts.font(fonts.BODY, 550))
        self.setFixedHeight(height)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._describe()

    def explain(self, reason: str | None) -> None:
        """Disable the button and say why, or enable it when there is no reason."""
        self.setEnabled(reason is None)
        self._hint = reason or ""
        self._describe()

    def set_label(self, text: str) -> None:
        """Change the text on the button and its accessible name."""
        self.setText(text)
        self._describe()
        self.updateGeometry()

    def show_keys(self) -> None:
        """Show the keys that the command has now."""
        if self._follows:
            self._keys = command(self._follows).keycap
            self._describe()
            self.updateGeometry()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.text().replace("&", ""))
        shortcut = say("Shortcut {keys}", keys=self._keys) if self._keys else ""
        self.setAccessibleDescription(". ".join(filter(None, (self._hint, shortcut))))
        self.setToolTip(self._hint or (f"{self.text()} ({self._keys})" if self._keys else ""))

    def _ink(self) -> Token:
        if not self.isEnabled():
            return "text3"
        return "accent_text" if self._look is Look.PRIMARY else "text"

    def _draw_ground(self, painter: QPainter, where: QRectF) -> None:
        warm = self.underMouse() and self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        if self._look is Look.PRIMARY:
            token: Token = "accent_hover" if warm else "accent"
            painter.setBrush(theme.color(token if self.isEnabled() else "sunken"))
        elif self._look is Look.GHOST:
            painter.setBrush(theme.color("sunken") if warm or self.isDown() else _CLEAR)
        else:
            painter.setPen(QPen(theme.color("border_strong"), 1))
            painter.setBrush(theme.color("sunken" if self.isDown() else "surface"))
            if warm and not self.isDown():
                painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(where, 7, 7)

    def _draw_keys(self, painter: QPainter) -> None:
        ink = QColor(theme.color(self._ink()))
        ink.setAlpha(210)
        edge = QColor(ink) if self._look is Look.PRIMARY else theme.color("border_strong")
        if self._look is Look.PRIMARY:
            edge.setAlpha(90)
        width = keycap_width(self._keys)
        where = QRectF(self.width() - width - 8, self.height() / 2 - 9, width, 18)
        draw_keycap(painter, self._keys, where, ink=ink, edge=edge, fill=_CLEAR)

    def sizeHint(self) -> QSize:
        width = 2 * _PAD + QFontMetrics(self.font()).horizontalAdvance(self.text())
        width += _ICON + _GAP - 2 if self._icon else 0
        width += keycap_width(self._keys) + _GAP - 2 if self._keys else 0
        return QSize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        spare = 0 if self._keys else max(0, self.width() - self.sizeHint().width())
        x = _PAD + spare / 2
        if self._icon:
            tint = self._ink() if self._look is Look.PRIMARY else self._tint
            drawn = tint if self.isEnabled() else "text3"
            icons.draw(painter, self._icon, drawn, x, self.height() / 2 - 8)
            x += _ICON + _GAP - 2
        painter.setFont(self.font())
        painter.setPen(theme.color(self._ink()))
        place = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        used = x + QFontMetrics(self.font()).horizontalAdvance(self.text())
        if self._keys and used + keycap_width(self._keys) + 12 <= self.width():
            self._draw_keys(painter)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()))


class IconButton(QPushButton):
    """A square button that shows only an icon; its name is spoken and shown as a tip."""

    def __init__(
        self, name: str, icon: str, *, keys: str = "", framed: bool = False, size: int = 28
    ) -> None:
        super().__init__()
        self._icon, self._framed = icon, framed
        self.setFixedSize(size, size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setAccessibleDescription(say("Shortcut {keys}", keys=keys) if keys else "")
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        warm = self.underMouse() or self.isDown() or self.isChecked()
        painter.setPen(QPen(theme.color("border_strong"), 1) if self._framed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken") if warm else _CLEAR)
        painter.drawRoundedRect(where, 7, 7)
        token: Token = "text2" if self.isEnabled() else "border_strong"
        icons.draw(painter, self._icon, token, (self.width() - 16) / 2, (self.height() - 16) / 2)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()))
