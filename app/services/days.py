"""Days as people write them, read when they can mean only one day, day before month."""

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from app.services.sentences import label

FIRST_YEAR, LAST_YEAR = 1900, 2199
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BREAK = r"(?:\s*[-./,]\s*|\s+)"
_NAMED = (
    re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_BREAK}?(?P<m>[a-z]+)\.?{_BREAK}?(?P<y>\d+)"),
    re.compile(rf"(?P<m>[a-z]+)\.?{_BREAK}?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_BREAK}(?P<y>\d+)"),
    re.compile(rf"(?P<y>\d{{4}}){_BREAK}?(?P<m>[a-z]+)\.?{_BREAK}?(?P<d>\d{{1,2}})"),
)
_NUMBERS = (
    re.compile(r"(?P<y>\d{4})(?P<b>[-./])(?P<m>\d{1,2})(?P=b)(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})(?P<b>[-./])(?P<m>\d{1,2})(?P=b)(?P<y>\d{4}|\d{2})"),
)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+")
_CENTURY, _SHORT = 2000, 2
_FULL = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


def read_day(text: str) -> date | None:
    """Return the day that *text* names, as 27/11/2024, 27 Nov 2024 or 2024-11-27; None if none."""
    text = _WEEKDAY.sub("", " ".join(text.split()).lower())
    for form in (*_NUMBERS, *_NAMED):
        found = form.fullmatch(text)
        if found:
            return _day(found["y"], found["m"], found["d"])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(year) + (_CENTURY if len(year) == _SHORT else 0)
    try:
        return date(number, int(month) if month.isdigit() else _month(month), int(day))
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int:
    """Return the number of a month by its name, three letters of it, or four as in Sept."""
    if name in _FULL:
        return _FULL.index(name) + 1
    return _MONTHS.index("sep" if name == "sept" else name) + 1


def _typed(value: Any) -> Any:
    if isinstance(value, str):
        return read_day(value) or value.strip()
    return value.date() if isinstance(value, datetime) else value


def _possible(day: date, info: ValidationInfo) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        name = label(info.field_name or "day")
        raise ValueError(
            f"{name} must lie between the years {FIRST_YEAR} and {LAST_YEAR}. Correct the year."
        )
    return day


Day = Annotated[date, BeforeValidator(_typed), AfterValidator(_possible)]
