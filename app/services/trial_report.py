"""What a trial has found: each arm's measures with intervals, and what the test says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from app.ml.arrays import Floats
from app.ml.intervals import Interval, effective, wilson
from app.ml.sequential import Evidence, difference, odds_ratio, weigh
from app.words import fill, say

POINTS, BUDGET, OVERLOAD = 100, 0.1, 2.0
NO_LABELS = say("No claim of this trial has an outcome by the label rule yet.")
UNDECIDED = say("Neither is surely ahead yet.")


@dataclass
class Arm:
    """Claims by whole score: all of them, and the labelled ones weighed to speak for all."""

    claims: int = 0
    suggested: int = 0
    every: Floats = field(default_factory=lambda: np.zeros(POINTS))
    wanted: Floats = field(default_factory=lambda: np.zeros(POINTS))
    found: float = 0.0
    weights: list[float] = field(default_factory=list)
    positives: int = 0
    labelled: int = 0

    @property
    def precision(self) -> tuple[float, float]:
        """Return found and of among the suggested, as so many equal claims."""
        of = effective(np.array(self.weights))
        return (of * self.found / sum(self.weights) if self.weights else 0.0), of

    @property
    def recall(self) -> tuple[float, float]:
        """Return found and of among the substantiated when a tenth of the claims is reviewed."""
        total = self.wanted.sum()
        if not total:
            return 0.0, 0.0
        reviewed = np.append(0, np.cumsum(self.every[::-1]) / self.every.sum())
        found = np.append(0, np.cumsum(self.wanted[::-1]) / total)
        return self.positives * float(np.interp(BUDGET, reviewed, found)), self.positives


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the comparison; *difference* is the challenger's less the champion's."""

    name: str
    champion: Interval | None
    challenger: Interval | None
    difference: Interval | None = None
    form: str = "percent"


@dataclass(frozen=True, slots=True)
class TrialReport:
    """The comparison of a trial at one moment."""

    measures: tuple[Measure, ...]
    evidence: Evidence
    loads: Evidence
    claims: tuple[int, int]
    labelled: tuple[int, int]
    words: str

    @property
    def look(self) -> dict[str, Any]:
        """Return what is kept of a look."""
        told = self.evidence
        return {
            "won": told.won,
            "of": told.of,
            "share": told.share.value,
            "low": told.share.low,
            "high": told.share.high,
            "even": told.even,
            "p": told.p,
            "claims": sum(self.claims),
            "labelled": sum(self.labelled),
        }


def write_report(found: TrialReport, path: Path) -> None:
    """Write the measures with their intervals to a CSV or XLSX file, shares as numbers of 0–1."""
    from pandas import DataFrame

    from app.files.writing import TableWriter

    parts = (say("Judging model"), say("Challenger"), say("Difference"))
    head = [
        say("Measure"),
        *(f"{part}{end}" for part in parts for end in ("", say(", from"), say(", to"))),
    ]
    rows = [
        [
            row.name,
            *(
                "" if told is None else fill("{end:.6g}", end=end)
                for told in (row.champion, row.challenger, row.difference)
                for end in (told or (0.0, 0.0, 0.0))
            ),
        ]
        for row in found.measures
    ]
    with TableWriter(path) as table:
        table.write(DataFrame(rows, columns=head))


def report(kind: str, share: float, found: dict[str, Any]) -> TrialReport:
    """Make the report of the counts that the database gave."""
    champion, challenger = _arms(found["cells"])
    pairs = found["pairs"]
    shadow = kind == "shadow"
    if shadow:
        evidence = weigh(pairs["challenger_right"], pairs["apart"])
    else:
        hits = [round(arm.found) for arm in (champion, challenger)]
        evidence = weigh(hits[1], sum(hits), even=share)
    loads = weigh(challenger.suggested, champion.suggested + challenger.suggested, even=share)
    measures = [*_measures(champion, challenger), *_latency(found["ms"])]
    if shadow:
        agreed = wilson(pairs["agreed"], pairs["claims"]) if pairs["claims"] else None
        measures.insert(3, Measure(say("Agreement on whom to refer"), None, agreed))
    return TrialReport(
        measures=tuple(measures),
        evidence=evidence,
        loads=loads,
        claims=(champion.claims, challenger.claims),
        labelled=(champion.labelled, challenger.labelled),
        words=_words(kind, evidence, champion.labelled + challenger.labelled),
    )


def verdict(
    kind: str, found: TrialReport, days: float, longest: int
) -> tuple[str | None, str | None]:
    """Return how the rules end a trial and why, or two Nones while it goes on."""
    leads = found.evidence.leads
    if leads > 0:
        return "better", found.words
    if leads < 0:
        return "worse", found.words
    if kind == "split" and odds_ratio(found.loads.share, found.loads.even).low > OVERLOAD:
        return "overload", say("The challenger suggests more than twice as many referrals.")
    if days >= longest:
        return "undecided", say(
            "The trial reached its {longest:,} days. {words}", longest=longest, words=found.words
        )
    return None, None


def _arms(cells: Sequence[Sequence[Any]]) -> tuple[Arm, Arm]:
    arms = (Arm(), Arm())
    paid = [_blind_weight([cell for cell in cells if cell[0] is side]) for side in (False, True)]
    for challenged, score, refer, label, claims in cells:
        arm, weight = arms[challenged], paid[challenged] if label == "blind" else 1.0
        arm.claims += claims
        arm.every[score] += claims
        arm.suggested += claims * refer
        if label not in {"substantiated", "cleared", "blind"}:
            continue
        arm.labelled += claims
        if label == "substantiated":
            arm.wanted[score] += claims
            arm.positives += claims
        if refer:
            arm.weights += [weight] * claims
            arm.found += claims * (label == "substantiated")
    return arms


def _blind_weight(cells: Sequence[Sequence[Any]]) -> float:
    count = {
        label: sum(cell[4] for cell in cells if cell[3] == label) for label in ("blind", "paid")
    }
    return (count["blind"] + count["paid"]) / count["blind"] if count["blind"] else 1.0


def _measures(champion: Arm, challenger: Arm) -> list[Measure]:
    parts = {
        say("Precision of suggested referrals"): (champion.precision, challenger.precision),
        say("Found when 10% are reviewed"): (champion.recall, challenger.recall),
        say("Referral rate"): (
            (champion.suggested, champion.claims),
            (challenger.suggested, challenger.claims),
        ),
    }
    return [
        Measure(
            name,
            wilson(*old) if old[1] else None,
            wilson(*new) if new[1] else None,
            difference(*new, *old) if old[1] and new[1] else None,
        )
        for name, (old, new) in parts.items()
    ]


def _latency(times: dict[str, list[float]]) -> list[Measure]:
    def told(side: str) -> Interval | None:
        found = times.get(side)
        return Interval(found[0], found[0], found[1]) if found else None

    return [Measure(say("Time to score, median and 95%"), told("false"), told("true"), form="ms")]


def _words(kind: str, told: Evidence, labelled: int) -> str:
    if not labelled:
        return NO_LABELS
    if not told.of:
        return (
            say("The two have not differed on a claim with an outcome yet.")
            if kind == "shadow"
            else say("No suggested referral of this trial was substantiated yet.")
        )
    side = {1: say("The challenger is ahead."), -1: say("The challenger is behind."), 0: UNDECIDED}
    if kind == "shadow":
        return say(
            "{side} Of {of:,} claims with an outcome on which they differ, the "
            "challenger was right on {won:,}.",
            side=side[told.leads],
            of=told.of,
            won=told.won,
        )
    return say(
        "{side} Of {of:,} suggested referrals that were substantiated, {won:,} are "
        "the challenger's, who has {even:.0%} of the claims.",
        side=side[told.leads],
        of=told.of,
        won=told.won,
        even=told.even,
    )
