"""By when something is due, in words and as a share of the time that has passed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.codes import ClockKind
from app.services import wording
from app.words import amid, say, say_n


class DueState(StrEnum):
    """How near the day is: past, today, within the warning, or further off."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Due:
    """The next clock of a claim: it runs from `since`, warns from `warn`, is due at `on`."""

    clock: ClockKind
    since: date
    warn: date
    on: date

    def state(self, today: date) -> DueState:
        """Return how near the day is."""
        if today > self.on:
            return DueState.LATE
        if today == self.on:
            return DueState.TODAY
        return DueState.SOON if today >= self.warn else DueState.FINE

    def words(self, today: date) -> str:
        """Return "3 days late", "Due today" or "5 days left"."""
        left = (self.on - today).days
        if left < 0:
            return say_n("{n:,} day late", "{n:,} days late", -left)
        return say_n("{n:,} day left", "{n:,} days left", left) if left else say("Due today")

    def sentence(self, today: date) -> str:
        """Return the same with what is due and when, for ears and tooltips."""
        return say(
            "{clock}: {amid}, {on:%d %b %Y}",
            clock=wording.CLOCK[self.clock],
            amid=amid(self.words(today)),
            on=self.on,
        )

    def passed(self, today: date) -> float:
        """Return the share of the time that has passed, from 0 to 1."""
        whole = max((self.on - self.since).days, 1)
        return min(max((today - self.since).days / whole, 0.0), 1.0)
