"""The tables of a claim: things lost, services billed, people hurt; and what they add up to."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from app.services.days import Day
from app.services.line_codes import Severity

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)]
Money = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
MOST = 200
MODIFIERS, POINTERS = 4, 12


class Item(BaseModel):
    """One thing that was lost or damaged; `claimed` is for the whole quantity."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Short = ""
    room: Short = ""
    quantity: Annotated[int, Field(ge=1, le=999)] = 1
    bought: Day | None = None
    price: Money | None = None
    claimed: Money | None = None
    receipt: bool = False
    serial: Annotated[
        str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=80)
    ] = ""


class ServiceLine(BaseModel):
    """One service of a medical bill; `charge` is for all its units."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    procedure: Short = ""
    charge: Money | None = None
    units: Annotated[int, Field(ge=1, le=999)] = 1
    day: Day | None = None
    until: Day | None = None
    place: Short = ""
    modifiers: Annotated[
        str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9 ,]*$")
    ] = ""
    pointer: Annotated[int, Field(ge=1, le=POINTERS)] | None = None

    @field_validator("until")
    @classmethod
    def _in_order(cls, end: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("day")
        if start and end and end < start:
            raise ValueError("A service cannot end before it begins. Correct one of the days.")
        return end

    @field_validator("modifiers")
    @classmethod
    def _few(cls, typed: str) -> str:
        modifiers = typed.replace(",", " ").split()
        if len(modifiers) > MODIFIERS:
            raise ValueError(f"A service takes at most {MODIFIERS} modifiers. Remove one.")
        return " ".join(modifiers)


class Injured(BaseModel):
    """One person who was hurt."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Short = ""
    role: Short = ""
    severity: Severity | None = None
    treated: Short = ""


Items = Annotated[tuple[Item, ...], Field(max_length=MOST)]
ServiceLines = Annotated[tuple[ServiceLine, ...], Field(max_length=MOST)]


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """Return the sum of what is known."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def claimed(items: Sequence[Item]) -> Decimal:
    """Return what all *items* are claimed at."""
    return total(item.claimed for item in items)


def charged(lines: Sequence[ServiceLine]) -> Decimal:
    """Return what all *lines* of a bill charge."""
    return total(line.charge for line in lines)


def unreceipted(items: Sequence[Item]) -> Decimal:
    """Return what is claimed without a receipt."""
    return total(item.claimed for item in items if not item.receipt)
