"""Exact search beside scikit-learn's, and the machine's matrix product as the limit of both."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sklearn.neighbors import NearestNeighbors

from app.ml.search import Search

K = 15
QUERIES = 1000
SINGLES = 30


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not used here")
    parser.parse_args()
    print(f"matrix product {peak():,.0f} GFLOP/s")
    for rows, columns in ((100_000, 64), (1_000_000, 32)):
        print(f"{rows:,} × {columns}: {measured(rows, columns)}")
    return 0


def measured(rows: int, columns: int) -> str:
    """Answer the same queries both ways, together and one by one."""
    rng = np.random.default_rng(0)
    references = rng.standard_normal((rows, columns)).astype(np.float32)
    queries = rng.standard_normal((QUERIES, columns)).astype(np.float32)
    ours = Search(references.astype(np.float64))
    theirs = NearestNeighbors(n_neighbors=K, algorithm="brute").fit(references)
    doubles = queries.astype(np.float64)
    agree = np.mean(ours.nearest(doubles, K).places == theirs.kneighbors(queries)[1])
    many = best(lambda: ours.nearest(doubles, K)), best(lambda: theirs.kneighbors(queries))
    one = (
        best(lambda: [ours.nearest(doubles[i : i + 1], K) for i in range(SINGLES)]),
        best(lambda: [theirs.kneighbors(queries[i : i + 1]) for i in range(SINGLES)]),
    )
    return (
        f"{QUERIES / many[0]:,.0f} queries/s, scikit-learn {QUERIES / many[1]:,.0f}"
        f" ({many[1] / many[0]:.2f} ×); one query {1000 * one[0] / SINGLES:.2f} ms,"
        f" scikit-learn {1000 * one[1] / SINGLES:.2f} ms ({one[1] / one[0]:.1f} ×);"
        f" {100 * agree:.2f} % of places agree"
    )


def peak() -> float:
    """Return the GFLOP/s of a large product in single precision."""
    square = np.ones((3000, 3000), np.float32)
    return 2 * 3000**3 / best(lambda: square @ square) / 1e9


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of three runs."""
    return min(timed(work) for _ in range(3))


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that *work* takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    raise SystemExit(main())
