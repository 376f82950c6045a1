"""Files that strangers might send: whole ones of every kind, and more than two hundred bad ones."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from typing import NamedTuple

from PIL import Image, ImageDraw

from app.sample.dice import Dice

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORD = "word/document.xml"
TEXT = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>Estimate</w:t></w:r></w:p></w:body></w:document>"
)


class Sent(NamedTuple):
    """A file as somebody sends it."""

    name: str
    content: bytes


def pdf(body: bytes = b"", *, catalog: bytes = b"", more: bytes = b"") -> bytes:
    """Return a PDF of one page with what is slipped into its parts."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R" + more + b">>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(body), body),
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    made += b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    return bytes(made)


def picture(form: str = "JPEG", size: tuple[int, int] = (320, 240), seed: int = 1) -> bytes:
    """Return a picture of coloured shapes."""
    chance = Dice(seed)
    image = Image.new("RGB", size, (220, 214, 200))
    pen = ImageDraw.Draw(image)
    for _ in range(12):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        colour = tuple(chance.randrange(256) for _ in range(3))
        pen.ellipse((x, y, x + chance.randrange(20, 120), y + chance.randrange(20, 90)), colour)
    into = io.BytesIO()
    image.save(into, form)
    return into.getvalue()


def archive(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", method) as made:
        for name, content in parts:
            made.writestr(zipfile.ZipInfo(name), content, method)
    return into.getvalue()


def word(*more: tuple[str, bytes]) -> bytes:
    return archive(("[Content_Types].xml", TYPES), (WORD, TEXT), *more)


def workbook(*more: tuple[str, bytes]) -> bytes:
    sheet = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    return archive(("[Content_Types].xml", TYPES), ("xl/workbook.xml", sheet), *more)


def mail(*attachments: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"], made["To"] = "Rita <rita@mail.example>", "claims@insurer.example"
    made["Subject"], made["Date"] = "My claim", "Mon, 02 Mar 2026 10:00:00 +0000"
    made.set_content("Good morning, here is the estimate.\n")
    for name, content in attachments:
        made.add_attachment(content, "application", "octet-stream", filename=name)
    return made.as_bytes()


def good() -> list[Sent]:
    """Return one whole file of most kinds that are accepted."""
    return [
        Sent("report.pdf", pdf(b"BT ET")),
        Sent("photo.jpg", picture()),
        Sent("photo.JPEG", picture(seed=2)),
        Sent("scan.png", picture("PNG")),
        Sent("scan.tif", picture("TIFF")),
        Sent("letter.docx", word()),
        Sent("mail.eml", mail()),
        Sent("note.txt", "The tap dripped, then it ran. £40 a day.".encode()),
    ]


def bad() -> Iterator[Sent]:
    """Yield more than two hundred files that must not become documents that open."""
    yield from _programs()
    yield from _disguised()
    yield from _archives()
    yield from _pdfs()
    yield from _pictures()
    yield from _broken()


def _programs() -> Iterator[Sent]:
    heads = {
        "windows": b"MZ\x90\0" + bytes(60) + b"PE\0\0",
        "linux": b"\x7fELF\x02\x01\x01" + bytes(60),
        "mac": b"\xcf\xfa\xed\xfe" + bytes(60),
        "java": b"\xca\xfe\xba\xbe" + bytes(60),
        "script": b"#!/bin/sh\nrm -rf /\n",
        "rar": b"Rar!\x1a\x07\x01\0" + bytes(60),
        "seven": b"7z\xbc\xaf\x27\x1c" + bytes(60),
        "gzip": b"\x1f\x8b\x08\0" + bytes(60),
        "bzip": b"BZh91AY&SY" + bytes(60),
        "xz": b"\xfd7zXZ\0" + bytes(60),
        "page": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
        "drawing": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "rich": b"{\\rtf1\\objupdate}",
        "film": b"RIFF\0\0\0\0AVI ",
        "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    }
    for name, content in heads.items():
        for end in ("pdf", "jpg", "docx", "txt"):
            yield Sent(f"{name}.{end}", content)


def _disguised() -> Iterator[Sent]:
    """Whole files under the name of another kind, or of none."""
    ends = ("pdf", "jpg", "png", "tif", "heic", "docx", "xlsx", "msg")
    whole: tuple[tuple[bytes, set[str]], ...] = (
        (pdf(), {"pdf"}),
        (picture(), {"jpg"}),
        (picture("PNG"), {"png"}),
        (picture("TIFF"), {"tif"}),
        (word(), {"docx"}),
        (workbook(), {"xlsx"}),
        (mail(), set()),
    )
    for number, (content, right) in enumerate(whole):
        for end in ends:
            if end not in right:
                yield Sent(f"disguised{number}.{end}", content)
    for end in ("exe", "html", "js", "zip", "svg", "", "pdf.exe", "scr"):
        yield Sent(f"report.{end}" if end else "report", pdf())


def _archives() -> Iterator[Sent]:
    yield Sent("bomb.docx", word(("word/media/a", b"\0" * 30_000_000)))
    yield Sent("many.docx", word(*((f"word/{number}", b"") for number in range(2_100))))
    for name in ("../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:\\x", "word/../../x"):
        yield Sent("traversal.docx", word((name, b"x")))
    for name in ("word/vbaProject.bin", "word/run.exe", "word/x.dll", "word/x.vbs", "a/x.js"):
        yield Sent("macro.docx", word((name, b"x")))
        yield Sent("macro.xlsx", workbook((name, b"x")))
    for name in ("word/x.zip", "word/x.7z", "word/x.rar", "word/x.jar"):
        yield Sent("nested.docx", word((name, archive(("a", b"x")))))
    yield Sent("twice.docx", word((WORD.upper(), TEXT)))
    yield Sent("plain.docx", archive(("a.txt", b"x")))
    yield Sent("plain.zip", archive(("a.txt", b"x")))
    yield Sent("untyped.docx", archive((WORD, TEXT)))
    yield Sent("behind.docx", word() + b"%PDF-1.7 and more")
    yield Sent("locked.docx", _locked(word()))
    yield Sent("liar.docx", _lying(word(("word/media/a", b"\0" * 500_000))))
    yield Sent("cut.docx", word()[:-30])
    yield Sent("cut2.docx", word()[: len(word()) // 2])


def _locked(content: bytes) -> bytes:
    """Say of every part that a password protects it."""
    made = bytearray(content)
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = made.find(magic)
        while start >= 0:
            made[start + place] |= 1
            start = made.find(magic, start + 4)
    return bytes(made)


def _lying(content: bytes) -> bytes:
    """Say of every part that it is small."""
    made = bytearray(content)
    start = made.find(b"PK\x01\x02")
    while start >= 0:
        made[start + 24 : start + 28] = struct.pack("<L", 10)
        start = made.find(b"PK\x01\x02", start + 4)
    return bytes(made)


def _pdfs() -> Iterator[Sent]:
    yield Sent("junk.pdf", b"junk" + pdf())
    yield Sent("blank.pdf", b"\n" + pdf())
    yield Sent("cut.pdf", pdf()[:-40])
    yield Sent("locked.pdf", pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R"))
    yield Sent("polyglot.pdf", pdf() + archive(("evil.exe", b"MZ")))
    yield Sent("polyglot2.pdf", pdf() + archive(("a", b"x")) + b"\n%%EOF\n")
    yield Sent("empty.pdf", b"%PDF-1.7\n%%EOF\n")
    yield Sent("rootless.pdf", pdf().replace(b"/Root", b"/Toor").replace(b"/Pages", b"/Segap"))
    bomb = zlib.compress(b"q 1 0 0 1 0 0 cm " * 20_000_000, 9)
    told = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(bomb), bomb)
    yield Sent("bomb.pdf", pdf().replace(b"<</Length 0>>stream\n\nendstream", told))


def _pictures() -> Iterator[Sent]:
    for form, name in (("JPEG", "a.jpg"), ("PNG", "a.png"), ("TIFF", "a.tif")):
        whole = picture(form)
        yield Sent(f"archive-{name}", whole + archive(("evil.exe", b"MZ")))
        yield Sent(f"head-{name}", whole[:40])
    yield Sent("script.jpg", picture()[:4] + b"<script>alert(1)</script>" + picture()[4:])
    yield Sent("php.png", picture("PNG")[:60] + b"<?php system($_GET[0]);" + picture("PNG")[60:])
    yield Sent("huge.png", _huge(30_000, 30_000))
    yield Sent("huge2.png", _huge(2**31 - 1, 2**31 - 1))
    yield Sent("wide.png", _huge(2**31 - 1, 1))


def _huge(width: int, height: int) -> bytes:
    """Return a tiny file that says it is an enormous picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack("!L", len(content)) + body + struct.pack("!L", zlib.crc32(body))

    head = struct.pack("!LLBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(100_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def _broken() -> Iterator[Sent]:
    """Whole files cut off or with their beginning overwritten."""
    chance = Dice(11)
    for sent in good():
        if sent.name.endswith((".txt", ".eml")):
            continue
        for share in (0.2, 0.5, 0.8):
            yield Sent(f"cut{share}-{sent.name}", sent.content[: int(len(sent.content) * share)])
        for _ in range(3):
            made = bytearray(sent.content)
            made[:8] = chance.randbytes(8)
            yield Sent(f"mutated-{sent.name}", bytes(made))
    for _ in range(10):
        yield Sent("noise.pdf", chance.randbytes(2_000))
        yield Sent("noise.txt", chance.randbytes(2_000))
