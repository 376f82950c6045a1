"""What the property form asks."""

from functools import partial

from app.codes import ClaimType
from app.services.line_codes import Alarm, FireOrigin, Locks, Occupancy, PropertyType
from app.ui.intake.asks import THIRD, TWO_THIRDS, WHOLE, Part, Section, may, need
from app.ui.intake.choices import YesNo
from app.ui.intake.dates import Day
from app.ui.intake.editors import Choice, Line, Money
from app.ui.intake.every_line import (
    INJURIES,
    NOTICE,
    amounts,
    if_one_of,
    known,
    loss,
    people,
    policy,
)
from app.ui.intake.things import Things
from app.ui.words import plain

PROPERTY = ClaimType.PROPERTY
TYPES = {code: plain(code) for code in PropertyType}
OCCUPANCIES = {
    Occupancy.OWNER: "Lived in by the owner",
    Occupancy.TENANT: "Let to a tenant",
    Occupancy.VACANT: "Empty for over 30 days",
}
ALARMS = {
    Alarm.NONE: "None fitted",
    Alarm.SET: "Fitted and set",
    Alarm.NOT_SET: "Fitted, not set",
    Alarm.UNKNOWN: "Not known",
}
LOCKS = {code: plain(code) for code in Locks} | {Locks.UNKNOWN: "Not known"}
ORIGINS = {code: plain(code) for code in FireOrigin} | {FireOrigin.UNKNOWN: "Not known"}
_stolen, _burnt = if_one_of("cause", "theft"), if_one_of("cause", "fire")

BUILDING = (
    need("facts.risk_address", "Address of the building", Line, WHOLE),
    need("facts.risk_city", "City", Line, TWO_THIRDS),
    may("facts.risk_postcode", "Postcode", Line, THIRD),
    need("facts.property_type", "Kind of building", partial(Choice, TYPES)),
    need("facts.occupancy", "Who lives there", partial(Choice, OCCUPANCIES)),
    need("facts.habitable", "Still habitable", YesNo),
    need("facts.emergency_repairs_done", "Emergency repairs done", YesNo),
    may("facts.mortgagee", "Mortgage with", Line),
    may("facts.mortgage_number", "Loan number", Line),
)
AT_HOME = (
    ("facts.risk_address", "policyholder.address_line"),
    ("facts.risk_city", "policyholder.city"),
    ("facts.risk_postcode", "policyholder.postcode"),
)
SECURITY = (
    need("facts.alarm", "Burglar alarm", partial(Choice, ALARMS), when=_stolen),
    need("facts.locks", "Locks found", partial(Choice, LOCKS), when=_stolen),
    need("facts.forced_entry", "Signs of forced entry", YesNo, when=_stolen),
    need("facts.fire_origin", "Where it began", partial(Choice, ORIGINS), when=_burnt),
    need("facts.alarm_worked", "Smoke alarm worked", YesNo, when=_burnt),
    need("facts.occupants_present", "Somebody at home", YesNo, when=_burnt),
    need("facts.pets_present", "Pets at home", YesNo, when=_burnt),
)
DISCOVERED = need("facts.date_discovered", "Date discovered", Day, THIRD)
TOTAL = need("facts.probable_total", "Probable total loss", Money, THIRD)
ITEMS = (may("facts.items", "Things claimed", Things, WHOLE),)

SECTIONS = (
    Section("Policy", 0, (Part("", policy(PROPERTY)),)),
    Section(
        "Loss", 0, (Part("", (*loss(PROPERTY, "Kind of loss", DISCOVERED), *SECURITY, *INJURIES)),)
    ),
    Section("Building", 0, (Part("Where it stands", BUILDING, same=AT_HOME),)),
    Section("People", 1, people(Part("Repairer", known("repairer"), "repairer"))),
    Section("Amounts", 1, (Part("", amounts(TOTAL)),)),
    Section("Notice", 1, (Part("", NOTICE),)),
    Section("Things", 2, (Part("", ITEMS),)),
)
