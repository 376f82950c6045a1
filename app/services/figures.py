"""Money, days and spans of time as people read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

from app.words import fill, say, say_n

NOT_GIVEN = say("not given")
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def money(amount: Decimal | None, currency: str = "GBP") -> str:
    """Return an amount with its currency's sign, as £18,087.50; or that it was not given."""
    if amount is None:
        return NOT_GIVEN
    sign = _SIGNS.get(currency)
    return (
        fill("{sign}{amount:,.2f}", sign=sign, amount=amount)
        if sign
        else fill("{amount:,.2f} {currency}", amount=amount, currency=currency)
    )


def whole(amount: Decimal) -> str:
    """Return an amount in pounds without its pence, as £18,087."""
    return _SIGNS["GBP"] + fill("{amount:,}", amount=int(amount))


def today() -> date:
    """Return the date where the person sits."""
    return datetime.now(tz=UTC).astimezone().date()


def day(moment: date | None) -> str:
    """Return a date as 05 Nov 2026, or that it was not given."""
    return say("{moment:%d %b %Y}", moment=moment) if moment else NOT_GIVEN


def days(count: int) -> str:
    """Return a number of days with its noun."""
    return say_n("{n:,} day", "{n:,} days", count)


def points(score: Decimal) -> str:
    """Return a score rounded to a whole number, as a person reads it."""
    return f"{score:.0f}"
