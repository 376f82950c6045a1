"""Scores against outcomes, counted by the database, weighed to speak for all claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy.orm import Session

from app.ml.arrays import Floats
from app.services.cells import counted, of

POINTS = 100
_CUBE = counted(
    "score",
    """
    SELECT month, score, recommendation, nullif(label, '') AS label, sum(claims)::int AS claims,
           sum(probability) AS probability, sum(spread) AS spread
    FROM told GROUP BY 1, 2, 3, 4
""",
)


@dataclass(frozen=True, slots=True)
class Bin:
    """How many scored claims of one month had one score, advice and label."""

    month: date
    score: int
    recommendation: str
    label: str | None
    claims: int
    probability: float
    spread: float


@dataclass(frozen=True)
class Curve:
    """Outcomes by whole score, 0 to 99: weighed positives and negatives, and the claims behind.

    A paid claim of the blind sample weighs as much as the paid claims that it stands for.
    """

    positive: Floats
    negative: Floats
    claims: Floats
    squares: Floats
    probability: Floats

    @property
    def total(self) -> Floats:
        """Return the weight at each score."""
        return self.positive + self.negative


def read_bins(session: Session, since: date, line: str = "") -> tuple[Bin, ...]:
    """Return the scored claims that came in since, under the reader's rights."""
    return tuple(Bin(*row) for row in session.execute(_CUBE, of(since, line)))


def blind_weight(bins: Sequence[Bin]) -> float:
    """Return for how many paid claims one of the blind sample stands."""
    blind = sum(one.claims for one in bins if one.label == "blind")
    paid = sum(one.claims for one in bins if one.label == "paid")
    return (blind + paid) / blind if blind else 0.0


def curve(bins: Sequence[Bin]) -> Curve:
    """Return the outcomes by score."""
    weight = {"substantiated": 1.0, "cleared": 1.0, "blind": blind_weight(bins)}
    arrays: dict[str, Any] = {n: np.zeros(POINTS) for n in ("pos", "neg", "claims", "sq", "p")}
    for one in bins:
        if one.label in weight:
            w = weight[one.label]
            arrays["pos" if one.label == "substantiated" else "neg"][one.score] += w * one.claims
            arrays["claims"][one.score] += one.claims
            arrays["sq"][one.score] += w * w * one.claims
            arrays["p"][one.score] += w * one.probability
    return Curve(arrays["pos"], arrays["neg"], arrays["claims"], arrays["sq"], arrays["p"])
