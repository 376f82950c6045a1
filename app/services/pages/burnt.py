"""Pictures of pages as a PDF: no text, no metadata, nothing but the pictures."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


class BurntPage(NamedTuple):
    """A page of `width` and `height` points, as a JPEG of so many pixels."""

    width: float
    height: float
    across: int
    down: int
    jpeg: bytes


def write_pdf(path: Path, pages: Iterable[BurntPage]) -> int:
    """Write *pages* one by one as they come, and return how many there were."""
    with path.open("xb") as file:
        writer = _Writer(file)
        count = 0
        for page in pages:
            writer.add(page)
            count += 1
        writer.finish()
    return count


class _Writer:
    """Writes objects and remembers where each begins; 1 is the catalogue, 2 the list of pages."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[int, int] = {}
        self._pages: list[int] = []
        self._file.write(_HEAD)

    def add(self, page: BurntPage) -> None:
        """Write a page, its picture and what draws it."""
        image, content, leaf = (3 + 3 * len(self._pages) + n for n in range(3))
        kind = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8"
        size = f"/Width {page.across} /Height {page.down} /Filter /DCTDecode"
        self._stream(image, f"{kind} {size}", page.jpeg)
        drawn = f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /P Do Q".encode()
        self._stream(content, "", drawn)
        box = f"/MediaBox [0 0 {page.width:.2f} {page.height:.2f}]"
        use = f"/Resources << /XObject << /P {image} 0 R >> >> /Contents {content} 0 R"
        self._object(leaf, f"<< /Type /Page /Parent 2 0 R {box} {use} >>".encode())
        self._pages.append(leaf)

    def finish(self) -> None:
        """Write the list of pages, the catalogue and the table of places."""
        kids = " ".join(f"{leaf} 0 R" for leaf in self._pages)
        listed = f"<< /Type /Pages /Kids [{kids}] /Count {len(self._pages)} >>"
        self._object(2, listed.encode())
        self._object(1, b"<< /Type /Catalog /Pages 2 0 R >>")
        start, count = self._file.tell(), len(self._places) + 1
        self._file.write(f"xref\n0 {count}\n0000000000 65535 f \n".encode())
        for number in range(1, count):
            self._file.write(f"{self._places[number]:010d} 00000 n \n".encode())
        trailer = f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        self._file.write(trailer.encode())

    def _stream(self, number: int, told: str, content: bytes) -> None:
        head = f"<< {told} /Length {len(content)} >>\nstream\n".encode()
        self._object(number, head + content + b"\nendstream")

    def _object(self, number: int, body: bytes) -> None:
        self._places[number] = self._file.tell()
        self._file.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
