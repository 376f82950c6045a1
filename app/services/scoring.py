"""Scores for claims from the active model."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Recommendation, Status
from app.database import translate
from app.errors import BadModel, Invalid, NotFound
from app.models import Claim, Score
from app.services.facts import ClaimFacts, features, frame
from app.services.model_store import Bundles
from app.words import say

if TYPE_CHECKING:
    from app.ml.model import TriageModel

_RECORD = text("SELECT record_score(:claim, :receipt)").bindparams(
    bindparam("receipt", type_=JSONB)
)
_JUDGE = text("SELECT judge_of(:claim)")
_LINKS = text("SELECT kind, claims FROM claim_links(:claim)")


@dataclass(frozen=True, slots=True)
class Scored:
    """What the engine said about a claim, as it was recorded."""

    claim_id: int
    score_id: int
    score: Decimal
    confidence: Decimal
    recommendation: Recommendation


class ScoringService:
    """Score each claim with the model that judges its line; the bundle at *model* ships."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity, model: Path) -> None:
        self._sessions = sessions
        self._identity = identity
        self.bundles = Bundles(sessions, model)

    def score(self, claim_id: int) -> Scored | None:
        """Score a claim and record it with its receipt; a submitted claim becomes triaged.

        Returns None for a claim that cannot be scored: the reason is recorded in place of a
        score. Raises BadModel if no model judges or its bundle cannot be had, NotFound if the
        claim is out of sight.
        """
        self._identity.require(Permission.CLAIM_SCORE)
        with translate(), self._sessions.begin() as session:
            facts = facts_of_claim(session, claim_id)
            seal = _judge(session, claim_id)
        receipt = _judged(self.bundles.model(seal), facts)
        with translate(), self._sessions.begin() as session:
            recorded = session.execute(_RECORD, {"claim": claim_id, "receipt": receipt}).scalar()
            score = session.get(Score, recorded) if recorded else None
            return _scored(score) if score else None

    def waiting(self, limit: int = 100) -> tuple[int, ...]:
        """Return the ids of submitted claims without a score, oldest first."""
        self._identity.require(Permission.CLAIM_SCORE)
        submitted = select(Claim.id).where(Claim.status == Status.SUBMITTED)
        oldest = submitted.order_by(Claim.submission_date, Claim.id).limit(limit)
        with translate(), self._sessions.begin() as session:
            return tuple(session.scalars(oldest))


def _judge(session: Session, claim_id: int) -> str:
    """Return the seal of the model that judges a claim; only the database knows of trials."""
    seal: str | None = session.scalar(_JUDGE, {"claim": claim_id})
    if seal is None:
        raise BadModel(say("No model is active. Ask an administrator to activate one."))
    return seal


def facts_of_claim(session: Session, claim_id: int) -> ClaimFacts:
    """Return what the engine is told of a claim; raises NotFound if it is out of sight."""
    claim = session.get(Claim, claim_id)
    if claim is None:
        raise NotFound(say("This claim is not among those you may see."))
    links = session.execute(_LINKS, {"claim": claim_id})
    return ClaimFacts.of(claim, [(link.kind, link.claims) for link in links])


def _judged(model: "TriageModel", facts: ClaimFacts) -> dict[str, Any]:
    from app.services.telling import receipt_of

    began = perf_counter()
    try:
        judged = model.judge(frame([features(facts)]), explain=True)
        spent = (perf_counter() - began) * 1000
        return {**receipt_of(judged, 0), "ms": round(spent, 3)}
    except Invalid as error:
        return {"model_sha256": model.model_id, "not_scorable": error.message}


def _scored(score: Score) -> Scored:
    return Scored(
        claim_id=score.claim_id,
        score_id=score.id,
        score=score.score,
        confidence=score.confidence,
        recommendation=Recommendation(score.recommendation),
    )
