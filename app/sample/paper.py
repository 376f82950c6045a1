"""Plain printed matter as PDF: text, rules and tinted bands in the fonts every reader has."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 56, 539, 786, 60
_FONTS = {"regular": "Helvetica", "bold": "Helvetica-Bold", "typed": "Courier"}
_WIDE = {"regular": 0.5, "bold": 0.55, "typed": 0.6}


@dataclass
class Paper:
    """A document that is written from the top downwards; `save` makes it a PDF."""

    title: str
    author: str
    made: datetime
    _pages: list[list[str]] = field(default_factory=lambda: [[]])
    _at: float = TOP

    def text(
        self, said: str, *, size: float = 10, font: str = "regular", x: float = LEFT, gap: float = 4
    ) -> None:
        """Write a paragraph over the width that is left, on a new page when this one is full."""
        room = int((RIGHT - x) / (size * _WIDE[font]))
        for line in _lines(said, room):
            self._down(size + gap)
            self._put(line, x, size, font)

    def cells(self, *said: str, places: tuple[float, ...], font: str = "regular") -> None:
        """Write a row of a table."""
        self._down(16)
        for word, x in zip(said, places, strict=True):
            self._put(word, x, 9, font)

    def heading(self, said: str) -> None:
        """Write a heading with a rule under it."""
        self._down(14)
        self.text(said, size=12, font="bold")
        self.rule()

    def rule(self) -> None:
        """Draw a line across the page."""
        self._down(6)
        self._pages[-1].append(f"0.75 G 0.6 w {LEFT} {self._at:.1f} m {RIGHT} {self._at:.1f} l S")

    def band(self, said: str, under: str) -> None:
        """Begin with a tinted band that names who wrote this."""
        top = self._at - 44
        self._pages[-1].append(f"0.16 0.27 0.36 rg {LEFT} {top:.1f} {RIGHT - LEFT} 44 re f 1 g")
        self._at -= 20
        self._put(said, LEFT + 12, 14, "bold")
        self._at -= 16
        self._put(under, LEFT + 12, 9, "regular")
        self._pages[-1].append("0 g")
        self._at -= 24

    def space(self, points: float) -> None:
        """Leave room."""
        self._down(points)

    def save(self) -> bytes:
        """Return the PDF."""
        return _pdf(self._pages, self.title, self.author, self.made)

    def _down(self, points: float) -> None:
        self._at -= points
        if self._at < BOTTOM:
            self._pages.append([])
            self._at = TOP - points

    def _put(self, said: str, x: float, size: float, font: str) -> None:
        name = list(_FONTS).index(font) + 1
        place = f"1 0 0 1 {x:.1f} {self._at:.1f} Tm"
        self._pages[-1].append(f"BT /F{name} {size} Tf {place} ({_escaped(said)}) Tj ET")


def _lines(said: str, room: int) -> Iterator[str]:
    line = ""
    for word in said.split():
        if line and len(line) + 1 + len(word) > room:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def _escaped(said: str) -> str:
    return said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf(pages: list[list[str]], title: str, author: str, made: datetime) -> bytes:
    first = 4 + len(_FONTS)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    fonts = " ".join(f"/F{place + 1} {4 + place} 0 R" for place in range(len(_FONTS)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        _about(title, author, made),
        *(
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()
            for name in _FONTS.values()
        ),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]"
            f"/Resources<</Font<<{fonts}>>>>/Contents {first + 2 * number + 1} 0 R>>".encode()
        )
        content = zlib.compress("\n".join(page).encode("cp1252", "replace"))
        head = f"<</Length {len(content)}/Filter/FlateDecode>>stream\n".encode()
        objects.append(head + content + b"\nendstream")
    return _file(objects)


def _about(title: str, author: str, made: datetime) -> bytes:
    told = f"/Title({_escaped(title)})/Author({_escaped(author)})/Producer(Office printer)"
    return f"<<{told}/CreationDate(D:{made:%Y%m%d%H%M%S}Z)>>".encode("cp1252", "replace")


def _file(objects: list[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    made += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 3 0 R>>\n".encode()
    return bytes(made + f"startxref\n{table}\n%%EOF\n".encode())
