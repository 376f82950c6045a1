"""What the engine found about a claim, in the form that is stored with its score."""

from collections.abc import Callable
from typing import Any

from app.ml.columns import humanise
from app.ml.contrast import Rival
from app.ml.explanation import Explanation, Precedent
from app.ml.factors import Factor
from app.ml.judgements import Judgements
from app.ml.whatif import Change
from app.services.facts import FEATURES, Feature

_KNOWN: dict[str, Feature] = {
    label: feature
    for name, feature in FEATURES.items()
    for label in (humanise(name), feature.label)
}
_UNITS: dict[str, Callable[[str], str]] = {
    "£": lambda value: f"£{value}",
    "%": lambda value: f"{value}%",
    "days": lambda value: f"{value} day" if value == "1" else f"{value} days",
}


def receipt_of(judged: Judgements, place: int) -> dict[str, Any]:
    """Return the receipt of `record_score`: what reproduces the score, and why it is so."""
    explanation = judged.explanation(place, what_if=True)
    return {**judged.receipt(place), "explanation": told(explanation)}


def told(explanation: Explanation) -> dict[str, Any]:
    """Return the explanation as JSON that `why.score_view` reads back.

    `prior_share` is the part of the vote (0 to 1) that no claim cast, `base_rate` what it voted.
    `changes` are for the eyes of those who decide alone: a claimant who saw them could game them.
    """
    base = explanation.prior_share
    return {
        "sentence": explanation.sentence,
        "voters": explanation.voters,
        "prior_share": explanation.prior / (100 * base) if base else 0.0,
        "prior_contribution": explanation.prior,
        "rest_contribution": explanation.rest,
        "base_rate": base,
        "precedents": [_precedent(precedent) for precedent in explanation.precedents],
        "factors": [_factor(factor) for factor in explanation.factors],
        "contrast": [_rival(rival) for rival in explanation.contrast],
        "changes": [_change(change) for change in explanation.changes],
    }


def _precedent(precedent: Precedent) -> dict[str, Any]:
    return {
        "key": precedent.id,
        "outcome": str(precedent.outcome),
        "similarity": precedent.similarity,
        "share": precedent.share,
        "contribution": precedent.contribution,
    }


def _factor(factor: Factor) -> dict[str, Any]:
    feature = _KNOWN.get(factor.label)
    return {
        "label": feature.label if feature else factor.label,
        "value": _value(factor.value, feature),
        "position": factor.position,
        "low": factor.low,
        "high": factor.high,
        "outside": factor.outside,
        "weight": factor.weight,
    }


def _rival(rival: Rival) -> dict[str, Any]:
    return {
        "key": rival.id,
        "outcome": str(rival.outcome),
        "same": rival.same,
        "compared": rival.compared,
        "differences": [
            {**_pair(d.label, d.value, d.other), "weight": round(d.weight, 4)}
            for d in rival.differences
        ],
    }


def _change(change: Change) -> dict[str, Any]:
    """Tell a change; how many of the nearest ten it would replace, not their names."""
    return {
        **_pair(change.label, change.value, change.instead),
        "score": round(change.score, 2),
        "difference": round(change.difference, 2),
        "entered": len(change.entered),
    }


def _pair(label: str, value: str, other: str) -> dict[str, str]:
    feature = _KNOWN.get(label)
    return {
        "label": feature.label if feature else label,
        "value": _value(value, feature),
        "other": _value(other, feature),
    }


def _value(value: str, feature: Feature | None) -> str:
    if feature is None or value == "not given":
        return value
    if feature.kind != "number":
        return value.replace("_", " ").capitalize()
    unit = _UNITS.get(feature.unit)
    return unit(value) if unit else value
