"""Makes documents to look at: good ones, large ones, and ones that mean harm."""

import base64
import io
import zlib
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

Objects = list[bytes]


def a_pdf(
    path: Path,
    texts: Sequence[Sequence[str]] = (("A page",),),
    *,
    size: tuple[float, float] = (595, 842),
    extra: str = "",
    on_page: str = "",
    further: Sequence[bytes] = (),
) -> Path:
    """Write a PDF of one page for each of *texts*, each a list of lines."""
    width, height = size
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(texts)))
    objects: Objects = [
        f"<</Type/Catalog/Pages 2 0 R {extra}>>".encode(),
        f"<</Type/Pages/Count {len(texts)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, lines in enumerate(texts):
        content = first + 2 * number + 1
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {content} 0 R"
            f"/Resources<</Font<</F 3 0 R>>>>{on_page}>>".encode()
        )
        objects.append(_stream(_written(lines, height)))
    objects += further
    path.write_bytes(_pdf(objects))
    return path


def _written(lines: Sequence[str], height: float) -> bytes:
    shown = [f"BT /F 12 Tf 54 {height - 60} Td 16 TL"]
    shown += [f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines]
    return "\n".join([*shown, "ET"]).encode("latin-1")


def _stream(content: bytes, more: str = "") -> bytes:
    return f"<</Length {len(content)}{more}>>stream\n".encode() + content + b"\nendstream"


def _pdf(objects: Objects) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def a_scanned_pdf(path: Path, pages: int, *, side: int = 1000, noise: bytes = b"") -> Path:
    """Write a PDF whose pages are photos, each as large as its noise makes it."""
    first = 3
    kids = " ".join(f"{first + 3 * number} 0 R" for number in range(pages))
    objects: Objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
    ]
    for number in range(pages):
        page = first + 3 * number
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {page + 1} 0 R"
            f"/Resources<</XObject<</I {page + 2} 0 R>>>>>>".encode()
        )
        objects.append(_stream(b"q 595 0 0 842 0 0 cm /I Do Q"))
        objects.append(
            _stream(
                noise or a_jpeg((side, side)),
                f"/Type/XObject/Subtype/Image/Width {side}/Height {side}"
                "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
            )
        )
    path.write_bytes(_pdf(objects))
    return path


def a_flate_bomb(path: Path, side: int = 20_000) -> Path:
    """Write a small PDF with a picture that unpacks to gigabytes."""
    pack = zlib.compressobj(6)
    row = bytes(side * 3)
    packed = b"".join(pack.compress(row) for _ in range(side)) + pack.flush()
    objects: Objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        _page("I"),
        _stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        _stream(
            packed,
            f"/Type/XObject/Subtype/Image/Width {side}/Height {side}"
            "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode",
        ),
    ]
    path.write_bytes(_pdf(objects))
    return path


def an_endless_pdf(path: Path) -> Path:
    """Write a PDF whose forms draw each other a thousand million times."""
    depth, fan = 12, 10
    forms: Objects = []
    for level in range(depth):
        inner = b"/N Do " * fan if level < depth - 1 else b"0 0 1 1 re f"
        names = f"/Resources<</XObject<</N {6 + level} 0 R>>>>" if level < depth - 1 else ""
        forms.append(_stream(inner, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]{names}"))
    objects: Objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        _page("N"),
        _stream(b"/N Do"),
        *forms,
    ]
    path.write_bytes(_pdf(objects))
    return path


def _page(name: str) -> bytes:
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    return f"{page}/Resources<</XObject<</{name} 5 0 R>>>>>>".encode()


def a_jpeg(size: tuple[int, int] = (640, 480), colour: str = "#4a6fa5") -> bytes:
    """Return a JPEG of one colour."""
    into = io.BytesIO()
    Image.new("RGB", size, colour).save(into, "JPEG")
    return into.getvalue()


def a_png_claiming(path: Path, side: int) -> Path:
    """Write a PNG that says it has *side* × *side* pixels."""
    into = io.BytesIO()
    Image.new("1", (side, 8)).save(into, "PNG")
    raw = bytearray(into.getvalue())
    raw[20:24] = side.to_bytes(4, "big")
    raw[29:33] = zlib.crc32(bytes(raw[12:29])).to_bytes(4, "big")
    path.write_bytes(bytes(raw))
    return path


def a_tiff(path: Path, pages: int) -> Path:
    """Write a scan of several pages at 200 dots for an inch."""
    frames = [Image.new("L", (850, 1100), 255 - 20 * number) for number in range(pages)]
    frames[0].save(path, "TIFF", save_all=True, append_images=frames[1:], dpi=(200, 200))
    return path


def a_docx(path: Path, paragraphs: Sequence[str]) -> Path:
    """Write the least that is a letter."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )
    return path


def a_zip_bomb(path: Path) -> Path:
    """Write a small archive that unpacks to far more than a letter."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        for _ in range(260):
            part.write(bytes(1_000_000))
    return path


# A plain red picture of 64 × 48 pixels, as a phone would send it.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAWltZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABjQABAAAAAAAAABoAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAA"
    "AAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA6WlwcnAAAADKaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34"
    "+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5"
    "uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAAUaXNwZQAAAAAAAABAAAAAQAAAAChjbGFwAAAAQAAAAAEAAAAw"
    "AAAAAQAAAAAAAAAC////8AAAAAIAAAAQcGl4aQAAAAADCAgIAAAAF2lwbWEAAAAAAAAAAQABBIECBIMAAAAibWRh"
    "dAAAABYoAa8ZgO9Jpb//3M+f9yUv+G61pj5u"
)

MAIL = b"""From: Hana Fontaine <hana@example.org>
To: claims@example.org
Subject: Estimate for the repair
Date: Mon, 2 Mar 2026 09:30:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/html; charset=utf-8

<p>The garage asks for <b>1,240 pounds</b>.</p><script>alert(1)</script>
<img src="http://tracker.example.org/seen.png">
--b
Content-Type: application/pdf; name="estimate.pdf"
Content-Disposition: attachment; filename="estimate.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjcK
--b--
"""
