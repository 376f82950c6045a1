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
    "loss_coordinates": "Coordinates",
    "plate_region": "Registered in",
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
    "holder_born": "Date of birth",
    "holder_company": "Company number",
    "patient_born": "Date of birth of the patient",
    "driver_born": "Date of birth of the driver",
    "driver_licence": "Driving licence",
    "fault_rating": "Who was at fault",
    "fault_share": "Share of the insured",
    "probable_total": "Probable total loss",
    "date_discovered": "Date discovered",
    "risk_address": "Address of the building",
    "items": "Things claimed",
    "service_lines": "Services billed",
    "injured": "People hurt",
    "habitable": "Still habitable",
    "emergency_repairs_done": "Emergency repairs done",
    "member_id": "Member number",
    "provider_id": "Provider number",
    "pre_authorization_no": "Authorisation number",
    "prepaid": "Paid in advance",
    "refunds": "Refunds received",
    "trip_start": "Trip begins",
    "trip_end": "Trip ends",
    "booking_ref": "Booking reference",
    "primary_insurer": "Main health insurer",
    "fire_origin": "Where it began",
    "occupants_present": "Somebody at home",
    "pets_present": "Pets at home",
    "accident_related": "After an accident",
    "attested": "Statement of truth",
    "day": "Day",
    "until": "Last day",
    "bought": "Day bought",
    "price": "Price paid",
    "claimed": "Amount claimed",
    "treated": "Treated where",
}

_FORMATS = {
    "policy_number": "Policy number takes letters, digits, spaces, / and -, like POL-10956121.",
    "vin": "VIN has 17 letters and digits and never I, O or Q. Check it on the registration.",
    "plate_number": "Plate number takes letters, digits, spaces and -, like LS11 ABC.",
    "currency": "Currency is a code of three letters, like GBP.",
    "diagnosis_codes": "Diagnosis codes are written as ICD-10 codes, like S52.5.",
    "loss_coordinates": "Coordinates are degrees north and east, like 53.8008, -1.5491.",
    "modifiers": "Modifiers are letters and digits, like 25 or LT.",
}

_RULES = {
    "missing": "{label} is needed.",
    "string_too_short": "{label} is needed.",
    "string_too_long": "{label} takes at most {max_length} characters. Shorten it.",
    "extra_forbidden": "{label} is not a field of this claim type. Remove it.",
    "greater_than_equal": "{label} must be at least {ge}. Correct it.",
    "less_than_equal": "{label} must be at most {le}. Correct it.",
    "decimal_max_digits": "{label} takes at most {max_digits} digits. Shorten it.",
    "decimal_whole_digits": (
        "{label} takes at most {whole_digits} digits before the point. Shorten it."
    ),
    "decimal_max_places": (
        "{label} takes at most {decimal_places} digits after the point. Round it."
    ),
    "enum": "{label} must be one of {expected}.",
    "too_long": "{label} takes at most {max_length} entries. Remove some.",
    "finite_number": "{label} must be an amount, like 1250.00.",
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
    """Return one sentence per wrong field, keyed by its dotted name; a row is named by number."""
    found: dict[str, str] = {}
    for detail in error.errors(include_url=False):
        found.setdefault(_field(detail), _in_row(detail, _sentence(detail)))
    return found


def _in_row(detail: ErrorDetails, sentence: str) -> str:
    places = [part for part in detail["loc"][:-1] if isinstance(part, int)]
    return f"Row {places[0] + 1}: {sentence}" if places else sentence


def _field(detail: ErrorDetails) -> str:
    parts = [str(part) for part in detail["loc"]]
    if parts[:1] == ["facts"] and len(parts) > 1 and parts[1] in _LINES:
        del parts[1]
    return ".".join(parts)


def _plain_choices(expected: str) -> str:
    """Return the choices of an enum without the quotes that pydantic puts around them."""
    return expected.replace("'", "").replace(" or ", ", ")


def _sentence(detail: ErrorDetails) -> str:
    name = _name(detail)
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return str(context["error"])
    if detail["type"] == "string_pattern_mismatch":
        return _FORMATS.get(name, f"{label(name)} is not written as expected.")
    kind = detail["type"].split("_")[0]
    if detail["type"] == "enum":
        context = {"expected": _plain_choices(context["expected"])}
    rule = _RULES.get(detail["type"]) or _KINDS.get(kind, "{label} cannot be read.")
    return rule.format(label=label(name), **context)


def _name(detail: ErrorDetails) -> str:
    names = [part for part in detail["loc"] if isinstance(part, str)]
    return names[-1] if names else "entry"
