"""What the engine says about claims, one row each, and how it explains and proves it."""

import platform
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from app.codes import Outcome, Recommendation
from app.ml import bundle, vote
from app.ml.arrays import Facts, Floats, Longs, Texts
from app.ml.contrast import contrast
from app.ml.explanation import ABSTAINING, SHOWN, Explanation, Precedent, sentence
from app.ml.search import Neighbours
from app.ml.whatif import changes

if TYPE_CHECKING:
    from app.ml.model import TriageModel


@dataclass(frozen=True)
class Judgements:
    """Struct of arrays, one row per claim in the order given.

    score and confidence are in 0–100, probability in 0–1; precedents holds the ids of the nearest
    ten, nearest first ("" where there are fewer), and shares their part of the vote in 0–1.
    """

    model: "TriageModel"
    facts: Facts
    score: Floats
    probability: Floats
    confidence: Floats
    recommendation: Texts
    nearest: Longs
    squared: Floats
    weights: Floats
    total: Floats
    rest: Floats
    contributions: Floats | None = None
    rivals: Longs | None = None
    rivals_squared: Floats | None = None

    @cached_property
    def precedents(self) -> Texts:
        """Ids of the nearest settled claims, (claims, 10) text."""
        ids = np.array(self.model.ids, dtype=object)
        return _wide(ids[self.nearest], "")

    @cached_property
    def substantiated(self) -> Longs:
        """Count how many of the precedents shown were substantiated, for each claim."""
        found: Longs = self.model.labels[self.nearest].sum(1, dtype=np.int64)
        return found

    @cached_property
    def shares(self) -> Floats:
        """Part of the vote that each of the precedents has, (claims, 10) in 0–1."""
        return _wide(self.weights / self.total[:, None], 0.0)

    def __len__(self) -> int:
        """Count the claims."""
        return len(self.score)

    def receipt(self, place: int) -> dict[str, Any]:
        """Return all that is needed to reproduce the score of the claim at *place*."""
        return {
            "model_sha256": self.model.model_id,
            "data_version": self.model.data_version,
            "score": float(self.score[place]),
            "probability": float(self.probability[place]),
            "confidence": float(self.confidence[place]),
            "recommendation": str(self.recommendation[place]),
            "precedents": [str(i) for i in self.precedents[place] if i],
            "features": self._features(place),
            "versions": versions(),
        }

    def explanation(self, place: int, *, what_if: bool = False) -> Explanation:
        """Return the precedents, factors, contrast and words for the claim at *place*.

        With *what_if* also what the verifiable facts could tell otherwise, which costs about as
        much as judging thirty claims.
        """
        if self.contributions is None or self.rivals is None or self.rivals_squared is None:
            alone = self.model.judge_facts(self._facts(place), explain=True)
            return alone.explanation(0, what_if=what_if)
        score, prior = float(self.score[place]), self.model.prior
        total = float(self.total[place])
        precedents = tuple(self._precedent(place, rank) for rank in range(self.nearest.shape[1]))
        found = sum(p.outcome is Outcome.SUBSTANTIATED for p in precedents)
        words = sentence(found, len(precedents), score, self.model.k, prior)
        if self.recommendation[place] == Recommendation.ABSTAIN:
            words += ABSTAINING
        facts, contributions = self._facts(place), self.contributions[place]
        rivals = Neighbours(self.rivals_squared[place], self.rivals[place])
        factors = self.model.ranges.factors(self.model.encoder, facts, contributions)
        return Explanation(
            score=score,
            voters=self.model.k,
            precedents=precedents,
            rest=float(self.rest[place]),
            prior=100 * vote.PRIOR_WEIGHT * prior / total,
            prior_share=prior,
            factors=tuple(factors),
            sentence=words,
            contrast=contrast(self.model, facts, contributions, rivals),
            changes=changes(self.model, facts) if what_if else (),
        )

    def _facts(self, place: int) -> Facts:
        return {name: values[place : place + 1] for name, values in self.facts.items()}

    def _features(self, place: int) -> dict[str, Any]:
        return {name: plain(values[place]) for name, values in self.facts.items()}

    def _precedent(self, place: int, rank: int) -> Precedent:
        index = int(self.nearest[place, rank])
        distance = self.model.metric.log_odds(float(self.squared[place, rank]))
        weight, total = float(self.weights[place, rank]), float(self.total[place])
        substantiated = bool(self.model.labels[index])
        return Precedent(
            rank=rank + 1,
            id=self.model.ids[index],
            outcome=Outcome.SUBSTANTIATED if substantiated else Outcome.CLEARED,
            distance=distance,
            similarity=1 / (1 + distance),
            weight=weight,
            share=weight / total,
            contribution=100 * weight / total if substantiated else 0.0,
        )


def versions() -> dict[str, str]:
    """Return the versions that a score depends on."""
    return {
        "bundle": str(bundle.FORMAT),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "pandas": pd.__version__,
    }


def plain(value: Any) -> Any:
    """Return *value* of a fact as JSON has it: a number, a text, or None if missing."""
    if value is None or pd.isna(value):
        return None
    if isinstance(value, np.datetime64):
        return str(value.astype("datetime64[D]"))
    return value.item() if isinstance(value, np.generic) else value


def _wide(array: np.ndarray, fill: Any) -> np.ndarray:
    return np.pad(array, ((0, 0), (0, SHOWN - array.shape[1])), constant_values=fill)
