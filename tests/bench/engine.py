"""The engine in memory: ranking beside its peers on the same rows, claims per second, one claim."""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from app.ml import TriageModel, train
from app.ml.metrics import auc, average_precision, recall_at

FILE = "vehicle_claims.csv"
LABEL = "FraudFound_P"
LAST_YEAR = "1996"
LATEST_ONE = 200


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder that holds vehicle_claims.csv")
    data = parser.parse_args().data
    if data is None or not (data / FILE).exists():
        print(f"give --data DIR, a folder that holds {FILE}")
        return 2
    claims = pd.read_csv(data / FILE, dtype=str)
    labels = claims.pop(LABEL).to_numpy(dtype=np.uint8)
    later = (claims.pop("Year") == LAST_YEAR).to_numpy()
    claims = claims.drop(columns="PolicyNumber")
    started = time.perf_counter()
    model = train(claims[~later], labels[~later], allow_protected=True)
    print(f"trained on {np.sum(~later):,} claims in {time.perf_counter() - started:.1f} s")
    print(f"\n{'later year':28} ROC-AUC  PR-AUC  found in 10 %")
    for name, scores in ranked(model, claims, labels, later):
        y = labels[later]
        print(
            f"  {name:26} {auc(y, scores):.4f}  {average_precision(y, scores):.4f}"
            f"  {recall_at(y, scores, 0.1):.3f}"
        )
    print("\n" + speed(model, claims))
    return 0


def ranked(
    model: TriageModel, claims: pd.DataFrame, labels: np.ndarray, later: np.ndarray
) -> Iterator[tuple[str, np.ndarray]]:
    """Yield each method's scores of the later claims, learned from the earlier ones."""
    yield "Precedent", model.judge(claims[later]).score
    for name, peer in peers(claims).items():
        peer.fit(claims[~later], labels[~later])
        yield name, peer.predict_proba(claims[later])[:, 1]


def peers(claims: pd.DataFrame) -> dict[str, Pipeline]:
    """Usual ways to score, with usual settings, on one-hot columns."""
    numbers = ["Age", "RepNumber", "Deductible", "DriverRating"]
    words = [name for name in claims if name not in numbers]

    def one_hot() -> ColumnTransformer:
        encode = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
        return make_column_transformer((StandardScaler(), numbers), (encode, words))

    return {
        "HistGradientBoosting": make_pipeline(
            one_hot(), HistGradientBoostingClassifier(random_state=0)
        ),
        "logistic regression": make_pipeline(one_hot(), LogisticRegression(max_iter=2000)),
        "k nearest, k = 5, one-hot": make_pipeline(one_hot(), KNeighborsClassifier(5)),
    }


def speed(model: TriageModel, claims: pd.DataFrame) -> str:
    """Time a batch, and single claims with their explanation."""
    model.judge(claims[:100])
    batch = min(timed(lambda: model.judge(claims)) for _ in range(3))
    singles = [timed(partial(explained, model, claims.iloc[[i]])) for i in range(LATEST_ONE)]
    return (
        f"{len(claims):,} claims: {len(claims) / batch:,.0f} claims/s; one claim with its"
        f" explanation: {1000 * statistics.median(singles):.1f} ms (median of {LATEST_ONE})"
    )


def explained(model: TriageModel, claim: pd.DataFrame) -> object:
    """Judge one claim as the desktop does."""
    return model.judge(claim, explain=True).explanation(0)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that *work* takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    raise SystemExit(main())
