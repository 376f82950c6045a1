"""Text chosen with the mouse on pages, word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.services.pages.page import Box, Word

Words = Mapping[int, tuple[Word, ...]]
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Selection:
    """From one word to another, in whichever order they were chosen."""

    start: Spot
    end: Spot

    def on(self, page: int, words: Words) -> tuple[Word, ...]:
        """Return the chosen words of a page."""
        first, last = sorted((self.start, self.end))
        if not first[0] <= page <= last[0]:
            return ()
        begin = first[1] if page == first[0] else 0
        stop = last[1] + 1 if page == last[0] else None
        return words.get(page, ())[begin:stop]

    def pages(self) -> range:
        """Return the pages on which something is chosen."""
        first, last = sorted((self.start, self.end))
        return range(first[0], last[0] + 1)

    def text(self, words: Words) -> str:
        """Return the chosen words as they are copied."""
        chosen = (word for page in self.pages() for word in self.on(page, words))
        return "".join(word.text + word.after for word in chosen).rstrip()

    def on_page(self, page: int, words: Words) -> str:
        """Return the chosen words of one page, as much of them as a mark keeps."""
        return " ".join(word.text for word in self.on(page, words))[:4000]

    def boxes(self, page: int, words: Words) -> tuple[Box, ...]:
        """Return the chosen words of a page as one box for each line."""
        return tuple(_lines(self.on(page, words)))


def nearest(words: tuple[Word, ...], x: float, y: float) -> int | None:
    """Return the word at a point of a page, or the nearest one on its line."""
    best, least = None, float("inf")
    for place, word in enumerate(words):
        box = word.box
        down = max(box.top - y, 0.0, y - box.bottom)
        across = max(box.left - x, 0.0, x - box.right)
        distance = down * 4 + across
        if distance < least:
            best, least = place, distance
    return best


def hit(words: tuple[Word, ...], x: float, y: float) -> bool:
    """Tell whether a point of a page lies on a word."""
    return any(
        word.box.left - 2 <= x <= word.box.right + 2 and word.box.top <= y <= word.box.bottom
        for word in words
    )


def _lines(words: tuple[Word, ...]) -> Iterator[Box]:
    line: Box | None = None
    for word in words:
        line = _joined(line, word.box) if line else word.box
        if word.after == "\n":
            yield line
            line = None
    if line:
        yield line


def _joined(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
