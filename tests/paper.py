"""What is written on the pages of a PDF."""

from pathlib import Path

from pypdfium2 import PdfDocument


def pages(path: Path) -> list[str]:
    """Return the text of each page, its lines joined by spaces."""
    with PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
