"""Conditions of red-flag rules as a person reads them."""

from collections.abc import Mapping
from typing import Any

from app.words import say

FACTS: dict[str, str] = {
    "claim_type": "line",
    "cause": say("cause of loss"),
    "coverage": "coverage",
    "authority_contacted": say("authority called"),
    "policy_age_days": say("days from the policy's start to the loss"),
    "days_to_expiry": say("days from the loss to the policy's end"),
    "days_to_report": say("days from the loss to the report"),
    "amount": say("amount claimed"),
    "amount_to_limit": say("claim in per cent of the sum insured"),
    "round_amount": say("round amount"),
    "prior_claims_declared": say("earlier claims declared"),
    "loss_hour": say("hour of the loss"),
    "accident_type": say("kind of accident"),
    "occupants": say("people in the vehicle"),
    "injured": say("people hurt"),
    "witnesses": "witnesses",
    "drivable": say("vehicle drivable"),
    "keys": say("keys handed over"),
    "occupants_present": say("somebody at home"),
    "pets_present": say("animals at home"),
    "alarm_worked": say("alarm worked"),
    "repaired_before_inspection": say("repaired before inspection"),
    "unreceipted_share": say("per cent of the value without receipts"),
    "care_type": say("kind of care"),
    "service_duplicates": say("services billed twice"),
    "weekend_services": say("services at a weekend"),
    "days_purchase_to_loss": say("days from the purchase to the loss"),
    "carrier_report": say("carrier's report"),
    "known_claims_24m": say("earlier claims known in 24 months"),
    "same_address_12m": say("losses at the address in 12 months"),
    "same_panel_24m": say("claims on the same part of the vehicle"),
    "same_loss": say("other claims of the same loss"),
    "resubmitted": say("same charge denied before"),
    "shared_contacts": say("claims under other names with the same contact"),
    "shared_firm": say("unrelated claims with the same firm"),
    "same_document": say("other claims with the same paper"),
    "same_receipt": say("other claims with the same receipt"),
    "early_photos": say("photos taken before the day of the loss"),
    "edited_papers": say("papers saved by an editing program"),
    "presses": say("tagged: presses for a quick settlement"),
    "knows_terms": say("tagged: knows the terms of claims well"),
    "days_since_change": say("days from the policy's last change to the loss"),
    "estimate_z": say("deviations of the estimate from its kind of accident"),
    "cash_claimed": say("claimed as cash or money"),
    "patients_of_day": say("patients of the policy on one day of the provider"),
    "units_of_day": say("units the provider billed on one day"),
    "amount_z": say("deviations of the amount from its cause"),
}
_OPERATORS = {
    "==": "is",
    "!=": say("is not"),
    "<": say("is below"),
    "<=": say("is at most"),
    ">": say("is above"),
    ">=": say("is at least"),
    "in": say("is one of"),
}


def in_words(condition: Mapping[str, Any]) -> str:
    """Return a condition as a sentence without its full stop."""
    told = _told(condition, outer=True)
    return told[:1].upper() + told[1:]


def _told(condition: Mapping[str, Any], *, outer: bool = False) -> str:
    for join in ("all", "any"):
        if join in condition:
            between = say(" and ") if join == "all" else say(" or ")
            told = between.join(_told(part) for part in condition[join])
            return told if outer or len(condition[join]) == 1 else f"({told})"
    if "not" in condition:
        return say("not {told}", told=_told(condition["not"]))
    against = FACTS[condition["other"]] if "other" in condition else _value(condition["value"])
    return f"{FACTS[condition['fact']]} {_OPERATORS[condition['op']]} {against}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_value(one) for one in value)
    return str(value).replace("_", " ")
