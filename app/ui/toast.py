"""News at the foot of a window: what was done, and for a while the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from app.ui import fonts, theme
from app.ui.cards import Icon
from app.ui.labels import Label
from app.ui.painting import draw_focus, draw_keycap
from app.words import say

_CLEAR = QColor(0, 0, 0, 0)
_SHADOW, _SHADE = 10, QColor(0, 0, 0, 6)


class UndoButton(QPushButton):
    """The way back, with its key."""

    def __init__(self, keys: str) -> None:
        super().__init__(say("Undo"))
        self._keys = keys
        self.setFont(fonts.font(fonts.BODY, fonts.BOLD))
        self.setFixedSize(88, 32)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(say("Shortcut {keys}", keys=keys))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(theme.color("toast_accent"))
        where = QRectF(10, 0, 50, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self.text())
        ink = theme.color("toast_text")
        edge = QColor(ink)
        edge.setAlpha(90)
        key = QRectF(self.width() - 32, self.height() / 2 - 9, 20, 18)
        draw_keycap(painter, self._keys, key, ink=ink, edge=edge, fill=_CLEAR)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()))


class Toast(QWidget):
    """A reminder that goes after eight seconds, unless somebody looks at it.

    Undo stays possible by key and in the timeline when the toast has gone.
    """

    LIFE_MS = 8000

    def __init__(self, host: QWidget, *, keys: str = "Z") -> None:
        super().__init__(host)
        self._undo: Callable[[], object] | None = None
        self._label = Label("", fonts.BODY, fonts.MEDIUM, "toast_text")
        self._button = UndoButton(keys)
        self._button.clicked.connect(self._take_back)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SHADOW + 14, _SHADOW + 4, _SHADOW + 10, _SHADOW + 4)
        row.setSpacing(9)
        row.addWidget(Icon("circle-check", "toast_mk"))
        row.addWidget(self._label)
        row.addWidget(self._button)
        self.setMinimumHeight(40 + 2 * _SHADOW)
        host.installEventFilter(self)
        if isinstance(host, QStackedWidget):
            host.currentChanged.connect(self.raise_)
        self._button.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show and announce *text*, with a way back when there is one."""
        self._undo = undo
        self._label.setText(text)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(self.LIFE_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def text(self) -> str:
        """Return what is said."""
        return self._label.text()

    def _take_back(self) -> None:
        undo = self._undo
        self.hide()
        if undo:
            undo()

    def _place(self) -> None:
        host = self.parentWidget()
        if host:
            x = (host.width() - self.width()) // 2
            self.move(QPoint(x, host.height() - self.height() - 8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._button and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self._button and event.type() == QEvent.Type.FocusOut:
            self._timer.start(self.LIFE_MS)
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start(self.LIFE_MS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADE)
        for step in range(_SHADOW):
            ring = QRectF(self.rect()).adjusted(step, step + 2, -step, -step + 1)
            painter.drawRoundedRect(ring, 16 - step / 2, 16 - step / 2)
        painter.setBrush(theme.color("toast"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW), 10, 10
        )
