"""The facts of a claim as the engine sees them; the one road for training, desktop and worker.

No protected fact and no proxy for one is among them: no name, sex, age, nationality, income,
occupation, tenure or postcode.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, time
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal, Self

if TYPE_CHECKING:
    from pandas import DataFrame

Value = float | str | None
Kind = Literal["number", "category", "flag"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One engine feature: what a person calls it, its kind and its unit ("days", "£", "%")."""

    label: str
    kind: Kind
    unit: str = ""


FEATURES: dict[str, Feature] = {
    "claim_type": Feature("Line", "category"),
    "cause": Feature("Cause of loss", "category"),
    "coverage": Feature("Coverage", "category"),
    "how_reported": Feature("Reported by", "category"),
    "authority_contacted": Feature("Authority called", "category"),
    "loss_hour": Feature("Time of day", "category"),
    "amount": Feature("Amount claimed", "number", "£"),
    "amount_to_limit": Feature("Claim / sum insured", "number", "%"),
    "deductible": Feature("Excess", "number", "£"),
    "near_limit": Feature("Close to the limit", "flag"),
    "round_amount": Feature("Round amount", "flag"),
    "days_to_report": Feature("Days from loss to report", "number", "days"),
    "policy_age_days": Feature("Policy age at loss", "number", "days"),
    "days_to_expiry": Feature("Loss to policy expiry", "number", "days"),
    "days_since_change": Feature("Policy change to loss", "number", "days"),
    "prior_claims_declared": Feature("Claims declared", "number"),
    "shared_phone": Feature("Shared phone", "number"),
    "shared_email": Feature("Shared e-mail", "number"),
    "shared_address": Feature("Shared address", "number"),
    "shared_repairer": Feature("Shared repairer", "number"),
    "shared_vin": Feature("Shared vehicle", "number"),
    "accident_type": Feature("Kind of accident", "category"),
    "occupants": Feature("Occupants", "number"),
    "injured": Feature("People injured", "number"),
    "injured_beyond_occupants": Feature("Injured over occupants", "number"),
    "witnesses": Feature("Witnesses", "number"),
    "drivable": Feature("Drivable", "flag"),
    "towed": Feature("Towed", "flag"),
    "airbags": Feature("Airbags released", "flag"),
    "amount_to_estimate": Feature("Claim / estimate", "number", "%"),
    "keys_missing": Feature("Key missing", "flag"),
    "items": Feature("Items claimed", "number"),
    "receipt_share": Feature("Value with receipts", "number", "%"),
    "forced_entry": Feature("Forced entry", "flag"),
    "occupants_present": Feature("Somebody at home", "flag"),
    "alarm_worked": Feature("Alarm worked", "flag"),
    "repaired_before_inspection": Feature("Repaired before visit", "flag"),
    "vacant": Feature("Building vacant", "flag"),
    "care_type": Feature("Kind of care", "category"),
    "visit_type": Feature("Kind of visit", "category"),
    "service_lines": Feature("Services billed", "number"),
    "largest_service_share": Feature("Largest service", "number", "%"),
    "pre_authorised": Feature("Authorised before", "flag"),
    "days_purchase_to_loss": Feature("Purchase to loss", "number", "days"),
    "carrier_report": Feature("Carrier's report", "flag"),
    "refund_share": Feature("Already refunded", "number", "%"),
}

VERIFIABLE = (
    "authority_contacted",
    "prior_claims_declared",
    "injured",
    "injured_beyond_occupants",
    "witnesses",
    "towed",
    "airbags",
    "amount_to_estimate",
    "keys_missing",
    "receipt_share",
    "forced_entry",
    "alarm_worked",
    "repaired_before_inspection",
    "vacant",
    "pre_authorised",
    "carrier_report",
    "refund_share",
)

LINKS = ("phone", "email", "address", "repairer", "vin")
NEAR_LIMIT = Decimal("0.95")
ROUND_FROM, ROUND_STEP = 1000, 100
TWO_KEYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacts:
    """The columns of a claim that the engine may look at, and its links to earlier claims.

    `facts` holds the line's own facts as stored; `links` counts the earlier claims of others that
    share a phone, e-mail, address, repairer or vehicle, as the database's `claim_links` does.
    """

    claim_type: str
    cause: str | None = None
    coverage: str | None = None
    how_reported: str | None = None
    authority_contacted: str | None = None
    amount: Decimal | None = None
    policy_limit: Decimal | None = None
    deductible: Decimal | None = None
    loss_date: date | None = None
    loss_time: time | None = None
    reported_date: date | None = None
    policy_start: date | None = None
    policy_expiry: date | None = None
    policy_changed: date | None = None
    prior_claims_declared: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    links: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, claim: object, links: Iterable[tuple[str, int]] = ()) -> Self:
        """Read the columns off *claim*, which has them as attributes, and join *links* to them."""
        names = [column.name for column in fields(cls) if column.name != "links"]
        columns = {name: getattr(claim, name) for name in names}
        columns["facts"] = columns["facts"] or {}
        return cls(**columns, links=dict(links))


def features(facts: ClaimFacts) -> dict[str, Value]:
    """Return one value for every name in FEATURES; None where the claim does not say."""
    row: dict[str, Value] = dict.fromkeys(FEATURES)
    row |= _policy(facts) | _money(facts) | _links(facts)
    line = LINES.get(facts.claim_type)
    return row | line(facts) if line else row


def frame(rows: Sequence[Mapping[str, Value]]) -> "DataFrame":
    """Return the rows of `features` as a frame: numbers float64, codes and yes/no as text."""
    from pandas import DataFrame, Series

    return DataFrame(
        {
            name: Series(
                [row[name] for row in rows],
                dtype="float64" if feature.kind == "number" else "object",
            )
            for name, feature in FEATURES.items()
        }
    )


def _policy(facts: ClaimFacts) -> dict[str, Value]:
    return {
        "claim_type": facts.claim_type,
        "cause": facts.cause,
        "coverage": facts.coverage,
        "how_reported": facts.how_reported,
        "authority_contacted": facts.authority_contacted,
        "loss_hour": _band(facts.loss_time),
        "days_to_report": _days(facts.loss_date, facts.reported_date),
        "policy_age_days": _days(facts.policy_start, facts.loss_date),
        "days_to_expiry": _days(facts.loss_date, facts.policy_expiry),
        "days_since_change": _days(facts.policy_changed, facts.loss_date),
        "prior_claims_declared": _number(facts.prior_claims_declared),
    }


def _money(facts: ClaimFacts) -> dict[str, Value]:
    amount, limit = facts.amount, facts.policy_limit
    near = None if amount is None or limit is None else amount >= limit * NEAR_LIMIT
    is_round = None if amount is None else amount >= ROUND_FROM and amount % ROUND_STEP == 0
    return {
        "amount": _number(amount),
        "amount_to_limit": _share(amount, limit),
        "deductible": _number(facts.deductible),
        "near_limit": _truth(near),
        "round_amount": _truth(is_round),
    }


def _links(facts: ClaimFacts) -> dict[str, Value]:
    return {f"shared_{kind}": float(facts.links.get(kind, 0)) for kind in LINKS}


def _motor(claim: ClaimFacts) -> dict[str, Value]:
    facts = claim.facts
    occupants, injured = _number(facts.get("occupants_count")), _number(facts.get("injured_count"))
    keys = _number(facts.get("keys_count"))
    beyond = None if occupants is None or injured is None else max(0.0, injured - occupants)
    return {
        "accident_type": _text(facts.get("accident_type")),
        "occupants": occupants,
        "injured": injured,
        "injured_beyond_occupants": beyond,
        "witnesses": _number(facts.get("witness_count")),
        "drivable": _truth(facts.get("drivable")),
        "towed": _truth(facts.get("towed")),
        "airbags": _truth(facts.get("airbags")),
        "amount_to_estimate": _share(claim.amount, facts.get("estimate_amount")),
        "keys_missing": _truth(None if keys is None else keys < TWO_KEYS),
    }


def _property(claim: ClaimFacts) -> dict[str, Value]:
    facts = claim.facts
    occupancy = _text(facts.get("occupancy"))
    return {
        "items": _count(facts.get("items")),
        "receipt_share": _receipts(facts.get("items")),
        "forced_entry": _truth(facts.get("forced_entry")),
        "occupants_present": _truth(facts.get("occupants_present")),
        "alarm_worked": _truth(facts.get("alarm_worked")),
        "repaired_before_inspection": _truth(facts.get("emergency_repairs_done")),
        "vacant": _truth(None if occupancy is None else occupancy == "vacant"),
    }


def _health(claim: ClaimFacts) -> dict[str, Value]:
    facts = claim.facts
    charges = [_number(line.get("charge")) or 0.0 for line in _rows(facts.get("service_lines"))]
    return {
        "care_type": _text(facts.get("care_type")),
        "visit_type": _text(facts.get("visit_type")),
        "service_lines": _count(facts.get("service_lines")),
        "largest_service_share": _share(max(charges), sum(charges)) if charges else None,
        "pre_authorised": _truth(bool(facts.get("pre_authorization_no"))),
    }


def _travel(claim: ClaimFacts) -> dict[str, Value]:
    facts = claim.facts
    return {
        "days_purchase_to_loss": _days(_date(facts.get("policy_purchase_date")), claim.loss_date),
        "carrier_report": _truth(bool(facts.get("carrier_report_no"))),
        "refund_share": _share(facts.get("refunds"), facts.get("prepaid")),
        "items": _count(facts.get("items")),
        "receipt_share": _receipts(facts.get("items")),
    }


LINES: dict[str, Callable[[ClaimFacts], dict[str, Value]]] = {
    "motor": _motor,
    "property": _property,
    "health": _health,
    "travel": _travel,
}


def _days(start: date | None, end: date | None) -> float | None:
    return float((end - start).days) if start and end else None


def _band(moment: time | None) -> str:
    if moment is None:
        return "unknown"
    return ("night", "morning", "afternoon", "evening")[moment.hour // 6]


def _number(value: Any) -> float | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def _share(part: Any, whole: Any) -> float | None:
    """Return *part* of *whole* in per cent."""
    above, below = _number(part), _number(whole)
    return _number(round(100 * above / below, 2)) if above is not None and below else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _truth(value: Any) -> str | None:
    return ("no", "yes")[value] if isinstance(value, bool) else None


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _rows(value: Any) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _count(value: Any) -> float | None:
    return float(len(value)) if isinstance(value, list) else None


def _receipts(value: Any) -> float | None:
    items = [(_number(item.get("claimed")) or 0.0, item.get("receipt")) for item in _rows(value)]
    return _share(sum(worth for worth, shown in items if shown), sum(worth for worth, _ in items))
