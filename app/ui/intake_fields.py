"""What each form asks: its sections, their fields in order, and when each is asked."""

from app.codes import ClaimType
from app.ui import intake_health, intake_motor, intake_property, intake_travel
from app.ui.intake_asks import Section

SECTIONS: dict[ClaimType, tuple[Section, ...]] = {
    ClaimType.MOTOR: intake_motor.SECTIONS,
    ClaimType.PROPERTY: intake_property.SECTIONS,
    ClaimType.HEALTH: intake_health.SECTIONS,
    ClaimType.TRAVEL: intake_travel.SECTIONS,
}
