"""Broken rules of a form, as sentences that name the field and how to mend it."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_LABELS = {
    "loss_date": "Date of loss",
    "loss_time": "Time of loss",
    "reported_date": "Date reported",
    "policy_limit": "Policy limit",
    "deductible": "Excess",
    "amount": "Claimed amount",
    "loss_city": "Place of loss",
    "vin": "VIN",
    "address_line": "Address",
    "email": "E-mail",
    "prior_claims_declared": "Earlier claims declared",
    "authority_reference": "Report number",
    "occupants_count": "People in the vehicle",
    "injured_count": "People injured",
    "keys_count": "Keys handed over",
    "estimate_amount": "Repair estimate",
    "carrier_report_no": "Carrier's report",
    "policy_purchase_date": "Policy bought",
    "accident_type": "Kind of accident",
    "airbags": "Airbags released",
    "drivable": "Vehicle drivable",
    "event_type": "What went wrong",
}

_FORMATS = {
    "policy_number": "Policy number takes letters, digits, spaces, / and -, like POL-10956121.",
    "vin": "VIN has 17 letters and digits and never I, O or Q. Check it on the registration.",
    "plate_number": "Plate number takes letters, digits, spaces and -, like LS11 ABC.",
    "currency": "Currency is a code of three letters, like GBP.",
    "diagnosis_codes": "Write each diagnosis as an ICD-10 code, like S52.5.",
}

_RULES = {
    "missing": "{label} is needed.",
    "string_too_short": "{label} is needed.",
    "string_too_long": "{label} takes at most {max_length} characters. Shorten it.",
    "extra_forbidden": "{label} is not a field of this claim type. Remove it.",
    "greater_than_equal": "{label} must be at least {ge}.",
    "less_than_equal": "{label} must be at most {le}.",
    "decimal_max_digits": "{label} takes at most {max_digits} digits.",
    "decimal_whole_digits": "{label} takes at most {whole_digits} digits before the point.",
    "decimal_max_places": "{label} takes at most {decimal_places} digits after the point.",
    "enum": "{label} must be one of {expected}.",
    "too_long": "{label} takes at most {max_length} entries.",
}

_KINDS = {
    "decimal": "{label} must be an amount, like 1250.00.",
    "int": "{label} must be a whole number.",
    "float": "{label} must be a number.",
    "date": "{label} must be a date, like 2026-11-05.",
    "datetime": "{label} must be a date and time, like 2026-11-05 14:30.",
    "time": "{label} must be a time, like 14:30.",
    "bool": "{label} must be answered with yes or no.",
}

_LINES = frozenset({"motor", "property", "health", "travel"})


def label(field: str) -> str:
    """Return what a form calls the last part of *field*."""
    name = field.rpartition(".")[2]
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def problems_of(error: ValidationError) -> dict[str, str]:
    """Return one sentence per wrong field, keyed by its dotted name."""
    found: dict[str, str] = {}
    for detail in error.errors(include_url=False):
        found.setdefault(_field(detail), _sentence(detail))
    return found


def _field(detail: ErrorDetails) -> str:
    parts = [str(part) for part in detail["loc"]]
    if parts[:1] == ["facts"] and len(parts) > 1 and parts[1] in _LINES:
        del parts[1]
    return ".".join(parts)


def _sentence(detail: ErrorDetails) -> str:
    name = _name(detail)
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return str(context["error"])
    if detail["type"] == "string_pattern_mismatch":
        return _FORMATS.get(name, f"{label(name)} is not written as expected.")
    kind = detail["type"].split("_")[0]
    rule = _RULES.get(detail["type"]) or _KINDS.get(kind, "{label} cannot be read.")
    return rule.format(label=label(name), **context)


def _name(detail: ErrorDetails) -> str:
    names = [part for part in detail["loc"] if isinstance(part, str)]
    return names[-1] if names else "entry"
