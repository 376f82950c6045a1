"""Small pictures of all pages, to go to one of them."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.ui import fonts, icons, theme
from app.ui.tokens import PAPER
from app.ui.viewer.feed import THUMB, PageFeed
from app.ui.viewer.paint import draw_turned
from app.words import fill, say

WIDTH = 128
_CELL, _LABEL, _TOP = THUMB + 34, 18, 12


class ThumbStrip(QAbstractScrollArea):
    """A column of pages; only those in view are ever asked for."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._feed: PageFeed | None = None
        self.page, self._turn = 0, 0
        self._read: frozenset[int] = frozenset()
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("Small pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.verticalScrollBar().setSingleStep(_CELL // 2)

    def show_feed(self, feed: PageFeed | None) -> None:
        """Show the pages of another document."""
        self._feed, self.page, self._turn, self._read = feed, 0, 0, frozenset()
        if feed:
            feed.opened.connect(self._set_bar)
            feed.thumbed.connect(self.viewport().update)
        self.verticalScrollBar().setValue(0)
        self._set_bar()

    def show_page(self, page: int) -> None:
        """Mark the page that is read and keep it in view."""
        self.page = page
        top, bar = page * _CELL, self.verticalScrollBar()
        if not bar.value() <= top <= bar.value() + self.viewport().height() - _CELL:
            bar.setValue(top - self.viewport().height() // 2 + _CELL // 2)
        self.viewport().update()

    def show_turn(self, turn: int) -> None:
        """Turn the small pages like the large ones."""
        self._turn = turn
        self.viewport().update()

    def show_seen(self, pages: frozenset[int]) -> None:
        """Tick the pages that the person has read."""
        if pages != self._read:
            self._read = pages
            self.viewport().update()

    def _set_bar(self) -> None:
        count = len(self._feed.sizes) if self._feed else 0
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(high)
        bar.setRange(0, max(0, count * _CELL + _TOP - high))
        self._ask()
        self.viewport().update()

    def _seen(self) -> range:
        count = len(self._feed.sizes) if self._feed else 0
        top = self.verticalScrollBar().value()
        last = (top + self.viewport().height()) // _CELL + 1
        return range(max(0, top // _CELL), min(count, last))

    def _ask(self) -> None:
        if self._feed and self.isVisible():
            self._feed.want_thumbs(self._seen())

    def _draw(self, painter: QPainter, page: int, top: float) -> None:
        assert self._feed is not None  # noqa: S101 - pages are seen of a document alone
        size = self._feed.sizes[page]
        wide, high = (size.height, size.width) if self._turn % 2 else size
        scale = THUMB / max(wide, high)
        where = QRectF(0, 0, wide * scale, high * scale)
        where.moveCenter(QPointF((self.viewport().width()) / 2, top + THUMB / 2))
        painter.fillRect(where, theme.named(PAPER))
        painted = self._feed.thumbs.get(page)
        if painted:
            draw_turned(painter, painted.image, where, self._turn)
        here = page == self.page
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent" if here else "border_strong"), 2 if here else 1))
        painter.drawRect(where.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(theme.color("text" if here else "text3"))
        painter.setFont(fonts.font(fonts.NOTE, fonts.STRONG if here else fonts.REGULAR))
        label = QRectF(0, top + THUMB + 3, self.viewport().width(), _LABEL)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, fill("{page:,}", page=page + 1))
        if page in self._read:
            icons.draw(painter, "check", "ok_mk", label.center().x() + 14, label.y() + 3, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("nav"))
        for page in self._seen():
            self._draw(painter, page, page * _CELL + _TOP - self.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bar()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._ask()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        page = int(event.position().y() + self.verticalScrollBar().value() - _TOP) // _CELL
        if page in self._seen():
            self.chosen.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        count = len(self._feed.sizes) if self._feed else 0
        if by and 0 <= self.page + by < count:
            self.chosen.emit(self.page + by)
        elif by is None:
            super().keyPressEvent(event)
