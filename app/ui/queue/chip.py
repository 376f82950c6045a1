"""One part of a query as a chip that can be changed and removed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui import fonts, icons, theme
from app.ui.painting import draw_focus
from app.words import say

_CROSS = 26


class FilterChip(QPushButton):
    """One part of the query; its cross, Delete or Backspace removes it."""

    removed = Signal()

    def __init__(self, title: str, value: str) -> None:
        super().__init__()
        self._title, self._value = title, value
        self._light, self._strong = fonts.font(fonts.SMALL), fonts.font(fonts.SMALL, 600)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Filter {title}: {value}", title=title, value=value))
        self.setAccessibleDescription(say("Press to change, Delete to remove"))
        self.setToolTip(say("Press to change, Delete to remove"))

    def sizeHint(self) -> QSize:
        return QSize(self._start() + _advance(self._strong, self._value) + 4 + _CROSS, 28)

    def _start(self) -> int:
        return 14 + _advance(self._light, self._title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        for x, font, text in ((10, self._light, self._title), (self._start(), self._strong, "")):
            painter.setFont(font)
            painter.setPen(theme.color("text3" if text else "text"))
            place = QRectF(x, 0, self.width() - x, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text or self._value)
        icons.draw(painter, "x", "text3", self.width() - 21, self.height() / 2 - 6, 12)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - _CROSS:
            self.removed.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _advance(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)
