"""The audit log on paper: landscape pages of events with their whole hashes, as a PDF."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QSaveFile
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from app.errors import AppError
from app.services.audit_views import AuditEntry
from app.ui import fonts
from app.ui.audit.table import NUMBER, TITLES, texts
from app.words import say

Face = tuple[int, int]
FOOT = say(
    "Each hash is the SHA-256 of its event and of the hash before it; "
    "the command “audit verify” computes all of them again."
)
EMPTY = say("No event matches.")
_PER_INCH, _FINER = 96, 4
_WIDTH, _HEIGHT, _MARGIN = 1122, 793, 40
_WIDTHS = (116, 124, 42, 124, 82, 146, 224, 184)
_TITLE_AT, _ABOUT_AT, _HEAD_AT, _FIRST_ROW = 34, 57, 85, 105
_LAST_ROW, _FOOT_AT = 742, 752
_PAD, _GAP = 5, 14
_TITLE, _SMALL = (16, fonts.BOLD), (fonts.NOTE, fonts.REGULAR)
_HEAD, _BODY, _TINY = (9, fonts.STRONG), (9, fonts.REGULAR), (8, fonts.REGULAR)
_FONTS = (*(_BODY for _ in TITLES[1:]), _TINY)
_INK, _QUIET, _LINE = QColor("#1c2530"), QColor("#5c6773"), QColor("#d9dee4")
_LEADING = 1.3


def write_pdf(path: Path, entries: Iterable[tuple[AuditEntry, ...]], *, about: str) -> int:
    """Write *entries* under a line *about* them, and return their number.

    Works on any thread once the application exists. The file appears only when it is whole; raises
    AppError where it cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise _unwritable(path, file)
    written = _draw(_writer(file), (entry for some in entries for entry in some), about)
    if not file.commit():
        raise _unwritable(path, file)
    return written


class _Paper:
    """The page being filled; one that is full is followed by a new one."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, about: str) -> None:
        self._writer, self._painter, self._about = writer, painter, about
        self._page = 0
        self._begin()

    def row(self, cells: tuple[str, ...]) -> None:
        """Write one event, as high as its longest cell."""
        split = [
            _lines(cell, width - _GAP, face)
            for cell, width, face in zip(cells, _WIDTHS, _FONTS, strict=True)
        ]
        height = 2 * _PAD + max(
            len(lines) * face[0] * _LEADING for lines, face in zip(split, _FONTS, strict=True)
        )
        if self._y + height > _LAST_ROW:
            self._writer.newPage()
            self._begin()
        for column, lines in enumerate(split):
            self._cell(column, lines, self._y + _PAD)
        self._y += height
        self._rule(self._y)

    def say(self, sentence: str) -> None:
        """Write a sentence in the place of a row."""
        self._text(sentence, _MARGIN, self._y + _PAD, _SMALL, _QUIET)

    def _begin(self) -> None:
        self._page += 1
        self._painter.resetTransform()
        self._painter.scale(_FINER, _FINER)
        self._text(say("Audit log"), _MARGIN, _TITLE_AT, _TITLE, _INK)
        self._text(self._about, _MARGIN, _ABOUT_AT, _SMALL, _QUIET)
        for column, title in enumerate((say("Time (UTC)"), *TITLES[1:])):
            self._cell(column, (title,), _HEAD_AT, head=True)
        self._y: float = _FIRST_ROW
        self._rule(self._y)
        self._text(FOOT, _MARGIN, _FOOT_AT, _TINY, _QUIET)
        page = say("Page {page}", page=self._page)
        self._text(page, _WIDTH - _MARGIN - _advance(page, _TINY), _FOOT_AT, _TINY, _QUIET)

    def _cell(self, column: int, lines: tuple[str, ...], y: float, *, head: bool = False) -> None:
        x = _MARGIN + sum(_WIDTHS[:column])
        face, ink = (_HEAD, _QUIET) if head else (_FONTS[column], _INK)
        for place, line in enumerate(lines):
            spare = _WIDTHS[column] - _GAP - _advance(line, face) if column == NUMBER else 0
            self._text(line, x + spare, y + place * face[0] * _LEADING, face, ink)

    def _text(self, text: str, x: float, y: float, face: Face, ink: QColor) -> None:
        self._painter.setFont(_font(face))
        self._painter.setPen(ink)
        self._painter.drawText(QPointF(x, y + face[0]), text)

    def _rule(self, y: float) -> None:
        self._painter.setPen(QPen(_LINE, 0.5))
        self._painter.drawLine(_MARGIN, round(y), _WIDTH - _MARGIN, round(y))


def cells_of(entry: AuditEntry) -> tuple[str, ...]:
    """Return what each column says of an event: as on screen, but in UTC and with all the hash."""
    _, *told, _ = texts(entry)
    half = len(entry.hash) // 2
    at = say("{at:%d %b %Y, %H:%M:%S}", at=entry.at.astimezone(UTC))
    return (at, *told, f"{entry.hash[:half]} {entry.hash[half:]}")


def _draw(writer: QPdfWriter, entries: Iterator[AuditEntry], about: str) -> int:
    painter = QPainter(writer)
    try:
        paper = _Paper(
            writer,
            painter,
            say("{about} · {now:%d %b %Y, %H:%M} UTC", about=about, now=datetime.now(UTC)),
        )
        written = 0
        for written, entry in enumerate(entries, 1):  # noqa: B007 - the last number is the count
            paper.row(cells_of(entry))
        paper.say(f"{written:,} events" if written else EMPTY)
    finally:
        painter.end()
    return written


def _writer(file: QSaveFile) -> QPdfWriter:
    writer = QPdfWriter(file)
    writer.setTitle(say("Audit log"))
    writer.setCreator("Precedent")
    writer.setResolution(_PER_INCH * _FINER)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF()))
    return writer


def _unwritable(path: Path, file: QSaveFile) -> AppError:
    return AppError(
        say("{path} cannot be written: {errorstring}.", path=path, errorstring=file.errorString())
    )


@lru_cache(maxsize=10_000)
def _lines(text: str, room: float, face: Face) -> tuple[str, ...]:
    """Break *text* between words, and within a word only where it is wider than its column."""
    if _advance(text, face) <= room:
        return (text,)
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if _advance(longer, face) <= room:
            line = longer
            continue
        *full, rest = _pieces(word, room, face)
        lines += [line, *full] if line else full
        line = rest
    return (*lines, line)


def _pieces(word: str, room: float, face: Face) -> list[str]:
    pieces = []
    while _advance(word, face) > room:
        fits = next(n for n in range(len(word) - 1, 0, -1) if _advance(word[:n], face) <= room)
        pieces.append(word[:fits])
        word = word[fits:]
    return [*pieces, word]


def _advance(text: str, face: Face) -> float:
    return QFontMetricsF(_font(face)).horizontalAdvance(text)


@cache
def _font(face: Face) -> QFont:
    """Return a plain face: digits of one width and the like are glyphs that cannot be searched."""
    size, weight = face
    font = QFont(fonts.font(size, weight))
    font.setFeature(QFont.Tag("calt"), 0)
    return font
