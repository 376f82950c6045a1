"""The documents of some open sample claims: what they are, and how they get into the store."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import numpy as np

from app.objects import Spec, Store
from app.sample import papers, photos
from app.sample.claim import SampleClaim
from app.sample.copying import copy, reserve
from app.sample.dice import Dice
from app.sample.events import SampleEvent
from app.services.pages.about import about

SEED = 20
NAMESPACE = UUID("a6d1c0de-52b4-4d53-9f0e-5d3a9d1f7b21")
PDF, JPEG, MAIL = "application/pdf", "image/jpeg", "message/rfc822"
ENTERED, QUEUED, OWN = 12, 10, 4
_SHOTS = {"motor": photos.panel, "property": photos.wall, "travel": photos.case}
_DOCUMENT = ["id", "claim_id", "document_type", "upload_date", "uploaded_by"]
_VERSION = [
    "document_id",
    "claim_id",
    "number",
    "object_key",
    "name",
    "size",
    "sha256",
    "media_type",
    "state",
    "reason",
    "uploaded_by",
    "uploaded_at",
    "checked_at",
    "facts",
    "photo_hash",
]
People = dict[str | None, int]


@dataclass(slots=True)
class SampleDocument:
    """A file that came for a claim; the same `series` makes versions of one document."""

    claim: int
    type: str
    name: str
    media_type: str
    content: bytes
    at: datetime
    actor: str | None
    series: str
    state: str = "clean"
    reason: str | None = None
    document: int = 0
    number: int = 1


def documents(claims: Sequence[SampleClaim], scores: Sequence[float]) -> list[SampleDocument]:
    """Return the documents of the claims that somebody works on or will see first."""
    chosen = _chosen(claims, scores)
    made = [told for place in chosen for told in _of(place, claims[place])]
    _reuse_a_photo(made)
    _hold_one([item for item in made if claims[item.claim].standing.status == "triaged"])
    return made


def store_documents(
    cursor: Any, store: Store, told: list[SampleDocument], ids: Sequence[int], people: People
) -> None:
    """Put the contents into the store and the rows into the database."""
    series = {(item.claim, item.series): item for item in reversed(told)}
    numbers = dict(zip(series, reserve(cursor, "claims_document", len(series)), strict=True))
    counted: dict[int, int] = {}
    for item in told:
        item.document = numbers[item.claim, item.series]
        item.number = counted[item.document] = counted.get(item.document, 0) + 1
    rows = (
        [numbers[key], ids[item.claim], item.type, item.at, people.get(item.actor)]
        for key, item in series.items()
    )
    copy(cursor, "claims_document", _DOCUMENT, rows)
    copy(
        cursor,
        "claims_document_version",
        _VERSION,
        [_row(item, _put(store, item), ids, people) for item in told],
    )


def document_events(told: Sequence[SampleDocument], claim: int) -> Iterator[SampleEvent]:
    """Tell how the documents of one claim came."""
    for item in told:
        if item.claim == claim:
            detail = {"act": "added", "name": item.name, "number": item.number}
            detail["sha256"] = hashlib.sha256(item.content).hexdigest()
            yield SampleEvent(at=item.at, kind="document", actor=item.actor, detail=detail)


def _chosen(claims: Sequence[SampleClaim], scores: Sequence[float]) -> list[int]:
    places = sorted(range(len(claims)), key=lambda place: -scores[place])
    held = [place for place in places if claims[place].standing.assigned_to]
    queued = [
        place
        for place in places
        if claims[place].standing.status == "triaged" and claims[place].region == "north"
    ]
    own = [place for place in places if claims[place].user]
    return sorted({*held[:ENTERED], *queued[:QUEUED], *own[:OWN]})


def _of(place: int, claim: SampleClaim) -> Iterator[SampleDocument]:
    dice = Dice(f"{SEED}/{claim.precedent_key}")
    actor = claim.user or claim.standing.handler

    def came(kind: str, name: str, content: bytes, hours: float) -> SampleDocument:
        media = {"pdf": PDF, "jpg": JPEG, "eml": MAIL}[name.rsplit(".", 1)[1]]
        at = claim.submission_date + timedelta(minutes=1 + 7 * hours)
        return SampleDocument(place, kind, name, media, content, at, actor, series=name)

    yield came("statement", "Statement of loss.pdf", papers.statement(claim), 0)
    if claim.authority_contacted == "police":
        yield came("police_report", "Police report.pdf", papers.police_report(claim), 1)
    if claim.claim_type in _SHOTS:
        yield from _shots(claim, dice, came)
    if claim.claim_type in {"motor", "property"}:
        yield came("estimate", "Estimate.pdf", papers.estimate(claim, dice, share=0.9), 3)
        if dice.chance(0.4):
            later = came("estimate", "Estimate revised.pdf", papers.estimate(claim, dice), 5)
            later.series = "Estimate.pdf"
            yield later
    elif claim.claim_type == "health":
        yield came("medical_report", "Medical report.pdf", papers.medical_report(claim), 2)
        yield came("invoice", "Invoice.pdf", papers.invoice(claim, dice, treatment=True), 3)
    else:
        yield came("receipt", "Receipt.pdf", papers.invoice(claim, dice), 2)
    if dice.chance(0.5):
        sent = claim.submission_date + timedelta(minutes=40)
        yield came("correspondence", "E-mail of the claimant.eml", papers.letter(claim, sent), 6)


def _shots(claim: SampleClaim, dice: Dice, came: Any) -> Iterator[SampleDocument]:
    rng = np.random.default_rng(dice.randrange(2**32))
    taken = datetime.combine(claim.loss_date, claim.loss_time or datetime.min.time())
    for number in range(1, 2 + dice.chance(0.4)):
        at = taken + timedelta(minutes=20 + number)
        shot = _SHOTS[claim.claim_type](rng, at)
        yield came("photo", f"IMG_{dice.randrange(1000, 9999)}.jpg", shot, 1 + number / 10)


def _reuse_a_photo(made: list[SampleDocument]) -> None:
    """Let one photo be used in two claims."""
    shots = [item for item in made if item.type == "photo"]
    other = next((item for item in shots if item.claim != shots[0].claim), None) if shots else None
    if other:
        other.content = shots[0].content


def _hold_one(made: list[SampleDocument]) -> None:
    """Let one of these files wait in quarantine."""
    held = next((item for item in reversed(made) if item.type == "correspondence"), None)
    if held:
        held.state = "quarantined"
        held.reason = "the scanner recognised a phishing message in it"


def _put(store: Store, item: SampleDocument) -> Spec:
    digest = hashlib.sha256(item.content).hexdigest()
    place = uuid5(NAMESPACE, f"{item.claim}/{item.series}/{item.number}")
    spec = Spec(f"claims/{place}/{digest}", len(item.content), digest, item.media_type)
    store.put(spec, io.BytesIO(item.content))
    return spec


def _row(item: SampleDocument, spec: Spec, ids: Sequence[int], people: People) -> list[Any]:
    content = [spec.key, item.name, spec.size, spec.sha256, item.media_type]
    who = [people.get(item.actor), item.at, item.at + timedelta(seconds=20)]
    state = [item.state, item.reason]
    facts = about(item.content)
    photo = facts.pop("photo_hash", None)
    told = [facts | {"kind": item.media_type, "scanned": False}, photo]
    return [item.document, ids[item.claim], item.number, *content, *state, *who, *told]
