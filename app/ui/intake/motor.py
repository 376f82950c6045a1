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
from app.words import say

MOTOR = ClaimType.MOTOR
ACCIDENTS = {code: plain(code) for code in AccidentType} | {
    AccidentType.REAR_END: say("Rear-end"),
    AccidentType.HEAD_ON: say("Head-on"),
}
PURPOSES = {code: plain(code) for code in Purpose} | {Purpose.RIDE_SHARE: say("Ride-share")}
IMPACTS = {code: plain(code) for code in ImpactPoint}
FAULTS = {
    Fault.INSURED: say("The insured"),
    Fault.OTHER: say("The other party"),
    Fault.SHARED: say("Both, in shares"),
    Fault.UNKNOWN: say("Not known"),
}


def _stolen(values: Values) -> bool:
    return bool(values["facts.accident_type"] == AccidentType.THEFT)


def _hit(values: Values) -> bool:
    return not _stolen(values)


def _shared(values: Values) -> bool:
    return bool(values["facts.fault_rating"] == Fault.SHARED)


ACCIDENT = need("facts.accident_type", say("Accident"), partial(Choice, ACCIDENTS), THIRD)
FAULT = (
    may("facts.fault_rating", say("Who was at fault"), partial(Choice, FAULTS), note=LATER),
    may("facts.fault_share", say("Share of the insured, %"), Line, when=_shared),
)
VEHICLE = (
    need("facts.plate_number", say("Plate number"), partial(Line, "LS11 ABC"), THIRD),
    may("facts.plate_region", say("Registered in"), partial(Line, "GB"), THIRD),
    need("facts.year", say("Year"), Line, THIRD),
    need("facts.vin", "VIN", partial(Line, say("17 letters and digits")), TWO_THIRDS),
    need("facts.body", say("Body"), partial(Choice, BODIES), THIRD),
    need("facts.make", say("Make"), Line, THIRD),
    need("facts.model", say("Model"), Line, THIRD),
    need("facts.purpose_of_use", say("Used for"), partial(Choice, PURPOSES), THIRD),
    may("facts.odometer", say("Odometer, miles"), Line, THIRD),
    need(
        "facts.impact_points", say("Where it was hit"), partial(Several, IMPACTS), WHOLE, when=_hit
    ),
    need("facts.airbags", say("Airbags released"), YesNo, when=_hit),
    need("facts.drivable", say("Vehicle drivable"), YesNo, when=_hit),
    need("facts.keys_count", say("Keys handed over"), Line, THIRD, when=_stolen),
    need("facts.last_seen_at", say("Last seen"), Moment, TWO_THIRDS, when=_stolen),
    need("facts.recovered", say("Vehicle recovered"), YesNo, when=_stolen),
    may("facts.tracker", say("Tracker fitted"), YesNo, when=_stolen),
    may("facts.towed", say("Vehicle towed"), YesNo, when=_hit),
    may("facts.towed_to", say("Towed to"), Line, when=if_yes("facts.towed")),
    need("facts.occupants_count", say("People in the vehicle"), Line, THIRD),
    may("facts.owner_name", say("Owner, if another"), Line, THIRD),
    may("facts.finance_company", say("Financed by"), Line, THIRD),
)
OTHER_VEHICLE = (
    may("facts.other_vehicle", say("Its plate or make"), Line, THIRD),
    may("facts.other_vehicle_insurer", say("Its insurer"), Line, THIRD),
    may("facts.other_policy", say("Its policy number"), Line, THIRD),
)
DRIVER = (
    need("driver.name", say("Name"), Line, THIRD),
    may("driver.phone", say("Phone"), partial(Line, "+44 7700 900123"), THIRD),
    may("facts.driver_born", say("Date of birth"), Day, THIRD),
    may("facts.driver_licence", say("Licence number"), Line, THIRD),
    may("facts.driver_licence_region", say("Issued in"), Line, THIRD),
    may("facts.driver_relation", say("Relation to insured"), partial(Choice, RELATIONS), THIRD),
    may("facts.driver_has_permission", say("Had permission"), YesNo, HALF),
)
DRIVER_BORN = ("facts.driver_born", "facts.holder_born")
ESTIMATE = may("facts.estimate_amount", say("Repair estimate"), Money, THIRD, note=LATER)

SECTIONS = (
    Section(say("Policy"), 0, (Part("", policy(MOTOR)),)),
    Section(say("Loss"), 0, (Part("", (*loss(MOTOR, say("Cause"), ACCIDENT), *INJURIES, *FAULT)),)),
    Section(say("Vehicle"), 0, (Part("", VEHICLE), Part(say("Other vehicle"), OTHER_VEHICLE))),
    Section(
        say("People"),
        1,
        people(
            Part(say("Driver"), DRIVER, "driver", (*same_person("driver"), DRIVER_BORN)),
            Part(say("Third party"), known("third_party"), "third_party"),
            Part(say("Repairer"), known("repairer"), "repairer"),
        ),
    ),
    Section(say("Amounts"), 1, (Part("", amounts(ESTIMATE)),)),
    Section(say("Notice"), 1, (Part("", NOTICE),)),
)
