"""Drafts as a form would hand them in."""

from datetime import timedelta
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
