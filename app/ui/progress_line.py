"""A thin bar: how far work is, or that it goes on."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar

from app.ui import theme

_STEP, _ROUND, _PART = 14, 1000, 0.32


class ProgressLine(QProgressBar):
    """A progress bar of a few pixels; with a range of 0 to 0 a piece of it wanders."""

    TICK_MS = 30

    def __init__(self, name: str, *, height: int = 4) -> None:
        super().__init__()
        self._place = 0
        self.setFixedHeight(height)
        self.setTextVisible(False)
        self.setRange(0, 0)
        self.setAccessibleName(name)
        self._timer = QTimer(self)
        self._timer.setInterval(self.TICK_MS)
        self._timer.timeout.connect(self._wander)

    def show_progress(self, done: int, total: int) -> None:
        """Show *done* of *total*; 0 of 0 means nobody knows."""
        self.setRange(0, total)
        self.setValue(done)
        self._pace()

    def _pace(self) -> None:
        if self.isVisible() and self.maximum() == 0:
            self._timer.start()
        else:
            self._timer.stop()

    def _wander(self) -> None:
        self._place = (self._place + _STEP) % _ROUND
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(whole, radius, radius)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(self._part(whole) & whole, radius, radius)

    def _part(self, whole: QRectF) -> QRectF:
        if self.maximum() > 0:
            share = max(0, self.value()) / self.maximum()
            return QRectF(0, 0, whole.width() * share, whole.height())
        length = whole.width() * _PART
        start = (whole.width() + length) * self._place / _ROUND - length
        return QRectF(start, 0, length, whole.height())
