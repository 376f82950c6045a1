"""Money, days and spans of time as people read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def money(amount: Decimal | None, currency: str = "GBP") -> str:
    """Return an amount with its currency's sign, as £18,087.50."""
    if amount is None:
        return "not given"
    sign = _SIGNS.get(currency)
    return f"{sign}{amount:,.2f}" if sign else f"{amount:,.2f} {currency}"


def today() -> date:
    """Return the date where the person sits."""
    return datetime.now(tz=UTC).astimezone().date()


def day(moment: date | None) -> str:
    """Return a date as 05 Nov 2026."""
    return moment.strftime("%d %b %Y") if moment else "not given"


def days(count: int) -> str:
    """Return a number of days with its noun."""
    return f"{count:,} day" if count == 1 else f"{count:,} days"


def points(score: Decimal | float | None) -> str:
    """Return a score rounded to a whole number, as a person reads it."""
    return "not given" if score is None else f"{score:.0f}"
