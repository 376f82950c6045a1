"""What is wrong, missing and unusual in the form as it is filled now, by the claims' own rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.codes import ClaimType
from app.errors import Invalid
from app.services.claim_draft import OLDEST, ClaimDraft
from app.services.completeness import missing_for_submit
from app.services.decision_needs import missing_for_decision
from app.services.draft_reading import read_draft
from app.services.figures import today
from app.services.sentences import label
from app.services.unusual import unusual_facts
from app.words import say

LEAST = ("policy_number", "loss_date")
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Check:
    """Sentences by field; `draft` is None while something is wrong or the least is missing."""

    draft: ClaimDraft | None
    wrong: dict[str, str]
    missing: dict[str, str]
    unusual: dict[str, str]
    deciding: dict[str, str] = field(default_factory=dict)

    @property
    def open_points(self) -> dict[str, str]:
        """Return everything that keeps the claim from being submitted."""
        return self.wrong | self.missing


def check(values: Mapping[str, Any], kind: ClaimType = ClaimType.MOTOR) -> Check:
    """Check the values of the whole form of one line, keyed by dotted field names."""
    values = {"claim_type": kind, **values}
    tree = nested(values)
    blank = [name for name in LEAST if not values.get(name)]
    lacking = {
        name: say("{label} is needed, even for a draft.", label=label(name)) for name in blank
    }
    try:
        draft = read_draft(tree)
    except Invalid as error:
        wrong = _of_form(error.problems, blank)
        rest = _without(values, wrong)
        missing = lacking | {n: s for n, s in _missing(rest).items() if n not in wrong}
        dated = "loss_date" not in {*blank, *wrong}
        return Check(None, wrong, missing, _unusual(rest) if dated else {}, _deciding(rest))
    return Check(draft, {}, _missing_of(draft), _unusual_of(draft), _deciding(draft))


def _of_form(problems: Mapping[str, str], blank: list[str]) -> dict[str, str]:
    """Return the problems by the form's fields, the first of each."""
    found: dict[str, str] = {}
    for name, told in problems.items():
        if name not in blank:
            found.setdefault(_whole(name), told)
    return found


def wrong_alone(name: str, value: Any, kind: ClaimType = ClaimType.MOTOR) -> str:
    """Return what is wrong with one value, whatever the others are; empty when nothing is."""
    part = name.partition(".")
    beside = {f"{part[0]}.name": "-"} if part[1] and part[0] != "facts" else {}
    try:
        read_draft(nested({"claim_type": kind, **_least(), **beside, name: value}))
    except Invalid as error:
        problems = {_whole(field): told for field, told in error.problems.items()}
        return problems.get(name, "")
    return ""


def nested(values: Mapping[str, Any]) -> Values:
    """Return dotted names as the nested mapping that a draft is read from."""
    tree: Values = {}
    for name, value in values.items():
        part, _, field = name.partition(".")
        if field:
            tree.setdefault(part, {})[field] = value
        else:
            tree[part] = value
    return tree


def flat(draft: ClaimDraft) -> Values:
    """Return a draft as values by dotted names."""
    values: Values = {}
    for name, value in draft.model_dump().items():
        if isinstance(value, dict):
            values |= {f"{name}.{field}": inner for field, inner in value.items()}
        else:
            values[name] = value
    return values


def _least() -> Values:
    """Return stand-ins for the least of a draft; the day is so early that no other is before it."""
    return {"policy_number": "POL", "loss_date": date(today().year - OLDEST, 1, 1)}


def _without(values: Mapping[str, Any], wrong: Mapping[str, str]) -> ClaimDraft | None:
    """Return the draft that the right entries make, with stand-ins for the least of it."""
    right = {name: value for name, value in values.items() if name not in wrong}
    filled = right | {name: value for name, value in _least().items() if not right.get(name)}
    nameless = {name.partition(".")[0] for name in wrong if name.endswith(".name")}
    kept = {name: v for name, v in filled.items() if name.partition(".")[0] not in nameless}
    try:
        return read_draft(nested(kept))
    except Invalid:
        return None


def _missing(draft: ClaimDraft | None) -> dict[str, str]:
    return _missing_of(draft) if draft else {}


def _unusual(draft: ClaimDraft | None) -> dict[str, str]:
    return _unusual_of(draft) if draft else {}


def _deciding(draft: ClaimDraft | None) -> dict[str, str]:
    needed = missing_for_decision(draft) if draft else []
    return {item.field: item.sentence for item in needed}


def _missing_of(draft: ClaimDraft) -> dict[str, str]:
    return {item.field: item.sentence for item in missing_for_submit(draft)}


def _unusual_of(draft: ClaimDraft) -> dict[str, str]:
    return {item.field: item.sentence for item in unusual_facts(draft)}


def _whole(name: str) -> str:
    """Return the form's field for a problem in an entry of a list."""
    part, _, rest = name.partition(".")
    if rest.partition(".")[0].isdigit():
        return part
    head = rest.partition(".")
    return f"{part}.{head[0]}" if head[2].partition(".")[0].isdigit() else name
