"""What the mouse does on pages: choose text, draw a box, choose a mark."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from app.services.pages.page import Box, Word
from app.ui.tokens import Tone
from app.ui.viewer.select import Selection, hit, nearest

if TYPE_CHECKING:
    from app.ui.viewer.pages import PageView

SMALLEST_AREA = 4.0


class Mode(Enum):
    """What the mouse does on a page."""

    READ = auto()
    AREA = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked on a page: known by `key`, in a tone; it may hide, or carry a note."""

    key: int
    page: int
    boxes: tuple[Box, ...]
    tone: Tone = "med"
    hides: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A box that is being drawn on a page, from one corner to the other."""

    page: int
    start: QPointF
    end: QPointF

    def rect(self) -> QRectF:
        """Return it as it is seen."""
        return QRectF(self.start, self.end).normalized()


class Pointer:
    """Turns presses, moves and releases into what is chosen or drawn."""

    def __init__(self, view: "PageView") -> None:
        self._view = view

    def press(self, page: int, where: QPointF) -> None:
        """Begin to draw or to choose, or choose the mark that is there."""
        view = self._view
        view.clear_selection()
        if view.mode is Mode.AREA:
            view.area = Area(page, where, where)
            return
        mark = self._mark_at(page, where)
        if mark is not None:
            view.choose_mark(mark)
            view.mark_chosen.emit(mark)
            return
        word = self._word_at(page, where)
        if word is not None:
            view.selection = Selection((page, word), (page, word))

    def move(self, page: int, where: QPointF, *, held: bool) -> None:
        """Go on with what was begun, or show what would be."""
        view = self._view
        if view.area:
            view.area = Area(view.area.page, view.area.start, where)
        elif view.selection and held:
            word = self._word_at(page, where)
            if word is not None:
                view.selection = Selection(view.selection.start, (page, word))
        else:
            self._show_cursor(page, where)
            return
        view.viewport().update()

    def release(self, page: int, where: QPointF) -> None:
        """End it; a mere click chooses the word that is there, or nothing."""
        view = self._view
        if view.area:
            area, view.area = view.area, None
            self._finish(area)
        chosen = view.selection
        if chosen and chosen.start == chosen.end and not self._on_word(page, where):
            view.selection = None
        if view.selection:
            view.selected.emit(True)  # noqa: FBT003 - a signal's value
        view.viewport().update()

    def _finish(self, area: Area) -> None:
        layout = self._view.layout_of
        one, other = layout.point(area.page, area.start), layout.point(area.page, area.end)
        across, down = sorted((one[0], other[0])), sorted((one[1], other[1]))
        box = Box(across[0], down[0], across[1], down[1])
        if min(box.right - box.left, box.bottom - box.top) >= SMALLEST_AREA:
            self._view.area_drawn.emit(area.page, box)

    def _words(self, page: int) -> tuple[Word, ...]:
        feed = self._view.feed
        return feed.words.get(page, ()) if feed else ()

    def _word_at(self, page: int, where: QPointF) -> int | None:
        return nearest(self._words(page), *self._view.layout_of.point(page, where))

    def _on_word(self, page: int, where: QPointF) -> bool:
        return hit(self._words(page), *self._view.layout_of.point(page, where))

    def _mark_at(self, page: int, where: QPointF) -> int | None:
        place = self._view.layout_of.place
        for mark in self._view.marks:
            if mark.page == page and any(place(page, box).contains(where) for box in mark.boxes):
                return mark.key
        return None

    def _show_cursor(self, page: int, where: QPointF) -> None:
        if self._view.mode is Mode.READ:
            over = self._on_word(page, where)
            shape = Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
