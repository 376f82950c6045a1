"""The engine beside its peers on the same rows: ranking, calibration, severity, speed."""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.metrics import r2_score

from app.ml import TriageModel, train
from app.ml.conformal import ALPHA
from app.ml.metrics import auc, average_precision, calibration_error, recall_at
from app.ml.severity_training import train_severity
from app.ml.splits import stratified
from tests.bench._boosting import BOOSTING, installed, light, tables
from tests.bench.search import peak

FOLDS = 5
DRAWS = 300
SINGLES = 200
LAST_YEAR = "1996"
PARTS = ("forward", "vehicle", "travelers", "severity", "speed")

Scores = dict[str, np.ndarray]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder that holds the research data")
    parser.add_argument("--only", choices=PARTS, nargs="*", default=PARTS)
    given = parser.parse_args()
    if given.data is None or not (given.data / "vehicle_claims.csv").exists():
        print("give --data DIR, a folder that holds vehicle_claims.csv")
        return 2
    print(f"matrix product {peak():,.0f} GFLOP/s")
    for name in (peer for peer in BOOSTING if not installed(peer)):
        print(f"{name}: absent, not installed here")
    for part in given.only:
        for line in MEASURES[part](given.data):
            print(line, flush=True)
    return 0


def vehicle(data: Path) -> tuple[pd.DataFrame, np.ndarray]:
    """Read the vehicle claims without their row numbers."""
    claims = pd.read_csv(data / "vehicle_claims.csv", dtype=str, keep_default_na=False)
    labels = claims.pop("FraudFound_P").to_numpy(dtype=np.uint8)
    return claims.drop(columns="PolicyNumber"), labels


def travelers(data: Path) -> tuple[pd.DataFrame, np.ndarray]:
    """Read the physical damage claims that have an outcome."""
    claims = pd.read_csv(data / "travelers_2018.csv", dtype=str, keep_default_na=False)
    claims = claims[claims["fraud"] != "-1"].reset_index(drop=True)
    labels = claims.pop("fraud").to_numpy(dtype=np.uint8)
    return claims.drop(columns="claim_number"), labels


def forward(data: Path) -> Iterator[str]:
    """Learn from the earlier years and rank the last."""
    claims, labels = vehicle(data)
    later = (claims.pop("Year") == LAST_YEAR).to_numpy()
    started = time.perf_counter()
    model = train(claims[~later], labels[~later], allow_protected=True)
    yield f"trained on {np.sum(~later):,} claims in {time.perf_counter() - started:.1f} s"
    scores = {"Precedent": model.judge(claims[later]).score}
    scores |= peers(claims[~later], labels[~later], claims[later])
    for name, given in scores.items():
        yield f"{LAST_YEAR:18} {name:22} {ranking(labels[later], given)}"


def peers(seen: pd.DataFrame, y: np.ndarray, tried: pd.DataFrame) -> Scores:
    """Return the scores that each installed peer gives the claims *tried*."""
    first, second, categories = tables(seen, tried)
    usual = HistGradientBoostingClassifier(random_state=0).fit(first, y)
    scores = {"HistGradientBoosting": usual.predict_proba(second)[:, 1]}
    for name, (_, score) in BOOSTING.items():
        if installed(name):
            scores[name] = score(first, y, second, categories)
    return scores


def ranking(y: np.ndarray, scores: np.ndarray) -> str:
    """Return the figures of one ranking."""
    return (
        f"ROC-AUC {auc(y, scores):.4f}  PR-AUC {average_precision(y, scores):.4f}"
        f"  found in 10 % {recall_at(y, scores, 0.1):.3f}"
    )


def folded(
    name: str, read: Callable[[Path], tuple[pd.DataFrame, np.ndarray]], data: Path
) -> Iterator[str]:
    """Try models on each fold in turn; means over folds, then what is pooled."""
    claims, y = read(data)
    fold = stratified(y, FOLDS, seed=0)
    pooled: Scores = {}
    for out in range(FOLDS):
        tried = fold == out
        model = train(claims[~tried], y[~tried], allow_protected=True)
        judged = model.judge(claims[tried])
        cleared, substantiated = model.conformal.p_values(judged.score / 100)
        scores = {"Precedent": judged.score, "probability": judged.probability}
        scores["inside"] = (np.where(y[tried] > 0, substantiated, cleared) > ALPHA).astype(
            np.float64
        )
        scores |= peers(claims[~tried], y[~tried], claims[tried])
        for key, values in scores.items():
            pooled.setdefault(key, np.zeros(len(y)))[tried] = values
    yield from compared(name, y, fold, pooled)


def compared(name: str, y: np.ndarray, fold: np.ndarray, pooled: Scores) -> Iterator[str]:
    """Say what the pooled scores tell."""
    error = calibration_error(y, pooled.pop("probability"))
    inside = pooled.pop("inside")
    for peer, scores in pooled.items():
        parts = [(y[fold == out], scores[fold == out]) for out in range(FOLDS)]
        means = [np.mean([m(*part) for part in parts]) for m in (auc, average_precision)]
        found = np.mean([recall_at(*part, 0.1) for part in parts])
        line = f"ROC-AUC {means[0]:.4f}  PR-AUC {means[1]:.4f}  found in 10 % {found:.3f}"
        yield f"{name:18} {peer:22} {line}"
    yield (
        f"{name:18} calibration error {error:.4f}; a conformal set of 90 % holds"
        f" {inside[y == 0].mean():.3f} of the cleared, {inside[y == 1].mean():.3f} of the others"
    )
    for peer in (peer for peer in pooled if peer != "Precedent"):
        yield f"{name:18} Precedent − {peer}: {difference(y, pooled['Precedent'], pooled[peer])}"


def difference(y: np.ndarray, ours: np.ndarray, theirs: np.ndarray) -> str:
    """Return the paired bootstrap of the difference between two rankings of the same claims."""
    rng = np.random.default_rng(0)
    draws = [rng.integers(0, len(y), len(y)) for _ in range(DRAWS)]
    words = []
    for name, measure in (("ROC-AUC", auc), ("PR-AUC", average_precision)):
        drawn = [measure(y[d], ours[d]) - measure(y[d], theirs[d]) for d in draws]
        low, high = np.quantile(drawn, [0.025, 0.975])
        middle = measure(y, ours) - measure(y, theirs)
        words.append(f"{name} {middle:+.4f} [{low:+.4f}, {high:+.4f}]")
    return ", ".join(words)


def severity(data: Path) -> Iterator[str]:
    """Foretell the logarithm of settled amounts, five folds, beside boosted regression."""
    claims = pd.read_csv(data / "bodily_injury_severity.csv", dtype=str)
    logs = np.log(claims.pop("AggClaim").to_numpy(dtype=float))
    fold = np.random.default_rng(0).permutation(len(logs)) % FOLDS
    told: Scores = {name: np.zeros(len(logs)) for name in ("Precedent", "HistGradientBoosting")}
    for out in range(FOLDS):
        tried = fold == out
        model = train_severity(claims[~tried], np.exp(logs[~tried]), allow_protected=True)
        told["Precedent"][tried] = np.log(model.estimate(claims[tried]).typical)
        first, second, _ = tables(claims[~tried], claims[tried])
        usual = HistGradientBoostingRegressor(random_state=0).fit(first, logs[~tried])
        told["HistGradientBoosting"][tried] = usual.predict(second)
    for name, values in told.items():
        r2 = np.mean([r2_score(logs[fold == out], values[fold == out]) for out in range(FOLDS)])
        yield f"{'bodily injury':18} {name:22} R² of the logarithm {r2:.4f}"


def speed(data: Path) -> Iterator[str]:
    """Time training, single claims, and a batch with its explanations."""
    claims, labels = vehicle(data)
    started = time.perf_counter()
    model = train(claims, labels, allow_protected=True)
    yield f"trained on {len(claims):,} claims in {time.perf_counter() - started:.1f} s"
    model.judge(claims[:100], explain=True)
    singles = [timed(partial(explained, model, claims.iloc[[i]])) for i in range(SINGLES)]
    yield f"one claim, explained: {1000 * statistics.median(singles):.1f} ms (median of {SINGLES})"
    ours = min(timed(lambda: model.judge(claims, explain=True)) for _ in range(3))
    yield f"batch with contributions: Precedent {len(claims) / ours:,.0f} claims/s"
    if installed("LightGBM"):
        first, _, categories = tables(claims, claims[:1])
        peer = light(first, labels, categories, rounds=len(model.forest.feature))
        table = first.to_numpy(float)
        theirs = min(timed(lambda: peer.predict(table, pred_contrib=True)) for _ in range(3))
        yield (
            f"batch with contributions: LightGBM of as many trees {len(claims) / theirs:,.0f}"
            f" claims/s ({theirs / ours:.2f} ×)"
        )


def explained(model: TriageModel, claim: pd.DataFrame) -> object:
    """Judge one claim as the desktop does."""
    return model.judge(claim, explain=True).explanation(0)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that *work* takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


MEASURES: dict[str, Callable[[Path], Iterator[str]]] = {
    "forward": forward,
    "vehicle": partial(folded, "vehicle", vehicle),
    "travelers": partial(folded, "Travelers", travelers),
    "severity": severity,
    "speed": speed,
}


if __name__ == "__main__":
    raise SystemExit(main())
