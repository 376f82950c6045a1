"""Intake of claims: drafts, submission, and what a person has submitted."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission, Role
from app.codes import ClaimType, Recommendation, Status
from app.database import translate
from app.errors import AppError, Conflict, Invalid, NotFound
from app.models import Claim
from app.services import wording
from app.services.claim_draft import ClaimDraft
from app.services.completeness import missing_for_submit
from app.services.draft_columns import columns_of, draft_of, parties_of
from app.services.figures import today
from app.services.line_facts import MotorFacts
from app.services.scoring import Scored, ScoringService
from app.words import say, say_n

NOTICE = "2026-11"
_DROP_PARTIES = text("SELECT drop_parties(:claim)")


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft as it lies in the database; send id and version back with the next save."""

    id: int
    number: str
    version: int
    draft: ClaimDraft


@dataclass(frozen=True, slots=True)
class Submission:
    """A submitted claim; `score` is None while it waits for the worker or may not be seen."""

    id: int
    number: str
    status: str
    score: Decimal | None
    recommendation: Recommendation | None = None


@dataclass(frozen=True, slots=True)
class OwnClaim:
    """A claim as its submitter sees it: status in plain words, no score, no referral."""

    id: int
    number: str
    policy: str
    claim_type: ClaimType
    amount: Decimal | None
    currency: str
    status: str
    is_draft: bool
    updated: datetime


class IntakeService:
    """Take claims in, as the signed-in person."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        identity: Identity,
        scoring: ScoringService | None = None,
    ) -> None:
        self._sessions = sessions
        self._identity = identity
        self._scoring = scoring if identity.may(Permission.CLAIM_SCORE) else None

    def save_draft(
        self, draft: ClaimDraft, *, claim_id: int | None = None, version: int | None = None
    ) -> SavedDraft:
        """Keep an unfinished claim, new or saved before; Conflict if it changed meanwhile."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        with translate(), self._sessions.begin() as session:
            claim = self._keep(session, draft, claim_id, version)
            kept = draft.model_copy(update={"region": claim.region or ""})
            return SavedDraft(claim.id, claim.claim_number, claim.version, kept)

    def load_draft(self, claim_id: int) -> SavedDraft:
        """Return a draft to go on with; NotFound if there is none in sight."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        with translate(), self._sessions.begin() as session:
            claim = self._own_draft(session, claim_id)
            return SavedDraft(claim.id, claim.claim_number, claim.version, draft_of(claim))

    def submit(
        self, draft: ClaimDraft, *, claim_id: int | None = None, version: int | None = None
    ) -> Submission:
        """Submit a complete claim; Invalid with `problems` per field while something is missing.

        With a scoring service (staff) the claim is scored at once; else the worker scores it,
        as it also does when scoring here fails: the claim is submitted either way.
        """
        self._identity.require(Permission.CLAIM_SUBMIT)
        _complete(draft)
        with translate(), self._sessions.begin() as session:
            claim = self._keep(session, _as_submitted(draft), claim_id, version)
            claim.status = Status.SUBMITTED
            session.flush()
            number, stored = claim.claim_number, claim.id
        words = wording.OWN_STATUS[Status.SUBMITTED]
        scored = self._score(stored)
        if scored is None:
            return Submission(stored, number, words, None)
        return Submission(stored, number, words, scored.score, scored.recommendation)

    def own_claims(self) -> tuple[OwnClaim, ...]:
        """Return the person's own claims, the last touched first."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        own = select(Claim).where(Claim.user_id == self._identity.id)
        latest = own.order_by(Claim.last_updated.desc(), Claim.id.desc())
        with translate(), self._sessions.begin() as session:
            return tuple(_own_claim(claim) for claim in session.scalars(latest))

    def _keep(
        self, session: Session, draft: ClaimDraft, claim_id: int | None, version: int | None
    ) -> Claim:
        if claim_id is None:
            claim = Claim(**self._columns(draft))
            session.add(claim)
            session.flush()
        else:
            claim = self._changed(session, draft, claim_id, version)
        session.add_all(parties_of(draft, claim.id))
        session.flush()
        return claim

    def _changed(
        self, session: Session, draft: ClaimDraft, claim_id: int, version: int | None
    ) -> Claim:
        claim = self._own_draft(session, claim_id)
        if claim.version != version:
            raise Conflict(say("This draft was changed elsewhere. Open it again, then go on."))
        for name, value in self._columns(draft).items():
            setattr(claim, name, value)
        session.flush()
        session.execute(_DROP_PARTIES, {"claim": claim_id})
        return claim

    def _columns(self, draft: ClaimDraft) -> dict[str, Any]:
        columns = columns_of(draft)
        if self._identity.role is Role.USER or not draft.region:
            del columns["region"]
        return columns

    def _own_draft(self, session: Session, claim_id: int) -> Claim:
        own = select(Claim).where(Claim.id == claim_id, Claim.user_id == self._identity.id)
        claim = session.scalars(own.where(Claim.own_status == Status.DRAFT)).one_or_none()
        if claim is None:
            raise NotFound(say("There is no such draft any more; it may have been submitted."))
        return claim

    def _score(self, claim_id: int) -> Scored | None:
        try:
            return self._scoring.score(claim_id) if self._scoring else None
        except AppError:
            return None


def _complete(draft: ClaimDraft) -> None:
    missing = missing_for_submit(draft)
    if missing:
        problems = {item.field: item.sentence for item in missing}
        raise Invalid(
            say_n(
                "{n} thing is missing to submit.", "{n} things are missing to submit.", len(missing)
            ),
            problems,
        )


def _as_submitted(draft: ClaimDraft) -> ClaimDraft:
    """Fill in what follows from the rest: report day, witnesses named, notice and signature."""
    facts, known = draft.facts, {"notice_version": NOTICE, "notice_date": today()}
    if isinstance(facts, MotorFacts) and facts.witness_count is None:
        known["witness_count"] = len(draft.witnesses)
    if facts.attested and facts.attested_on is None:
        known["attested_on"] = today()
    facts = facts.model_copy(update=known)
    reported = draft.reported_date or today()
    return draft.model_copy(update={"reported_date": reported, "facts": facts})


def _own_claim(claim: Claim) -> OwnClaim:
    status = Status(claim.own_status or "")
    return OwnClaim(
        id=claim.id,
        number=claim.claim_number,
        policy=claim.policy_number,
        claim_type=ClaimType(claim.claim_type),
        amount=claim.amount,
        currency=claim.currency,
        status=wording.OWN_STATUS[status],
        is_draft=status is Status.DRAFT,
        updated=claim.last_updated,
    )
