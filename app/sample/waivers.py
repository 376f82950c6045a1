"""Documents that some open sample claims do without, and why."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from app.codes import ClaimType, DocumentType
from app.sample.claim import SampleClaim
from app.sample.copying import copy
from app.sample.documents import People, SampleDocument
from app.services.required import needs_of

EVERY = 3
_COLUMNS = ["claim_id", "document_type", "reason", "waived_by", "at"]
_REASONS = {
    DocumentType.EXPERT_REPORT: "The repairer's own engineer saw it, and his photos are here.",
    DocumentType.POLICY: "Seen in original at the desk; a copy is not needed.",
    DocumentType.POLICE_REPORT: "The reference was confirmed by the station on the phone.",
    DocumentType.RECEIPT: "The card statement shows the same amount.",
    DocumentType.CORRESPONDENCE: "The carrier confirmed the delay on its own site.",
}


def store_waivers(
    cursor: Any,
    claims: Sequence[SampleClaim],
    told: Sequence[SampleDocument],
    ids: Sequence[int],
    people: People,
) -> None:
    """Insert one waiver for some of the claims that have documents and still lack one."""
    places = sorted({item.claim for item in told})[::EVERY]
    rows = [row for place in places for row in _rows(place, claims[place], told, people)]
    copy(cursor, "claims_document_waiver", _COLUMNS, ([ids[row[0]], *row[1:]] for row in rows))


def _rows(
    place: int, claim: SampleClaim, told: Sequence[SampleDocument], people: People
) -> Iterator[list[Any]]:
    came = {item.type for item in told if item.claim == place}
    author = people.get(claim.standing.handler or "samir")
    needs = needs_of(ClaimType(claim.claim_type), claim.cause, claim.amount)
    lacking = [need.type for need in needs if need.type not in came and need.type in _REASONS]
    if lacking and author:
        at = claim.submission_date + timedelta(hours=2)
        yield [place, str(lacking[0]), _REASONS[lacking[0]], author, at]
