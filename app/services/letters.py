"""Letters on claims: drafted from what the claim says, sent once, and kept as they were sent."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, aliased, sessionmaker

from app.access import Identity, Permission
from app.codes import DenialReason, DocumentType, LetterKind, Status
from app.database import translate
from app.errors import Invalid, NotFound
from app.models import Claim, DirectoryEntry, Document, Event, Letter, MoneyEntry, Party
from app.services import wording
from app.services.figures import day, money
from app.services.letter_texts import SUBJECTS, LetterDraft, LetterView
from app.services.register import entered

_SEND = text(
    "SELECT send_letter(:claim, :version, :kind, :recipient, :address, :subject, :body, :pdf)"
)
_FIRST = ("claimant", "policyholder", "reporter")


class LetterService:
    """Draft, send and read letters as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity

    def draft(self, claim_id: int, kind: LetterKind, *, asked: Sequence[str] = ()) -> LetterDraft:
        """Return a letter of *kind* to the claimant, which may ask for something.

        NotFound if the claim is out of sight.
        """
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            claim = session.get(Claim, claim_id)
            if claim is None:
                raise NotFound("This claim is not among those you may see.")
            party = _addressee(session, claim_id)
            told = _told(session, claim) | {"author": self._identity.full_name}
        if asked:
            told["questions"] = list(asked)
        return LetterDraft(
            kind=kind,
            recipient=party.name if party else "",
            address=_address(party) if party else "",
            subject=SUBJECTS[kind],
            words="",
            told=told,
        )

    def send(self, claim_id: int, version: int, *, letter: LetterDraft, pdf: bytes) -> int:
        """Keep the letter as it was sent and return the claim's new version.

        Raises Conflict when somebody was faster, Refused with the database's sentence when such a
        letter is not sent now, and Invalid when it goes to nobody.
        """
        self._identity.require(Permission.CLAIM_DECIDE)
        if not letter.recipient.strip():
            sentence = "Say whom the letter goes to."
            raise Invalid(sentence, {"recipient": sentence})
        told = {
            "kind": letter.kind,
            "recipient": letter.recipient.strip(),
            "address": letter.address.strip(),
            "subject": letter.subject.strip(),
            "body": letter.html(),
            "pdf": pdf,
        }
        with translate(), self._sessions.begin() as session:
            return entered(session, _SEND, claim_id, version, told)

    def pdf(self, letter_id: int) -> bytes:
        """Return the letter exactly as it was sent."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            kept = session.scalar(select(Letter.pdf).where(Letter.id == letter_id))
        if kept is None:
            raise NotFound("This letter is not among those you may see.")
        return bytes(kept)


def read_letters(session: Session, claim_id: int) -> tuple[LetterView, ...]:
    """Return the letters of a claim in sight, the latest first."""
    found = (
        select(
            Letter.id,
            Letter.kind,
            Letter.recipient,
            Letter.subject,
            func.coalesce(DirectoryEntry.full_name, "").label("sent_by"),
            Letter.sent_at,
        )
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Letter.sent_by)
        .where(Letter.claim_id == claim_id)
        .order_by(Letter.id.desc())
    )
    rows = session.execute(found).mappings()
    return tuple(LetterView(**{**row, "kind": LetterKind(row["kind"])}) for row in rows)


def _addressee(session: Session, claim_id: int) -> Party | None:
    parties = session.scalars(select(Party).where(Party.claim_id == claim_id)).all()
    ranked = sorted(
        (party for party in parties if party.kind in _FIRST),
        key=lambda party: _FIRST.index(party.kind),
    )
    return ranked[0] if ranked else None


def _address(party: Party) -> str:
    lines = (party.address_line, party.city, party.postcode)
    return "\n".join(line for line in lines if line)


def _told(session: Session, claim: Claim) -> dict[str, Any]:
    detail: Mapping[str, Any] = claim.status_detail or {}
    paid = session.scalar(
        select(func.sum(MoneyEntry.amount)).where(
            MoneyEntry.claim_id == claim.id, MoneyEntry.kind == "payment"
        )
    )
    return {
        "number": claim.claim_number,
        "policy": claim.policy_number,
        "loss_date": day(claim.loss_date),
        "received": day((claim.submission_date or claim.last_updated).date()),
        "amount": money(claim.amount, claim.currency),
        "deductible": money(claim.deductible, claim.currency) if claim.deductible else "",
        "paid": money(paid, claim.currency) if paid else "",
        "denied": claim.status == Status.DENIED,
        "reason": _reason(claim.status_reason),
        "wording": detail.get("wording", ""),
        "until": day(claim.hold_until) if claim.hold_until else "",
        "questions": _questions(detail),
        "documents": _documents(session, claim.id),
        "decided_by": _decider(session, claim.id),
    }


def _reason(code: str | None) -> str:
    known = set(DenialReason)
    return wording.DENIAL_REASON[DenialReason(code)].lower() if code in known else ""


def _questions(detail: Mapping[str, Any]) -> list[str]:
    what = str(detail.get("what", "")).strip()
    return [what[:1].upper() + what[1:]] if what else []


def _documents(session: Session, claim_id: int) -> list[str]:
    found = session.execute(
        select(Document.name, Document.document_type, Document.upload_date)
        .where(Document.claim_id == claim_id, Document.status == "clean")
        .order_by(Document.id)
    )
    known = set(DocumentType)
    return [
        f"{wording.DOCUMENT_TYPE[DocumentType(kind)] if kind in known else 'Document'}"
        f" “{name}”, on {day(at.date())}"
        for name, kind, at in found
    ]


def _decider(session: Session, claim_id: int) -> str:
    person = aliased(DirectoryEntry)
    latest = (
        select(person.full_name)
        .select_from(Event)
        .join(person, person.id == Event.actor_id)
        .where(Event.claim_id == claim_id, Event.to_status.in_((Status.APPROVED, Status.DENIED)))
        .order_by(Event.seq.desc())
        .limit(1)
    )
    return session.scalar(latest) or "One of our adjusters"
