"""Pages, pictures and words: what every kind of file is turned into."""

import math
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from app.errors import AppError
from app.words import say

LARGEST_SIDE = 14_400.0
MOST_PIXELS = 16_000_000
MOST_PAGES = 5_000


class Unreadable(AppError):
    """A file that cannot be shown, and why, in one sentence."""

    title = say("The document cannot be shown")


class Box(NamedTuple):
    """A rectangle on a page in points, measured from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Size(NamedTuple):
    """The size of a page in points."""

    width: float
    height: float


class Word(NamedTuple):
    """One word, where it stands, and what separates it from the next: nothing, blank or line."""

    text: str
    box: Box
    after: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in pixels of four bytes: blue, green, red and one that is unused."""

    width: int
    height: int
    pixels: bytes


class Book(Protocol):
    """A file that is open for reading, page by page."""

    note: str

    def sizes(self) -> list[Size]:
        """Return the size of every page."""

    def paint(self, page: int, scale: float) -> Picture:
        """Return a page at *scale* pixels for a point, or at fewer where that is too many."""

    def words(self, page: int) -> list[Word]:
        """Return the words of a page in reading order."""

    def find(self, page: int, text: str) -> list[list[Box]]:
        """Return where *text* stands on a page, one list of boxes for each place."""


def bounded(scale: float, size: Size, most: int = MOST_PIXELS) -> float:
    """Return *scale*, or the largest at which a page of *size* has at most *most* pixels."""
    area = max(size.width * size.height, 1e-6)
    return max(min(scale, math.sqrt(most / area)), 1e-6)


def find_in_words(words: list[Word], text: str) -> list[list[Box]]:
    """Return where *text* stands among *words*, whatever its case; words count as parted once."""
    wanted = " ".join(text.casefold().split())
    if not wanted:
        return []
    flat, owners = "", []
    for place, word in enumerate(words):
        shown = word.text.casefold() + (" " if word.after else "")
        flat += shown
        owners += [place] * len(shown)
    found, start = [], flat.find(wanted)
    while start >= 0:
        places = dict.fromkeys(owners[start : start + len(wanted)])
        found.append([words[place].box for place in places])
        start = flat.find(wanted, start + len(wanted))
    return found
