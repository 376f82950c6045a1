"""Evaluation of the whole pipeline on claims it never saw: stratified, or forward in time."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from app.errors import Invalid
from app.ml import reading
from app.ml.arrays import Bytes, Flags, Floats, Longs
from app.ml.duplicates import first_of_each, together
from app.ml.metrics import auc, average_precision, brier, calibration_error, recall_at
from app.ml.model import TriageModel
from app.ml.peers import peer_probabilities
from app.ml.splits import stratified
from app.ml.training import train
from app.progress import Progress, silent, track

_FEW_TIMES = 12
_OURS = ""


def evaluate(  # noqa: PLR0913 - the contract of the command line, keyword-only
    frame: pd.DataFrame,
    labels: Any,
    *,
    folds: int = 5,
    seed: int = 0,
    time_column: str | None = None,
    allow_protected: bool = False,
    drop: Sequence[str] = (),
    compare: bool = False,
    search: int = 0,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Return ranking and calibration of models trained on one part and tried on another.

    Stratified over *folds*; or with *time_column* forward in time: every model is tried on the
    claims after those it was trained on, and the column is no feature. `roc_auc`, `pr_auc` (average
    precision) and recalls are means over folds; `brier` and `ece` (10 equal-mass bins) pool the
    calibrated probabilities. Each fold trains from scratch on its own part, so nothing about a
    tried claim is known to the model that judges it, and claims that say the same in every column
    stay in one fold (`duplicates` counts those that repeat another). With *compare*, `peers` holds
    the same figures of the usual methods. *search* is that of training, made anew inside each
    part. Raises Invalid where a split is impossible.
    """
    started = time.perf_counter()
    y = np.asarray(labels).astype(np.uint8)
    left_out = [*drop, *([time_column] if time_column else [])]
    first = first_of_each(frame.drop(columns=left_out, errors="ignore"))
    forward = _forward(frame, y, time_column, folds) if time_column else None
    parts = track(forward or _stratified(y, folds, seed, first), progress)
    fit = partial(train, allow_protected=allow_protected, drop=left_out, seed=seed, search=search)
    said = _gathered(_tried(frame, y, part, fit, peers=compare, seed=seed) for part in parts)
    figures = {name: _figures(of_folds) for name, of_folds in said.items()}
    return {
        **figures.pop(_OURS),
        **({"peers": figures} if compare else {}),
        "duplicates": int((first != np.arange(len(y))).sum()),
        "seconds": round(time.perf_counter() - started, 3),
    }


class Said(NamedTuple):
    """Outcomes of the claims of one fold, and what a method said of them."""

    y: Bytes
    score: Floats
    probability: Floats
    trained: int


def _tried(
    frame: pd.DataFrame,
    y: Bytes,
    part: tuple[Flags, Flags],
    fit: Callable[[pd.DataFrame, Bytes], TriageModel],
    *,
    peers: bool,
    seed: int,
) -> dict[str, Said]:
    """Return what a model of the claims before says of those after, and its peers if wanted."""
    before, after = part
    model = fit(frame[before], y[before])
    tried = model.schema.read(frame[after])[0]
    judged = model.judge(tried)
    told = {_OURS: (judged.score, judged.probability)}
    if peers:
        seen = model.schema.read(frame[before])[0]
        others = peer_probabilities(seen, y[before], tried, seed=seed)
        told |= {name: (found, found) for name, found in others.items()}
    return {name: Said(y[after], *both, int(before.sum())) for name, both in told.items()}


def _gathered(parts: Iterable[dict[str, Said]]) -> dict[str, list[Said]]:
    by_name = defaultdict(list)
    for part in parts:
        for name, said in part.items():
            by_name[name].append(said)
    return by_name


def _figures(said: list[Said]) -> dict[str, Any]:
    results = [_fold(one.y, one.score, one.trained) for one in said]
    pooled_y = np.concatenate([one.y for one in said])
    pooled = np.concatenate([one.probability for one in said])
    names = ("roc_auc", "pr_auc", "recall_at_5pct", "recall_at_10pct")
    return {
        **{name: float(np.mean([result[name] for result in results])) for name in names},
        "brier": brier(pooled_y, pooled),
        "ece": calibration_error(pooled_y, pooled),
        "folds": results,
    }


def _fold(y: Bytes, score: Floats, trained: int) -> dict[str, Any]:
    return {
        "roc_auc": auc(y, score),
        "pr_auc": average_precision(y, score),
        "recall_at_5pct": recall_at(y, score, 0.05),
        "recall_at_10pct": recall_at(y, score, 0.10),
        "trained": trained,
        "tried": len(y),
        "substantiated": int(y.sum()),
    }


def _stratified(y: Bytes, folds: int, seed: int, first: Longs) -> list[tuple[Flags, Flags]]:
    if folds < 2:  # noqa: PLR2004
        raise Invalid("At least 2 folds are needed to try a model on claims it did not see.")
    fold = together(stratified(y, folds, seed=seed), first)
    parts = [(fold != out, fold == out) for out in range(folds)]
    if not all(_both(y[after]) for _, after in parts):
        raise Invalid("A fold would have claims of one outcome only; please use fewer folds.")
    return parts


def _both(y: Bytes) -> bool:
    return 0 < int(y.sum()) < len(y)


def _forward(frame: pd.DataFrame, y: Bytes, column: str, folds: int) -> list[tuple[Flags, Flags]]:
    """Return (before, after) for each later period: each value of few, else equal parts.

    A period whose claims all ended alike ranks nothing, so only its successors are trained on it.
    """
    if column not in frame:
        raise Invalid(f"There is no column {column} to order the claims in time by.")
    times = _times(frame[column])
    distinct = np.unique(times)
    if len(distinct) < 2:  # noqa: PLR2004
        raise Invalid(f"The column {column} has one value only, so there is no later part.")
    if len(distinct) > _FEW_TIMES:
        cuts = np.quantile(times, np.linspace(0, 1, folds + 2)[1:-1])
        times = np.digitize(times, np.unique(cuts)).astype(np.float64)
        distinct = np.unique(times)
    parts = [(times < moment, times == moment) for moment in distinct[1:]]
    parts = [(before, after) for before, after in parts if _both(y[after])]
    if not parts:
        raise Invalid(f"No later part of {column} has claims of both outcomes.")
    return parts


def _times(column: pd.Series) -> Floats:
    times, bad = reading.numbers(column)
    order = reading.date_order(column, preferred="dmy")
    stamps, undated = reading.dates(column, order=order)
    if undated.sum() < bad.sum():
        times = np.where(np.isnat(stamps), np.nan, stamps.astype(np.int64).astype(np.float64))
    if np.isnan(times).any():
        row = column.index[int(np.argmax(np.isnan(times)))]
        raise Invalid(f"Row {row}, column {column.name}: not a number or date to order by.")
    return times
