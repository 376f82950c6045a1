"""Training of severity: settled amounts become a model of them, and a measure of how good it is."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor, log2
from typing import Any

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from threadpoolctl import threadpool_limits

from app.errors import Invalid
from app.ml.archive import archived
from app.ml.arrays import Facts, Floats, Longs, Shorts, Singles
from app.ml.encoder import Encoder, combo_key, table_size
from app.ml.encoding import fit_encoder
from app.ml.forest import Forest, Tree, plant
from app.ml.judgements import plain, versions
from app.ml.metric import Metric, finest_grid, with_sum
from app.ml.schema import Schema, learnable
from app.ml.search import Neighbours, Search
from app.ml.severity import LEVEL, SeverityModel, means
from app.ml.splits import stratified
from app.ml.trees import node_arrays, tree_of
from app.progress import Progress, silent, track

_LARGE = 3000
_FOLDS = 5
_ROUNDS, _LEAVES = 300, 8
_VOTERS = (15, 25, 41, 61, 101, 151, 201, 301)
_EMPHASES = (1.0, 2.0, 4.0)
_JUDGED = 4000
_FEWEST = 30
_GOLDEN = 8
_CLASSES = 10
_SMOOTHING = 20.0


def train_severity(  # noqa: PLR0913 - the contract of the command line, keyword-only
    frame: pd.DataFrame,
    amounts: Any,
    *,
    ids: Sequence[str] | None = None,
    allow_protected: bool = False,
    drop: Sequence[str] = (),
    seed: int = 0,
    progress: Progress = silent,
    titles: dict[str, str] | None = None,
) -> SeverityModel:
    """Return a model of what the claims in *frame*, text or typed, settled for.

    *amounts* are finite and above 0. The metric is learned as for triage, from trees that predict
    the logarithm of the amount. Raises Invalid where there is nothing to learn from.
    """
    logs = _logs(amounts, len(frame))
    schema, facts, notes = learnable(
        frame, drop=drop, allow_protected=allow_protected, titles=titles
    )
    encoder, encoded = _fit_encoder(schema, facts, logs, seed=seed)
    forest, own = _fit_forest(encoded, logs, seed=seed, progress=progress)
    metric, k = _fit_metric(forest, own, logs)
    around = metric.search.nearest(metric.placed, k, skip=np.arange(len(logs)))
    residuals = logs - means(around, logs, float(logs.mean())).centre
    model = SeverityModel(
        schema=schema,
        encoder=encoder,
        forest=forest,
        metric=metric,
        logs=logs,
        ids=tuple(str(name) for name in (frame.index if ids is None else ids)),
        k=k,
        prior=float(logs.mean()),
        margin=_margin(residuals),
        smear=float(np.exp(residuals).mean()),
        archive=archived(schema, facts),
        notes=tuple(notes),
        made={"rows": len(logs), "seed": seed, "versions": versions()},
    )
    return _with_golden(model, facts)


def evaluate_severity(
    frame: pd.DataFrame, amounts: Any, *, folds: int = 5, seed: int = 0, **options: Any
) -> dict[str, Any]:
    """Return how well amounts are foretold on claims that training did not see.

    `r2` of the logarithm is the mean over folds, `coverage` the share of all claims within their
    interval of 90 %, `mae_log` the mean error of the logarithm. *options* are those of training.
    """
    logs = _logs(amounts, len(frame))
    fold = np.random.default_rng(seed).permutation(len(logs)) % folds
    progress = options.pop("progress", silent)
    results, inside, errors = [], [], []
    for out in track(range(folds), progress):
        tried = fold == out
        seen = frame[~tried]
        model = train_severity(seen, np.exp(logs[~tried]), seed=seed, **options)
        found = model.estimate(model.schema.read(frame[tried])[0])
        truth, told = logs[tried], np.log(found.typical)
        missed = float(np.square(truth - told).sum())
        results.append(1 - missed / float(np.square(truth - truth.mean()).sum()))
        inside += list((np.log(found.low) <= truth) & (truth <= np.log(found.high)))
        errors += list(np.abs(truth - told))
    figures = {"r2": results, "coverage": inside, "mae_log": errors}
    return {**{name: float(np.mean(of)) for name, of in figures.items()}, "folds": results}


def _logs(amounts: Any, rows: int) -> Floats:
    values = np.asarray(amounts, np.float64)
    if values.shape != (rows,) or not (np.isfinite(values) & (values > 0)).all():
        raise Invalid("Every claim needs the amount it settled for, a number above 0.")
    if rows < _FEWEST:
        raise Invalid(f"At least {_FEWEST} settled claims are needed to learn amounts from.")
    if np.ptp(values) == 0:
        raise Invalid("All claims settled for the same amount, so there is nothing to learn.")
    return np.log(values)


def _fit_encoder(
    schema: Schema, facts: Facts, logs: Floats, *, seed: int
) -> tuple[Encoder, Floats]:
    """Return an encoder whose tables hold mean logarithms, and the cross-fitted encoding of rows.

    Columns, bins and levels are those of triage, with amounts above the middle as the outcome.
    """
    above = (logs > np.median(logs)).astype(np.uint8)
    encoder, _ = fit_encoder(schema, facts, above, pairs=False, seed=seed)
    columns = encoder.columns
    codes = [column.codes(column.values(facts)) for column in columns]
    keys = [combo_key(columns, codes, combo) for combo in encoder.combos]
    sizes = [table_size(columns, combo) for combo in encoder.combos]
    tables = [_mean_logs(key, logs, size) for key, size in zip(keys, sizes, strict=True)]
    flat = np.concatenate([*tables, np.zeros(0)]).astype(np.float32)
    encoder = replace(encoder, tables=flat)
    encoded, _ = encoder.encode(facts)
    fold = _folds(logs, seed + 1)
    for place, (key, size) in enumerate(zip(keys, sizes, strict=True)):
        for out in range(_FOLDS):
            inside = fold == out
            table = _mean_logs(key[~inside], logs[~inside], size).astype(np.float32)
            encoded[place, inside] = table[key[inside]]
    return encoder, encoded


def _mean_logs(key: Longs, logs: Floats, size: int) -> Floats:
    """Return the mean logarithm of each code against that of all, shrunk by 20 claims."""
    centred = logs - logs.mean()
    sums = np.bincount(key, centred, minlength=size)
    means_of_codes: Floats = sums / (np.bincount(key, minlength=size) + _SMOOTHING)
    return means_of_codes


def _fit_forest(
    encoded: Floats, logs: Floats, *, seed: int, progress: Progress
) -> tuple[Forest, Singles]:
    """Return the forest of all folds, and each row's contributions by the fold that missed it."""
    fold = _folds(logs, seed)
    trees: list[Tree] = []
    for out in track(range(_FOLDS), progress):
        seen = fold != out
        trees += _fit_trees(encoded[:, seen].T, logs[seen], seed=seed)
    forest = plant(trees, len(encoded))
    own = np.empty((len(logs), len(encoded)), np.float32)
    for out in range(_FOLDS):
        ours = slice(out * _ROUNDS, (out + 1) * _ROUNDS)
        own[fold == out] = forest.embed(encoded[:, fold == out], trees=ours)
    return forest, own


def _folds(logs: Floats, seed: int) -> Longs:
    """Return folds in which small and large amounts are equally common."""
    edges = np.quantile(logs, np.linspace(0, 1, _CLASSES + 1)[1:-1])
    return stratified(np.digitize(logs, edges).astype(np.uint8), _FOLDS, seed=seed)


def _fit_trees(X: Floats, logs: Floats, *, seed: int) -> list[Tree]:
    model = HistGradientBoostingRegressor(
        max_iter=_ROUNDS,
        learning_rate=0.1 if len(logs) >= _LARGE else 0.03,
        max_leaf_nodes=_LEAVES,
        min_samples_leaf=max(5, min(20, len(logs) // 40)),
        l2_regularization=5,
        max_features=0.3,
        early_stopping=False,
        random_state=seed,
    )
    with threadpool_limits(limits=1):
        model.fit(X, logs)
    return [tree_of(nodes) for nodes in node_arrays(model)]


def _fit_metric(forest: Forest, own: Singles, logs: Floats) -> tuple[Metric, int]:
    peak = float(np.abs(own).max()) * 2.0**-forest.grid
    room = floor(log2(2.0**15 / max(peak, 1.0))) - 1
    grid = min(room, finest_grid(forest, _FOLDS, max(_EMPHASES)))
    references = np.rint(own * 2.0 ** (grid - forest.grid)).astype(np.int16)
    k, emphasis = _choose(references, logs)
    return Metric(grid, _FOLDS, emphasis, references), k


def _choose(references: Shorts, logs: Floats) -> tuple[int, float]:
    """Return the voters and the emphasis with the least squared leave-one-out error."""
    judged = np.arange(len(logs))
    if len(logs) > _JUDGED:
        judged = np.sort(np.random.default_rng(0).choice(len(logs), _JUDGED, replace=False))
    allowed = [k for k in _VOTERS if k <= max(len(logs) // 3, _VOTERS[0])]
    prior, losses = float(logs.mean()), {}
    for emphasis in _EMPHASES:
        placed = with_sum(references.astype(np.float64), emphasis)
        around = Search(placed, whole=True).nearest(placed[judged], allowed[-1], skip=judged)
        for k in allowed:
            nearer = Neighbours(around.squared[:, :k], around.places[:, :k])
            errors = means(nearer, logs, prior).centre - logs[judged]
            losses[k, emphasis] = float(np.square(errors).mean())
    return min(losses, key=lambda choice: losses[choice])


def _margin(residuals: Floats) -> float:
    """Return the conformal margin: the (n + 1) · 90 % smallest absolute residual."""
    ordered = np.sort(np.abs(residuals))
    rank = int(np.ceil((len(ordered) + 1) * LEVEL))
    return float(ordered[min(rank, len(ordered)) - 1])


def _with_golden(model: SeverityModel, facts: Facts) -> SeverityModel:
    golden = tuple(
        {name: plain(values[place]) for name, values in facts.items()} for place in range(_GOLDEN)
    )
    found = model.estimate(pd.DataFrame(list(golden), columns=model.schema.names))
    return replace(model, golden=golden, golden_amounts=tuple(found.typical.tolist()))
