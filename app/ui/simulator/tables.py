"""A simulated week beside the week of the threshold in force, as rows."""

from dataclasses import dataclass

from app.services.simulation import Outlook
from app.ui import plain_cells
from app.words import fill, say

TITLES = (say("Measure"), say("In force"), say("Simulated"))
WIDTHS = (300, 240, 240)
_COUNTS = (
    ("referrals", say("Referrals")),
    ("hours", say("Hours of investigators")),
    ("substantiated", say("Expected substantiated")),
    ("wrongly", say("Expected wrongly referred")),
)
_SHARES = (
    ("precision", say("Substantiated of those referred")),
    ("found", say("Found of all substantiated")),
)


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One measure of both weeks in words."""

    name: str
    now: str
    asked: str


def rows_of(now: Outlook, asked: Outlook, room: float) -> tuple[WeekRow, ...]:
    """Return the measures, and how far the hours reach."""
    counts = [WeekRow(title, _count(now, name), _count(asked, name)) for name, title in _COUNTS]
    shares = [WeekRow(title, _share(now, name), _share(asked, name)) for name, title in _SHARES]
    first = WeekRow(say("Referred from"), f"{now.refer_from}", f"{asked.refer_from}")
    used = WeekRow(
        say("Hours used"),
        *(fill("{value:.0%}", value=one.hours.value / room) for one in (now, asked)),
    )
    return (first, *counts[:2], used, *counts[2:], *shares)


def texts(row: WeekRow) -> tuple[str, ...]:
    """Return what each column says of a measure."""
    return (row.name, row.now, row.asked)


def _count(told: Outlook, name: str) -> str:
    value, low, high = getattr(told, name)
    return say("{value:,.1f} ({low:,.1f} to {high:,.1f})", value=value, low=low, high=high)


def _share(told: Outlook, name: str) -> str:
    value, low, high = getattr(told, name)
    return say("{value:.0%} ({low:.0%} to {high:.0%})", value=value, low=low, high=high)


CELLS = (
    plain_cells.strong(texts, 0),
    plain_cells.words(texts, 1, right=True),
    plain_cells.words(texts, 2, right=True, ink="text"),
)
