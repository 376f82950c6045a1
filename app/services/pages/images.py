"""Photos and scans: JPEG, PNG, TIFF of several pages and HEIC, through Pillow."""

from contextlib import suppress
from io import BytesIO

import pi_heif
from PIL import ExifTags, Image, ImageOps

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

KINDS = ("JPEG", "PNG", "TIFF", "HEIF", "MPO")
MOST_POINTS = 200_000_000
_INCH, _SCREEN = 72.0, 96.0
_SANE = (50.0, 2400.0)
_LYING = frozenset({5, 6, 7, 8})
_DEEP = frozenset({"I", "I;16", "I;16B", "I;16L", "F"})

Image.MAX_IMAGE_PIXELS = None  # the sizes are looked at below, with a sentence of our own
pi_heif.register_heif_opener()


class ImageBook:
    """One image file; each of its frames is a page, upright as its camera said."""

    note = ""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with Image.open(BytesIO(data), formats=KINDS) as file:
            count = 1 if file.format == "MPO" else int(getattr(file, "n_frames", 1))
            if count > MOST_PAGES:
                self.note = say(
                    "Only the first {most_pages:,} of {count:,} pages are shown.",
                    most_pages=MOST_PAGES,
                    count=count,
                )
            self._sizes = [_measure(file, page) for page in range(min(count, MOST_PAGES))]
        self._kept: tuple[int, Image.Image] | None = None

    def sizes(self) -> list[Size]:
        """Return the sizes as the file's resolution gives them, or one pixel as one on screen."""
        return [size for size, _ in self._sizes]

    def paint(self, page: int, scale: float) -> Picture:
        """Return a frame, never with more pixels than it has itself."""
        size, fine = self._sizes[page]
        scale = min(bounded(scale, size), fine)
        wide, high = (max(1, round(side * scale)) for side in size)
        image = self._upright(page, (wide, high))
        if image.size != (wide, high):
            image = image.resize((wide, high), Image.Resampling.BILINEAR, reducing_gap=2.0)
        return Picture(wide, high, image.tobytes("raw", "BGRX"))

    def words(self, page: int) -> list[Word]:  # noqa: ARG002 - as every book has it
        """Return nothing: a photo has no text."""
        return []

    def find(self, page: int, text: str) -> list[list[Box]]:  # noqa: ARG002 - the same
        """Return nothing: a photo has no text."""
        return []

    def _upright(self, page: int, wanted: tuple[int, int]) -> Image.Image:
        """Return the decoded frame, at least *wanted* large; it is kept for the next zoom."""
        if self._kept and self._kept[0] == page and self._kept[1].width >= wanted[0]:
            return self._kept[1]
        self._kept = None
        with Image.open(BytesIO(self._data), formats=KINDS) as file:
            file.seek(page)
            if file.format == "JPEG":
                file.draft("RGB", (max(wanted), max(wanted)))
            image = _flat(ImageOps.exif_transpose(file))
        self._kept = (page, image)
        return image


def _measure(file: Image.Image, page: int) -> tuple[Size, float]:
    """Return the size of a frame in points, and how many of its pixels make one."""
    file.seek(page)
    wide, high = file.size
    if wide * high > MOST_POINTS:
        raise Unreadable(
            say(
                "The picture has {wide:,} × {high:,} pixels, too many to be shown safely. "
                "Ask for a smaller one.",
                wide=wide,
                high=high,
            )
        )
    if file.getexif().get(ExifTags.Base.Orientation, 1) in _LYING:
        wide, high = high, wide
    fine = max(_resolution(file) / _INCH, max(wide, high) / LARGEST_SIDE)
    return Size(wide / fine, high / fine), fine


def _resolution(file: Image.Image) -> float:
    """Return pixels for an inch; only a scan's are believed, a camera's mean nothing."""
    told = file.info.get("dpi", (0, 0)) if file.format == "TIFF" else (0, 0)
    with suppress(TypeError, ValueError, IndexError, ZeroDivisionError):
        if _SANE[0] <= float(told[0]) <= _SANE[1]:
            return float(told[0])
    return _SCREEN


def _flat(image: Image.Image) -> Image.Image:
    """Return the image in plain colours on white."""
    if image.mode in _DEEP:
        image = image.convert("F")
        low, high = (float(edge) for edge in image.getextrema())  # type: ignore[arg-type]
        span = 255.0 / ((high - low) or 1.0)
        image = image.point(lambda value: value * span - low * span).convert("L")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image.convert("RGBA"))
    return image.convert("RGB")
