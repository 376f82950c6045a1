"""What a file is, by its content: only kinds that are known are accepted, whatever their name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.errors import BadFile
from app.files.archives import office_kind
from app.words import say

TAIL = 66_000
_HEAD = 4096
_TEXT_AT_ONCE = 2**20
_ZIP_END = b"PK\x05\x06"
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_FOREIGN = (
    (b"MZ", say("a program")),
    (b"\x7fELF", say("a program")),
    (b"\xca\xfe\xba\xbe", say("a program")),
    (b"\xcf\xfa\xed\xfe", say("a program")),
    (b"\xfe\xed\xfa", say("a program")),
    (b"#!", say("a script")),
    (b"Rar!", say("an archive")),
    (b"7z\xbc\xaf", say("an archive")),
    (b"\x1f\x8b", say("an archive")),
    (b"BZh", say("an archive")),
    (b"\xfd7zXZ", say("an archive")),
    (b"GIF8", say("a GIF picture")),
    (b"BM", say("a bitmap")),
    (b"RIFF", say("a sound or a film")),
    (b"{\\rtf", say("rich text")),
)
_MARKUP = re.compile(rb"(?is)\A[\s\xef\xbb\xbf]*<(!doctype|html|head|body|script|svg|\?xml|iframe)")
_MAIL = re.compile(rb"(?im)^(from|received|return-path|subject|message-id|mime-version|date):")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is accepted; `ends` are how its name may end."""

    media_type: str
    words: str
    ends: tuple[str, ...]


class Locked(BadFile):
    """A file that a password protects."""


PDF = Kind("application/pdf", say("a PDF"), ("pdf",))
JPEG = Kind("image/jpeg", say("a JPEG picture"), ("jpg", "jpeg"))
PNG = Kind("image/png", say("a PNG picture"), ("png",))
TIFF = Kind("image/tiff", say("a TIFF picture"), ("tif", "tiff"))
HEIC = Kind("image/heic", say("a HEIC picture"), ("heic", "heif"))
_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = Kind(f"{_OFFICE}wordprocessingml.document", say("a Word document"), ("docx",))
XLSX = Kind(f"{_OFFICE}spreadsheetml.sheet", say("a workbook"), ("xlsx",))
EML = Kind("message/rfc822", say("an e-mail"), ("eml",))
MSG = Kind("application/vnd.ms-outlook", say("an Outlook message"), ("msg",))
TXT = Kind("text/plain", say("plain text"), ("txt",))
KINDS = (PDF, JPEG, PNG, TIFF, HEIC, DOCX, XLSX, EML, MSG, TXT)
ACCEPTED = say("PDF, JPEG, PNG, TIFF, HEIC, DOCX, XLSX, e-mail or plain text")
OFFICE_KINDS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}


def kind_of(path: Path, name: str) -> Kind:
    """Return what the file at *path*, sent under *name*, is.

    Raise BadFile in a sentence for what is not accepted and Locked for what a password protects.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
        start = max(0, file.seek(0, 2) - TAIL)
        file.seek(start)
        tail = file.read()
    if not head:
        raise BadFile(say("The file is empty. Choose another one."))
    found = _by_content(path, head, tail)
    if found is not TXT or name.lower().endswith((".txt", ".eml")):
        _match_name(found, name)
        return found
    raise BadFile(say("This kind of file is not accepted. Send {accepted}.", accepted=ACCEPTED))


def _by_content(path: Path, head: bytes, tail: bytes) -> Kind:
    _refuse_foreign(head)
    for begins, looked_at in _CHECKS:
        if begins(head):
            return looked_at(path, head, tail)
    return _text(path, head)


def _refuse_foreign(head: bytes) -> None:
    what = next((words for magic, words in _FOREIGN if head.startswith(magic)), "")
    if not what and _MARKUP.match(head):
        what = say("a web page")
    if what:
        raise BadFile(
            say(
                "The file is {what}, which is not accepted. Send {accepted}.",
                what=what,
                accepted=ACCEPTED,
            )
        )


def _pdf(path: Path, _head: bytes, tail: bytes) -> Kind:
    if b"%%EOF" not in tail[-1024:]:
        raise BadFile(say("The PDF is incomplete. Ask for it to be sent again."))
    _refuse_second_life(tail, "PDF")
    if _holds(path, b"/Encrypt"):
        raise Locked(say("The PDF is protected by a password. Ask for a copy without one."))
    return PDF


def _picture(kind: Kind) -> Callable[[Path, bytes, bytes], Kind]:
    def look(_path: Path, head: bytes, tail: bytes) -> Kind:
        _refuse_second_life(tail, "picture")
        if kind is JPEG and b"\xff\xd9" not in tail:
            raise BadFile(say("The picture is incomplete. Ask for it to be sent again."))
        if kind is PNG and b"IEND" not in tail:
            raise BadFile(say("The picture is incomplete. Ask for it to be sent again."))
        if re.search(rb"(?i)<script|<\?php", head):
            raise BadFile(say("The picture carries a script, which is not accepted."))
        return kind

    return look


def _office(path: Path, _head: bytes, tail: bytes) -> Kind:
    if tail[-22:-18] != _ZIP_END:
        raise BadFile(say("The archive does not end where it should. Ask for it to be sent again."))
    return OFFICE_KINDS[office_kind(path)]


def _compound(path: Path, _head: bytes, _tail: bytes) -> Kind:
    """Tell an Outlook message from the other files of the same old container."""
    if _holds(path, "EncryptedPackage".encode("utf-16-le")):
        raise Locked(say("The document is protected by a password. Ask for a copy without one."))
    if _holds(path, "__substg1.0_".encode("utf-16-le")):
        return MSG
    raise BadFile(
        say("The file is of an old kind that can carry macros. Send {accepted}.", accepted=ACCEPTED)
    )


def _text(path: Path, head: bytes) -> Kind:
    """Return text if every letter of it is one, and an e-mail if it begins as one."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    with path.open("rb") as file:
        while piece := file.read(_TEXT_AT_ONCE):
            letters = piece.decode("utf-16" if wide else "latin-1", "replace")
            if _CONTROL.search(letters):
                raise BadFile(
                    say("This kind of file is not accepted. Send {accepted}.", accepted=ACCEPTED)
                )
    first = head.split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    return EML if len(_MAIL.findall(first)) > 1 else TXT


def _match_name(found: Kind, name: str) -> None:
    end = name.rpartition(".")[2].lower()
    named = next((kind for kind in KINDS if end in kind.ends), None)
    alike = {found, named} == {EML, TXT}
    if named is None or (named is not found and not alike):
        said = named.words if named else say("nothing that is accepted")
        raise BadFile(
            say(
                "The file is {words}, but its name says {said}. Rename it, then send.",
                words=found.words,
                said=said,
            )
        )


def _refuse_second_life(tail: bytes, what: str) -> None:
    """Refuse a file that is an archive as well, read from its end."""
    place = tail.rfind(_ZIP_END)
    if place >= 0 and len(tail) - place >= 22:  # noqa: PLR2004 - the record's own size
        comment = int.from_bytes(tail[place + 20 : place + 22], "little")
        if place + 22 + comment <= len(tail):
            raise BadFile(
                say("The {what} is an archive as well, which is not accepted.", what=what)
            )


def _holds(path: Path, wanted: bytes) -> bool:
    """Tell whether the file holds these bytes, read piece by piece."""
    kept = b""
    with path.open("rb") as file:
        while piece := file.read(_TEXT_AT_ONCE):
            if wanted in kept + piece:
                return True
            kept = piece[-len(wanted) :]
    return False


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC


_CHECKS: tuple[tuple[Callable[[bytes], bool], Callable[[Path, bytes, bytes], Kind]], ...] = (
    (lambda head: head.startswith(b"%PDF-"), _pdf),
    (lambda head: head.startswith(b"\xff\xd8\xff"), _picture(JPEG)),
    (lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"), _picture(PNG)),
    (lambda head: head.startswith((b"II*\0", b"MM\0*")), _picture(TIFF)),
    (_is_heic, _picture(HEIC)),
    (lambda head: head.startswith(b"PK"), _office),
    (lambda head: head.startswith(_CFB), _compound),
)
