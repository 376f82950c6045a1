"""Real vehicle claims scored from file to file: claims per second, peak memory, ranking."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

FILE = "vehicle_claims.csv"
LABEL = "FraudFound_P"
LAST_YEAR = "1996"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder that holds vehicle_claims.csv")
    data = parser.parse_args().data
    if data is None or not (data / FILE).exists():
        print(f"give --data DIR, a folder that holds {FILE}")
        return 2
    with tempfile.TemporaryDirectory() as place:
        print(measure(data / FILE, Path(place)))
    return 0


def measure(source: Path, place: Path) -> str:
    """Learn from the earlier years, score all of the file, and rank the last year."""
    claims = pd.read_csv(source, dtype=str, keep_default_na=False)
    later = claims["Year"] == LAST_YEAR
    claims[~later].to_csv(place / "settled.csv", index=False)
    options = ["--label", LABEL, "--drop", "PolicyNumber", "Year", "--allow-protected"]
    run(["train", str(place / "settled.csv"), *options, "--out", str(place / "model.bundle")])
    out = place / "scored.csv"
    seconds, megabytes = run(
        ["score", str(source), "--model", str(place / "model.bundle"), "--out", str(out)]
    )
    scored = pd.read_csv(out)
    return (
        f"{len(scored):,} claims in {seconds:.1f} s with start-up: {len(scored) / seconds:,.0f}"
        f" claims/s, peak {megabytes:.0f} MB, ROC-AUC of {LAST_YEAR} {ranking(scored[later]):.3f}"
    )


def run(command: list[str]) -> tuple[float, float]:
    """Run a command of the application and return its seconds and peak megabytes."""
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "app", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def ranking(scored: pd.DataFrame) -> float:
    """Return the ROC-AUC from the ranks of the scores."""
    ranks = scored["score"].rank()
    found = scored[LABEL] == 1
    pairs = found.sum() * (~found).sum()
    return float((ranks[found].sum() - found.sum() * (found.sum() + 1) / 2) / pairs)


if __name__ == "__main__":
    sys.exit(main())
