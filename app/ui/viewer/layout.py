"""Where pages lie one below the other, at a zoom and turned, and what is where on them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF

from app.services.pages.page import Box, Size

GAP, EDGE = 12, 16
FULL = 96.0 / 72.0
LEAST, MOST = 0.05, 8.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0)


class Fit(Enum):
    """What a page is fitted to."""

    WIDTH = auto()
    PAGE = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Layout:
    """Pages in pixels; `zoom` is pixels for a point, `turn` a number of quarter turns."""

    sizes: tuple[Size, ...]
    rects: tuple[QRect, ...]
    zoom: float
    turn: int
    tops: tuple[int, ...] = ()

    @classmethod
    def of(cls, sizes: Sequence[Size], zoom: float, turn: int, room: int) -> "Layout":
        """Lay out pages in the middle of *room* pixels."""
        seen = [_turned(size, turn) for size in sizes]
        wide = [max(1, round(size.width * zoom)) for size in seen]
        across = max(room, max(wide, default=0) + 2 * EDGE)
        rects, down = [], EDGE
        for size, width in zip(seen, wide, strict=True):
            height = max(1, round(size.height * zoom))
            rects.append(QRect((across - width) // 2, down, width, height))
            down += height + GAP
        tops = tuple(rect.top() for rect in rects)
        return cls(tuple(sizes), tuple(rects), zoom, turn, tops)

    @property
    def width(self) -> int:
        """Return how wide the widest page is, with its edges."""
        return max((rect.width() for rect in self.rects), default=0) + 2 * EDGE

    @property
    def height(self) -> int:
        """Return how far down the pages go."""
        return self.rects[-1].bottom() + 1 + EDGE if self.rects else 0

    def page_at(self, down: float) -> int:
        """Return the page at *down*, or the one above the gap there."""
        return max(0, bisect_right(self.tops, down) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that are seen between two heights."""
        first = self.page_at(top)
        if self.rects and self.rects[first].bottom() < top:
            first += 1
        return range(first, min(self.page_at(bottom) + 1, len(self.rects)))

    def place(self, page: int, box: Box) -> QRectF:
        """Return where a box of a page lies."""
        size, rect = self.sizes[page], self.rects[page]
        left, top, right, bottom = _turned_box(box, size, self.turn)
        z = self.zoom
        return QRectF(
            rect.x() + left * z, rect.y() + top * z, (right - left) * z, (bottom - top) * z
        )

    def point(self, page: int, where: QPointF) -> tuple[float, float]:
        """Return what point of a page lies at *where*."""
        rect, size = self.rects[page], self.sizes[page]
        x, y = (where.x() - rect.x()) / self.zoom, (where.y() - rect.y()) / self.zoom
        back = (-self.turn) % 4
        left, top, _, _ = _turned_box(Box(x, y, x, y), _turned(size, self.turn), back)
        return min(max(left, 0.0), size.width), min(max(top, 0.0), size.height)


def fitted(sizes: Sequence[Size], page: int, turn: int, room: tuple[int, int], fit: Fit) -> float:
    """Return the zoom at which *page* fits into *room*."""
    size = _turned(sizes[page], turn)
    across = (room[0] - 2 * EDGE) / size.width
    down = (room[1] - 2 * EDGE) / size.height
    return min(max(across if fit is Fit.WIDTH else min(across, down), LEAST), MOST)


def stepped(zoom: float, *, closer: bool) -> float:
    """Return the next usual zoom above or below."""
    now = zoom / FULL
    steps = [step for step in STEPS if (step > now * 1.01 if closer else step < now * 0.99)]
    chosen = (min(steps) if closer else max(steps)) if steps else now
    return min(max(chosen * FULL, LEAST), MOST)


def _turned(size: Size, turn: int) -> Size:
    return Size(size.height, size.width) if turn % 2 else size


def _turned_box(box: Box, size: Size, turn: int) -> Box:
    left, top, right, bottom = box
    width, height = size
    if turn == 1:
        return Box(height - bottom, left, height - top, right)
    if turn == 2:  # noqa: PLR2004 - upside down
        return Box(width - right, height - bottom, width - left, height - top)
    if turn == 3:  # noqa: PLR2004 - a quarter to the left
        return Box(top, width - right, bottom, width - left)
    return box
