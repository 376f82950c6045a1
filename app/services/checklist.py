"""What documents a claim needs, what arrived, what is missing, and what it can do without."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType, DocumentState, DocumentType
from app.database import translate
from app.errors import NotFound
from app.models import Claim, DirectoryEntry, Document, DocumentWaiver
from app.services.required import Need, needs_of
from app.words import say

_WAIVE = text("SELECT waive_document(:claim, :type, :reason)")
_REQUIRE = text("SELECT require_document(:claim, :type)")
_TYPE = text("SELECT set_document_type(:document, :type)")
_CHECKED_LATER = {DocumentState.RECEIVED, DocumentState.SCANNING}


class NeedState(StrEnum):
    """How it stands with a document that is needed."""

    ARRIVED = "arrived"
    CHECKING = "checking"
    MISSING = "missing"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class NeedView:
    """One document that is needed; `documents` are the ids of those that came for it."""

    type: DocumentType
    name: str
    why: str
    state: NeedState
    documents: tuple[int, ...] = ()
    came: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """All that a claim needs, in the order of the house's list."""

    claim_id: int
    needs: tuple[NeedView, ...] = ()

    @property
    def missing(self) -> tuple[NeedView, ...]:
        """Return what has not come and is not waived."""
        return tuple(need for need in self.needs if need.state is NeedState.MISSING)


class ChecklistService:
    """Read the list of a claim and change it, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self.identity = sessions, identity

    def of(self, claim_id: int) -> Checklist:
        """Return what a claim needs; NotFound if it is out of sight."""
        self.identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            claim = session.get(Claim, claim_id)
            if claim is None:
                raise NotFound(say("This claim is not among those you may see."))
            needs = needs_of(
                ClaimType(claim.claim_type), claim.cause or "", claim.amount or Decimal(0)
            )
            came, waived = _came(session, claim_id), _waived(session, claim_id)
        return Checklist(
            claim_id, tuple(_view(need, came.get(need.type, ()), waived) for need in needs)
        )

    def waive(self, claim_id: int, kind: DocumentType, reason: str) -> None:
        """Say why the claim can do without a document; the claim's history keeps it."""
        self._do(_WAIVE, claim=claim_id, type=kind, reason=reason)

    def require(self, claim_id: int, kind: DocumentType) -> None:
        """Take back that the claim can do without a document."""
        self._do(_REQUIRE, claim=claim_id, type=kind)

    def set_type(self, document_id: int, kind: DocumentType) -> None:
        """Say what a document is to its claim."""
        self._do(_TYPE, document=document_id, type=kind)

    def _do(self, statement: object, **told: object) -> None:
        self.identity.require(Permission.CLAIM_TRIAGE)
        with translate(), self._sessions.begin() as session:
            session.execute(statement, told)  # type: ignore[call-overload]


_Came = tuple[int, str, DocumentState]
_Waived = dict[str, tuple[str, str]]


def _came(session: Session, claim_id: int) -> dict[str, Sequence[_Came]]:
    found: dict[str, list[_Came]] = {}
    rows = session.execute(
        select(Document.document_type, Document.id, Document.name, Document.status)
        .where(Document.claim_id == claim_id)
        .order_by(Document.upload_date.desc(), Document.id.desc())
    )
    for kind, key, name, state in rows:
        if kind and state:
            found.setdefault(kind, []).append((key, name, DocumentState(state)))
    return dict(found)


def _waived(session: Session, claim_id: int) -> _Waived:
    rows = session.execute(
        select(DocumentWaiver.document_type, DocumentWaiver.reason, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == DocumentWaiver.waived_by)
        .where(DocumentWaiver.claim_id == claim_id)
    )
    return {kind: (reason, name or say("A colleague")) for kind, reason, name in rows}


def _view(need: Need, came: Sequence[_Came], waived: _Waived) -> NeedView:
    clean = [one for one in came if one[2] is DocumentState.CLEAN]
    checked_later = [one for one in came if one[2] in _CHECKED_LATER]
    state = NeedState.MISSING
    if clean:
        state = NeedState.ARRIVED
    elif need.type in waived:
        state = NeedState.WAIVED
    elif checked_later:
        state = NeedState.CHECKING
    shown = clean or checked_later
    reason, by = waived.get(need.type, ("", "")) if state is NeedState.WAIVED else ("", "")
    return NeedView(
        need.type,
        need.name,
        need.why,
        state,
        tuple(key for key, _, _ in shown),
        ", ".join(name for _, name, _ in shown),
        reason,
        by,
    )
