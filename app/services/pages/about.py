"""What a file says of itself: when a photo was taken and where, who made a PDF and with what."""

import re
import zipfile
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser
from io import BytesIO
from itertools import pairwise
from typing import Any

from PIL import ExifTags, Image, ImageOps

LONGEST, MOST_PARTS = 200, 50
_ACTIVE = {
    b"/JavaScript": "scripts",
    b"/JS": "scripts",
    b"/Launch": "programs to start",
    b"/EmbeddedFile": "embedded files",
    b"/GoToR": "links to other files",
    b"/SubmitForm": "forms that send",
    b"/URI": "links",
}
_INFO = ("Title", "Author", "Producer", "Creator", "CreationDate", "ModDate")
_CORE = {"title": "title", "creator": "author", "created": "created", "modified": "modified"}
_WIDE, _HIGH, _PLAIN = 9, 8, 4
_SIGN, _WHOLE = 2**63, 2**64
_PDF_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_EXIF_DAY = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")

Facts = dict[str, Any]


def about(data: bytes) -> Facts:
    """Return the facts of a file by plain names; what it does not say is left out."""
    head = data[:16]
    if head.startswith(b"%PDF-"):
        told = _pdf(data)
    elif head.startswith(b"PK"):
        told = _office(data)
    elif head.startswith((b"\xff\xd8", b"\x89PNG", b"II*", b"MM\0*")) or head[4:8] == b"ftyp":
        told = _image(data)
    else:
        told = _mail(data)
    return {name: _short(value) for name, value in told.items() if value not in (None, "", [], {})}


def photo_hash(image: Image.Image) -> int | None:
    """Return 64 bits that stay alike when a photo is shrunk or saved again, as a signed number.

    Each bit tells whether a point is darker than its right neighbour (difference hash). None for
    a picture with too little in it to tell it from another.
    """
    small = image.convert("L").resize((_WIDE, _HIGH), Image.Resampling.LANCZOS)
    points = list(small.tobytes())
    rows = [points[start : start + _WIDE] for start in range(0, len(points), _WIDE)]
    steps = [right - left for row in rows for left, right in pairwise(row)]
    if sum(abs(step) > 1 for step in steps) < len(steps) // _PLAIN:
        return None
    bits = sum((step > 0) << place for place, step in enumerate(steps))
    return bits - _WHOLE if bits >= _SIGN else bits


def _pdf(data: bytes) -> Facts:
    import pypdfium2

    file = pypdfium2.PdfDocument(data)
    try:
        info = {name: file.get_metadata_value(name) for name in _INFO}
        pages = len(file)
    finally:
        file.close()
    told = {name.lower(): info[name] for name in ("Title", "Author", "Producer", "Creator")}
    days = {"created": info["CreationDate"], "modified": info["ModDate"]}
    dated = {name: _day(_PDF_DAY, said) for name, said in days.items()}
    return {"pages": pages, **told, **dated, "holds": sorted(set(_active(data)))}


def _active(data: bytes) -> Iterator[str]:
    return (words for token, words in _ACTIVE.items() if token in data)


def _image(data: bytes) -> Facts:
    with Image.open(BytesIO(data)) as image:
        exif = image.getexif()
        more = exif.get_ifd(ExifTags.IFD.Exif)
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
        frames = int(getattr(image, "n_frames", 1))
        told: Facts = {"width": image.width, "height": image.height}
        if image.format == "JPEG":
            image.draft("RGB", (1024, 1024))
        told["photo_hash"] = photo_hash(ImageOps.exif_transpose(image))
    make, model = (_plain(exif.get(tag)) for tag in (ExifTags.Base.Make, ExifTags.Base.Model))
    taken = more.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    return told | {
        "pages": frames if frames > 1 and "MPO" not in told else None,
        "camera": model if model.startswith(make) else f"{make} {model}".strip(),
        "taken": _day(_EXIF_DAY, _plain(taken)),
        "edited_with": _plain(exif.get(ExifTags.Base.Software)),
        "place": _place(place),
    }


def _place(told: dict[Any, Any]) -> list[float] | None:
    """Return latitude and longitude in degrees."""
    try:
        degrees = [
            sum(float(part) / 60**power for power, part in enumerate(told[tag])) for tag in (2, 4)
        ]
        signs = [-1 if _plain(told.get(tag)) in {"S", "W"} else 1 for tag in (1, 3)]
        found = [round(sign * value, 5) for sign, value in zip(signs, degrees, strict=True)]
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return found if abs(found[0]) <= 90 and abs(found[1]) <= 180 else None  # noqa: PLR2004 - degrees


def _mail(data: bytes) -> Facts:
    mail = BytesParser(policy=policy.default).parsebytes(data)
    parts = [part for part, _ in zip(mail.walk(), range(MOST_PARTS), strict=False)]
    files = [name for part in parts if (name := part.get_filename())]
    told = {name: str(mail[name]) for name in ("from", "to", "subject", "date") if mail[name]}
    if not told:
        return {}
    harmful = [_harmful(part) for part in parts if not part.is_multipart()]
    return {**told, "attachments": files, "carries": sorted(set(filter(None, harmful)))}


def _harmful(part: Any) -> str:
    content = part.get_payload(decode=True) or b""
    if content.startswith((b"MZ", b"\x7fELF")):
        return "a program"
    return "an archive" if content.startswith((b"Rar!", b"7z\xbc\xaf")) else ""


def _office(data: bytes) -> Facts:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        try:
            with archive.open("docProps/core.xml") as part:
                said = part.read(64 * 1024).decode("utf-8", "replace")
        except KeyError:
            return {}
    found = {
        ours: re.search(rf"<(?:\w+:)?{theirs}[^>]*>([^<]*)<", said)
        for theirs, ours in _CORE.items()
    }
    return {name: match[1] for name, match in found.items() if match}


def _day(form: re.Pattern[str], said: str) -> str | None:
    match = form.match(said or "")
    return "{}-{}-{}T{}:{}:{}".format(*match.groups()) if match else None


def _plain(value: Any) -> str:
    told = value.decode("latin-1") if isinstance(value, bytes) else str(value or "")
    return told.strip("\0 ")


def _short(value: Any) -> Any:
    """Cut what is long and drop what is no letter, so that a file cannot fill or confuse a row."""
    if isinstance(value, str):
        return "".join(letter for letter in value[:LONGEST] if letter.isprintable())
    if isinstance(value, list):
        return [_short(item) for item in value[:MOST_PARTS]]
    return value
