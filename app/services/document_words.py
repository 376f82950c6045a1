"""What happened to a document, as a sentence."""

from collections.abc import Mapping
from typing import Any

from app.codes import DocumentType
from app.services.wording import DOCUMENT_TYPE
from app.words import amid, say_n

_ACTS = {
    "added": "Added “{name}”{version}",
    "restored": "Restored version {restored_from} of “{name}”",
    "clean": "Accepted “{name}”",
    "rejected": "Rejected “{name}”{why}",
    "quarantined": "Put “{name}” in quarantine{why}",
    "marked": "{kind} on page {page} of “{name}”",
    "remarked": "Changed a {noun} on page {page} of “{name}”",
    "unmarked": "Removed a {noun} from page {page} of “{name}”",
    "redacted": "Made “{name}” without {areas} of “{original_name}”",
    "waived": "Can do without: {type}{why}",
    "required": "Is needed after all: {type}",
    "typed": "Filed “{name}” as {type}",
}
_MARKS = {"note": "Note", "highlight": "Highlight", "tag": "Tag"}


def _type(code: str | None) -> str:
    known = set(DocumentType)
    return amid(DOCUMENT_TYPE[DocumentType(code)]) if code in known else "another document"


def _areas(count: int) -> str:
    return say_n("one place", "{n:,} places", count)


def document_sentence(detail: Mapping[str, Any]) -> str:
    """Return the sentence of an event of the kind `document`."""
    number = detail.get("number", 1)
    told = {
        "name": detail.get("name", "a document"),
        "version": f" as version {number}" if number > 1 else "",
        "restored_from": detail.get("restored_from", ""),
        "page": detail.get("page", 1),
        "noun": detail.get("kind", "note"),
        "areas": _areas(detail.get("areas", 1)),
        "original_name": detail.get("original_name", "another document"),
        "type": _type(detail.get("type")),
        "kind": _MARKS.get(detail.get("kind", ""), "Note"),
        "why": f": {detail['reason']}" if detail.get("reason") else "",
    }
    return _ACTS.get(detail.get("act", ""), "Changed “{name}”").format_map(told)
