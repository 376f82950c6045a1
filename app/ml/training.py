"""Training: settled claims and their outcomes become a triage model."""

from collections.abc import Sequence
from math import floor, log2
from typing import Any

import numpy as np
import pandas as pd

from app.errors import Invalid
from app.ml import vote
from app.ml.arrays import Bytes, Floats, Shorts, Singles
from app.ml.assembly import Claims, Learned, assemble
from app.ml.encoder import Encoder
from app.ml.encoding import fit_encoder
from app.ml.forest import Forest, plant
from app.ml.judgements import versions
from app.ml.metric import Metric, finest_grid, with_sum
from app.ml.metrics import auc, log_losses
from app.ml.model import TriageModel
from app.ml.schema import infer
from app.ml.search import Search
from app.ml.splits import stratified
from app.ml.trees import fit_trees
from app.progress import Progress, silent, track

_LARGE = 3000
_FOLDS = 5
_REPEATS = 2
_VOTERS = (31, 61, 101, 161, 301, 601, 1001)
_FEWER = 6
_EMPHASES = (2.0, 4.0)
_JUDGED = 4000
_TOO_GOOD = 0.99
_FEWEST = 20
_FEWEST_OF_EACH = 5


def train(  # noqa: PLR0913 - the contract of the command line, keyword-only
    frame: pd.DataFrame,
    labels: Any,
    *,
    ids: Sequence[str] | None = None,
    allow_protected: bool = False,
    drop: Sequence[str] = (),
    seed: int = 0,
    progress: Progress = silent,
    titles: dict[str, str] | None = None,
    verifiable: Sequence[str] = (),
    group: str | None = None,
) -> TriageModel:
    """Return a model of the settled claims in *frame*, text or typed.

    *labels* are 1 for substantiated and 0 for cleared; *ids* are opaque names of the claims (row
    numbers if none); *titles* give columns their labels for people. *verifiable* are the columns
    that a person can check, for which an explanation says what else they could have told; *group*
    is a category within which the conformal rates shall hold. Every choice is made by
    leave-one-out inside *frame*. Raises Invalid where there is nothing to learn from.
    """
    y = _labels(labels, len(frame))
    schema, notes = infer(frame, drop=tuple(drop), allow_protected=allow_protected, titles=titles)
    if not schema.features:
        raise Invalid("No column is left to learn from; please check the columns of the file.")
    facts, problems = schema.facts(frame)
    notes += [f"Row {p.row}, column {p.column}: {p.reason}; taken as missing." for p in problems]
    folds = min(_FOLDS, int(np.bincount(y).min()))
    encoder, encoded = fit_encoder(schema, facts, y, pairs=len(y) >= _LARGE, seed=seed)
    notes += _leaks(encoder, encoded, y)
    forest, own = _fit_forest(encoded, y, folds=folds, seed=seed, progress=progress)
    metric, k = _fit_metric(forest, own, y, models=folds * _REPEATS, prior=float(y.mean()))
    chosen = tuple(name for name in verifiable if name in schema.names)
    return assemble(
        Learned(schema, encoder, forest, metric, k, chosen, group or ""),
        Claims(facts, y, list(frame.index if ids is None else ids)),
        notes=notes,
        made={"rows": len(y), "seed": seed, "versions": versions()},
    )


def _labels(labels: Any, rows: int) -> Bytes:
    y = np.asarray(labels)
    if y.shape != (rows,) or not np.isin(y, (0, 1)).all():
        raise Invalid("Every claim needs one label, 1 for substantiated or 0 for cleared.")
    y = y.astype(np.uint8)
    if min(np.bincount(y, minlength=2)) < _FEWEST_OF_EACH or rows < _FEWEST:
        raise Invalid(
            f"There is too little to learn from: at least {_FEWEST} settled claims are needed, "
            f"with {_FEWEST_OF_EACH} of each outcome."
        )
    return y


def _leaks(encoder: Encoder, encoded: Floats, y: Bytes) -> list[str]:
    """Return a warning for each column that alone tells the outcome, as only hindsight can."""
    return [
        f"{label} alone tells the outcome (ROC-AUC above {_TOO_GOOD}); was it known at triage?"
        for label, parents, column in zip(encoder.labels, encoder.parents, encoded, strict=True)
        if len(parents) == 1 and abs(auc(y, np.nan_to_num(column)) - 0.5) > _TOO_GOOD - 0.5
    ]


def _fit_forest(
    encoded: Floats, y: Bytes, *, folds: int, seed: int, progress: Progress
) -> tuple[Forest, Singles]:
    """Return the forest of all models, and each row's contributions by those that missed it.

    The claims are dealt into folds anew for every repeat: two models that did not see a claim
    agree on where it lies more than one does.
    """
    large = len(y) >= _LARGE
    rounds, leaves = (250, 8) if large else (120, 4)
    deals = [stratified(y, folds, seed=seed + 8 + repeat) for repeat in range(_REPEATS)]
    unseen = [fold == out for fold in deals for out in range(folds)]
    trees = []
    for rows in track(unseen, progress):
        trees += fit_trees(encoded[:, ~rows].T, y[~rows], rounds=rounds, leaves=leaves, seed=seed)
    forest = plant(trees, len(encoded))
    own = np.zeros((len(y), len(encoded)), np.float32)
    for place, rows in enumerate(unseen):
        ours = slice(place * rounds, (place + 1) * rounds)
        own[rows] += forest.embed(encoded[:, rows], trees=ours)
    return forest, own / np.float32(_REPEATS)


def _fit_metric(
    forest: Forest, own: Singles, y: Bytes, *, models: int, prior: float
) -> tuple[Metric, int]:
    peak = float(np.abs(own).max()) * 2.0**-forest.grid
    room = floor(log2(2.0**15 / max(peak, 1.0))) - 1
    grid = min(room, finest_grid(forest, models, max(_EMPHASES)))
    references = np.rint(own * 2.0 ** (grid - forest.grid)).astype(np.int16)
    k, emphasis = _choose(references, y, prior)
    return Metric(grid, models, emphasis, references), k


def _choose(references: Shorts, y: Bytes, prior: float) -> tuple[int, float]:
    """Return the number of voters and the emphasis that judge references best by the others.

    The best has the least log loss. No more than a sixth of all claims vote on one.
    """
    judged = np.arange(len(y))
    if len(y) > _JUDGED:
        judged = np.sort(np.random.default_rng(0).choice(len(y), _JUDGED, replace=False))
    allowed = [k for k in _VOTERS if k <= len(y) // _FEWER] or [min(_VOTERS[0], len(y) // 2)]
    choices, losses = [], []
    for emphasis in _EMPHASES:
        placed = with_sum(references.astype(np.float64), emphasis)
        around = Search(placed, whole=True).nearest(placed[judged], allowed[-1], skip=judged)
        choices += [(k, emphasis) for k in allowed]
        losses += [log_losses(y[judged], vote.shares(around, y, prior, k=k)) for k in allowed]
    return choices[int(np.argmin([loss.mean() for loss in losses]))]
