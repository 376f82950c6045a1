"""A small file of settled claims, and a model that learned from it."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from app.ml import TriageModel, train

CAUSES = ["theft", "collision", "-storm", "=fire"]


def claims(rows: int = 240, *, seed: int = 1) -> pd.DataFrame:
    """Return claims as text; late and dear ones are substantiated more often."""
    chance = np.random.default_rng(seed)
    amount = chance.lognormal(7, 0.8, rows).round(2)
    delay = chance.integers(0, 60, rows)
    odds = (amount > 1500) * 1.5 + (delay > 30) * 1.5 - 2 + chance.normal(0, 0.5, rows)
    reported = pd.Timestamp("2025-01-01") + pd.to_timedelta(chance.integers(0, 365, rows), "D")
    return pd.DataFrame(
        {
            "policy": [f"P{number:05}" for number in range(rows)],
            "amount": [f"{value:.2f}" for value in amount],
            "delay": delay.astype(str),
            "reported": reported.strftime("%Y-%m-%d"),
            "cause": chance.choice(CAUSES, rows),
            "police": chance.choice(["yes", "no"], rows),
            "age": chance.integers(18, 90, rows).astype(str),
            "outcome": np.where(odds > 0, "1", "0"),
        }
    )


@cache
def trained() -> TriageModel:
    """Return a model of the claims, made once."""
    frame = claims()
    facts = frame.drop(columns=["policy", "outcome", "age"])
    return train(facts, frame["outcome"].astype(int), ids=frame["policy"].tolist())


def save_model(path: Path) -> Path:
    trained().save(path)
    return path


def save_claims(path: Path, frame: pd.DataFrame) -> Path:
    frame.to_csv(path, index=False)
    return path
