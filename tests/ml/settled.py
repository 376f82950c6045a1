"""Settled claims made up for the engine's tests, with something to learn in them."""

import numpy as np
import pandas as pd


def settled(rows: int, *, seed: int = 0) -> tuple[pd.DataFrame, np.ndarray]:
    """Claims as text, and whether each was substantiated: about one in six."""
    rng = np.random.default_rng(seed)
    cause = rng.choice(["collision", "theft", "fire", "glass", "weather"], rows)
    channel = rng.choice(["agent", "portal", "phone"], rows)
    amount = rng.lognormal(7, 0.8, rows)
    loss = pd.Timestamp("2024-01-01") + pd.to_timedelta(rng.integers(0, 700, rows), "D")
    delay = rng.geometric(0.12, rows)
    shared = rng.random(rows) < 0.1
    odds = -3.2 + 0.9 * (cause == "theft") + 0.05 * delay + 1.8 * shared
    odds += 1.5 * ((cause == "fire") & (channel == "portal")) + 0.5 * (np.log(amount) - 7)
    labels = (rng.random(rows) < 1 / (1 + np.exp(-odds))).astype(int)
    frame = pd.DataFrame(
        {
            "cause": cause,
            "channel": channel,
            "amount": [f"{value:.2f}" for value in amount],
            "loss_date": loss.strftime("%d/%m/%Y"),
            "reported_date": (loss + pd.to_timedelta(delay, "D")).strftime("%d/%m/%Y"),
            "shared_phone": np.where(shared, "Yes", "No"),
            "prior_claims": rng.integers(0, 4, rows).astype(str),
        }
    )
    frame.loc[rng.random(rows) < 0.05, "amount"] = ""
    return frame, labels
