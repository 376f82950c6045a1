"""Documents as rows: what each is, whether it may be opened, and who sent it when."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from app.codes import DocumentState, DocumentType
from app.services import wording
from app.services.document_cache import CacheFigures
from app.services.document_views import DocumentView
from app.ui import fonts, icons, words
from app.ui.painting import chip_width, draw_chip, draw_text
from app.ui.rows import Rows
from app.ui.tokens import Tone
from app.words import say

TITLES = (say("Document"), say("State"), say("Added"))
WIDTHS = (260, 112, 120)
ROW_HEIGHT = 46
_THOUSAND = 1000
ICONS = {
    DocumentType.PHOTO: "image",
    DocumentType.ESTIMATE: "wrench",
    DocumentType.INVOICE: "receipt-text",
    DocumentType.RECEIPT: "receipt-text",
    DocumentType.MEDICAL_REPORT: "stethoscope",
    DocumentType.CORRESPONDENCE: "mail",
    DocumentType.POLICE_REPORT: "siren",
    DocumentType.EXPERT_REPORT: "scan-search",
}
_TONES: dict[DocumentState, Tone] = {
    DocumentState.CLEAN: "ok",
    DocumentState.REJECTED: "high",
    DocumentState.QUARANTINED: "high",
}
TONES: dict[DocumentState, tuple[str, Tone]] = {
    state: (text, _TONES.get(state, "neutral")) for state, text in wording.DOCUMENT_STATE.items()
}


class DocumentRows(Rows[DocumentView]):
    """The documents of a claim that match what is looked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, TITLES, texts)
        self.every: tuple[DocumentView, ...] = ()
        self._said: dict[int, tuple[DocumentView, str]] = {}

    def show_documents(
        self, every: Sequence[DocumentView], wanted: str = "", kind: str | None = None
    ) -> None:
        """Show those of *kind* in whose name, type or state *wanted* stands."""
        self.every = tuple(every)
        sought = wanted.casefold().strip()
        shown = tuple(
            one
            for one in self.every
            if (kind is None or one.type == kind) and (not sought or sought in self._says(one))
        )
        if shown != self.rows:
            self.replace(shown)

    def row_of(self, document_id: int) -> int | None:
        """Return the row of a document, None where it is not shown."""
        return next((n for n, one in enumerate(self.rows) if one.id == document_id), None)

    def _says(self, document: DocumentView) -> str:
        """Return what is searched of a document, made once: a claim may have thousands."""
        known, said = self._said.get(document.id, (None, ""))
        if known is not document:
            state = TONES[document.newest.state][0]
            said = f"{document.newest.name} {meta(document)} {state}".casefold()
            self._said[document.id] = document, said
        return said


def texts(document: DocumentView) -> tuple[str, str, str]:
    """Return what each column says of a document."""
    newest = document.newest
    state = TONES[newest.state][0]
    reason = f": {newest.reason}" if newest.reason and not newest.opens else ""
    return (
        f"{newest.name}, {meta(document)}",
        f"{state}{reason}",
        f"{newest.by or 'Precedent'}, {words.ago(newest.at)}",
    )


def meta(document: DocumentView) -> str:
    """Return type, version and size in a few words."""
    version = say("version {versions}", versions=document.versions) if document.versions > 1 else ""
    kind = wording.DOCUMENT_TYPE[document.type]
    redacted = say("redacted copy") if document.redacted_from else ""
    parts = (kind, redacted, version, size_words(document.newest.size))
    return " · ".join(part for part in parts if part)


def size_words(size: int) -> str:
    """Return a size of bytes as people read it."""
    if size < _THOUSAND:
        return say("{size} bytes", size=size)
    if size < _THOUSAND**2:
        return say("{size:,.0f} kB", size=size / _THOUSAND)
    return say("{size:,.1f} MB", size=size / _THOUSAND**2)


def binary_words(size: int) -> str:
    """Return a bound of bytes as people set it."""
    return (
        say("{size:,} GB", size=size // 2**30)
        if size >= 2**30
        else say("{size:,} MB", size=size // 2**20)
    )


def at_hand(figures: CacheFigures) -> str:
    """Return how well the documents kept on this computer serve."""
    held = say(
        "{held:,} kept on this computer, {size}", held=figures.held, size=size_words(figures.size)
    )
    looks = figures.hits + figures.misses
    return (
        say(
            "{held}; {rate:.0%} of {looks:,} looks needed no transfer",
            held=held,
            rate=figures.rate,
            looks=looks,
        )
        if looks
        else held
    )


def draw_name(painter: QPainter, document: DocumentView, where: QRectF) -> None:
    """Draw the name over type, version and size."""
    icon = ICONS.get(document.type, "file-text")
    icons.draw(painter, icon, "text2", where.x(), where.center().y() - 8)
    place = where.adjusted(26, 6, 0, 0)
    painter.setFont(fonts.font(weight=fonts.MEDIUM))
    draw_text(
        painter, document.newest.name, QRectF(place.x(), place.y(), place.width(), 18), "text"
    )
    painter.setFont(fonts.font(fonts.NOTE))
    under = QRectF(place.x(), place.y() + 18, place.width(), 16)
    draw_text(painter, meta(document), under, "text3")


def draw_state(painter: QPainter, document: DocumentView, where: QRectF) -> None:
    """Draw whether it was accepted."""
    text, tone = TONES[document.newest.state]
    wide = min(chip_width(text), where.width())
    draw_chip(painter, QRectF(where.x(), where.center().y() - 11, wide, 22), text, tone)


def draw_added(painter: QPainter, document: DocumentView, where: QRectF) -> None:
    """Draw who sent it, over how long ago."""
    painter.setFont(fonts.font(fonts.SMALL))
    by = document.newest.by or "Precedent"
    draw_text(painter, by, QRectF(where.x(), where.y() + 6, where.width(), 18), "text2")
    painter.setFont(fonts.font(fonts.NOTE))
    when = QRectF(where.x(), where.y() + 24, where.width(), 16)
    draw_text(painter, words.ago(document.newest.at), when, "text3")


CELLS = (draw_name, draw_state, draw_added)
