"""Severity: what a claim may settle for, with an interval, from its precedents."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import pandas as pd

from app.errors import Invalid
from app.ml import bundle
from app.ml.archive import Archive
from app.ml.arrays import Facts, Floats, Longs, Texts
from app.ml.encoder import Encoder
from app.ml.explanation import SHOWN
from app.ml.forest import Forest
from app.ml.loading import load
from app.ml.metric import Metric
from app.ml.schema import Schema
from app.ml.search import Neighbours

LEVEL = 0.9
BANDWIDTH = 0.4
_ROWS = 1024
_TOLERANCE = 1e-6


class Means(NamedTuple):
    """Smoothed mean logarithm of each claim's voters, their weights and the total weight."""

    centre: Floats
    weights: Floats
    total: Floats


@dataclass(frozen=True)
class Estimates:
    """Amounts, one row per claim: *typical* is the middle, *expected* the mean, of what is usual.

    90 of 100 new claims settle between *low* and *high* if they come about as the settled ones
    did. *nearest* are the places of the nearest ten settled claims, *shares* their parts of the
    vote.
    """

    model: "SeverityModel"
    typical: Floats
    expected: Floats
    low: Floats
    high: Floats
    nearest: Longs
    shares: Floats

    @cached_property
    def precedents(self) -> Texts:
        """Ids of the nearest settled claims, (claims, 10 or fewer) text."""
        ids: Texts = np.array(self.model.ids, object)[self.nearest]
        return ids

    @cached_property
    def amounts(self) -> Floats:
        """Amounts that the nearest claims settled for, (claims, 10 or fewer)."""
        return np.exp(self.model.logs[self.nearest])

    def __len__(self) -> int:
        """Count the claims."""
        return len(self.typical)


@dataclass(frozen=True)
class SeverityModel:
    """Everything learned from settled amounts; estimating is a pure function of it and a frame.

    *logs* are logarithms of the amounts, *prior* their mean, which votes with the weight of one
    claim. *margin* is the leave-one-out residual, in logarithms, that 90 % of claims stay below
    (J. Lei et al., Distribution-free predictive inference for regression, 2018); *smear* the mean
    exponential of residuals (N. Duan, Smearing estimate, 1983).
    """

    schema: Schema
    encoder: Encoder
    forest: Forest
    metric: Metric
    logs: Floats
    ids: tuple[str, ...]
    k: int
    prior: float
    margin: float
    smear: float
    archive: Archive
    notes: tuple[str, ...]
    made: dict[str, Any]
    golden: tuple[dict[str, Any], ...] = ()
    golden_amounts: tuple[float, ...] = ()

    @classmethod
    def load(cls, path: Path | str, *, trusted: bytes | None = None) -> Self:
        """Return the model in a bundle's file; raises BadModel as `loading.load` says."""
        return load(cls, path, trusted=trusted)

    def save(self, path: Path | str) -> None:
        """Write the bundle to *path*, replacing it only when all is written."""
        bundle.write(Path(path), bundle.pack(self))

    @cached_property
    def model_id(self) -> str:
        """The sha256 that seals the bundle, 64 hexadecimal digits."""
        return bundle.pack(self)[-64:].decode()

    def estimate(self, frame: pd.DataFrame) -> Estimates:
        """Estimate the claims of *frame*, text or typed, each as if it came alone.

        Raises BadFile if a column is missing, Invalid if a value cannot be read.
        """
        facts, problems = self.schema.facts(frame)
        if problems:
            raise Invalid("Row {}, column {}: {}.".format(*problems[0]))
        starts = range(0, max(len(frame), 1), _ROWS)
        parts = [self._estimate({n: v[s : s + _ROWS] for n, v in facts.items()}) for s in starts]
        joined: dict[str, Any] = {n: np.concatenate([part[n] for part in parts]) for n in parts[0]}
        return Estimates(model=self, **joined)

    def _estimate(self, facts: Facts) -> dict[str, np.ndarray]:
        encoded, _ = self.encoder.encode(facts)
        coordinates = self.metric.coordinates(self.forest, self.forest.embed(encoded))
        around = self.metric.search.nearest(coordinates, self.k, threaded=False)
        centre, weights, total = means(around, self.logs, self.prior)
        shown = min(SHOWN, self.k)
        return {
            "typical": np.exp(centre),
            "expected": np.exp(centre) * self.smear,
            "low": np.exp(centre - self.margin),
            "high": np.exp(centre + self.margin),
            "nearest": around.places[:, :shown],
            "shares": weights[:, :shown] / total[:, None],
        }

    def require_coherence(self) -> None:
        """Raise ValueError unless all parts speak of the same columns and claims."""
        width, claims = len(self.encoder.parents), len(self.logs)
        expected = {
            "forest": self.forest.width == width == self.metric.references.shape[1],
            "references": len(self.metric.references) == claims == len(self.ids),
            "voters": 0 < self.k < claims,
            "spread": self.margin > 0 and self.smear > 0,
            "golden": len(self.golden) == len(self.golden_amounts) > 0,
        }
        if not all(expected.values()):
            raise ValueError(", ".join(name for name, holds in expected.items() if not holds))

    def golden_agree(self) -> bool:
        """Tell whether this machine gives the golden claims the amounts they were trained with."""
        found = self.estimate(pd.DataFrame(list(self.golden), columns=self.schema.names))
        return bool(np.allclose(found.typical, self.golden_amounts, rtol=_TOLERANCE, atol=0))


def means(around: Neighbours, logs: Floats, prior: float) -> Means:
    """Return (Σ w·log + prior) / (Σ w + 1).

    Weights are Gaussian, with .4 of the distance to the farthest voter as bandwidth.
    """
    farthest = around.squared[:, -1:]
    bandwidth = np.where(farthest > 0, BANDWIDTH**2 * farthest, 1.0)
    weights = np.exp(-0.5 * around.squared / bandwidth)
    total = weights.sum(1) + 1
    return Means(((weights * logs[around.places]).sum(1) + prior) / total, weights, total)
