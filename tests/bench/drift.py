"""How long it takes to compare recent claims with earlier ones, fact by fact."""

import argparse
import time

import numpy as np

from app.ml.arrays import Facts
from app.ml.schema import Feature, Kind, Schema
from app.ml.stability import Spans, shifts


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--features", type=int, default=60)
    asked.add_argument("--claims", type=int, default=100_000)
    asked.add_argument("--months", type=int, default=12)
    sizes = asked.parse_args()
    schema = a_schema(sizes.features)
    before, after = (made(schema, sizes.claims, seed) for seed in (1, 2))
    month = np.arange(sizes.claims) * sizes.months // sizes.claims
    began = time.perf_counter()
    found = shifts(schema, before, after, Spans(month >= sizes.months - 2, month, sizes.months))
    took = time.perf_counter() - began
    raised = sum(shift.cause is not None for shift in found)
    print(f"{len(found)} features × {sizes.claims:,} claims in {took:.2f} s; {raised} raised")


def a_schema(features: int) -> Schema:
    """Return so many features: two numbers for each category, as claims have."""
    kinds = (Kind.NUMBER, Kind.NUMBER, Kind.CATEGORY)
    return Schema(tuple(Feature(f"f{n}", kinds[n % 3], f"Fact {n}") for n in range(features)))


def made(schema: Schema, claims: int, seed: int) -> Facts:
    """Return typed facts of so many claims, some of them missing."""
    rng = np.random.default_rng(seed)
    words = np.array([f"value {n}" for n in range(30)], object)
    facts: Facts = {}
    for feature in schema.features:
        untold = rng.random(claims) < 0.05
        if feature.kind is Kind.NUMBER:
            facts[feature.name] = np.where(untold, np.nan, rng.lognormal(7, 1, claims))
        else:
            facts[feature.name] = np.where(
                untold, np.array(None, object), words[rng.integers(0, 30, claims)]
            )
    return facts


if __name__ == "__main__":
    main()
