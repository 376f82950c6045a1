"""What the motor form asks: its sections, their fields in order, and when each is asked."""

from collections.abc import Callable
from functools import partial

from app.codes import ClaimType
from app.services.choices import BODIES, CAUSES, COVERAGES, RELATIONS
from app.services.claim_draft import Authority, Channel
from app.services.line_facts import AccidentType, ImpactPoint, Purpose
from app.ui.intake_asks import HALF, THIRD, TWO_THIRDS, WHOLE, Ask, Part, Section, may, need
from app.ui.intake_check import Values
from app.ui.intake_choices import Several, Tick, YesNo
from app.ui.intake_dates import Day, Moment
from app.ui.intake_editors import Choice, Clock, Line, Money, Story
from app.ui.intake_witnesses import Witnesses
from app.ui.words import plain

MOTOR = ClaimType.MOTOR
CHANNELS = {code: plain(code) for code in Channel if code is not Channel.BATCH}
CHANNELS[Channel.EMAIL] = "E-mail"
AUTHORITIES = {
    Authority.POLICE: "Police",
    Authority.FIRE: "Fire service",
    Authority.NONE: "Nobody",
    Authority.UNKNOWN: "Not known",
}
ACCIDENTS = {code: plain(code) for code in AccidentType} | {
    AccidentType.REAR_END: "Rear-end",
    AccidentType.HEAD_ON: "Head-on",
}
PURPOSES = {code: plain(code) for code in Purpose} | {Purpose.RIDE_SHARE: "Ride-share"}
IMPACTS = {code: plain(code) for code in ImpactPoint}
CURRENCIES = {"GBP": "GBP (£)", "EUR": "EUR (€)", "USD": "USD ($)"}
GIVEN = "The privacy notice was given"
ACCOUNT = "In the words of who reports it, 20 characters or more"


def _stolen(values: Values) -> bool:
    return bool(values["facts.accident_type"] == AccidentType.THEFT)


def _hit(values: Values) -> bool:
    return not _stolen(values)


def _called(values: Values) -> bool:
    return values["authority_contacted"] in {Authority.POLICE, Authority.FIRE}


def _if_yes(name: str) -> Callable[[Values], bool]:
    return lambda values: values[name] is True


_Count = partial(Line, longest=2)
_Phone = partial(Line, "+44 7700 900123")
_Email = partial(Line, "name@example.org")

POLICY = (
    need("policy_number", "Policy number", partial(Line, "POL-10956121", longest=50)),
    need("coverage", "Coverage", partial(Choice, COVERAGES[MOTOR])),
    need("policy_start", "Policy start", Day, THIRD),
    need("policy_expiry", "Policy expiry", Day, THIRD),
    may("policy_changed", "Last changed", Day, THIRD),
)
LOSS = (
    need("loss_date", "Date of loss", Day, THIRD),
    may("loss_time", "Time of loss", Clock, THIRD),
    may("reported_date", "Date reported", Day, THIRD, note="Today if left empty"),
    need("how_reported", "Reported by", partial(Choice, CHANNELS), THIRD),
    need("cause", "Cause", partial(Choice, CAUSES[MOTOR]), THIRD),
    need("facts.accident_type", "Accident", partial(Choice, ACCIDENTS), THIRD),
    need("loss_city", "Place of loss", partial(Line, "City or town")),
    need("loss_country", "Country", Line),
    need("description", "What happened", partial(Story, ACCOUNT), WHOLE),
    need("authority_contacted", "Called to the loss", partial(Choice, AUTHORITIES)),
    need("authority_reference", "Report number", Line, when=_called),
    need("facts.injuries", "Anybody injured", YesNo),
    need("facts.injured_count", "People injured", _Count, when=_if_yes("facts.injuries")),
)
VEHICLE = (
    need("facts.plate_number", "Plate number", partial(Line, "LS11 ABC", longest=10), THIRD),
    need("facts.vin", "VIN", partial(Line, "17 letters and digits", longest=17), TWO_THIRDS),
    need("facts.make", "Make", Line, THIRD),
    need("facts.model", "Model", Line, THIRD),
    need("facts.year", "Year", partial(Line, longest=4), THIRD),
    need("facts.body", "Body", partial(Choice, BODIES), THIRD),
    need("facts.purpose_of_use", "Used for", partial(Choice, PURPOSES), THIRD),
    may("facts.odometer", "Odometer, miles", partial(Line, longest=7), THIRD),
    need("facts.impact_points", "Where it was hit", partial(Several, IMPACTS), WHOLE, when=_hit),
    need("facts.airbags", "Airbags released", YesNo, when=_hit),
    need("facts.drivable", "Vehicle drivable", YesNo, when=_hit),
    need("facts.keys_count", "Keys handed over", _Count, THIRD, when=_stolen),
    need("facts.last_seen_at", "Last seen", Moment, TWO_THIRDS, when=_stolen),
    need("facts.recovered", "Vehicle recovered", YesNo, when=_stolen),
    may("facts.tracker", "Tracker fitted", YesNo, when=_stolen),
    may("facts.towed", "Vehicle towed", YesNo, when=_hit),
    may("facts.towed_to", "Towed to", Line, when=_if_yes("facts.towed")),
    need("facts.occupants_count", "People in the vehicle", _Count, THIRD),
    may("facts.other_vehicle", "Other vehicle", partial(Line, "Plate or make"), THIRD),
    may("facts.other_policy", "Its policy number", Line, THIRD),
)
OTHER = "facts.other_insurance"
AMOUNTS = (
    need("amount", "Claimed amount", Money, THIRD),
    need("policy_limit", "Policy limit", Money, THIRD),
    need("deductible", "Excess", Money, THIRD),
    may("facts.estimate_amount", "Repair estimate", Money, THIRD),
    may("prior_claims_declared", "Earlier claims declared", _Count, THIRD),
    may("currency", "Currency", partial(Choice, CURRENCIES, unchosen=""), THIRD),
    need(OTHER, "Another insurer covers it", YesNo),
    need("facts.other_insurer", "Other insurer", Line, when=_if_yes(OTHER)),
)


def _contact(role: str) -> tuple[Ask, ...]:
    return (
        need(f"{role}.name", "Name", Line, THIRD),
        need(f"{role}.phone", "Phone", _Phone, THIRD),
        may(f"{role}.email", "E-mail", _Email, THIRD),
    )


def _known(role: str) -> tuple[Ask, ...]:
    return (
        may(f"{role}.name", "Name", Line, HALF),
        may(f"{role}.phone", "Phone", _Phone, HALF),
    )


ADDRESS = (
    need("policyholder.address_line", "Address", Line, WHOLE),
    may("policyholder.city", "City", Line, TWO_THIRDS),
    may("policyholder.postcode", "Postcode", partial(Line, longest=12), THIRD),
)
DRIVER = (
    need("driver.name", "Name", Line, THIRD),
    may("driver.phone", "Phone", _Phone, THIRD),
    may("facts.driver_has_permission", "Had permission", YesNo, HALF),
)
RELATION = need("reporter.relation", "Relation to the insured", partial(Choice, RELATIONS), HALF)
PEOPLE = (
    Part("Policyholder", (*_contact("policyholder"), *ADDRESS), "policyholder"),
    Part("Claimant", _contact("claimant"), "claimant"),
    Part("Reporter", (*_contact("reporter"), RELATION), "reporter"),
    Part("Driver", DRIVER, "driver"),
    Part("Third party", _known("third_party"), "third_party"),
    Part("Repairer", _known("repairer"), "repairer"),
    Part("Witnesses", (may("witnesses", "Who else saw it", Witnesses, WHOLE),)),
)
NOTICE = (need("notice_given", "Notice to the person", partial(Tick, GIVEN), WHOLE),)

SECTIONS = (
    Section("Policy", 0, (Part("", POLICY),)),
    Section("Loss", 0, (Part("", LOSS),)),
    Section("Vehicle", 0, (Part("", VEHICLE),)),
    Section("People", 1, PEOPLE),
    Section("Amounts", 1, (Part("", AMOUNTS),)),
    Section("Notice", 1, (Part("", NOTICE),)),
)
