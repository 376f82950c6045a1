"""The tables that the forms ask with: things lost, services billed, people hurt."""

from functools import partial

from app.services.line_codes import Severity
from app.ui.intake.choices import Tick
from app.ui.intake.dates import Day
from app.ui.intake.editors import Choice, Line, Money
from app.ui.intake.tables import Column, Described, Noun, Table
from app.ui.words import plain
from app.words import mark_n, say

SEVERITIES = {code: plain(code) for code in Severity}
_Receipt = partial(Tick, say("Receipt"))

_THING = Noun(
    say("Add a thing"), say("Remove this thing"), mark_n("{n} thing, {sum}", "{n} things, {sum}")
)
_SERVICE = Noun(
    say("Add a service"),
    say("Remove this service"),
    mark_n("{n} service, {sum}", "{n} services, {sum}"),
)
_PERSON = Noun(
    say("Add a person"), say("Remove this person"), mark_n("{n} person, {sum}", "{n} people, {sum}")
)

THINGS = Described(
    _THING,
    (
        Column("name", say("Thing"), Line, 6),
        Column("room", say("Room"), Line, 3),
        Column("quantity", say("Number"), partial(Line, "1"), 2),
        Column("bought", say("Bought"), Day, 4),
        Column("price", say("Price paid"), Money, 3),
        Column("claimed", say("Claimed"), Money, 3),
        Column("receipt", say("Proof"), _Receipt, 3),
        Column("serial", say("Serial number"), Line, 4),
    ),
    summed="claimed",
    shown="receipt",
)
LUGGAGE = Described(
    _THING,
    tuple(column for column in THINGS.columns if column.name != "room"),
    summed="claimed",
    shown="receipt",
)
SERVICES = Described(
    _SERVICE,
    (
        Column("day", say("From"), Day, 4),
        Column("until", say("To"), Day, 4),
        Column("place", say("Place"), partial(Line, say("Ward, surgery")), 4),
        Column("procedure", say("Procedure"), partial(Line, say("Code")), 4),
        Column("modifiers", say("Modifiers"), Line, 3),
        Column("pointer", say("Diagnosis"), partial(Line, "1"), 2),
        Column("units", say("Units"), partial(Line, "1"), 2),
        Column("charge", say("Charge"), Money, 4),
    ),
    summed="charge",
)
HURT = Described(
    _PERSON,
    (
        Column("name", say("Name"), Line, 3),
        Column("role", say("Was"), partial(Line, say("Driver, guest")), 3),
        Column("severity", say("How badly"), partial(Choice, SEVERITIES), 3),
        Column("treated", say("Treated where"), Line, 3),
    ),
)

Things = partial(Table, THINGS)
Luggage = partial(Table, LUGGAGE)
Services = partial(Table, SERVICES)
Hurt = partial(Table, HURT)
