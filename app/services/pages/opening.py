"""Opens a file by what it contains, whatever its name says."""

import re

from app.services.pages.page import Book, Unreadable
from app.words import say

_HEAD = 4096
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")
_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OUTLOOK = say(
    "An Outlook message is kept as it came, but it is not read here. Save a copy and open it in "
    "Outlook, or ask for it as .eml or PDF."
)
_MAIL = re.compile(rb"(?im)^(from|received|return-path|subject|message-id|mime-version):")


def open_book(data: bytes) -> Book:
    """Return *data* as pages; Unreadable when it is none of the kinds that are shown."""
    head = data[:_HEAD]
    if not head:
        raise Unreadable(say("The file is empty, so there is nothing to show. Ask for it again."))
    if b"%PDF-" in head[:1024]:
        from app.services.pages.pdf import PdfBook

        return PdfBook(data)
    if head.startswith(_PICTURES) or head[4:8] == b"ftyp":
        return _image(data)
    if head.startswith(b"PK\x03\x04"):
        from app.services.pages.office import open_office

        return open_office(data)
    return _text(data, head)


def _image(data: bytes) -> Book:
    from PIL import UnidentifiedImageError

    from app.services.pages.images import ImageBook
    from app.services.pages.pdf import BROKEN

    try:
        return ImageBook(data)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Unreadable(BROKEN) from error


def _text(data: bytes, head: bytes) -> Book:
    if head.startswith(_OUTLOOK):
        raise Unreadable(OUTLOOK)
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(
            say("This kind of file is not shown here. Ask for a PDF or a picture of it.")
        )
    if _MAIL.search(head):
        from app.services.pages.mail import open_mail

        return open_mail(data)
    from app.services.pages.text import MOST_LETTERS, TextBook, paragraphs

    note = say("Only the beginning of this long text is shown.") if len(data) > MOST_LETTERS else ""
    return TextBook(paragraphs(_decoded(data[:MOST_LETTERS])), note=note)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
