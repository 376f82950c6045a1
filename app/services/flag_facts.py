"""The facts that red-flag rules may look at, and nothing else.

The list is closed. No name, address, phone, sex, age, nationality, family, income, work, tenure or
postcode is on it, nor anything that stands for one of them.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.services.conditions import Fact
from app.services.facts import ClaimFacts, features

FLAG_FACTS: dict[str, str] = {
    "claim_type": "line",
    "cause": "cause of loss",
    "coverage": "coverage",
    "authority_contacted": "authority called",
    "policy_age_days": "days from the policy's start to the loss",
    "days_to_expiry": "days from the loss to the policy's end",
    "days_to_report": "days from loss to report",
    "amount": "amount claimed",
    "amount_to_limit": "claim in per cent of the sum insured",
    "round_amount": "a round amount",
    "prior_claims_declared": "earlier claims declared",
    "known_claims_24m": "earlier claims known in 24 months",
    "shared_contacts": "claims under other names with the same contact",
    "shared_repairer": "unrelated claims with the same firm",
    "same_loss": "claims that tell of the same loss",
    "amount_z": "deviations of the amount from its cause",
    "accident_type": "kind of accident",
    "occupants": "people in the vehicle",
    "injured": "people hurt",
    "witnesses": "witnesses",
    "loss_hour": "hour of the loss",
    "drivable": "vehicle drivable",
    "keys": "keys handed over",
    "same_panel_24m": "claims on the same part of the vehicle",
    "occupants_present": "somebody at home",
    "pets_present": "animals at home",
    "alarm_worked": "alarm worked",
    "repaired_before_inspection": "repaired before inspection",
    "unreceipted_share": "value without receipts in per cent",
    "same_address_12m": "losses at the address in 12 months",
    "care_type": "kind of care",
    "service_duplicates": "services billed twice",
    "weekend_services": "services at a weekend",
    "resubmitted": "the same charge denied before",
    "days_purchase_to_loss": "days from purchase to loss",
    "carrier_report": "carrier's report",
}
_AS_FEATURES = (
    "claim_type",
    "cause",
    "coverage",
    "authority_contacted",
    "policy_age_days",
    "days_to_expiry",
    "days_to_report",
    "amount",
    "amount_to_limit",
    "prior_claims_declared",
    "shared_repairer",
    "accident_type",
    "occupants",
    "injured",
    "witnesses",
    "care_type",
    "days_purchase_to_loss",
)
_YES_OR_NO = {
    "drivable": "drivable",
    "occupants_present": "occupants_present",
    "pets_present": "pets_present",
    "alarm_worked": "alarm_worked",
    "repaired_before_inspection": "emergency_repairs_done",
}
_SATURDAY = 5


def flag_facts(claim: ClaimFacts, history: Mapping[str, Any] | None = None) -> dict[str, Fact]:
    """Return every fact of FLAG_FACTS; None where it is not known or of another line."""
    known = features(claim)
    told: dict[str, Fact] = dict.fromkeys(FLAG_FACTS)
    told |= {name: known[name] for name in _AS_FEATURES}
    told |= {name: _answer(claim.facts.get(source)) for name, source in _YES_OR_NO.items()}
    told |= {name: value for name, value in (history or {}).items() if name in FLAG_FACTS}
    told["round_amount"] = {"yes": True, "no": False}.get(str(known["round_amount"]))
    told["shared_contacts"] = sum(claim.links.get(kind, 0) for kind in ("phone", "email", "address"))
    told["loss_hour"] = claim.loss_time.hour if claim.loss_time else None
    return told | _line(claim, known.get("receipt_share"))


def _line(claim: ClaimFacts, receipts: Any) -> dict[str, Fact]:
    facts, line = claim.facts, claim.claim_type
    if line == "motor":
        keys = facts.get("keys_count")
        return {"keys": keys if isinstance(keys, int) else None}
    if line == "property":
        return {"unreceipted_share": None if receipts is None else 100 - receipts}
    if line == "health":
        return _services(facts.get("service_lines"))
    return {"carrier_report": bool(facts.get("carrier_report_no"))}


def _services(lines: Any) -> dict[str, Fact]:
    rows = [row for row in lines if isinstance(row, Mapping)] if isinstance(lines, list) else []
    billed = Counter((_day(row), str(row.get("procedure"))) for row in rows if row.get("procedure"))
    days = [day for row in rows if (day := _day(row))]
    return {
        "service_duplicates": sum(times - 1 for times in billed.values()),
        "weekend_services": sum(day.weekday() >= _SATURDAY for day in days),
    }


def _day(row: Mapping[str, Any]) -> date | None:
    for name in ("date", "date_from", "day"):
        try:
            return date.fromisoformat(str(row.get(name)))
        except ValueError:
            continue
    return None


def _answer(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"yes": True, "no": False}.get(value) if isinstance(value, str) else None
