"""Typed values become the draft of a claim, or one sentence for each wrong field."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from app.codes import ClaimType
from app.errors import Invalid
from app.services.claim_draft import ROLES, ClaimDraft
from app.services.contradictions import contradictions
from app.services.line_codes import TravelEvent
from app.services.sentences import problems_of
from app.services.texts import strange_texts
from app.words import say_n


def read_draft(values: Mapping[str, Any]) -> ClaimDraft:
    """Return the draft that typed *values* make; Invalid with a sentence per wrong field.

    Blank texts and parties without any entry count as not given. Fields of parties and of the
    line are nested: `{"claimant": {"name": …}, "facts": {"vin": …}}`; problems name them with a
    dot, as `claimant.phone` and `facts.vin`.
    """
    given = _without_blanks(values)
    strange = dict(strange_texts(given))
    if strange:
        raise Invalid(_counted(strange), strange)
    for role in ROLES:
        if given.get(role, {}).keys() <= {"country"}:
            given.pop(role, None)
    given["facts"] = _facts(given)
    try:
        draft = ClaimDraft.model_validate(given)
    except ValidationError as error:
        problems = problems_of(error)
        if "claim_type" in problems:
            problems.pop("facts", None)
        raise Invalid(_counted(problems), problems) from error
    contradicted = dict(contradictions(draft))
    if contradicted:
        raise Invalid(_counted(contradicted), contradicted)
    return draft


def _facts(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts with their line; what went wrong with a journey is its cause as well."""
    line = given.get("claim_type", ClaimType.MOTOR)
    facts = {**given.get("facts", {}), "line": line}
    if line == ClaimType.TRAVEL and given.get("cause") in set(TravelEvent):
        facts.setdefault("event_type", given["cause"])
    return facts


def _counted(problems: Mapping[str, str]) -> str:
    return say_n("1 entry needs correction.", "{n} entries need correction.", len(problems))


def _without_blanks(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: _clean(value) for name, value in values.items()}
    return {name: value for name, value in kept.items() if value not in (None, "", {})}


def _clean(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _without_blanks(value)
    if isinstance(value, list):
        return [_clean(entry) for entry in value]
    return "" if isinstance(value, str) and not value.strip() else value
