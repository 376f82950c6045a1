"""The tour's step at the motor form: from an empty form to a score."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.services.figures import day, today
from app.tour.guide import Guide
from app.ui.intake.screen import IntakeScreen

STORY = (
    "I stopped at the lights on Kirkstall Road and the van behind me did not. "
    "The tailgate is pushed in and the boot does not close any more."
)
LATE = timedelta(days=16)
LAST = ("deductible", "notice_given")


def intake_motor(guide: Guide) -> str:
    """Fill the form of a motor claim, picture it when little is missing, and submit it."""
    screen = guide.window.go("claim.new")
    assert isinstance(screen, IntakeScreen)  # noqa: S101 - this place has no other screen
    told = answers(today())
    for name in (name for name in told if name not in LAST):
        _enter(guide, screen, name, told[name])
    screen.form.verticalScrollBar().setValue(0)
    guide.picture("intake-motor", guide.window)
    for name in LAST:
        _enter(guide, screen, name, told[name])
    guide.press(screen.form.first(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    guide.wait("the claim to be submitted", screen.done.isVisible)
    return screen.done.accessibleName()


def answers(now: date) -> dict[str, Any]:
    """Return what somebody reports of a collision some weeks ago."""
    loss = now - LATE
    return {
        "policy_number": "POL-10956121",
        "coverage": "comprehensive",
        "policy_start": day(loss - timedelta(days=23)),
        "policy_expiry": day(loss + timedelta(days=342)),
        "loss_date": day(loss),
        "loss_time": "17:40",
        "how_reported": "phone",
        "cause": "collision",
        "facts.accident_type": "rear_end",
        "loss_city": "Leeds",
        "loss_country": "United Kingdom",
        "description": STORY,
        "authority_contacted": "none",
        "facts.injuries": False,
        "facts.plate_number": "YK19 ZRT",
        "facts.vin": "JHMGK5831GX004711",
        "facts.make": "Honda",
        "facts.model": "Jazz",
        "facts.year": "2019",
        "facts.body": "hatchback",
        "facts.purpose_of_use": "commute",
        "facts.odometer": "61200",
        "facts.impact_points": ["rear"],
        "facts.airbags": False,
        "facts.drivable": True,
        "facts.towed": False,
        "facts.occupants_count": "1",
        **_people(),
        "amount": "4150",
        "policy_limit": "24000",
        "deductible": "350",
        "facts.estimate_amount": "3980",
        "facts.other_insurance": False,
        "notice_given": True,
    }


def _people() -> dict[str, Any]:
    return {
        "policyholder.name": "Oliver Zielinski",
        "policyholder.phone": "+44 7700 900471",
        "policyholder.email": "oliver.zielinski@example.org",
        "policyholder.address_line": "14 Burley Lodge Terrace",
        "policyholder.city": "Leeds",
        "policyholder.postcode": "LS6 1QA",
        "facts.holder_born": "14 Mar 1987",
        "claimant.name": "Oliver Zielinski",
        "claimant.phone": "+44 7700 900471",
        "reporter.name": "Oliver Zielinski",
        "reporter.phone": "+44 7700 900471",
        "reporter.relation": "self",
        "driver.name": "Oliver Zielinski",
        "repairer.name": "Aire Valley Body Shop",
        "repairer.phone": "+44 7700 900333",
    }


def _enter(guide: Guide, screen: IntakeScreen, name: str, value: Any) -> None:
    editor = screen.form.binder.bound[name].field.editor
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        guide.type(editor, value)
    else:
        bound = screen.form.binder.bound[name].editor
        bound.write(value)
        bound.edited.emit()
