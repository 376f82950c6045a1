"""The triage model: it judges claims by their precedents."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import pandas as pd

from app.errors import Invalid
from app.ml import bundle, vote
from app.ml.archive import NOTHING, Archive
from app.ml.arrays import Bytes, Facts, Floats, Longs, Singles
from app.ml.calibration import Calibration
from app.ml.conformal import UNDIVIDED, Conformal, Lines, PValues, confidence, recommend
from app.ml.contrast import nearest_of_each
from app.ml.encoder import Encoder
from app.ml.explanation import SHOWN
from app.ml.factors import Ranges
from app.ml.forest import Forest
from app.ml.judgements import Judgements
from app.ml.loading import load
from app.ml.metric import Metric
from app.ml.schema import Schema
from app.ml.search import Neighbours
from app.ml.threads import spread
from app.ml.whatif import Usual, usual_values
from app.progress import Progress, silent

_ROWS = 1024
_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Limits:
    """What is too foreign to be judged: farther than *distance*, or more *unknown* values."""

    distance: float
    unknown: int


class Placed(NamedTuple):
    """Claims in the metric: unknown values, summed contributions, coordinates and voters."""

    unknown: Longs
    summed: Singles
    coordinates: Floats
    around: Neighbours


@dataclass(frozen=True)
class TriageModel:
    """Everything learned from settled claims; judging is a pure function of it and a frame."""

    schema: Schema
    encoder: Encoder
    forest: Forest
    metric: Metric
    labels: Bytes
    ids: tuple[str, ...]
    k: int
    prior: float
    calibration: Calibration
    conformal: Conformal
    limits: Limits
    ranges: Ranges
    data_version: str
    notes: tuple[str, ...]
    made: dict[str, Any]
    golden: tuple[dict[str, Any], ...] = ()
    golden_scores: tuple[float, ...] = ()
    card: str = ""
    archive: Archive = NOTHING
    lines: Lines = UNDIVIDED
    verifiable: tuple[str, ...] = ()
    wide: float = 30.0

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

    @cached_property
    def usual_values(self) -> Usual:
        """The usual values of the verifiable facts, by group."""
        return usual_values(self)

    def judge(
        self, frame: pd.DataFrame, *, explain: bool = False, progress: Progress = silent
    ) -> Judgements:
        """Judge the claims of *frame*, text or typed, each as if it came alone.

        Set *explain* if most explanations will be asked for. Raises BadFile if a column is
        missing, Invalid if a value cannot be read.
        """
        facts, problems = self.schema.facts(frame)
        if problems:
            row, column, reason = problems[0]
            raise Invalid(f"Row {row}, column {column}: {reason}.")
        return self.judge_facts(facts, explain=explain, progress=progress)

    def judge_facts(
        self, facts: Facts, *, explain: bool = False, progress: Progress = silent
    ) -> Judgements:
        """Judge claims whose facts the schema has read already."""
        count = len(next(iter(facts.values())))

        def judge(start: int) -> dict[str, np.ndarray]:
            part = {name: values[start : start + _ROWS] for name, values in facts.items()}
            return self._judge(part, explain=explain)

        progress(0, count)
        parts = []
        for part in spread(judge, range(0, max(count, 1), _ROWS)):
            parts.append(part)
            progress(min(len(parts) * _ROWS, count), count)
        joined: dict[str, Any] = {n: np.concatenate([part[n] for part in parts]) for n in parts[0]}
        return Judgements(model=self, facts=facts, **joined)

    def p_values(self, share: Floats, facts: Facts) -> PValues:
        """Return how plausible votes are among cleared and substantiated claims of their line."""
        return self.lines.p_values(self.conformal, share, facts.get(self.lines.column))

    def place(self, facts: Facts) -> Placed:
        """Return where claims lie among the settled ones, and who votes on them."""
        encoded, unknown = self.encoder.encode(facts)
        summed = self.forest.embed(encoded)
        coordinates = self.metric.coordinates(self.forest, summed)
        around = self.metric.search.nearest(coordinates, self.k, threaded=False)
        return Placed(unknown, summed, coordinates, around)

    def _judge(self, facts: Facts, *, explain: bool) -> dict[str, np.ndarray]:
        unknown, summed, coordinates, neighbours = self.place(facts)
        votes = vote.cast(neighbours, self.labels, self.prior, wide=self.wide)
        p_values = self.p_values(votes.share, facts)
        shown = min(SHOWN, self.k)
        foreign = neighbours.squared[:, shown - 1] > self.limits.distance
        foreign |= unknown > self.limits.unknown
        found = np.where(votes.outcomes, votes.weights, 0.0)[:, shown:]
        judged = {
            "score": 100 * votes.share,
            "probability": self.calibration.probability(votes.share),
            "confidence": confidence(p_values, foreign),
            "recommendation": recommend(p_values, foreign),
            "nearest": neighbours.places[:, :shown],
            "squared": neighbours.squared[:, :shown],
            "weights": votes.weights[:, :shown],
            "total": votes.total,
            "rest": 100 * found.sum(1) / votes.total,
        }
        if explain:
            units = 2.0**self.forest.grid * self.metric.models
            judged["contributions"] = summed.astype(np.float64) / units
            rivals = nearest_of_each(neighbours, self.labels, coordinates, self.metric.placed)
            judged |= {"rivals": rivals.places, "rivals_squared": rivals.squared}
        return judged

    def require_coherence(self) -> None:
        """Raise ValueError unless all parts speak of the same columns and claims."""
        columns, width = len(self.encoder.columns), len(self.encoder.parents)
        claims = len(self.labels)
        expected = {
            "schema": len(self.schema.features) > 0,
            "forest": self.forest.width == width == self.metric.references.shape[1],
            "references": len(self.metric.references) == claims == len(self.ids),
            "voters": 0 < self.k < claims,
            "prior": 0 < self.prior < 1,
            "ranges": len(self.ranges.percentiles) == columns == len(self.ranges.starts) - 1,
            "archive": self.archive.codes.shape in {(0, 0), (len(self.schema.features), claims)},
            "golden": len(self.golden) == len(self.golden_scores) > 0,
        }
        if not all(expected.values()):
            raise ValueError(", ".join(name for name, holds in expected.items() if not holds))

    def golden_agree(self) -> bool:
        """Tell whether this machine gives the golden claims the scores they were trained with."""
        frame = pd.DataFrame(list(self.golden), columns=self.schema.names)
        judged = self.judge(frame, explain=True)
        for place in range(len(judged)):
            judged.explanation(place)
        return bool(
            np.abs(judged.score - np.array(self.golden_scores)).max(initial=0) <= _TOLERANCE
        )
