"""Drafts as a form would hand them in."""

from datetime import date, timedelta
from typing import Any

from app.services.figures import today

VIN = "1M8GDM9AXKP042788"


def motor_form(**changes: Any) -> dict[str, Any]:
    """Return the typed values of a complete motor claim; `facts` and parties are merged."""
    loss = today() - timedelta(days=5)
    form: dict[str, Any] = {
        "policy_number": "pol-10956121",
        "claim_type": "motor",
        "loss_date": loss.isoformat(),
        "loss_time": "17:40",
        "reported_date": (loss + timedelta(days=2)).isoformat(),
        "how_reported": "phone",
        "policy_start": (loss - timedelta(days=200)).isoformat(),
        "policy_expiry": (loss + timedelta(days=165)).isoformat(),
        "coverage": "comprehensive",
        "policy_limit": "24000",
        "deductible": "350",
        "cause": "collision",
        "description": "Hit from behind while waiting at the lights in Kirkgate.",
        "loss_city": "Leeds",
        "loss_country": "United Kingdom",
        "amount": "2480.50",
        "authority_contacted": "none",
        "notice_given": True,
        "reporter": {"name": "Oliver Zielinski", "phone": "07700 900123", "relation": "self"},
        "policyholder": {
            "name": "Oliver Zielinski",
            "phone": "07700 900123",
            "address_line": "14 Mill Lane",
            "city": "Leeds",
            "postcode": "LS11 5TD",
        },
        "claimant": {"name": "Oliver Zielinski", "email": "Oliver@Example.ORG"},
        "driver": {"name": "Oliver Zielinski"},
        "facts": {
            "injuries": False,
            "other_insurance": False,
            "holder_born": "1984-02-29",
            "vin": VIN,
            "plate_number": "ls11 abc",
            "make": "Ford",
            "model": "Focus",
            "year": 2019,
            "body": "hatchback",
            "purpose_of_use": "commute",
            "accident_type": "rear_end",
            "impact_points": ["rear"],
            "airbags": False,
            "drivable": True,
            "occupants_count": 1,
        },
    }
    for name, value in changes.items():
        merge = isinstance(value, dict) and name in form
        form[name] = {**form[name], **value} if merge else value
    return form


def property_form(**changes: Any) -> dict[str, Any]:
    """Return the typed values of a complete claim for contents, with a table that adds up."""
    facts = {
        "injuries": False,
        "other_insurance": False,
        "holder_born": "1971-06-14",
        "risk_address": "9 Bank Street",
        "risk_city": "Leeds",
        "property_type": "flat",
        "occupancy": "tenant",
        "date_discovered": _loss().isoformat(),
        "probable_total": "900",
        "habitable": True,
        "emergency_repairs_done": "unknown",
        "items": [
            {"name": "Television", "claimed": "600.00", "receipt": True, "serial": "SN-1"},
            {"name": "Carpet", "claimed": "240.00"},
        ],
    }
    return _of_line(
        "property",
        facts,
        {"cause": "escape_of_water", "coverage": "contents", "amount": "840.00"} | changes,
    )


def health_form(**changes: Any) -> dict[str, Any]:
    """Return the typed values of a complete claim for a stay in hospital."""
    loss = _loss()
    facts = {
        "other_insurance": False,
        "holder_born": "1971-06-14",
        "member_id": "H10956121",
        "patient_name": "Oliver Zielinski",
        "patient_relation": "self",
        "patient_born": "1971-06-14",
        "provider_id": "1234567893",
        "diagnosis_codes": ["S52.5", "W01"],
        "visit_type": "emergency",
        "care_type": "in_patient",
        "accident_related": "no",
        "admission_date": loss.isoformat(),
        "discharge_date": (loss + timedelta(days=2)).isoformat(),
        "service_lines": [
            {"day": loss.isoformat(), "procedure": "25600", "charge": "900", "pointer": "1"},
            {"day": loss.isoformat(), "procedure": "73110", "charge": "120.50", "units": "2"},
        ],
    }
    return _of_line(
        "health",
        facts,
        {
            "cause": "injury",
            "coverage": "in_patient",
            "amount": "1020.50",
            "provider": {"name": "Aire Clinic"},
        }
        | changes,
    )


def travel_form(**changes: Any) -> dict[str, Any]:
    """Return the typed values of a complete claim for baggage lost on a journey."""
    loss = _loss()
    facts = {
        "injuries": False,
        "other_insurance": False,
        "holder_born": "1971-06-14",
        "trip_start": (loss - timedelta(days=2)).isoformat(),
        "trip_end": (loss + timedelta(days=6)).isoformat(),
        "destination": "Porto, Portugal",
        "booking_ref": "QK7M2P",
        "policy_purchase_date": (loss - timedelta(days=60)).isoformat(),
        "carrier": "Albatros Air",
        "carrier_report_no": "PIR 4711",
        "items": [
            {"name": "Suitcase", "claimed": "180", "receipt": True},
            {"name": "Camera", "claimed": "320", "receipt": True, "serial": "CAM-9"},
        ],
    }
    return _of_line(
        "travel",
        facts,
        {"cause": "baggage_loss", "coverage": "baggage", "amount": "500"} | changes,
    )


def _loss() -> date:
    return today() - timedelta(days=5)


def _of_line(kind: str, facts: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return what a claim of any line has in common, with the facts of one."""
    form = motor_form()
    del form["driver"], form["facts"]
    form |= {"claim_type": kind, "facts": facts}
    for name, value in changes.items():
        merge = isinstance(value, dict) and name in form
        form[name] = {**form[name], **value} if merge else value
    return form
