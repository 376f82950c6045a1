"""Printing a document: its pages as pictures, at a resolution a printer deserves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.progress import Progress, track
from app.ui.tasks import Tasks
from app.ui.viewer.feed import to_image
from app.words import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.services.rendering import Renderer
    from app.ui.viewer.reader import Reader

DOTS = 150.0 / 72.0
MOST = 200


def ask_and_print(reader: "Reader", tasks: Tasks) -> None:
    """Let the person choose a printer and pages, then print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QDialog

    if reader.feed is None or reader.paper is None:
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(reader.paper.title)
    dialog = QPrintDialog(printer, reader)
    dialog.setMinMax(1, len(reader.feed.sizes))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_document(reader, tasks, printer)


def print_document(reader: "Reader", tasks: Tasks, printer: "QPrinter") -> None:
    """Print the pages the printer was told, rendered in the document's own process."""
    feed = reader.feed
    if feed is None:
        return
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or len(feed.sizes)
    pages = range(first - 1, min(last, first - 1 + MOST))
    renderer = feed.renderer
    reader.notice.tell(say("Preparing {pages:,} pages for the printer…", pages=len(pages)), "low")
    tasks.run(
        reader,
        lambda progress: _pictures(renderer, pages, progress),
        lambda images: _put(reader, printer, images),
        progressed=lambda done, total: reader.notice.tell(
            say("Preparing page {done:,} of {total:,} for the printer…", done=done, total=total),
            "low",
        ),
    )


def _pictures(renderer: "Renderer", pages: range, progress: Progress) -> list[QImage]:
    return [to_image(renderer.paint(page, DOTS)) for page in track(pages, progress)]


def _put(reader: "Reader", printer: "QPrinter", images: list[QImage]) -> None:
    painter = QPainter(printer)
    for number, image in enumerate(images):
        if number:
            printer.newPage()
        room = QRectF(painter.viewport())
        share = min(room.width() / image.width(), room.height() / image.height())
        where = QRectF(0, 0, image.width() * share, image.height() * share)
        where.moveCenter(room.center())
        painter.drawImage(where, image)
    painter.end()
    reader.notice.tell(say("{images:,} pages were sent to the printer.", images=len(images)), "ok")
