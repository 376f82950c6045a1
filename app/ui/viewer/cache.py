"""Painted pages at hand, within a bound of memory."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Painted:
    """A page as pixels, and for how many pixels a point it was asked for."""

    image: QImage
    scale: float


class PictureCache:
    """Keep the latest pictures of pages, the ones used last longest."""

    def __init__(self, most: int) -> None:
        self._most, self.held = most, 0
        self._kept: OrderedDict[int, Painted] = OrderedDict()

    def get(self, page: int) -> Painted | None:
        """Return the picture of a page, at whatever scale there is."""
        painted = self._kept.get(page)
        if painted:
            self._kept.move_to_end(page)
        return painted

    def has(self, page: int, scale: float) -> bool:
        """Tell whether the picture of a page is there as it was asked for."""
        painted = self._kept.get(page)
        return painted is not None and painted.scale == scale

    def put(self, page: int, painted: Painted) -> None:
        """Keep a picture in place of the page's former one."""
        self._drop(page)
        self._kept[page] = painted
        self.held += painted.image.sizeInBytes()
        while self.held > self._most and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Let go of everything."""
        self._kept.clear()
        self.held = 0

    def _drop(self, page: int) -> None:
        gone = self._kept.pop(page, None)
        if gone:
            self.held -= gone.image.sizeInBytes()
