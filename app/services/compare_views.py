"""What the compare screen shows: a claim beside its two nearest precedents, cut loose."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.codes import ClaimType, Outcome, Recommendation
from app.words import say

NOT_ASKED = say("Not asked")


class Sameness(StrEnum):
    """How far a fact sets the claim apart from its rivals."""

    TELLING = "telling"
    DIFFERENT = "different"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class RivalView:
    """The nearest settled claim of one outcome; what is None is not for these eyes.

    *same* of the *compared* facts are told alike; `similarity` is None beyond the nearest ten,
    `other_line` is the line of a precedent that is not of the claim's own.
    """

    key: UUID
    outcome: Outcome
    claim_id: int | None
    number: str | None
    amount: Decimal | None
    same: int
    compared: int
    similarity: float | None
    disputed: str
    other_line: ClaimType | None = None


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """One fact of the claim and of its rivals; None where a rival's is not for these eyes."""

    label: str
    mine: str
    others: tuple[str | None, ...]
    differs: tuple[bool, ...]
    sameness: Sameness


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact a person can verify, what else it could say, and the score it would give."""

    label: str
    value: str
    other: str
    score: float
    difference: float
    entered: int


@dataclass(frozen=True, slots=True)
class PastScore:
    """A score the claim had, and by how much it moved against the one before."""

    at: datetime
    score: Decimal
    moved: Decimal | None
    recommendation: Recommendation
    model: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One claim beside its nearest cleared and its nearest substantiated claim."""

    claim_id: int
    number: str
    score: Decimal | None
    rivals: tuple[RivalView, ...]
    facts: tuple[ComparedFact, ...]
    questions: tuple[OpenQuestion, ...]
    history: tuple[PastScore, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A precedent somebody doubts; `precedent` is its number, None when it is not known here."""

    id: int
    precedent: str | None
    outcome: Outcome
    claim: str
    claim_id: int
    reason: str
    raised_by: str
    raised_at: datetime
