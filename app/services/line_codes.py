"""The codes that only one line of business uses, and the answer to a question: yes, no, unknown."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ValidationInfo

from app.services.sentences import label

UNKNOWN = "unknown"
_WORDS: dict[str, bool | str] = {
    "yes": True,
    "true": True,
    "y": True,
    "1": True,
    "no": False,
    "false": False,
    "n": False,
    "0": False,
    "unknown": UNKNOWN,
    "not known": UNKNOWN,
}


def _read_answer(typed: Any, info: ValidationInfo) -> Any:
    answer = _WORDS.get(str(typed).strip().lower())
    if answer is None:
        name = label(info.field_name or "question")
        raise ValueError(f"{name} must be answered with yes, no or not known.")
    return answer


Answer = Annotated[bool | Literal["unknown"], BeforeValidator(_read_answer)]


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


class Fault(StrEnum):
    """Who caused an accident, as far as the adjuster can tell."""

    INSURED = "insured"
    OTHER = "other"
    SHARED = "shared"
    UNKNOWN = "unknown"


class PropertyType(StrEnum):
    """What kind of building was hit."""

    HOUSE = "house"
    FLAT = "flat"
    COMMERCIAL = "commercial"
    OUTBUILDING = "outbuilding"
    OTHER = "other"


class Occupancy(StrEnum):
    """Who lived in a building when the loss happened; vacant means for more than 30 days."""

    OWNER = "owner"
    TENANT = "tenant"
    VACANT = "vacant"


class Alarm(StrEnum):
    """The burglar alarm of a building at a theft."""

    NONE = "none"
    SET = "set"
    NOT_SET = "not_set"
    UNKNOWN = "unknown"


class Locks(StrEnum):
    """In which state the locks of a building were found after a theft."""

    FORCED = "forced"
    INTACT = "intact"
    OPEN = "open"
    UNKNOWN = "unknown"


class FireOrigin(StrEnum):
    """Where a fire began."""

    ELECTRICAL = "electrical"
    COOKING = "cooking"
    HEATING = "heating"
    SMOKING = "smoking"
    OUTSIDE = "outside"
    DELIBERATE = "deliberate"
    UNKNOWN = "unknown"


class VisitType(StrEnum):
    """What led a patient to a provider."""

    EMERGENCY = "emergency"
    REFERRAL = "referral"
    OTHER = "other"


class CareType(StrEnum):
    """Whether a patient stayed overnight."""

    IN_PATIENT = "in_patient"
    OUT_PATIENT = "out_patient"


class Accident(StrEnum):
    """Whether a treatment follows an accident that somebody else may have to pay for."""

    NO = "no"
    WORK = "work"
    AUTO = "auto"
    OTHER = "other"


class Severity(StrEnum):
    """How badly a person was hurt."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    FATAL = "fatal"


class TravelEvent(StrEnum):
    """What went wrong with a journey."""

    CANCELLATION = "cancellation"
    INTERRUPTION = "interruption"
    DELAY = "delay"
    BAGGAGE_LOSS = "baggage_loss"
    BAGGAGE_DELAY = "baggage_delay"
    MEDICAL = "medical"
    RENTAL_CAR = "rental_car"
