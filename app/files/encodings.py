"""How the bytes of a text file are to be read, judged from all of them."""

import codecs
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

BLOCK = 1 << 20
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = 0.02
DAMAGE = re.compile("[\x00\ufffd\udc80-\udcff]")
ESCAPED = re.compile("[\udc80-\udcff]")
FOREIGN = re.compile("[^\x00-\x7f\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a file; *damaged* when some of its bytes do not fit."""

    name: str
    damaged: bool
    lines: int

    def open(self, path: Path) -> TextIO:
        """Open *path* so that bytes that do not fit become characters DAMAGE finds."""
        wide = self.name.startswith(("utf-16", "utf-32"))
        errors = "replace" if wide else "surrogateescape"
        return path.open(encoding=self.name, errors=errors, newline="")


def detect(path: Path) -> Encoding | None:
    """Return the encoding of *path*, or None when it is no text at all."""
    with path.open("rb") as file:
        head = file.read(4096)
        file.seek(0)
        name = _declared(head) or _wide(head)
        if name is None and _is_binary(head):
            return None
        return _scan(file, name or "utf-8")


def _declared(head: bytes) -> str | None:
    return next((name for bom, name in BOMS if head.startswith(bom)), None)


def _wide(head: bytes) -> str | None:
    """Recognise UTF-16 without a mark by the zero halves of its Latin letters."""
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if half and odd > half * 0.4 and not even:
        return "utf-16-le"
    return "utf-16-be" if half and even > half * 0.4 and not odd else None


def _is_binary(head: bytes) -> bool:
    """Tell binary data by its control characters; a table may be damaged by a zero or two."""
    controls = sum(byte < ord(" ") and byte not in b"\t\n\r\f" for byte in head)
    return controls > max(4, CONTROLS * len(head))


def _scan(file: io.BufferedReader, name: str) -> Encoding:
    """Read all of *file* once; what is mostly not UTF-8 is taken for Windows-1252."""
    errors = "surrogateescape" if name.startswith("utf-8") else "replace"
    decoder = codecs.getincrementaldecoder(name)(errors)
    lines = damage = escaped = foreign = 0
    block = b"-"
    while block:
        block = file.read(BLOCK)
        text = decoder.decode(block, final=not block)
        lines += text.count("\n")
        damage += len(DAMAGE.findall(text))
        if not text.isascii():
            escaped += len(ESCAPED.findall(text))
            foreign += len(FOREIGN.findall(text))
    if name == "utf-8" and escaped > foreign:
        return Encoding("cp1252", damaged=True, lines=lines)
    return Encoding(name, damage > 0, lines)
