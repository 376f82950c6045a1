"""Scores for claims from the active model."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Recommendation


@dataclass(frozen=True, slots=True)
class Scored:
    """What the engine said about a claim, as it was recorded."""

    claim_id: int
    score_id: int
    score: Decimal
    confidence: Decimal
    recommendation: Recommendation


class ScoringService:
    """Score claims with the bundle at *model*, which must be the registered active one."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity, model: Path) -> None:
        self._sessions = sessions
        self._identity = identity
        self._model = model

    def score(self, claim_id: int) -> Scored:
        """Score a claim and record it with its receipt; a submitted claim becomes triaged."""
        self._identity.require(Permission.CLAIM_SCORE)
        raise NotImplementedError

    def waiting(self, limit: int = 100) -> tuple[int, ...]:
        """Return the ids of submitted claims without a score, oldest first."""
        self._identity.require(Permission.CLAIM_SCORE)
        raise NotImplementedError
