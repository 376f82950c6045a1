"""Why a claim scored as it did: its explanation, with the precedents these eyes may see."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.engine import RowMapping

from app.codes import ClaimType, Outcome, Recommendation
from app.models import Claim, Score
from app.services.claim_views import FactorView, PrecedentView, ScoreView
from app.services.stored_words import stored_sentence, stored_value
from app.words import say

UNSAID = "not given"


def precedent_keys(explanation: Mapping[str, Any]) -> list[UUID]:
    """Return the opaque ids of the precedents that are ids of claims at all."""
    return [key for key in map(_uuid, _keys(explanation)) if key]


def visible_precedents(keys: Iterable[UUID]) -> Select[*tuple[Any, ...]]:
    """Return the query of the precedents that row-level security shows to the person."""
    columns = (Claim.precedent_key, Claim.id, Claim.claim_number, Claim.claim_type, Claim.amount)
    return select(*columns).where(Claim.precedent_key.in_(list(keys)))


def score_view(
    score: Score, explanation: Mapping[str, Any], model: str, seen: Iterable[RowMapping]
) -> ScoreView:
    """Join a score and its explanation with the precedents in sight; the others stay masked.

    What the claim does not say is no factor worth showing.
    """
    known = {str(claim["precedent_key"]): claim for claim in seen}
    precedents = explanation.get("precedents", ())
    return ScoreView(
        score=score.score,
        probability=score.probability,
        confidence=score.confidence,
        recommendation=Recommendation(score.recommendation),
        model=model,
        scored_at=score.created_at,
        voters=int(explanation.get("voters", 0)),
        sentence=stored_sentence(str(explanation.get("sentence", ""))),
        prior_share=float(explanation.get("prior_share", 0)),
        precedents=tuple(
            _precedent(rank, told, known.get(str(told["key"])))
            for rank, told in enumerate(precedents, start=1)
        ),
        factors=tuple(
            _factor(told) for told in explanation.get("factors", ()) if told["value"] != UNSAID
        ),
    )


def _precedent(rank: int, told: Mapping[str, Any], claim: RowMapping | None) -> PrecedentView:
    return PrecedentView(
        rank=rank,
        key=str(told["key"]),
        claim_id=claim["id"] if claim else None,
        number=claim["claim_number"] if claim else None,
        claim_type=ClaimType(claim["claim_type"]) if claim else None,
        amount=claim["amount"] if claim else None,
        outcome=Outcome(told["outcome"]),
        similarity=float(told["similarity"]),
        share=float(told["share"]),
        contribution=float(told["contribution"]),
    )


def _factor(told: Mapping[str, Any]) -> FactorView:
    return FactorView(
        label=say(str(told["label"])),
        value=stored_value(str(told["value"])),
        position=float(told["position"]),
        low=float(told["low"]),
        high=float(told["high"]),
        outside=bool(told["outside"]),
    )


def _keys(explanation: Mapping[str, Any]) -> list[str]:
    return [str(told["key"]) for told in explanation.get("precedents", ())]


def _uuid(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None
