"""The tour's steps at the forms of property, health and travel, and at what a form finds wrong."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication

from app.codes import ClaimType
from app.services.figures import day, today
from app.tour.guide import Guide
from app.ui.intake.screen import IntakeScreen

ROUNDS = 4
BURGLARY = (
    "Came home from work at half past six and found the balcony door levered open. Television,"
    " a laptop and my grandmother's ring are gone; the neighbours below heard nothing."
)
FALL = (
    "Slipped on the wet steps in front of the library and fell on the outstretched left hand."
    " The wrist was broken and was set under anaesthesia the same evening."
)
SUITCASE = (
    "The suitcase did not arrive on the belt in Porto and was declared lost after three weeks."
    " The airline confirmed it at the desk."
)


def intake_lines(guide: Guide) -> tuple[tuple[str, Callable[[], str]], ...]:
    """Return one step for each form, and one for a form that was submitted too early."""
    return (
        ("intake-property", partial(_line, guide, ClaimType.PROPERTY, _burglary(), at_end=True)),
        ("intake-health", partial(_line, guide, ClaimType.HEALTH, _wrist(), at_end=True)),
        ("intake-travel", partial(_line, guide, ClaimType.TRAVEL, _luggage(), at_end=False)),
        ("intake-errors", partial(_errors, guide)),
    )


def _line(guide: Guide, kind: ClaimType, told: dict[str, Any], *, at_end: bool) -> str:
    screen = _screen(guide)
    screen.begin_with({"claim_type": kind, **told})
    for _ in range(ROUNDS):
        QApplication.processEvents()
    bar = screen.form.verticalScrollBar()
    bar.setValue(bar.maximum() if at_end else 0)
    guide.picture(f"intake-{kind}", guide.window)
    return screen.rail.heading.text()


def _errors(guide: Guide) -> str:
    screen = _screen(guide)
    told = _burglary() | {"policy_expiry": day(today() - timedelta(days=900)), "loss_city": ""}
    told |= {"claimant.phone": "call me", "amount": "1,9x0", "policyholder.email": "ilse at home"}
    screen.begin_with({"claim_type": ClaimType.PROPERTY, **told})
    guide.click(screen.submit_button)
    screen.form.verticalScrollBar().setValue(0)
    guide.picture("intake-errors", guide.window)
    words = screen.rail.heading.text()
    screen.begin()
    return words


def _screen(guide: Guide) -> IntakeScreen:
    screen = guide.window.go("claim.new")
    assert isinstance(screen, IntakeScreen)  # noqa: S101 - this place has no other screen
    return screen


def _common(ago: int, **told: Any) -> dict[str, Any]:
    loss = today() - timedelta(days=ago)
    return {
        "loss_date": loss,
        "reported_date": loss + timedelta(days=1),
        "policy_start": loss - timedelta(days=210),
        "policy_expiry": loss + timedelta(days=155),
        "how_reported": "phone",
        "loss_country": "United Kingdom",
        "currency": "GBP",
        "authority_contacted": "none",
        "notice_given": True,
        "facts.other_insurance": False,
        "facts.injuries": False,
    } | told


def _people(name: str, phone: str, email: str, **address: str) -> dict[str, Any]:
    told: dict[str, Any] = {"reporter.relation": "self"}
    for role in ("policyholder", "claimant", "reporter"):
        told |= {f"{role}.name": name, f"{role}.phone": phone, f"{role}.email": email}
    return told | {f"policyholder.{part}": words for part, words in address.items()}


def _burglary() -> dict[str, Any]:
    people = _people(
        "Ilse Adeyemi",
        "+44 7700 900518",
        "ilse.adeyemi@example.org",
        address_line="Flat 6, 21 Water Lane",
        city="Leeds",
        postcode="LS11 5PS",
        country="United Kingdom",
    )
    return _common(
        9,
        **people,
        **_burgled(),
        policy_number="POL-20417733",
        coverage="contents",
        cause="theft",
        loss_city="Leeds",
        description=BURGLARY,
        authority_contacted="police",
        authority_reference="13260417733",
        amount="1,980.00",
        policy_limit="15,000.00",
        deductible="200.00",
    )


def _burgled() -> dict[str, Any]:
    loss = today() - timedelta(days=9)
    return {
        "facts.holder_born": loss.replace(year=1989, day=1),
        "facts.date_discovered": loss,
        "facts.alarm": "not_set",
        "facts.locks": "forced",
        "facts.forced_entry": True,
        "facts.risk_address": "Flat 6, 21 Water Lane",
        "facts.risk_city": "Leeds",
        "facts.risk_postcode": "LS11 5PS",
        "facts.property_type": "flat",
        "facts.occupancy": "owner",
        "facts.habitable": True,
        "facts.emergency_repairs_done": "unknown",
        "facts.probable_total": "2,100.00",
        "facts.items": [
            _thing("Television, 55 inch", "Living room", 820, 640, "4X-771204", shown=True),
            _thing("Laptop", "Study", 1150, 890, "C02-88341", shown=True),
            _thing("Gold ring with a garnet", "Bedroom", None, 380, "", shown=False),
        ],
    }


def _thing(
    name: str, room: str, price: int | None, claimed: int, serial: str, *, shown: bool
) -> dict[str, Any]:
    bought = today() - timedelta(days=400 + claimed) if price else None
    told = {"name": name, "room": room, "quantity": 1, "bought": bought, "price": price}
    return told | {"claimed": claimed, "receipt": shown, "serial": serial}


def _wrist() -> dict[str, Any]:
    people = _people(
        "Tomasz Okafor",
        "+44 7700 900764",
        "tomasz.okafor@example.org",
        address_line="3 Chapel Row",
        city="York",
        postcode="YO1 7LX",
        country="United Kingdom",
    )
    told = _common(
        12,
        **people,
        **_treated(),
        policy_number="POL-30881902",
        coverage="in_patient",
        cause="injury",
        loss_city="York",
        description=FALL,
        amount="3,412.50",
        policy_limit="20,000.00",
        deductible="100.00",
    )
    return told | {"provider.name": "Ouse Valley Hospital", "provider.phone": "+44 7700 900220"}


def _treated() -> dict[str, Any]:
    first = today() - timedelta(days=12)
    last, born = first + timedelta(days=1), first.replace(year=1976, day=4)
    return {
        "facts.holder_born": born,
        "facts.patient_name": "Tomasz Okafor",
        "facts.patient_born": born,
        "facts.patient_relation": "self",
        "facts.member_id": "H30881902",
        "facts.diagnosis_codes": ["S52.5", "W10.9"],
        "facts.visit_type": "emergency",
        "facts.care_type": "in_patient",
        "facts.accident_related": "other",
        "facts.admission_date": first,
        "facts.discharge_date": last,
        "facts.provider_id": "1234567893",
        "facts.service_lines": [
            {"day": first, "place": "Emergency", "procedure": "73110", "units": 2, "charge": 212.5}
            | {"pointer": 1},
            {"day": first, "place": "Theatre", "procedure": "25605", "units": 1, "charge": 2650}
            | {"modifiers": "LT", "pointer": 1},
            {"day": first, "until": last, "place": "Ward 4", "procedure": "99222", "units": 1}
            | {"charge": 550, "pointer": 1},
        ],
    }


def _luggage() -> dict[str, Any]:
    people = _people(
        "Noor Lindqvist",
        "+44 7700 900835",
        "noor.lindqvist@example.org",
        address_line="40 Albion Place",
        city="Hull",
        postcode="HU1 3TF",
        country="United Kingdom",
    )
    return _common(
        24,
        **people,
        **_travelled(),
        policy_number="POL-41190026",
        coverage="baggage",
        cause="baggage_loss",
        loss_city="Porto",
        description=SUITCASE,
        amount="812.00",
        policy_limit="2,000.00",
        deductible="75.00",
    ) | {"loss_country": "Portugal"}


def _travelled() -> dict[str, Any]:
    loss = today() - timedelta(days=24)
    return {
        "facts.holder_born": loss.replace(year=1993, day=9),
        "facts.trip_start": loss,
        "facts.trip_end": loss + timedelta(days=9),
        "facts.policy_purchase_date": loss - timedelta(days=63),
        "facts.destination": "Porto, Portugal",
        "facts.booking_ref": "QK7M2P",
        "facts.carrier": "Albatros Air",
        "facts.carrier_report_no": "",
        "facts.items": [
            _thing("Suitcase, hard shell", "", 210, 160, "", shown=True),
            _thing("Walking boots", "", 180, 140, "", shown=True),
            _thing("Camera with two lenses", "", 690, 512, "7100-2231", shown=False),
        ],
    }
