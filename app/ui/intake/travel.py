"""What the travel form asks."""

from functools import partial

from app.codes import ClaimType
from app.services.line_codes import TravelEvent
from app.ui.intake.asks import HALF, THIRD, WHOLE, Part, Section, may, need
from app.ui.intake.dates import Day
from app.ui.intake.editors import Line, Money
from app.ui.intake.every_line import (
    INJURIES,
    NOTICE,
    amounts,
    if_one_of,
    loss,
    people,
    policy,
)
from app.ui.intake.things import Luggage
from app.words import say

TRAVEL = ClaimType.TRAVEL
_carried = if_one_of(
    "cause", TravelEvent.DELAY, TravelEvent.BAGGAGE_LOSS, TravelEvent.BAGGAGE_DELAY
)
_broken_off = if_one_of("cause", TravelEvent.CANCELLATION, TravelEvent.INTERRUPTION)
_ill = if_one_of("cause", TravelEvent.MEDICAL)


TRIP = (
    need("facts.trip_start", say("Trip begins"), Day, THIRD),
    need("facts.trip_end", say("Trip ends"), Day, THIRD),
    need("facts.policy_purchase_date", say("Policy bought"), Day, THIRD),
    need("facts.destination", say("Destination"), Line, HALF),
    need("facts.booking_ref", say("Booking reference"), Line, HALF),
    need("facts.carrier", say("Carrier"), Line, HALF, when=_carried),
    need("facts.carrier_report_no", say("Carrier's report"), partial(Line, "PIR"), when=_carried),
    need("facts.primary_insurer", say("Main health insurer"), Line, WHOLE, when=_ill),
)
PAID = (
    need("facts.prepaid", say("Paid in advance"), Money, THIRD, when=_broken_off),
    need("facts.refunds", say("Refunds received"), Money, THIRD, when=_broken_off),
)
CLINIC = (
    need("provider.name", say("Name"), Line, HALF, when=_ill),
    may("provider.phone", say("Phone"), partial(Line, "+34 910 900 100"), HALF, when=_ill),
)
ITEMS = (may("facts.items", say("Things claimed"), Luggage, WHOLE),)

SECTIONS = (
    Section(say("Policy"), 0, (Part("", policy(TRAVEL)),)),
    Section(say("Event"), 0, (Part("", (*loss(TRAVEL, say("What went wrong")), *INJURIES)),)),
    Section(say("Trip"), 0, (Part("", TRIP),)),
    Section(say("People"), 1, people(Part(say("Clinic"), CLINIC, "provider"))),
    Section(say("Amounts"), 1, (Part("", amounts(*PAID)),)),
    Section(say("Notice"), 1, (Part("", NOTICE),)),
    Section(say("Expenses"), 2, (Part("", ITEMS),)),
)
