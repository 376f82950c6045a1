"""A claim beside the settled claims that tell most about it, under the reader's rights."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType, Outcome, Recommendation
from app.database import translate
from app.errors import NotFound
from app.models import Claim, Dispute, Score
from app.services.compare_views import (
    NOT_ASKED,
    ComparedFact,
    Comparison,
    OpenQuestion,
    PastScore,
    RivalView,
    Sameness,
)
from app.services.explaining import Explainer, explanation_of
from app.services.fact_words import fact_words
from app.services.facts import FEATURES, ClaimFacts, features
from app.services.figures import NOT_GIVEN
from app.services.stored_words import stored_value
from app.words import say

_SILENT = {None, NOT_GIVEN, NOT_ASKED}
_OF_LINES: dict[tuple[ClaimType, ...], tuple[str, ...]] = {
    (ClaimType.MOTOR,): (
        "accident_type",
        "occupants",
        "injured_beyond_occupants",
        "drivable",
        "towed",
        "airbags",
        "amount_to_estimate",
        "keys_missing",
    ),
    (ClaimType.PROPERTY,): (
        "forced_entry",
        "occupants_present",
        "alarm_worked",
        "repaired_before_inspection",
        "vacant",
    ),
    (ClaimType.PROPERTY, ClaimType.TRAVEL): ("items", "receipt_share"),
    (ClaimType.HEALTH,): (
        "care_type",
        "visit_type",
        "service_lines",
        "largest_service_share",
        "pre_authorised",
    ),
    (ClaimType.TRAVEL,): ("days_purchase_to_loss", "carrier_report", "refund_share"),
}
_ASKED = {FEATURES[name].label: lines for lines, names in _OF_LINES.items() for name in names}
_LINKS = text("SELECT kind, claims FROM claim_links(:claim)")
_ORDER = tuple(Sameness)
_OPEN = text("SELECT open_part(:claim, 'precedents')")


class ComparingService:
    """Compare claims with their precedents, as the signed-in person."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        identity: Identity,
        explainer: Explainer | None = None,
    ) -> None:
        self._sessions, self._explainer = sessions, explainer
        self._identity = identity

    def compare(self, claim_id: int) -> Comparison:
        """Return the claim beside its nearest claim of each outcome; NotFound if out of sight.

        A precedent out of sight shows neither number nor amount, and of its facts only those the
        score itself tells. The claim's history keeps who compared it.
        """
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            claim = session.get(Claim, claim_id)
            if claim is None:
                raise NotFound(say("This claim is not among those you may see."))
            score = session.get(Score, claim.score_id) if claim.score_id else None
            told = explanation_of(score, self._explainer)
            session.execute(_OPEN, {"claim": claim_id})
            rivals = told.get("contrast", ())
            seen = _seen(session, rivals)
            facts = [_facts(session, seen[key]) if key in seen else None for key in _keys(rivals)]
            return Comparison(
                claim_id=claim.id,
                number=claim.claim_number,
                score=score.score if score else None,
                rivals=_rivals(told, seen, _disputes(session, claim_id), claim.claim_type),
                facts=_compared(_facts(session, claim), rivals, facts) if rivals else (),
                questions=tuple(_question(change) for change in told.get("changes", ())),
                history=_history(session, claim_id),
            )


def _keys(rivals: Sequence[Mapping[str, Any]]) -> list[str]:
    return [str(rival["key"]) for rival in rivals]


def _seen(session: Session, rivals: Sequence[Mapping[str, Any]]) -> dict[str, Claim]:
    keys = [UUID(key) for key in _keys(rivals) if _is_uuid(key)]
    found = session.scalars(select(Claim).where(Claim.precedent_key.in_(keys))) if keys else ()
    return {str(claim.precedent_key): claim for claim in found}


def _is_uuid(key: str) -> bool:
    try:
        UUID(key)
    except ValueError:
        return False
    return True


def _facts(session: Session, claim: Claim) -> dict[str, str]:
    links = session.execute(_LINKS, {"claim": claim.id})
    known = ClaimFacts.of(claim, [(link.kind, link.claims) for link in links])
    told = fact_words(features(known))
    elsewhere = {label for label, lines in _ASKED.items() if claim.claim_type not in lines}
    return {
        label: NOT_ASKED if label in elsewhere and value == NOT_GIVEN else value
        for label, value in told.items()
    }


def _rivals(
    told: Mapping[str, Any], seen: Mapping[str, Claim], disputes: Mapping[str, str], line: str
) -> tuple[RivalView, ...]:
    near = {str(one["key"]): float(one["similarity"]) for one in told.get("precedents", ())}
    views = []
    for rival in told.get("contrast", ()):
        key = str(rival["key"])
        claim = seen.get(key)
        views.append(
            RivalView(
                key=UUID(key) if _is_uuid(key) else UUID(int=0),
                outcome=Outcome(rival["outcome"]),
                claim_id=claim.id if claim else None,
                number=claim.claim_number if claim else None,
                amount=claim.amount if claim else None,
                same=int(rival["same"]),
                compared=int(rival["compared"]),
                similarity=near.get(key),
                disputed=disputes.get(key, ""),
                other_line=_other_line(claim, line),
            )
        )
    return tuple(views)


def _other_line(rival: Claim | None, line: str) -> ClaimType | None:
    return ClaimType(rival.claim_type) if rival and rival.claim_type != line else None


def _compared(
    mine: Mapping[str, str],
    rivals: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, str] | None],
) -> tuple[ComparedFact, ...]:
    """Return the facts that anybody states, the most telling differences first."""
    telling = [_told_differences(rival) for rival in rivals]
    rows = []
    for label, value in mine.items():
        others = tuple(
            known[label] if known is not None else told.get(label)
            for known, told in zip(facts, telling, strict=True)
        )
        if {value, *others} - _SILENT:
            rows.append(_row(label, value, others, telling))
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.sameness)))


def _row(
    label: str,
    value: str,
    others: tuple[str | None, ...],
    telling: Sequence[Mapping[str, str]],
) -> ComparedFact:
    differs = tuple(_differs(value, other) for other in others)
    told = any(label in known for known in telling)
    sameness = Sameness.DIFFERENT if any(differs) else Sameness.SAME
    return ComparedFact(label, value, others, differs, Sameness.TELLING if told else sameness)


def _differs(mine: str, other: str | None) -> bool:
    """Tell whether two values differ; what a line does not ask is neither alike nor different."""
    return other is not None and other != mine and NOT_ASKED not in {mine, other}


def _told_differences(rival: Mapping[str, Any]) -> dict[str, str]:
    return {
        say(str(one["label"])): stored_value(str(one["other"]))
        for one in rival.get("differences", ())
    }


def _question(change: Mapping[str, Any]) -> OpenQuestion:
    return OpenQuestion(
        label=say(str(change["label"])),
        value=stored_value(str(change["value"])),
        other=stored_value(str(change["other"])),
        score=float(change["score"]),
        difference=float(change["difference"]),
        entered=int(change["entered"]),
    )


def _disputes(session: Session, claim_id: int) -> dict[str, str]:
    found = session.execute(
        select(Dispute.precedent_key, Dispute.reason)
        .where(Dispute.claim_id == claim_id)
        .order_by(Dispute.id)
    )
    return {str(key): reason for key, reason in found}


def _past(claim_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Score.created_at, Score.score, Score.recommendation, func.shown_version(Score.model_id)
        )
        .where(Score.claim_id == claim_id)
        .order_by(Score.id)
    )


def _history(session: Session, claim_id: int) -> tuple[PastScore, ...]:
    """Return every score of the claim, the newest first."""
    found = session.execute(_past(claim_id)).all()
    moved: list[Decimal | None] = [None, *(now[1] - old[1] for old, now in pairwise(found))]
    past = [
        PastScore(at, score, step, Recommendation(suggested), model)
        for (at, score, suggested, model), step in zip(found, moved, strict=False)
    ]
    return tuple(reversed(past))
