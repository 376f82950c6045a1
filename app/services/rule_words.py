"""Conditions of red-flag rules as a person reads them."""

from collections.abc import Mapping
from typing import Any

FACTS: dict[str, str] = {
    "claim_type": "line",
    "cause": "cause of loss",
    "coverage": "coverage",
    "authority_contacted": "authority called",
    "policy_age_days": "days from the policy's start to the loss",
    "days_to_expiry": "days from the loss to the policy's end",
    "days_to_report": "days from the loss to the report",
    "amount": "amount claimed",
    "amount_to_limit": "claim in per cent of the sum insured",
    "round_amount": "round amount",
    "prior_claims_declared": "earlier claims declared",
    "loss_hour": "hour of the loss",
    "accident_type": "kind of accident",
    "occupants": "people in the vehicle",
    "injured": "people hurt",
    "witnesses": "witnesses",
    "drivable": "vehicle drivable",
    "keys": "keys handed over",
    "occupants_present": "somebody at home",
    "pets_present": "animals at home",
    "alarm_worked": "alarm worked",
    "repaired_before_inspection": "repaired before inspection",
    "unreceipted_share": "per cent of the value without receipts",
    "care_type": "kind of care",
    "service_duplicates": "services billed twice",
    "weekend_services": "services at a weekend",
    "days_purchase_to_loss": "days from the purchase to the loss",
    "carrier_report": "carrier's report",
    "known_claims_24m": "earlier claims known in 24 months",
    "same_address_12m": "losses at the address in 12 months",
    "same_panel_24m": "claims on the same part of the vehicle",
    "same_loss": "other claims of the same loss",
    "resubmitted": "same charge denied before",
    "shared_contacts": "claims under other names with the same contact",
    "shared_firm": "unrelated claims with the same firm",
    "same_document": "other claims with the same paper",
    "same_receipt": "other claims with the same receipt",
    "early_photos": "photos taken before the day of the loss",
    "edited_papers": "papers saved by an editing program",
    "presses": "tagged: presses for a quick settlement",
    "knows_terms": "tagged: knows the terms of claims well",
    "days_since_change": "days from the policy's last change to the loss",
    "estimate_z": "deviations of the estimate from its kind of accident",
    "cash_claimed": "claimed as cash or money",
    "patients_of_day": "patients of the policy on one day of the provider",
    "units_of_day": "units the provider billed on one day",
    "amount_z": "deviations of the amount from its cause",
}
_OPERATORS = {
    "==": "is",
    "!=": "is not",
    "<": "is below",
    "<=": "is at most",
    ">": "is above",
    ">=": "is at least",
    "in": "is one of",
}


def in_words(condition: Mapping[str, Any]) -> str:
    """Return a condition as a sentence without its full stop."""
    told = _told(condition, outer=True)
    return told[:1].upper() + told[1:]


def _told(condition: Mapping[str, Any], *, outer: bool = False) -> str:
    for join in ("all", "any"):
        if join in condition:
            between = " and " if join == "all" else " or "
            told = between.join(_told(part) for part in condition[join])
            return told if outer or len(condition[join]) == 1 else f"({told})"
    if "not" in condition:
        return f"not {_told(condition['not'])}"
    against = FACTS[condition["other"]] if "other" in condition else _value(condition["value"])
    return f"{FACTS[condition['fact']]} {_OPERATORS[condition['op']]} {against}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_value(one) for one in value)
    return str(value).replace("_", " ")
