"""What was found to have moved, in a sentence each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from app.ml.intervals import Interval
from app.services.drift_distance import Distances
from app.services.drift_outcomes import Turned
from app.services.facts import FEATURES
from app.words import fill, say

if TYPE_CHECKING:
    from app.ml.stability import Shift

FOREIGN = 0.03
TIMES, OFF = 1.5, 1.25
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that moved: its kind, of what, the sentence, and the claims behind it."""

    kind: str
    subject: str
    told: str
    claims: list[int]

    def document(self) -> dict[str, Any]:
        """Return it as the database takes it."""
        named = {"kind": self.kind, "subject": self.subject}
        return {**named, "told": self.told, "claims": self.claims}


def found_in(shift: "Shift") -> Finding | None:
    """Return what is to be told of one fact, or None if it stays as it was."""
    from app.ml.stability import Cause

    if shift.cause is None:
        return None
    words = {Cause.NEW: _new, Cause.MISSING: _missing, Cause.MOVED: _moved}[shift.cause](shift)
    return Finding(str(shift.cause), shift.name, f"{shift.label}: {words}", [])


def of_distance(far: Distances) -> Finding | None:
    """Return what is to be told of claims that are far from all precedents."""
    if far.foreign.low < FOREIGN:
        return None
    words = say(
        "{percent} of recent claims lie farther from their precedents than 99 in 100 "
        "settled claims do.",
        percent=percent(far.foreign.value),
    )
    return Finding("distance", "precedents", say("Distance: {words}", words=words), [])


def of_outcomes(turned: Turned) -> list[Finding]:
    """Return what is to be told of how claims turn out."""
    found = []
    before, after, ratio = turned.before, turned.after, turned.ratio
    if before and after and _apart(before, after):
        words = say(
            "{percent} of claims turn out substantiated since the model learned, "
            "{percent2} did before; outcomes still to come are counted in.",
            percent=percent(after.value),
            percent2=percent(before.value),
        )
        found.append(
            Finding("prevalence", "substantiated", say("Prevalence: {words}", words=words), [])
        )
    if ratio and (ratio.low > OFF or ratio.high < 1 / OFF):
        words = say(
            "{found:,} claims were substantiated where the probabilities let expect "
            "{expected:,.0f} by now.",
            found=turned.found,
            expected=turned.expected,
        )
        found.append(
            Finding("calibration", "probability", say("Calibration: {words}", words=words), [])
        )
    return found


def percent(share: float) -> str:
    """Return a share as people write it."""
    return fill("{value:.1f}%", value=100 * share) if 0 < share < FOREIGN else f"{100 * share:.0f}%"


def _new(shift: "Shift") -> str:
    values = ", ".join(f"“{value}”" for value in shift.values[:_SHOWN])
    return say(
        "{percent} of recent claims say {values}, which no earlier claim said.",
        percent=percent(shift.unseen),
        values=values,
    )


def _missing(shift: "Shift") -> str:
    then, now = shift.missing
    return say(
        "{percent} of recent claims do not tell it, {percent2} did not before.",
        percent=percent(now),
        percent2=percent(then),
    )


def _moved(shift: "Shift") -> str:
    grew = int(np.argmax(np.array(shift.now) - np.array(shift.then)))
    unit = FEATURES[shift.name].unit if shift.name in FEATURES else ""
    level = f"{shift.levels[grew]} {unit}".strip().replace("_", " ")
    now, then = percent(shift.now[grew]), percent(shift.then[grew])
    return say(
        "“{level}” makes up {now} of recent claims, {then} before (index {index:.2f}).",
        level=level,
        now=now,
        then=then,
        index=shift.index,
    )


def _apart(before: Interval, after: Interval) -> bool:
    """Tell whether two shares differ by half as much again, and their intervals do not meet."""
    low, high = sorted((before, after))
    return high.low > low.high and high.value > TIMES * low.value
