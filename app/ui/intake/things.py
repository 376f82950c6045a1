"""The tables that the forms ask with: things lost, services billed, people hurt."""

from functools import partial

from app.services.line_codes import Severity
from app.ui.intake.choices import Tick
from app.ui.intake.dates import Day
from app.ui.intake.editors import Choice, Line, Money
from app.ui.intake.tables import Column, Described, Noun, Table
from app.ui.words import plain
from app.words import mark_n

SEVERITIES = {code: plain(code) for code in Severity}
_Receipt = partial(Tick, "Receipt")

_THING = Noun("Add a thing", "Remove this thing", mark_n("{n} thing, {sum}", "{n} things, {sum}"))
_SERVICE = Noun(
    "Add a service", "Remove this service", mark_n("{n} service, {sum}", "{n} services, {sum}")
)
_PERSON = Noun(
    "Add a person", "Remove this person", mark_n("{n} person, {sum}", "{n} people, {sum}")
)

THINGS = Described(
    _THING,
    (
        Column("name", "Thing", Line, 6),
        Column("room", "Room", Line, 3),
        Column("quantity", "Number", partial(Line, "1"), 2),
        Column("bought", "Bought", Day, 4),
        Column("price", "Price paid", Money, 3),
        Column("claimed", "Claimed", Money, 3),
        Column("receipt", "Proof", _Receipt, 3),
        Column("serial", "Serial number", Line, 4),
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
        Column("day", "From", Day, 4),
        Column("until", "To", Day, 4),
        Column("place", "Place", partial(Line, "Ward, surgery"), 4),
        Column("procedure", "Procedure", partial(Line, "Code"), 4),
        Column("modifiers", "Modifiers", Line, 3),
        Column("pointer", "Diagnosis", partial(Line, "1"), 2),
        Column("units", "Units", partial(Line, "1"), 2),
        Column("charge", "Charge", Money, 4),
    ),
    summed="charge",
)
HURT = Described(
    _PERSON,
    (
        Column("name", "Name", Line, 3),
        Column("role", "Was", partial(Line, "Driver, guest"), 3),
        Column("severity", "How badly", partial(Choice, SEVERITIES), 3),
        Column("treated", "Treated where", Line, 3),
    ),
)

Things = partial(Table, THINGS)
Luggage = partial(Table, LUGGAGE)
Services = partial(Table, SERVICES)
Hurt = partial(Table, HURT)
