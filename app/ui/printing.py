"""HTML on paper: pages of a fixed size, as PDF bytes and as pictures for a preview."""

from functools import cache

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from app.ui import fonts

MARGIN_MM, DPI = 22.0, 150
A4 = QPageSize.PageSizeId.A4
TITLE_LENGTH = 120


def pdf_of(html: str, title: str) -> bytes:
    """Return *html* as the PDF that is kept and sent."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title[:TITLE_LENGTH])
    writer.setCreator("Precedent")
    writer.setResolution(DPI)
    writer.setPageLayout(_layout())
    document = _document(html)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.pageLayout().paintRectPixels(DPI).size()))
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def pages_of(html: str, width: int, ratio: float = 1.0) -> list[QImage]:
    """Return the pages as they will be printed, each *width* points wide on screen."""
    scale = width * ratio / _layout().fullRectPixels(DPI).width()
    paper, inner = _layout().fullRectPixels(DPI), _layout().paintRectPixels(DPI)
    document = _document(html)
    probe = QImage(1, 1, QImage.Format.Format_ARGB32)
    dots = round(DPI / 0.0254)
    probe.setDotsPerMeterX(dots)
    probe.setDotsPerMeterY(dots)
    document.documentLayout().setPaintDevice(probe)
    document.setPageSize(QSizeF(inner.size()))
    return [
        _page(
            document, number, (round(paper.width() * scale), round(paper.height() * scale)), scale
        )
        for number in range(document.pageCount())
    ]


def _page(document: QTextDocument, number: int, size: tuple[int, int], scale: float) -> QImage:
    inner = _layout().paintRectPixels(DPI)
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(inner.x(), inner.y() - number * inner.height())
    top = number * inner.height()
    painter.setClipRect(0, top, inner.width(), inner.height())
    document.drawContents(painter)
    painter.end()
    return image


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_plain())
    document.setHtml(html)
    return document


@cache
def _plain() -> QFont:
    """Return the family without contextual forms, which a reader of PDFs cannot search."""
    font = QFont(fonts.FAMILY)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


@cache
def _layout() -> QPageLayout:
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(A4), portrait, margins, QPageLayout.Unit.Millimeter)
