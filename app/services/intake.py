"""Intake of claims: drafts, submission, and what a person has submitted."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType
from app.services.claim_draft import ClaimDraft
from app.services.scoring import ScoringService


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
        self._scoring = scoring

    def save_draft(
        self, draft: ClaimDraft, *, claim_id: int | None = None, version: int | None = None
    ) -> SavedDraft:
        """Keep an unfinished claim, new or saved before; Conflict if it changed meanwhile."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        raise NotImplementedError

    def load_draft(self, claim_id: int) -> SavedDraft:
        """Return a draft to go on with; NotFound if there is none in sight."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        raise NotImplementedError

    def submit(
        self, draft: ClaimDraft, *, claim_id: int | None = None, version: int | None = None
    ) -> Submission:
        """Submit a complete claim; Invalid with `problems` per field while something is missing.

        With a scoring service (staff) the claim is scored at once; else the worker scores it.
        """
        self._identity.require(Permission.CLAIM_SUBMIT)
        raise NotImplementedError

    def own_claims(self) -> tuple[OwnClaim, ...]:
        """Return the person's own claims, the last touched first."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        raise NotImplementedError
