"""What the motor form asks."""

from functools import partial

from app.codes import ClaimType
from app.services.choices import BODIES, RELATIONS
from app.services.line_codes import AccidentType, Fault, ImpactPoint, Purpose
from app.ui.intake.asks import HALF, THIRD, TWO_THIRDS, WHOLE, Part, Section, may, need
from app.ui.intake.check import Values
from app.ui.intake.choices import Several, YesNo
from app.ui.intake.dates import Day, Moment
from app.ui.intake.editors import Choice, Line, Money
from app.ui.intake.every_line import (
    INJURIES,
    LATER,
    NOTICE,
    amounts,
    if_yes,
    known,
    loss,
    people,
    policy,
    same_person,
)
from app.ui.words import plain

MOTOR = ClaimType.MOTOR
ACCIDENTS = {code: plain(code) for code in AccidentType} | {
    AccidentType.REAR_END: "Rear-end",
    AccidentType.HEAD_ON: "Head-on",
}
PURPOSES = {code: plain(code) for code in Purpose} | {Purpose.RIDE_SHARE: "Ride-share"}
IMPACTS = {code: plain(code) for code in ImpactPoint}
FAULTS = {
    Fault.INSURED: "The insured",
    Fault.OTHER: "The other party",
    Fault.SHARED: "Both, in shares",
    Fault.UNKNOWN: "Not known",
}


def _stolen(values: Values) -> bool:
    return bool(values["facts.accident_type"] == AccidentType.THEFT)


def _hit(values: Values) -> bool:
    return not _stolen(values)


def _shared(values: Values) -> bool:
    return bool(values["facts.fault_rating"] == Fault.SHARED)


ACCIDENT = need("facts.accident_type", "Accident", partial(Choice, ACCIDENTS), THIRD)
FAULT = (
    may("facts.fault_rating", "Who was at fault", partial(Choice, FAULTS), note=LATER),
    may("facts.fault_share", "Share of the insured, %", Line, when=_shared),
)
VEHICLE = (
    need("facts.plate_number", "Plate number", partial(Line, "LS11 ABC"), THIRD),
    may("facts.plate_region", "Registered in", partial(Line, "GB"), THIRD),
    need("facts.year", "Year", Line, THIRD),
    need("facts.vin", "VIN", partial(Line, "17 letters and digits"), TWO_THIRDS),
    need("facts.body", "Body", partial(Choice, BODIES), THIRD),
    need("facts.make", "Make", Line, THIRD),
    need("facts.model", "Model", Line, THIRD),
    need("facts.purpose_of_use", "Used for", partial(Choice, PURPOSES), THIRD),
    may("facts.odometer", "Odometer, miles", Line, THIRD),
    need("facts.impact_points", "Where it was hit", partial(Several, IMPACTS), WHOLE, when=_hit),
    need("facts.airbags", "Airbags released", YesNo, when=_hit),
    need("facts.drivable", "Vehicle drivable", YesNo, when=_hit),
    need("facts.keys_count", "Keys handed over", Line, THIRD, when=_stolen),
    need("facts.last_seen_at", "Last seen", Moment, TWO_THIRDS, when=_stolen),
    need("facts.recovered", "Vehicle recovered", YesNo, when=_stolen),
    may("facts.tracker", "Tracker fitted", YesNo, when=_stolen),
    may("facts.towed", "Vehicle towed", YesNo, when=_hit),
    may("facts.towed_to", "Towed to", Line, when=if_yes("facts.towed")),
    need("facts.occupants_count", "People in the vehicle", Line, THIRD),
    may("facts.owner_name", "Owner, if another", Line, THIRD),
    may("facts.finance_company", "Financed by", Line, THIRD),
)
OTHER_VEHICLE = (
    may("facts.other_vehicle", "Its plate or make", Line, THIRD),
    may("facts.other_vehicle_insurer", "Its insurer", Line, THIRD),
    may("facts.other_policy", "Its policy number", Line, THIRD),
)
DRIVER = (
    need("driver.name", "Name", Line, THIRD),
    may("driver.phone", "Phone", partial(Line, "+44 7700 900123"), THIRD),
    may("facts.driver_born", "Date of birth", Day, THIRD),
    may("facts.driver_licence", "Licence number", Line, THIRD),
    may("facts.driver_licence_region", "Issued in", Line, THIRD),
    may("facts.driver_relation", "Relation to insured", partial(Choice, RELATIONS), THIRD),
    may("facts.driver_has_permission", "Had permission", YesNo, HALF),
)
DRIVER_BORN = ("facts.driver_born", "facts.holder_born")
ESTIMATE = may("facts.estimate_amount", "Repair estimate", Money, THIRD, note=LATER)

SECTIONS = (
    Section("Policy", 0, (Part("", policy(MOTOR)),)),
    Section("Loss", 0, (Part("", (*loss(MOTOR, "Cause", ACCIDENT), *INJURIES, *FAULT)),)),
    Section("Vehicle", 0, (Part("", VEHICLE), Part("Other vehicle", OTHER_VEHICLE))),
    Section(
        "People",
        1,
        people(
            Part("Driver", DRIVER, "driver", (*same_person("driver"), DRIVER_BORN)),
            Part("Third party", known("third_party"), "third_party"),
            Part("Repairer", known("repairer"), "repairer"),
        ),
    ),
    Section("Amounts", 1, (Part("", amounts(ESTIMATE)),)),
    Section("Notice", 1, (Part("", NOTICE),)),
)
