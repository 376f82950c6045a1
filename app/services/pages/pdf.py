"""PDF files through PDFium: no script, no action and no link in them is ever followed."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_double, c_int

import pypdfium2 as pdfium
from pypdfium2 import raw

from app.services.pages.page import (
    LARGEST_SIDE,
    MOST_PAGES,
    Box,
    Picture,
    Size,
    Unreadable,
    Word,
    bounded,
)
from app.words import say

LOCKED = say(
    "The file is protected by a password, so it cannot be shown. Ask for a copy without a password."
)
BROKEN = say(
    "The file is damaged or incomplete, so it cannot be shown. Ask for it to be sent again."
)
_FINE = 64
_BLANK = frozenset("\r\n \t\u00a0\u0000\ufffe")


class PdfBook:
    """One PDF; an enormous page is shown smaller, and so are all measures on it."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = pdfium.PdfDocument(data)
            self._file.init_forms()
        except pdfium.PdfiumError as error:
            locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
            raise Unreadable(LOCKED if locked else BROKEN) from error
        self._count = len(self._file)
        if not self._count:
            raise Unreadable(say("The file has no pages, so there is nothing to show."))
        shown = min(self._count, MOST_PAGES)
        self._sizes = [self._size(page) for page in range(shown)]
        self.note = ""
        if shown < self._count:
            self.note = say(
                "Only the first {shown:,} of {count:,} pages are shown.",
                shown=shown,
                count=self._count,
            )

    def sizes(self) -> list[Size]:
        """Return the size of every page, none larger than a PDF should have."""
        return [Size(width * shrink, height * shrink) for width, height, shrink in self._sizes]

    def paint(self, page: int, scale: float) -> Picture:
        """Return a page as PDFium paints it, with what is filled into its forms."""
        width, height, shrink = self._sizes[page]
        fit = bounded(scale * shrink, Size(width, height))
        with self._page(page) as opened:
            bitmap = opened.render(scale=fit, prefer_bgrx=True, limit_image_cache=True)
            tight = bytes(bitmap.buffer)[: bitmap.stride * bitmap.height]
            picture = Picture(bitmap.stride // 4, bitmap.height, tight)
            bitmap.close()
        return picture

    def words(self, page: int) -> list[Word]:
        """Return the words of a page in the order of its text."""
        with self._text(page) as (text, place):
            return list(_words(text, place))

    def find(self, page: int, text: str) -> list[list[Box]]:
        """Return where PDFium finds *text*, whatever its case."""
        with self._text(page) as (content, place):
            finder, found = content.search(text), []
            while hit := finder.get_next():
                count = content.count_rects(*hit)
                found.append([place(*content.get_rect(number)) for number in range(count)])
        return found

    def _size(self, page: int) -> tuple[float, float, float]:
        try:
            width, height = self._file.get_page_size(page)
        except pdfium.PdfiumError:
            width, height = 0.0, 0.0
        if not (0 < width < float("inf") and 0 < height < float("inf")):
            return 595.0, 842.0, 1.0
        return width, height, min(1.0, LARGEST_SIDE / max(width, height))

    @contextmanager
    def _page(self, page: int) -> Iterator[pdfium.PdfPage]:
        try:
            opened = self._file[page]
        except pdfium.PdfiumError as error:
            raise Unreadable(
                say("Page {page} is damaged and cannot be shown.", page=page + 1)
            ) from error
        try:
            yield opened
        finally:
            opened.close()

    @contextmanager
    def _text(self, page: int) -> Iterator[tuple[pdfium.PdfTextPage, "_Place"]]:
        with self._page(page) as opened:
            text = opened.get_textpage()
            try:
                yield text, _Place(opened, self._sizes[page])
            finally:
                text.close()


class _Place:
    """Turns a rectangle of a page's own space into one measured from its top left corner."""

    def __init__(self, page: pdfium.PdfPage, size: tuple[float, float, float]) -> None:
        width, height, self._shrink = size
        self._device = (round(width * _FINE), round(height * _FINE))
        self._page = page
        left, bottom, right, top = page.get_cropbox()
        self._middle = ((left + right) / 2, (bottom + top) / 2)
        origin = self._point(*self._middle)
        over, up = self._far(1, 0), self._far(0, 1)
        reach = 1000.0
        self._across = ((over[0] - origin[0]) / reach, (over[1] - origin[1]) / reach)
        self._upwards = ((up[0] - origin[0]) / reach, (up[1] - origin[1]) / reach)
        self._origin = origin

    def __call__(self, left: float, bottom: float, right: float, top: float) -> Box:
        x1, y1 = self._moved(left, bottom)
        x2, y2 = self._moved(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _moved(self, x: float, y: float) -> tuple[float, float]:
        dx, dy = x - self._middle[0], y - self._middle[1]
        across = self._origin[0] + dx * self._across[0] + dy * self._upwards[0]
        down = self._origin[1] + dx * self._across[1] + dy * self._upwards[1]
        return across * self._shrink, down * self._shrink

    def _far(self, x: int, y: int) -> tuple[float, float]:
        return self._point(self._middle[0] + 1000.0 * x, self._middle[1] + 1000.0 * y)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across, down = c_int(), c_int()
        raw.FPDF_PageToDevice(
            self._page.raw, 0, 0, *self._device, 0, x, y, byref(across), byref(down)
        )
        return across.value / _FINE, down.value / _FINE


def _words(text: pdfium.PdfTextPage, place: _Place) -> Iterator[Word]:
    letters, edges, after = "", [0.0, 0.0, 0.0, 0.0], ""
    corners = [c_double() for _ in range(4)]
    left, right, bottom, top = corners
    found: list[tuple[str, list[float], str]] = []
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if letter in _BLANK:
            after = "\n" if letter in "\r\n" or after == "\n" else " "
            continue
        if letters and after:
            found.append((letters, edges, after))
            letters = ""
        raw.FPDFText_GetCharBox(
            text.raw, index, byref(left), byref(right), byref(bottom), byref(top)
        )
        here = [left.value, bottom.value, right.value, top.value]
        edges = _around(edges, here) if letters else here
        letters, after = letters + letter, ""
    if letters:
        found.append((letters, edges, "\n"))
    for shown, (x1, y1, x2, y2), parted in found:
        yield Word(shown, place(x1, y1, x2, y2), parted)


def _around(one: list[float], other: list[float]) -> list[float]:
    return [
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    ]
