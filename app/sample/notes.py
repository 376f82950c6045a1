"""Notes that adjusters left beside the documents of some open sample claims."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from app.sample.claim import SampleClaim
from app.sample.copying import copy
from app.sample.documents import PDF, People, SampleDocument
from app.services.pages.pdf import PdfBook

EVERY = 2
_COLUMNS = [
    "claim_id",
    "document_id",
    "number",
    "page",
    "kind",
    "boxes",
    "tone",
    "text",
    "author_id",
    "at",
]


class _Remark(NamedTuple):
    """What is said about the first place at which `found` stands."""

    found: str
    kind: str
    tone: str
    text: str
    by_handler: bool = True


_REMARKS: dict[str, tuple[_Remark, ...]] = {
    "statement": (
        _Remark("Date of loss", "note", "med", "The call log has the day after. Ask which."),
        _Remark("I believe that the facts", "highlight", "ok", ""),
    ),
    "police_report": (
        _Remark("Reported on", "note", "high", "Reported late: why not the same evening?"),
        _Remark("No arrest was made", "highlight", "neutral", "", by_handler=False),
    ),
    "estimate": (
        _Remark("Hours", "note", "med", "More hours than the last three of this firm."),
        _Remark("Hidden damage", "note", "low", "Agree this before work begins.", by_handler=False),
        _Remark("Total GBP", "tag", "neutral", "amount"),
    ),
    "medical_report": (_Remark("Opinion", "note", "ok", "Fits the account of the claimant."),),
    "receipt": (_Remark("Total GBP", "tag", "neutral", "amount"),),
}


def store_notes(
    cursor: Any,
    claims: Sequence[SampleClaim],
    told: Sequence[SampleDocument],
    ids: Sequence[int],
    people: People,
) -> None:
    """Insert the notes as they would stand after some days of work."""
    rows = [
        [ids[item.claim], item.document, item.number, *row]
        for item in told
        if item.media_type == PDF and item.state == "clean" and item.claim % EVERY == 0
        for row in _rows(item, claims[item.claim], people)
    ]
    cursor.execute("SET LOCAL session_replication_role = replica")
    copy(cursor, "claims_annotation", _COLUMNS, rows)
    cursor.execute("SET LOCAL session_replication_role = origin")


def _rows(item: SampleDocument, claim: SampleClaim, people: People) -> Iterator[list[Any]]:
    book = PdfBook(item.content)
    for number, remark in enumerate(_REMARKS.get(item.type, ())):
        places = book.find(0, remark.found)
        handler = claim.standing.handler or "maya"
        author = people.get(handler if remark.by_handler else "samir")
        if places and author:
            boxes = json.dumps([[round(edge, 2) for edge in box] for box in places[0]])
            at = _at(item.at, number)
            yield [0, remark.kind, boxes, remark.tone, remark.text, author, at]


def _at(came: datetime, number: int) -> datetime:
    return came + timedelta(minutes=25 + 9 * number)
