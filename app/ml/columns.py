"""What the name of a column tells: words for people, and facts that must not be used."""

import re
from enum import StrEnum
from typing import Any

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

_PROTECTED = frozenset(
    {
        "sex", "gender", "marital", "married", "spouse", "education", "income", "salary",
        "nationality", "citizenship", "postcode", "postal", "zip", "zipcode", "zip3", "race",
        "ethnicity", "ethnic", "religion", "disability", "disabled", "birth", "birthday",
        "birthdate", "dob", "language", "neighbourhood", "neighborhood", "pregnant",
    }
)  # fmt: skip
_AGE_OF_A_PERSON = frozenset(
    {"driver", "holder", "person", "insured", "claimant", "patient", "policyholder"}
)
_AGE_OF_A_THING = frozenset(
    {
        "vehicle", "car", "policy", "property", "building", "contract", "account", "claim",
        "roof", "item", "days", "months", "hours", "house", "home", "boat", "engine",
    }
)  # fmt: skip
_MADE = frozenset({"make", "model", "built", "build", "made", "manufactured", "auto"})
_MONTHS = frozenset(
    {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december",
    }
)  # fmt: skip
_WEEKDAYS = frozenset(
    {
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    }
)  # fmt: skip
_MOSTLY = 0.8
_YEARS = (1900, 2100)
_MONTHS_OF_A_YEAR = (1, 12)
_WEEKS_OF_A_YEAR = (0, 53)
_IDENTIFIER = frozenset(
    {"id", "ids", "uuid", "guid", "key", "number", "no", "num", "ref", "reference"}
)


def words(name: str) -> list[str]:
    """Split a column name in snake, camel or spaced form into lower-case words."""
    return [word.lower() for word in _WORD.findall(name)]


def humanise(name: str) -> str:
    """Return *name* as a label for people: ``days_to_report`` → ``Days to report``."""
    return " ".join(words(name)).capitalize() or name


def is_protected(name: str) -> bool:
    """Tell whether *name* looks like a protected fact about a person, or a proxy of one."""
    parts = set(words(name))
    if parts & _PROTECTED or {"living", "status"} <= parts:
        return True
    about_thing = parts & _AGE_OF_A_THING and not parts & _AGE_OF_A_PERSON
    return bool(parts & {"age", "ages", "aged"}) and not about_thing


def is_identifier(name: str) -> bool:
    """Tell whether the last word of *name* is one that people give to identifiers."""
    return bool(set(words(name)[-1:]) & _IDENTIFIER)


class CalendarPart(StrEnum):
    """Which part of a date a column holds; a season is a month or a year."""

    SEASON = "season"
    WEEK = "week"


def calendar_part(name: str, values: list[Any]) -> CalendarPart | None:
    """Tell which part of a date the distinct *values* of column *name* are, if any.

    Names of months and weekdays are known by themselves; whole numbers need a name that says so.
    """
    if values and all(isinstance(value, str) for value in values):
        texts = [value.lower().rstrip(".") for value in values]
        for part, known in ((CalendarPart.SEASON, _MONTHS), (CalendarPart.WEEK, _WEEKDAYS)):
            if sum(text in known for text in texts) >= _MOSTLY * len(texts):
                return part
    return _part_in_numbers(set(words(name)), values)


def _part_in_numbers(said: set[str], values: list[Any]) -> CalendarPart | None:
    try:
        numbers = [float(value) for value in values]
    except ValueError:
        return None
    if not numbers or any(number % 1 for number in numbers):
        return None
    low, high = min(numbers), max(numbers)
    if said & {"week", "weekday"} and _WEEKS_OF_A_YEAR[0] <= low and high <= _WEEKS_OF_A_YEAR[1]:
        return CalendarPart.WEEK
    month = "month" in said and _MONTHS_OF_A_YEAR[0] <= low and high <= _MONTHS_OF_A_YEAR[1]
    year = "year" in said and _YEARS[0] <= low and high <= _YEARS[1]
    about_thing = said & (_AGE_OF_A_THING - {"claim"} | _MADE)
    return CalendarPart.SEASON if month or (year and not about_thing) else None
