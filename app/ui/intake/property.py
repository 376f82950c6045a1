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
from app.words import say

PROPERTY = ClaimType.PROPERTY
TYPES = {code: plain(code) for code in PropertyType}
OCCUPANCIES = {
    Occupancy.OWNER: say("Lived in by the owner"),
    Occupancy.TENANT: say("Let to a tenant"),
    Occupancy.VACANT: say("Empty for over 30 days"),
}
ALARMS = {
    Alarm.NONE: say("None fitted"),
    Alarm.SET: say("Fitted and set"),
    Alarm.NOT_SET: say("Fitted, not set"),
    Alarm.UNKNOWN: say("Not known"),
}
LOCKS = {code: plain(code) for code in Locks} | {Locks.UNKNOWN: say("Not known")}
ORIGINS = {code: plain(code) for code in FireOrigin} | {FireOrigin.UNKNOWN: say("Not known")}
_stolen, _burnt = if_one_of("cause", "theft"), if_one_of("cause", "fire")

BUILDING = (
    need("facts.risk_address", say("Address of the building"), Line, WHOLE),
    need("facts.risk_city", say("City"), Line, TWO_THIRDS),
    may("facts.risk_postcode", say("Postcode"), Line, THIRD),
    need("facts.property_type", say("Kind of building"), partial(Choice, TYPES)),
    need("facts.occupancy", say("Who lives there"), partial(Choice, OCCUPANCIES)),
    need("facts.habitable", say("Still habitable"), YesNo),
    need("facts.emergency_repairs_done", say("Emergency repairs done"), YesNo),
    may("facts.mortgagee", say("Mortgage with"), Line),
    may("facts.mortgage_number", say("Loan number"), Line),
)
AT_HOME = (
    ("facts.risk_address", "policyholder.address_line"),
    ("facts.risk_city", "policyholder.city"),
    ("facts.risk_postcode", "policyholder.postcode"),
)
SECURITY = (
    need("facts.alarm", say("Burglar alarm"), partial(Choice, ALARMS), when=_stolen),
    need("facts.locks", say("Locks found"), partial(Choice, LOCKS), when=_stolen),
    need("facts.forced_entry", say("Signs of forced entry"), YesNo, when=_stolen),
    need("facts.fire_origin", say("Where it began"), partial(Choice, ORIGINS), when=_burnt),
    need("facts.alarm_worked", say("Smoke alarm worked"), YesNo, when=_burnt),
    need("facts.occupants_present", say("Somebody at home"), YesNo, when=_burnt),
    need("facts.pets_present", say("Pets at home"), YesNo, when=_burnt),
)
DISCOVERED = need("facts.date_discovered", say("Date discovered"), Day, THIRD)
TOTAL = need("facts.probable_total", say("Probable total loss"), Money, THIRD)
ITEMS = (may("facts.items", say("Things claimed"), Things, WHOLE),)

SECTIONS = (
    Section(say("Policy"), 0, (Part("", policy(PROPERTY)),)),
    Section(
        say("Loss"),
        0,
        (Part("", (*loss(PROPERTY, say("Kind of loss"), DISCOVERED), *SECURITY, *INJURIES)),),
    ),
    Section(say("Building"), 0, (Part(say("Where it stands"), BUILDING, same=AT_HOME),)),
    Section(say("People"), 1, people(Part(say("Repairer"), known("repairer"), "repairer"))),
    Section(say("Amounts"), 1, (Part("", amounts(TOTAL)),)),
    Section(say("Notice"), 1, (Part("", NOTICE),)),
    Section(say("Things"), 2, (Part("", ITEMS),)),
)
