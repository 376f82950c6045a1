"""Training: settled claims and their outcomes become a triage model."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import floor, log2
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from app.errors import Invalid
from app.ml.arrays import Bytes, Flags, Floats
from app.ml.assembly import Claims, Learned, assemble
from app.ml.encoder import Encoder
from app.ml.encoding import fit_encoder
from app.ml.forest import Forest, Tree, plant
from app.ml.judgements import versions
from app.ml.metric import Metric, finest_grid
from app.ml.metrics import auc
from app.ml.model import TriageModel
from app.ml.schema import learnable
from app.ml.splits import stratified
from app.ml.trees import fit_trees
from app.ml.tuning import EMPHASES, LARGE, Choice, Recipe, choose, recipes
from app.progress import Progress, silent, track

_FOLDS = 5
_REPEATS = 2
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
    search: int = 0,
) -> TriageModel:
    """Return a model of the settled claims in *frame*, text or typed.

    *labels* are 1 for substantiated and 0 for cleared; *ids* are opaque names of the claims (row
    numbers if none); *titles* give columns their labels for people. *verifiable* are the columns
    that a person can check, for which an explanation says what else they could have told; *group*
    is a category within which the conformal rates shall hold. *search* recipes drawn at random
    compete with the usual one. Every choice is made by leave-one-out inside *frame*. Raises
    Invalid where there is nothing to learn from.
    """
    y = _labels(labels, len(frame))
    schema, facts, notes = learnable(
        frame, drop=drop, allow_protected=allow_protected, titles=titles
    )
    encoder, encoded = fit_encoder(schema, facts, y, pairs=len(y) >= LARGE, seed=seed)
    notes += _leaks(encoder, encoded, y)
    best, tried = _learn(encoded, y, search, seed=seed, progress=progress)
    learned = Learned(
        schema,
        encoder,
        best.forest,
        best.metric,
        best.choice.k,
        best.choice.wide,
        verifiable=tuple(name for name in verifiable if name in schema.names),
        group=group or "",
    )
    return assemble(
        learned,
        Claims(facts, y, list(frame.index if ids is None else ids)),
        notes=notes,
        made={"rows": len(y), "seed": seed, "versions": versions(), "tried": tried},
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


class _Candidate(NamedTuple):
    """What one recipe led to, and how well its references judge each other."""

    recipe: Recipe
    forest: Forest
    metric: Metric
    choice: Choice

    @property
    def told(self) -> dict[str, float]:
        """Return the recipe and its loss by name."""
        return {**self.recipe._asdict(), "loss": self.choice.loss}


def _learn(
    encoded: Floats, y: Bytes, search: int, *, seed: int, progress: Progress
) -> tuple[_Candidate, list[dict[str, float]]]:
    """Return the best of all recipes, and what was tried with the loss of each."""
    unseen = _unseen(y, folds=min(_FOLDS, int(np.bincount(y).min())), seed=seed)
    pairs = [(recipe, out) for recipe in recipes(len(y), search, seed=seed) for out in unseen]
    return _best(
        _candidate(recipe, trees, unseen, encoded, y)
        for recipe, trees in _grown(track(pairs, progress), encoded, y, seed=seed)
    )


def _best(candidates: Iterator[_Candidate]) -> tuple[_Candidate, list[dict[str, float]]]:
    """Return the candidate of the least loss, and what was tried with the loss of each."""
    best = next(candidates)
    tried = [best.told]
    for found in candidates:
        tried.append(found.told)
        best = min(best, found, key=lambda one: one.choice.loss)
    return best, tried


def _unseen(y: Bytes, *, folds: int, seed: int) -> list[Flags]:
    """Return for each model the claims that it must not see.

    The claims are dealt into folds anew for every repeat: two models that did not see a claim
    agree on where it lies more than one does.
    """
    deals = [stratified(y, folds, seed=seed + 8 + repeat) for repeat in range(_REPEATS)]
    return [fold == out for fold in deals for out in range(folds)]


def _grown(
    steps: Iterator[tuple[Recipe, Flags]], encoded: Floats, y: Bytes, *, seed: int
) -> Iterator[tuple[Recipe, list[Tree]]]:
    """Yield each recipe with the trees of all its models, one model after the other."""
    for recipe, models in groupby(steps, key=itemgetter(0)):
        trees = []
        for _, rows in models:
            trees += fit_trees(encoded[:, ~rows].T, y[~rows], recipe, seed=seed)
        yield recipe, trees


def _candidate(
    recipe: Recipe, trees: list[Tree], unseen: list[Flags], encoded: Floats, y: Bytes
) -> _Candidate:
    """Return the metric of *trees*, in which each row lies where models that missed it say."""
    forest = plant(trees, len(encoded))
    own = np.zeros((len(y), len(encoded)), np.float32)
    rounds = len(trees) // len(unseen)
    for place, rows in enumerate(unseen):
        ours = slice(place * rounds, (place + 1) * rounds)
        own[rows] += forest.embed(encoded[:, rows], trees=ours)
    own /= np.float32(_REPEATS)
    peak = float(np.abs(own).max()) * 2.0**-forest.grid
    room = floor(log2(2.0**15 / max(peak, 1.0))) - 1
    grid = min(room, finest_grid(forest, len(unseen), max(EMPHASES)))
    references = np.rint(own * 2.0 ** (grid - forest.grid)).astype(np.int16)
    choice = choose(references, y, float(y.mean()))
    metric = Metric(grid, len(unseen), choice.emphasis, references)
    return _Candidate(recipe, forest, metric, choice)
