"""Notes as rows: what was left, on which page of which document, by whom and when."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter

from app.codes import MarkKind
from app.services.annotations import MarkView
from app.ui import fonts, icons, theme, words
from app.ui.painting import draw_text
from app.ui.rows import Rows
from app.ui.tokens import Token, Tone
from app.words import say

TITLES = (say("Note"), say("Document"), say("By"), say("When"))
WIDTHS = (220, 132, 92, 80)
NOTE_HEIGHT, ROW_HEIGHT = 84, 46
NAMES = {MarkKind.NOTE: say("Note"), MarkKind.HIGHLIGHT: say("Highlight"), MarkKind.TAG: say("Tag")}
ICONS = {
    MarkKind.NOTE: "message-square-text",
    MarkKind.HIGHLIGHT: "highlighter",
    MarkKind.TAG: "tag",
}
TONES: dict[str, str] = {
    "med": say("Look at it"),
    "high": say("Speaks against"),
    "ok": say("Supports it"),
    "low": say("For information"),
    "neutral": say("Plain"),
}
_ORDER: tuple[Callable[[MarkView], Any], ...] = (
    lambda mark: mark.text.casefold(),
    lambda mark: (mark.document.casefold(), mark.number, mark.page, mark.id),
    lambda mark: (mark.author.casefold(), mark.at),
    lambda mark: mark.at,
)
BY_DOCUMENT = 1


class NoteRows(Rows[MarkView]):
    """The notes on all documents of a claim, in whatever order a column asks for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, TITLES, texts)
        self._every: tuple[MarkView, ...] = ()
        self._column, self._falling, self._sought = BY_DOCUMENT, False, ""

    def show_marks(self, marks: Sequence[MarkView]) -> None:
        """Show other notes in the order that was chosen."""
        self._every = tuple(marks)
        self._arrange()

    def seek(self, text: str) -> None:
        """Show those in which *text* stands."""
        self._sought = text.casefold().strip()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the notes in the order of a column."""
        self._column, self._falling = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def row_of(self, mark_id: int) -> int | None:
        """Return the row of a note, None where it is not shown."""
        return next((n for n, mark in enumerate(self.rows) if mark.id == mark_id), None)

    def _arrange(self) -> None:
        shown = [mark for mark in self._every if self._sought in " ".join(texts(mark)).casefold()]
        shown.sort(key=_ORDER[self._column], reverse=self._falling)
        if tuple(shown) != self.rows:
            self.replace(shown)


def texts(mark: MarkView) -> tuple[str, ...]:
    """Return what each column says of a note."""
    said = f"{NAMES[mark.kind]}: {mark.text}" if mark.text else NAMES[mark.kind]
    return (
        said,
        say("{document}, page {page}", document=mark.document, page=mark.page + 1),
        mark.author,
        words.ago(mark.at),
    )


def ink(mark: MarkView) -> Token:
    """Return the colour of a note's tone."""
    tones: dict[str, Tone] = {tone: tone for tone in ("high", "med", "low", "ok")}
    tone = tones.get(mark.tone)
    return theme.tone(tone, "mk") if tone else "text3"


def draw_note(painter: QPainter, mark: MarkView, where: QRectF) -> None:
    """Draw a note as a small card: page, author and time over what it says."""
    bar = QRectF(where.x() - 8, where.y() + 10, 3, where.height() - 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ink(mark)))
    painter.drawRoundedRect(bar, 1.5, 1.5)
    icons.draw(painter, ICONS[mark.kind], "text3", where.x() + 2, where.y() + 10, 14)
    painter.setFont(fonts.font(fonts.NOTE))
    head = say(
        "Page {page} · {author}, {at}",
        page=mark.page + 1,
        author=mark.author,
        at=words.ago(mark.at),
    )
    draw_text(painter, head, QRectF(where.x() + 22, where.y() + 8, where.width() - 22, 18), "text3")
    painter.setFont(fonts.font(fonts.SMALL))
    painter.setPen(theme.color("text"))
    place = QRectF(where.x() + 2, where.y() + 29, where.width() - 4, where.height() - 37)
    painter.setClipRect(place)
    wrap = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(place, int(wrap), mark.text or NAMES[mark.kind])


def _draw_said(painter: QPainter, mark: MarkView, where: QRectF) -> None:
    icons.draw(painter, ICONS[mark.kind], ink(mark), where.x(), where.y() + 8)
    painter.setFont(fonts.font(fonts.SMALL))
    painter.setPen(theme.color("text"))
    place = where.adjusted(24, 7, 0, -6)
    painter.setClipRect(place)
    wrap = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(place, int(wrap), mark.text or NAMES[mark.kind])


def _draw_place(painter: QPainter, mark: MarkView, where: QRectF) -> None:
    painter.setFont(fonts.font(fonts.SMALL))
    draw_text(painter, mark.document, QRectF(where.x(), where.y() + 6, where.width(), 18), "text2")
    painter.setFont(fonts.font(fonts.NOTE))
    under = QRectF(where.x(), where.y() + 24, where.width(), 16)
    draw_text(painter, say("Page {page}", page=mark.page + 1), under, "text3")


def _draw_plain(column: int) -> Callable[[QPainter, MarkView, QRectF], None]:
    def draw(painter: QPainter, mark: MarkView, where: QRectF) -> None:
        painter.setFont(fonts.font(fonts.SMALL, tabular=True))
        line = QRectF(where.x(), where.y() + 6, where.width(), 18)
        draw_text(painter, texts(mark)[column], line, "text2")

    return draw


CELLS = (_draw_said, _draw_place, *(_draw_plain(column) for column in (2, 3)))
