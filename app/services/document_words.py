"""What happened to a document, as a sentence."""

from collections.abc import Mapping
from typing import Any

from app.codes import DocumentType
from app.services.wording import DOCUMENT_TYPE
from app.words import amid, say, say_n

_ACTS = {
    "added": say("Added “{name}”{version}"),
    "restored": say("Restored version {restored_from} of “{name}”"),
    "clean": say("Accepted “{name}”"),
    "rejected": say("Rejected “{name}”{why}"),
    "quarantined": say("Put “{name}” in quarantine{why}"),
    "marked": say("{kind} on page {page} of “{name}”"),
    "remarked": say("Changed a {noun} on page {page} of “{name}”"),
    "unmarked": say("Removed a {noun} from page {page} of “{name}”"),
    "redacted": say("Made “{name}” without {areas} of “{original_name}”"),
    "waived": say("Can do without: {type}{why}"),
    "required": say("Is needed after all: {type}"),
    "typed": say("Filed “{name}” as {type}"),
}
_MARKS = {"note": say("Note"), "highlight": say("Highlight"), "tag": say("Tag")}


def _type(code: str | None) -> str:
    known = set(DocumentType)
    return amid(DOCUMENT_TYPE[DocumentType(code)]) if code in known else say("another document")


def _areas(count: int) -> str:
    return say_n("one place", "{n:,} places", count)


def document_sentence(detail: Mapping[str, Any]) -> str:
    """Return the sentence of an event of the kind `document`."""
    number = detail.get("number", 1)
    told = {
        "name": detail.get("name", say("a document")),
        "version": say(" as version {number}", number=number) if number > 1 else "",
        "restored_from": detail.get("restored_from", ""),
        "page": detail.get("page", 1),
        "noun": detail.get("kind", "note"),
        "areas": _areas(detail.get("areas", 1)),
        "original_name": detail.get("original_name", say("another document")),
        "type": _type(detail.get("type")),
        "kind": _MARKS.get(detail.get("kind", ""), say("Note")),
        "why": f": {detail['reason']}" if detail.get("reason") else "",
    }
    return _ACTS.get(detail.get("act", ""), say("Changed “{name}”")).format_map(told)
