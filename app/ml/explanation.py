"""Why a claim scored as it did: its precedents, its factors and a sentence for a person."""

from dataclasses import dataclass
from typing import NamedTuple

from app.codes import Outcome
from app.ml.contrast import Rival
from app.ml.factors import Factor
from app.ml.whatif import Change

SHOWN = 10


class Precedent(NamedTuple):
    """A settled claim that voted.

    *distance* is in log-odds, *similarity* is 1 / (1 + distance), *share* its part of the vote
    in 0–1, and *contribution* its points of the score (0 if it was cleared).
    """

    rank: int
    id: str
    outcome: Outcome
    distance: float
    similarity: float
    weight: float
    share: float
    contribution: float


@dataclass(frozen=True)
class Explanation:
    """The score taken apart: precedents' contributions + *rest* + *prior* = *score* to 1e-9.

    *rest* are the points of the voters beyond the nearest ten, *prior* those of the base rate
    *prior_share* (0–1), which votes with the weight of one claim; *voters* is k. *contrast* are
    the nearest cleared and the nearest substantiated claim, *changes* what else a person could
    find and how it would score (filled on request).
    """

    score: float
    voters: int
    precedents: tuple[Precedent, ...]
    rest: float
    prior: float
    prior_share: float
    factors: tuple[Factor, ...]
    sentence: str
    contrast: tuple[Rival, ...] = ()
    changes: tuple[Change, ...] = ()


def sentence(substantiated: int, shown: int, score: float, voters: int, prior_share: float) -> str:
    """Say in words how the vote went."""
    were = "was" if substantiated == 1 else "were"
    return (
        f"{_of(substantiated, shown)} nearest settled claims {were} substantiated "
        f"({score:.0f}% of the vote of all {voters}, against {100 * prior_share:.0f}% "
        "among all settled claims)."
    )


def _of(some: int, all_of_them: int) -> str:
    if some == all_of_them > 1:
        return f"All {some}"
    return f"{some or 'None'} of the {all_of_them}"


ABSTAINING = " Too few settled claims are comparable, so the engine makes no recommendation."
