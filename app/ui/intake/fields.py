"""What each form asks: its sections, their fields in order, and when each is asked."""

from app.codes import ClaimType
from app.ui.intake import health as intake_health
from app.ui.intake import motor as intake_motor
from app.ui.intake import property as intake_property
from app.ui.intake import travel as intake_travel
from app.ui.intake.asks import Section

SECTIONS: dict[ClaimType, tuple[Section, ...]] = {
    ClaimType.MOTOR: intake_motor.SECTIONS,
    ClaimType.PROPERTY: intake_property.SECTIONS,
    ClaimType.HEALTH: intake_health.SECTIONS,
    ClaimType.TRAVEL: intake_travel.SECTIONS,
}
