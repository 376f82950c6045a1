"""Plain text set on pages of its own: what letters, tables and e-mails are shown as."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app.services.pages.page import (
    MOST_PAGES,
    Box,
    Picture,
    Size,
    Word,
    bounded,
    find_in_words,
)
from app.words import say

FONT = Path(__file__).resolve().parents[3] / "resources" / "fonts" / "InterVariable.ttf"
WIDE, HIGH, EDGE = 595.0, 842.0, 54.0
WIDEST = 2400.0
MOST_LETTERS = 4_000_000
_FINE = 8
_INK, _FAINT, _GROUND = "#1a1f29", "#5c6878", "#ffffff"


class Style(StrEnum):
    """How a line is written."""

    TITLE = "title"
    STRONG = "strong"
    PLAIN = "plain"
    FAINT = "faint"


_LETTERS: dict[Style, tuple[float, int, float, str]] = {
    Style.TITLE: (17.0, 650, 30.0, _INK),
    Style.STRONG: (10.5, 620, 16.0, _INK),
    Style.PLAIN: (10.5, 400, 16.0, _INK),
    Style.FAINT: (9.5, 400, 15.0, _FAINT),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or cells at fixed places; it is wrapped or cut to its room."""

    text: str = ""
    style: Style = Style.PLAIN
    cells: tuple[str, ...] = ()
    places: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _Set:
    """A word where it was set."""

    word: Word
    style: Style


class TextBook:
    """Lines of text as pages on which words can be found and copied."""

    def __init__(self, lines: Iterable[Line], *, width: float = WIDE, note: str = "") -> None:
        self._width, self.note = min(max(width, WIDE), WIDEST), note
        self._pages: list[list[_Set]] = [[]]
        down = EDGE
        for line in lines:
            step = _LETTERS[line.style][2]
            for row in self._rows(line):
                if down + step > HIGH - EDGE:
                    if len(self._pages) == MOST_PAGES:
                        self.note = say(
                            "Only the first {most_pages:,} pages are shown.", most_pages=MOST_PAGES
                        )
                        return
                    self._pages.append([])
                    down = EDGE
                self._pages[-1] += _moved(row, down, step, line.style)
                down += step

    def sizes(self) -> list[Size]:
        """Return the sizes of the pages, all alike."""
        return [Size(self._width, HIGH)] * len(self._pages)

    def paint(self, page: int, scale: float) -> Picture:
        """Return a page drawn with the family of the desk."""
        scale = bounded(scale, Size(self._width, HIGH))
        wide, high = max(1, round(self._width * scale)), max(1, round(HIGH * scale))
        # Drawn twice as large and reduced, letters keep their distances at every zoom.
        scale *= 2
        image = Image.new("RGB", (wide * 2, high * 2), _GROUND)
        pen = ImageDraw.Draw(image)
        for placed in self._pages[page]:
            size, weight, step, ink = _LETTERS[placed.style]
            box = placed.word.box
            base = (box.top + step * 0.72) * scale
            font = _font(max(1, round(size * scale * _FINE)), weight)
            pen.text((box.left * scale, base), placed.word.text, ink, font=font, anchor="ls")
        return Picture(wide, high, image.reduce(2).tobytes("raw", "BGRX"))

    def words(self, page: int) -> list[Word]:
        """Return the words of a page."""
        return [placed.word for placed in self._pages[page]]

    def find(self, page: int, text: str) -> list[list[Box]]:
        """Return where *text* stands on a page."""
        return find_in_words(self.words(page), text)

    def _rows(self, line: Line) -> Iterator[list[tuple[str, float]]]:
        """Yield rows of words with how far from the left each begins."""
        if line.cells:
            yield list(_cells(line, self._width - EDGE))
            return
        row: list[tuple[str, float]] = []
        across, blank = EDGE, _length(" ", line.style)
        for word in line.text.split():
            for part in _parts(word, line.style, self._width - 2 * EDGE):
                long = _length(part, line.style)
                if row and across + long > self._width - EDGE:
                    yield row
                    row, across = [], EDGE
                row.append((part, across))
                across += long + blank
        yield row


def _moved(
    row: Sequence[tuple[str, float]], down: float, step: float, style: Style
) -> Iterator[_Set]:
    for number, (text, across) in enumerate(row):
        after = "\n" if number == len(row) - 1 else " "
        box = Box(across, down, across + _length(text, style), down + step)
        yield _Set(Word(text, box, after), style)


def _cells(line: Line, right: float) -> Iterator[tuple[str, float]]:
    ends = (*line.places[1:], right)
    for text, place, end in zip(line.cells, line.places, ends, strict=True):
        across = place
        for word in text.split():
            shown = _cut(word, line.style, end - 8 - across)
            if not shown:
                break
            yield shown, across
            across += _length(f"{shown} ", line.style)


def _cut(word: str, style: Style, room: float) -> str:
    if _length(word, style) <= room:
        return word
    while word and _length(f"{word}…", style) > room:
        word = word[:-1]
    return f"{word}…" if word else ""


def _parts(word: str, style: Style, room: float) -> Iterator[str]:
    """Yield a word in pieces that fit on a line."""
    while _length(word, style) > room:
        fits = max(1, int(len(word) * room / _length(word, style)))
        yield word[:fits]
        word = word[fits:]
    yield word


@lru_cache(20_000)
def _length(text: str, style: Style) -> float:
    size, weight, _, _ = _LETTERS[style]
    return _font(round(size * _FINE * _FINE), weight).getlength(text) / _FINE


@lru_cache(32)
def _font(eighths: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(FONT), max(eighths / _FINE, 1.0))
    font.set_variation_by_axes([14, weight])
    return font


def widths(rows: Sequence[Sequence[str]], most: float = 220.0) -> tuple[float, ...]:
    """Return how wide each column of *rows* has to be, up to *most*."""
    count = max((len(row) for row in rows), default=0)
    sized = [18.0] * count
    for row in rows:
        for place, text in enumerate(row):
            sized[place] = max(sized[place], min(_length(text[:80], Style.STRONG) + 14, most))
    return tuple(sized)


def paragraphs(text: str) -> Iterator[Line]:
    """Yield the lines of a plain text."""
    for line in text[:MOST_LETTERS].splitlines():
        yield Line(line.replace("\t", "    "))
