"""Broken rules of a form, as sentences that name the field and how to mend it."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.services.stored_words import coded
from app.words import fill, say

_LABELS = {
    "loss_date": say("Date of loss"),
    "loss_time": say("Time of loss"),
    "reported_date": say("Date reported"),
    "policy_limit": say("Policy limit"),
    "deductible": say("Excess"),
    "amount": say("Claimed amount"),
    "loss_city": say("Place of loss"),
    "loss_coordinates": say("Coordinates"),
    "plate_region": say("Registered in"),
    "vin": "VIN",
    "address_line": say("Address"),
    "email": say("E-mail"),
    "prior_claims_declared": say("Earlier claims declared"),
    "authority_reference": say("Report number"),
    "occupants_count": say("People in the vehicle"),
    "injured_count": say("People injured"),
    "keys_count": say("Keys handed over"),
    "estimate_amount": say("Repair estimate"),
    "carrier_report_no": say("Carrier's report"),
    "policy_purchase_date": say("Policy bought"),
    "accident_type": say("Kind of accident"),
    "airbags": say("Airbags released"),
    "drivable": say("Vehicle drivable"),
    "event_type": say("What went wrong"),
    "holder_born": say("Date of birth"),
    "holder_company": say("Company number"),
    "patient_born": say("Date of birth of the patient"),
    "driver_born": say("Date of birth of the driver"),
    "driver_licence": say("Driving licence"),
    "fault_rating": say("Who was at fault"),
    "fault_share": say("Share of the insured"),
    "probable_total": say("Probable total loss"),
    "date_discovered": say("Date discovered"),
    "risk_address": say("Address of the building"),
    "items": say("Things claimed"),
    "service_lines": say("Services billed"),
    "injured": say("People hurt"),
    "habitable": say("Still habitable"),
    "emergency_repairs_done": say("Emergency repairs done"),
    "member_id": say("Member number"),
    "provider_id": say("Provider number"),
    "pre_authorization_no": say("Authorisation number"),
    "prepaid": say("Paid in advance"),
    "refunds": say("Refunds received"),
    "trip_start": say("Trip begins"),
    "trip_end": say("Trip ends"),
    "booking_ref": say("Booking reference"),
    "primary_insurer": say("Main health insurer"),
    "fire_origin": say("Where it began"),
    "occupants_present": say("Somebody at home"),
    "pets_present": say("Pets at home"),
    "accident_related": say("After an accident"),
    "attested": say("Statement of truth"),
    "day": say("Day"),
    "until": say("Last day"),
    "bought": say("Day bought"),
    "price": say("Price paid"),
    "claimed": say("Amount claimed"),
    "treated": say("Treated where"),
}

_FORMATS = {
    "policy_number": say(
        "Policy number takes letters, digits, spaces, / and -, like POL-10956121."
    ),
    "vin": say("VIN has 17 letters and digits and never I, O or Q. Check it on the registration."),
    "plate_number": say("Plate number takes letters, digits, spaces and -, like LS11 ABC."),
    "currency": say("Currency is a code of three letters, like GBP."),
    "diagnosis_codes": say("Diagnosis codes are written as ICD-10 codes, like S52.5."),
    "loss_coordinates": say("Coordinates are degrees north and east, like 53.8008, -1.5491."),
    "modifiers": say("Modifiers are letters and digits, like 25 or LT."),
}

_RULES = {
    "missing": say("{label} is needed."),
    "string_too_short": say("{label} is needed."),
    "string_too_long": say("{label} takes at most {max_length} characters. Shorten it."),
    "extra_forbidden": say("{label} is not a field of this claim type. Remove it."),
    "greater_than_equal": say("{label} must be at least {ge}. Correct it."),
    "less_than_equal": say("{label} must be at most {le}. Correct it."),
    "decimal_max_digits": say("{label} takes at most {max_digits} digits. Shorten it."),
    "decimal_whole_digits": (
        say("{label} takes at most {whole_digits} digits before the point. Shorten it.")
    ),
    "decimal_max_places": (
        say("{label} takes at most {decimal_places} digits after the point. Round it.")
    ),
    "enum": say("{label} must be one of {expected}."),
    "too_long": say("{label} takes at most {max_length} entries. Remove some."),
    "finite_number": say("{label} must be an amount, like 1250.00."),
}

_KINDS = {
    "decimal": say("{label} must be an amount, like 1250.00."),
    "int": say("{label} must be a whole number."),
    "float": say("{label} must be a number."),
    "date": say("{label} must be a date, like 2026-11-05."),
    "datetime": say("{label} must be a date and time, like 2026-11-05 14:30."),
    "time": say("{label} must be a time, like 14:30."),
    "bool": say("{label} must be answered with yes or no."),
}

_LINES = frozenset({"motor", "property", "health", "travel"})


def label(field: str) -> str:
    """Return what a form calls the last part of *field*."""
    name = field.rpartition(".")[2]
    return _LABELS.get(name, coded(name))


def problems_of(error: ValidationError) -> dict[str, str]:
    """Return one sentence per wrong field, keyed by its dotted name; a row is named by number."""
    found: dict[str, str] = {}
    for detail in error.errors(include_url=False):
        found.setdefault(_field(detail), _in_row(detail, _sentence(detail)))
    return found


def _in_row(detail: ErrorDetails, sentence: str) -> str:
    places = [part for part in detail["loc"][:-1] if isinstance(part, int)]
    return (
        say("Row {places}: {sentence}", places=places[0] + 1, sentence=sentence)
        if places
        else sentence
    )


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
        return _FORMATS.get(name, say("{label} is not written as expected.", label=label(name)))
    kind = detail["type"].split("_")[0]
    if detail["type"] == "enum":
        context = {"expected": _plain_choices(context["expected"])}
    rule = _RULES.get(detail["type"]) or _KINDS.get(kind, say("{label} cannot be read."))
    return fill(rule, label=label(name), **context)


def _name(detail: ErrorDetails) -> str:
    names = [part for part in detail["loc"] if isinstance(part, str)]
    return names[-1] if names else "entry"
