"""The facts that only one line of business asks for, as they are stored with a claim."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from app.services.days import Day
from app.services.figures import today
from app.services.line_codes import (
    Accident,
    AccidentType,
    Alarm,
    Answer,
    CareType,
    Fault,
    FireOrigin,
    ImpactPoint,
    Locks,
    Occupancy,
    PropertyType,
    Purpose,
    TravelEvent,
    VisitType,
)
from app.services.line_tables import Injured, Items, Money, ServiceLines, Short
from app.services.sentences import label
from app.words import say

DEGREES = r"-?\d{1,3}(\.\d{1,6})?"
PARALLELS, MERIDIANS = 90, 180
Plate = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9 -]{2,10}$"),
]
Vin = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_upper=True, pattern=r"^[A-HJ-NPR-Za-hj-npr-z0-9]{17}$"
    ),
]
Icd10 = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_upper=True,
        pattern=r"^[A-Za-z][0-9][0-9A-Za-z](\.?[0-9A-Za-z]{1,4})?$",
    ),
]
Coordinates = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=f"^({DEGREES}, ?{DEGREES})?$")
]
Count = Annotated[int, Field(ge=0, le=99)]


class LineFacts(BaseModel):
    """Facts every line asks for that have no column of their own.

    None means not answered yet; an answer that nobody knows is "unknown".
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    injuries: Answer | None = None
    injured_count: Count | None = None
    injured: Annotated[tuple[Injured, ...], Field(max_length=99)] = ()
    other_insurance: Answer | None = None
    other_insurer: Short = ""
    other_insurance_policy: Short = ""
    holder_born: Day | None = None
    holder_company: Short = ""
    catastrophe_code: Short = ""
    notice_version: Short = ""
    notice_date: Day | None = None
    loss_coordinates: Coordinates = ""
    attested: bool = False
    attested_by: Short = ""
    attested_on: Day | None = None

    @field_validator("loss_coordinates")
    @classmethod
    def _on_earth(cls, told: str) -> str:
        north, east = (abs(float(part)) for part in (told or "0,0").split(","))
        if north > PARALLELS or east > MERIDIANS:
            sentence = say("lie within 90 degrees north or south and 180 east or west")
            raise ValueError(f"{label('loss_coordinates')} {sentence}. Correct them.")
        return told

    @field_validator("holder_born")
    @classmethod
    def _born_before_today(cls, born: date | None) -> date | None:
        return born_in_time(born, "holder_born")


def born_in_time(born: date | None, field: str) -> date | None:
    """Return a date of birth unless it is still to come; ValueError then."""
    if born and born > today():
        raise ValueError(f"{label(field)} cannot lie in the future. Correct the year.")
    return born


class MotorFacts(LineFacts):
    """The vehicle and the accident."""

    line: Literal["motor"] = "motor"
    vin: Vin | None = None
    plate_number: Plate | None = None
    plate_region: Short = "GB"
    make: Short = ""
    model: Short = ""
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    body: Short = ""
    odometer: Annotated[int, Field(ge=0, le=2_000_000)] | None = None
    owner_name: Short = ""
    finance_company: Short = ""
    purpose_of_use: Purpose | None = None
    accident_type: AccidentType | None = None
    fault_rating: Fault | None = None
    fault_share: Annotated[int, Field(ge=0, le=100)] | None = None
    impact_points: tuple[ImpactPoint, ...] = ()
    airbags: Answer | None = None
    drivable: Answer | None = None
    towed: Answer | None = None
    towed_to: Short = ""
    occupants_count: Count | None = None
    witness_count: Count | None = None
    driver_has_permission: Answer | None = None
    driver_born: Day | None = None
    driver_licence: Short = ""
    driver_licence_region: Short = ""
    driver_relation: Short = ""
    other_vehicle: Short = ""
    other_policy: Short = ""
    other_vehicle_insurer: Short = ""
    estimate_amount: Money | None = None
    keys_count: Count | None = None
    tracker: Answer | None = None
    last_seen_at: datetime | None = None
    recovered: Answer | None = None

    @field_validator("driver_born")
    @classmethod
    def _driver_born(cls, born: date | None) -> date | None:
        return born_in_time(born, "driver_born")


class PropertyFacts(LineFacts):
    """The building and what happened to it."""

    line: Literal["property"] = "property"
    risk_address: Short = ""
    risk_city: Short = ""
    risk_postcode: Short = ""
    property_type: PropertyType | None = None
    occupancy: Occupancy | None = None
    date_discovered: Day | None = None
    probable_total: Money | None = None
    items: Items = ()
    habitable: Answer | None = None
    emergency_repairs_done: Answer | None = None
    mortgagee: Short = ""
    mortgage_number: Short = ""
    alarm: Alarm | None = None
    locks: Locks | None = None
    forced_entry: Answer | None = None
    fire_origin: FireOrigin | None = None
    alarm_worked: Answer | None = None
    occupants_present: Answer | None = None
    pets_present: Answer | None = None


class HealthFacts(LineFacts):
    """The treatment and who gave it."""

    line: Literal["health"] = "health"
    member_id: Short = ""
    patient_name: Short = ""
    patient_relation: Short = ""
    patient_born: Day | None = None
    provider_id: Short = ""
    diagnosis_codes: Annotated[tuple[Icd10, ...], Field(max_length=12)] = ()
    visit_type: VisitType | None = None
    care_type: CareType | None = None
    admission_date: Day | None = None
    discharge_date: Day | None = None
    service_lines: ServiceLines = ()
    accident_related: Accident | None = None
    pre_authorization_no: Short = ""
    referral_code: Short = ""

    @field_validator("patient_born")
    @classmethod
    def _patient_born(cls, born: date | None) -> date | None:
        return born_in_time(born, "patient_born")

    @field_validator("discharge_date")
    @classmethod
    def _stay_in_order(cls, end: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("admission_date")
        if start and end and end < start:
            raise ValueError("Discharge cannot be before admission. Correct one of the dates.")
        return end


class TravelFacts(LineFacts):
    """The journey and what went wrong."""

    line: Literal["travel"] = "travel"
    trip_start: Day | None = None
    trip_end: Day | None = None
    destination: Short = ""
    booking_ref: Short = ""
    policy_purchase_date: Day | None = None
    event_type: TravelEvent | None = None
    carrier: Short = ""
    carrier_report_no: Short = ""
    prepaid: Money | None = None
    refunds: Money | None = None
    items: Items = ()
    primary_insurer: Short = ""

    @field_validator("trip_end")
    @classmethod
    def _trip_in_order(cls, end: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("trip_start")
        if start and end and end < start:
            raise ValueError("The trip cannot end before it starts. Correct one of the dates.")
        return end


AnyFacts = MotorFacts | PropertyFacts | HealthFacts | TravelFacts
