"""The facts that only one line of business asks for, as they are stored with a claim."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)]
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
Money = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
Count = Annotated[int, Field(ge=0, le=99)]


class AccidentType(StrEnum):
    """How a vehicle came to harm."""

    REAR_END = "rear_end"
    SIDE = "side"
    HEAD_ON = "head_on"
    SINGLE_VEHICLE = "single_vehicle"
    PARKED = "parked"
    HIT_AND_RUN = "hit_and_run"
    ANIMAL = "animal"
    THEFT = "theft"
    FIRE = "fire"
    GLASS = "glass"
    WEATHER = "weather"


class ImpactPoint(StrEnum):
    """Where a vehicle was hit."""

    FRONT = "front"
    REAR = "rear"
    LEFT = "left"
    RIGHT = "right"
    ROOF = "roof"
    UNDERSIDE = "underside"
    GLASS = "glass"


class Purpose(StrEnum):
    """What a vehicle was used for."""

    PRIVATE = "private"
    COMMUTE = "commute"
    BUSINESS = "business"
    HIRE = "hire"
    RIDE_SHARE = "ride_share"


class Item(BaseModel):
    """One thing that was lost or damaged."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Short = ""
    claimed: Money
    receipt: bool = False
    serial: Short = ""


class ServiceLine(BaseModel):
    """One service of a medical bill."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    procedure: Short
    charge: Money
    units: Annotated[int, Field(ge=1, le=999)] = 1
    day: date | None = None


class LineFacts(BaseModel):
    """Facts every line asks for that have no column of their own; None means not answered yet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    injuries: bool | None = None
    injured_count: Count | None = None
    other_insurance: bool | None = None
    other_insurer: Short = ""


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
    purpose_of_use: Purpose | None = None
    accident_type: AccidentType | None = None
    impact_points: tuple[ImpactPoint, ...] = ()
    airbags: bool | None = None
    drivable: bool | None = None
    towed: bool | None = None
    towed_to: Short = ""
    occupants_count: Count | None = None
    witness_count: Count | None = None
    driver_has_permission: bool | None = None
    other_vehicle: Short = ""
    other_policy: Short = ""
    estimate_amount: Money | None = None
    keys_count: Count | None = None
    tracker: bool | None = None
    last_seen_at: datetime | None = None
    recovered: bool | None = None


class PropertyFacts(LineFacts):
    """The building and what happened to it."""

    line: Literal["property"] = "property"
    property_type: Short = ""
    occupancy: Short = ""
    date_discovered: date | None = None
    probable_total: Money | None = None
    items: tuple[Item, ...] = ()
    habitable: bool | None = None
    emergency_repairs_done: bool | None = None
    forced_entry: bool | None = None
    alarm_worked: bool | None = None
    occupants_present: bool | None = None
    pets_present: bool | None = None


class HealthFacts(LineFacts):
    """The treatment and who gave it."""

    line: Literal["health"] = "health"
    member_id: Short = ""
    provider_id: Short = ""
    diagnosis_codes: Annotated[tuple[Icd10, ...], Field(max_length=12)] = ()
    visit_type: Short = ""
    care_type: Short = ""
    admission_date: date | None = None
    discharge_date: date | None = None
    service_lines: tuple[ServiceLine, ...] = ()
    accident_related: Short = ""
    pre_authorization_no: Short = ""

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
    trip_start: date | None = None
    trip_end: date | None = None
    destination: Short = ""
    booking_ref: Short = ""
    policy_purchase_date: date | None = None
    event_type: Short = ""
    carrier: Short = ""
    carrier_report_no: Short = ""
    prepaid: Money | None = None
    refunds: Money | None = None
    items: tuple[Item, ...] = ()

    @field_validator("trip_end")
    @classmethod
    def _trip_in_order(cls, end: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("trip_start")
        if start and end and end < start:
            raise ValueError("The trip cannot end before it starts. Correct one of the dates.")
        return end


AnyFacts = MotorFacts | PropertyFacts | HealthFacts | TravelFacts
