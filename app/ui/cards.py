"""Grounds for content: cards, banners, empty places and rows that are still loading."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts, icons, theme
from app.ui.buttons import ActionButton, IconButton
from app.ui.labels import Label
from app.ui.tokens import Token, Tone
from app.words import say

_ICONS: dict[Tone, str] = {
    "high": "circle-alert",
    "med": "triangle-alert",
    "low": "info",
    "ok": "circle-check",
    "neutral": "info",
}


class Icon(QWidget):
    """An icon standing alone beside words that say the same; not spoken."""

    def __init__(self, name: str, ink: Token = "text3", size: int = 16) -> None:
        super().__init__()
        self._name, self._ink, self._size = name, ink, size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, ink: Token) -> None:
        """Show another icon or ink."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self._name, self._ink, 0, 0, self._size)


class Card(QFrame):
    """A surface with a title, room for something at its right, and a column of content."""

    def __init__(self, title: str = "", aside: QWidget | None = None, *, gap: int = 10) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 14)
        self.column.setSpacing(gap)
        if title:
            head = QHBoxLayout()
            head.addWidget(Label(title, fonts.BODY, fonts.STRONG))
            head.addStretch()
            if aside:
                head.addWidget(aside)
            self.column.addLayout(head)


class Banner(QFrame):
    """A thin line of news in the pane it concerns, with at most one thing to do."""

    def __init__(self, tone: Tone = "med") -> None:
        super().__init__()
        self._tone: Tone = tone
        self._mark = Icon(_ICONS[tone], theme.tone(tone, "fg"))
        self._label = Label("", fonts.SMALL, fonts.MEDIUM, theme.tone(tone, "fg"), wrap=True)
        self.action = ActionButton("", height=28)
        self.dismiss = IconButton(say("Dismiss"), "x", size=24)
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.hide()

    def tell(self, text: str, tone: Tone | None = None, *, action: str = "") -> None:
        """Show *text*, and a button for *action* when there is something to do."""
        self._tone = tone or self._tone
        self._mark.show_icon(_ICONS[self._tone], theme.tone(self._tone, "fg"))
        self._label.set_ink(theme.tone(self._tone, "fg"))
        self._label.setText(text)
        self.setAccessibleName(text)
        self.action.set_label(action)
        self.action.setVisible(bool(action))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(theme.tone(self._tone, "bg")))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


class EmptyState(QWidget):
    """What stands where nothing is: why, and what to do next."""

    def __init__(self, icon: str, title: str, text: str = "", *, action: str = "") -> None:
        super().__init__()
        self._title = Label(title, 15, fonts.STRONG)
        self._text = Label(text, fonts.BODY, fonts.REGULAR, "text2", wrap=True)
        self.action = ActionButton(action)
        self.action.setVisible(bool(action))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch()
        column.addWidget(Icon(icon, "text3", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def tell(self, title: str, text: str = "", *, action: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self.action.set_label(action)
        self.action.setVisible(bool(action))


class Skeleton(QWidget):
    """Grey rows in the shape of what is coming, drawn only if it takes a moment."""

    DELAY_MS = 150

    def __init__(self, row_height: int = 46) -> None:
        super().__init__()
        self._row = row_height
        self._drawn = False
        self.setAccessibleName(say("Loading"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.DELAY_MS)
        self._timer.timeout.connect(self._appear)

    def _appear(self) -> None:
        self._drawn = True
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawn = False
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def sizeHint(self) -> QSize:
        return QSize(200, self._row * 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._drawn:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        for number in range(self.height() // self._row):
            y = number * self._row + self._row / 2 - 6
            painter.drawRoundedRect(QRectF(16, y, 74, 12), 6, 6)
            painter.drawRoundedRect(QRectF(110, y, 150 + 40 * (number % 3), 12), 6, 6)
            painter.drawRoundedRect(QRectF(self.width() - 130, y, 110, 12), 6, 6)
