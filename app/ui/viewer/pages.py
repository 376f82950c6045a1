"""The pages of a document, one below the other, to be read, searched and marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.services.pages.page import Box
from app.ui.viewer.feed import PageFeed
from app.ui.viewer.keys import choose_by_key
from app.ui.viewer.layout import FULL, Fit, Layout, fitted, stepped
from app.ui.viewer.paint import draw_pages
from app.ui.viewer.pointer import Area, Mark, Mode, Pointer
from app.ui.viewer.select import Selection
from app.words import say

LINE = 48
AHEAD = (1, -1, 2)


class PageView(QAbstractScrollArea):
    """Pages at a zoom and a turn; what it paints comes from a feed as it arrives."""

    page_changed = Signal(int)
    zoomed = Signal(float)
    selected = Signal(bool)
    area_drawn = Signal(int, object)
    mark_chosen = Signal(int)
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.feed: PageFeed | None = None
        self.layout_of = Layout.of((), FULL, 0, 0)
        self.fit, self.mode = Fit.WIDTH, Mode.READ
        self.turn, self.page = 0, 0
        self.selection: Selection | None = None
        self.marks: tuple[Mark, ...] = ()
        self.chosen_mark: int | None = None
        self.place: int | None = None
        self.area: Area | None = None
        self._pointer = Pointer(self)
        self._zoom = FULL
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Pages"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().setSingleStep(LINE)

    def show_feed(self, feed: PageFeed | None) -> None:
        """Show another document from its first page on."""
        self.feed, self.selection, self.area, self.place = feed, None, None, None
        self.marks, self.chosen_mark, self.turn, self.page = (), None, 0, 0
        if feed:
            feed.opened.connect(self._lay_out_anew)
            feed.painted.connect(self._refresh_page)
            feed.worded.connect(self._refresh_page)
            feed.found.connect(self.viewport().update)
        self.verticalScrollBar().setValue(0)
        self._lay_out_anew()

    @property
    def zoom(self) -> float:
        """Return the zoom, 1 being the natural size."""
        return self.layout_of.zoom / FULL

    def set_fit(self, fit: Fit) -> None:
        """Fit the page's width, or the whole page."""
        self.fit = fit
        self._lay_out_anew()

    def zoom_by_step(self, *, closer: bool) -> None:
        """Go to the next usual zoom."""
        self.set_zoom(stepped(self.layout_of.zoom, closer=closer) / FULL)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at *zoom*, 1 being the natural size."""
        self.fit, self._zoom = Fit.NONE, zoom * FULL
        self._lay_out_anew()

    def rotate(self) -> None:
        """Turn all pages a quarter to the right."""
        self.turn = (self.turn + 1) % 4
        self._lay_out_anew()

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if 0 <= page < len(self.layout_of.rects):
            self.verticalScrollBar().setValue(self.layout_of.rects[page].top() - 8)

    def go_to_box(self, page: int, box: Box) -> None:
        """Bring a place on a page into view."""
        if page >= len(self.layout_of.rects):
            return
        where = self.layout_of.place(page, box).toRect()
        seen = QRect(self._offset(), self.viewport().size())
        if not seen.contains(where):
            height, width = self.viewport().height(), self.viewport().width()
            self.verticalScrollBar().setValue(where.center().y() - height // 3)
            if not seen.left() <= where.left() <= where.right() <= seen.right():
                self.horizontalScrollBar().setValue(where.center().x() - width // 2)

    def show_place(self, place: int | None) -> None:
        """Make one of the found places strong and bring it into view."""
        self.place = place
        if place is not None and self.feed and place < len(self.feed.places):
            page, boxes = self.feed.places[place]
            if boxes:
                self.go_to_box(page, boxes[0])
        self.viewport().update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show what is marked."""
        self.marks = tuple(marks)
        self.viewport().update()

    def choose_mark(self, key: int | None) -> None:
        """Make one mark strong and bring it into view."""
        self.chosen_mark = key
        for mark in self.marks:
            if mark.key == key and mark.boxes:
                self.go_to_box(mark.page, mark.boxes[0])
        self.viewport().update()

    def chosen_text(self) -> str:
        """Return the text that is chosen."""
        if self.selection and self.feed:
            return self.selection.text(self.feed.words)
        return ""

    def copy(self) -> bool:
        """Copy the text that is chosen; tell whether there was some."""
        text = self.chosen_text()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def clear_selection(self) -> None:
        """Choose no text."""
        if self.selection:
            self.selection = None
            self.selected.emit(False)  # noqa: FBT003 - a signal's value
            self.viewport().update()

    def set_mode(self, mode: Mode) -> None:
        """Let the mouse choose text, or draw a box."""
        self.mode, self.area = mode, None
        shape = Qt.CursorShape.CrossCursor if mode is Mode.AREA else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def visible_pages(self) -> range:
        """Return the pages that are seen."""
        top = self.verticalScrollBar().value()
        return self.layout_of.between(top, top + self.viewport().height())

    def _lay_out_anew(self) -> None:
        """Lay out the pages, and stay at the page that was on top."""
        sizes = self.feed.sizes if self.feed else ()
        page = min(self.page, max(len(sizes) - 1, 0))
        within = self._within(page)
        room = (self.viewport().width(), self.viewport().height())
        if sizes and self.fit is not Fit.NONE:
            self._zoom = fitted(sizes, page, self.turn, room, self.fit)
        self.layout_of = Layout.of(sizes, self._zoom, self.turn, room[0])
        self._set_bars()
        if sizes:
            rect = self.layout_of.rects[page]
            self.verticalScrollBar().setValue(round(rect.top() + within * rect.height()))
        self.zoomed.emit(self.zoom)
        self._ask()
        self.viewport().update()

    def _within(self, page: int) -> float:
        """Return how much of a page is above the upper edge, as a share of it."""
        if page >= len(self.layout_of.rects):
            return -1.0
        rect = self.layout_of.rects[page]
        return (self.verticalScrollBar().value() - rect.top()) / max(rect.height(), 1)

    def _set_bars(self) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(self.viewport().height())
        across.setPageStep(self.viewport().width())
        down.setRange(0, max(0, self.layout_of.height - self.viewport().height()))
        across.setRange(0, max(0, self.layout_of.width - self.viewport().width()))

    def _ask(self) -> None:
        """Tell the feed what is on screen, and what page that is."""
        if not (self.feed and self.layout_of.rects):
            return
        seen = self.visible_pages()
        last = len(self.layout_of.rects) - 1
        edges = (seen.stop - 1, seen.start, seen.stop - 1)
        near = [edge + by for edge, by in zip(edges, AHEAD, strict=True) if 0 <= edge + by <= last]
        ratio = self.devicePixelRatioF()
        self.feed.want(seen, near, round(self.layout_of.zoom * ratio, 4))
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = self.layout_of.page_at(middle)
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def _refresh_page(self, page: int) -> None:
        if page in self.visible_pages():
            self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _at(self, event: QMouseEvent) -> tuple[int, QPointF]:
        where = event.position() + QPointF(self._offset())
        return self.layout_of.page_at(where.y()), where

    def _turn_page(self, by: int) -> None:
        bar = self.verticalScrollBar()
        whole = self.layout_of.rects and self.fit is Fit.PAGE
        if whole:
            self.go_to(self.page + by)
        else:
            bar.setValue(bar.value() + by * (self.viewport().height() - LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_pages(QPainter(self.viewport()), self, self._offset())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_anew()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._ask()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by_step(closer=event.angleDelta().y() > 0)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down, key = self.verticalScrollBar(), event.key()
        if choose_by_key(self, Qt.Key(key), event.modifiers()):
            return
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._turn_page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Space:
            self._turn_page(-1 if back else 1)
        elif key == Qt.Key.Key_Home:
            down.setValue(0)
        elif key == Qt.Key.Key_End:
            down.setValue(down.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.layout_of.rects:
            self._pointer.press(*self._at(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.layout_of.rects:
            held = bool(event.buttons() & Qt.MouseButton.LeftButton)
            self._pointer.move(*self._at(event), held=held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.layout_of.rects:
            self._pointer.release(*self._at(event))
