"""E-mails as text: who, when, what about, what was written, and the names of what hangs on."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser

from app.services.pages.text import Line, Style, TextBook, paragraphs
from app.words import say

_HEADS = (say("From"), say("To"), say("Cc"), say("Date"), "Subject")
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote"})
_SILENT = frozenset({"script", "style", "head", "title"})
_THOUSAND = 1000


def open_mail(data: bytes) -> TextBook:
    """Return an e-mail as pages; nothing it points to is ever fetched."""
    return TextBook(_lines(BytesParser(policy=policy.default).parsebytes(data)))


def _lines(message: EmailMessage) -> Iterator[Line]:
    yield Line(str(message.get("Subject", "")) or say("(no subject)"), Style.TITLE)
    for name in _HEADS[:-1]:
        if value := str(message.get(name, "")):
            yield Line(f"{name}: {value}", Style.FAINT)
    hanging = [_hanging(part) for part in message.iter_attachments()]
    if hanging:
        yield Line(say("Attachments: {names}", names=", ".join(hanging)), Style.FAINT)
    yield Line()
    yield from paragraphs(_body(message))


def _hanging(part: EmailMessage) -> str:
    content = part.get_payload(decode=True)
    size = len(content) if isinstance(content, bytes) else 0
    told = say("{size:,} kB", size=max(size // _THOUSAND, 1)) if size else "empty"
    return f"{part.get_filename() or part.get_content_type()} ({told})"


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    try:
        text = raw.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = raw.decode("latin-1")
    return plain(text) if part.get_content_subtype() == "html" else text


def plain(html: str) -> str:
    """Return the words of *html*, without scripts, styles, pictures and addresses."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.said).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data.replace("\n", " "))
