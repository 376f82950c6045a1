"""Training: settled claims and their outcomes become a triage model."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from math import floor, log2
from typing import Any

import numpy as np
import pandas as pd

from app.errors import Invalid
from app.ml import vote
from app.ml.arrays import Bytes, Facts, Floats, Shorts, Singles
from app.ml.calibration import fit_calibration
from app.ml.card import write_card
from app.ml.conformal import fit_conformal
from app.ml.encoder import Encoder
from app.ml.encoding import fit_encoder
from app.ml.explanation import SHOWN
from app.ml.factors import fit_ranges
from app.ml.forest import Forest, plant
from app.ml.judgements import versions
from app.ml.metric import Metric, finest_grid, with_sum
from app.ml.metrics import auc, log_losses
from app.ml.model import Limits, TriageModel
from app.ml.schema import infer
from app.ml.search import Neighbours, Search
from app.ml.splits import stratified
from app.ml.trees import fit_trees
from app.progress import Progress, silent

_LARGE = 3000
_FOLDS = 10
_VOTERS = (15, 25, 41, 61, 101, 151, 201, 301)
_EMPHASES = (0.5, 1.0, 2.0, 4.0)
_JUDGED = 4000
_FAR = 0.99
_GOLDEN = 8
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
) -> TriageModel:
    """Return a model of the settled claims in *frame*, text or typed.

    *labels* are 1 for substantiated and 0 for cleared; *ids* are opaque names of the claims (row
    numbers if none); *titles* give columns their labels for people. Every choice is made by
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
    prior = float(y.mean())
    metric, k = _fit_metric(forest, own, y, folds=folds, prior=prior)
    around = metric.search.nearest(metric.placed, k, skip=np.arange(len(y)))
    share = vote.cast(around, y, prior).share
    model = TriageModel(
        schema=schema,
        encoder=encoder,
        forest=forest,
        metric=metric,
        labels=y,
        ids=tuple(str(name) for name in (ids if ids is not None else frame.index)),
        k=k,
        prior=prior,
        calibration=fit_calibration(share, y),
        conformal=fit_conformal(share, y),
        limits=_limits(around, encoder, facts),
        ranges=fit_ranges(encoder, facts, y),
        data_version=_data_version(facts, y),
        notes=tuple(notes),
        made={"rows": len(y), "seed": seed, "versions": versions()},
    )
    card = write_card(model, share)
    return _with_golden(replace(model, card=card), facts)


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
    """Return the forest of all folds, and each row's contributions by the fold that missed it."""
    large = len(y) >= _LARGE
    rounds, leaves = (250, 8) if large else (120, 4)
    fold = stratified(y, folds, seed=seed + 8)
    trees = []
    for out in range(folds):
        progress(out, folds + 1)
        seen = fold != out
        trees += fit_trees(encoded[:, seen].T, y[seen], rounds=rounds, leaves=leaves, seed=seed)
    forest = plant(trees, len(encoded))
    own = np.empty((len(y), len(encoded)), np.float32)
    for out in range(folds):
        ours = slice(out * rounds, (out + 1) * rounds)
        own[fold == out] = forest.embed(encoded[:, fold == out], trees=ours)
    progress(folds, folds + 1)
    return forest, own


def _fit_metric(
    forest: Forest, own: Singles, y: Bytes, *, folds: int, prior: float
) -> tuple[Metric, int]:
    peak = float(np.abs(own).max()) * 2.0**-forest.grid
    room = floor(log2(2.0**15 / max(peak, 1.0))) - 1
    grid = min(room, finest_grid(forest, folds, max(_EMPHASES)))
    references = np.rint(own * 2.0 ** (grid - forest.grid)).astype(np.int16)
    k, emphasis = _choose(references, y, prior)
    return Metric(grid, folds, emphasis, references), k


def _choose(references: Shorts, y: Bytes, prior: float) -> tuple[int, float]:
    """Return the number of voters and the emphasis that judge references best by the others.

    Among the choices whose log loss lies within one standard error of the best, those with the
    most voters vary least from sample to sample, so they win (L. Breiman et al., Classification
    and Regression Trees, 1984, on the one-standard-error rule).
    """
    judged = np.arange(len(y))
    if len(y) > _JUDGED:
        judged = np.sort(np.random.default_rng(0).choice(len(y), _JUDGED, replace=False))
    allowed = [k for k in _VOTERS if k <= max(len(y) // 3, _VOTERS[0])]
    choices, losses = [], []
    for emphasis in _EMPHASES:
        placed = with_sum(references.astype(np.float64), emphasis)
        around = Search(placed, whole=True).nearest(placed[judged], allowed[-1], skip=judged)
        choices += [(k, emphasis) for k in allowed]
        losses += [log_losses(y[judged], vote.shares(around, y, prior, k=k)) for k in allowed]
    table = np.array(losses)
    means = table.mean(1)
    behind = table - table[means.argmin()]
    close = behind.mean(1) <= behind.std(1) / np.sqrt(len(judged))
    best = max(np.flatnonzero(close), key=lambda i: (choices[i][0], -means[i]))
    return choices[best]


def _limits(around: Neighbours, encoder: Encoder, facts: Facts) -> Limits:
    """Return the 99th percentile of the training claims' own distance to their tenth precedent."""
    distance = around.squared[:, min(SHOWN, around.squared.shape[1]) - 1]
    usual = int(encoder.encode(facts)[1].max())
    return Limits(float(np.quantile(distance, _FAR)), max(usual, len(encoder.columns) // 2))


def _data_version(facts: Facts, y: Bytes) -> str:
    """Return the sha256 of the canonical training facts and outcomes."""
    digest = hashlib.sha256(y.tobytes())
    for name, column in facts.items():
        digest.update(f"{name}\n{column.tolist()}".encode())
    return digest.hexdigest()


def _with_golden(model: TriageModel, facts: Facts) -> TriageModel:
    judged = model.judge_facts({name: values[:_GOLDEN] for name, values in facts.items()})
    golden = tuple(judged.receipt(i)["features"] for i in range(len(judged)))
    return replace(model, golden=golden, golden_scores=tuple(judged.score.tolist()))
