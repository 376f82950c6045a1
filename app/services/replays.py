"""A scored file checked against its model, number by number."""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import BadFile
from app.progress import Progress, silent
from app.services.batches import (
    RESULTS,
    column_names,
    facts_of,
    onward,
    open_batch,
    results,
    where,
)

if TYPE_CHECKING:
    import pandas as pd

    from app.ml import Judgements

FIGURES = ("score", "probability", "confidence")
WORDS = ("recommendation", "precedents", "model_id")
ELSEWHERE = 1e-6
DISPLAYED = 1e-12


@dataclass(frozen=True, slots=True)
class Replay:
    """How many stored scores were reproduced, and the first that was not."""

    replayed: int
    difference: str | None


def replay_file(source: Path, model: Path, *, progress: Progress = silent) -> Replay:
    """Score the claims of *source* again and compare with what it stores.

    Figures must agree to the last digit; where *source* was scored with other versions of the
    libraries, to 1e-6. Raises BadFile when *source* was not written by scoring.
    """
    triage, table = open_batch(source, model)
    missing = [name for name in RESULTS if name not in column_names(table)]
    if missing:
        raise BadFile(f"{source.name} is not a scored file: it has no column {missing[0]}.")
    replayed = 0
    for frame, facts, problems in facts_of(triage, table):
        if problems:
            return Replay(replayed, _unreadable(problems))
        judged = triage.judge(facts, progress=onward(progress, replayed, table))
        difference = _difference(frame, judged)
        if difference:
            return Replay(replayed, difference)
        replayed += len(judged)
    progress(replayed, replayed)
    return Replay(replayed, _unreadable(table.rejects))


def _unreadable(rejects: list[Any]) -> str | None:
    return f"A scored row cannot be read, {where(rejects[0])}." if rejects else None


def _difference(frame: "pd.DataFrame", judged: "Judgements") -> str | None:
    expected = results(frame, judged, explain=False)[[*RESULTS]].to_dict("records")
    stored = frame[[*RESULTS]].to_dict("records")
    for row, then, now in zip(frame.index, stored, expected, strict=True):
        fault = _fault(then, json.loads(now["receipt"]), now)
        if fault:
            return f"Row {row}: {fault}."
    return None


def _fault(then: dict[Any, Any], receipt: dict[str, Any], now: dict[Any, Any]) -> str | None:
    """Compare one row, the receipt that it stores and what comes out now."""
    try:
        stored = json.loads(then["receipt"])
        given = {name: (float(stored[name]), float(then[name])) for name in FIGURES}
    except (ValueError, KeyError, TypeError):
        return "its figures or its receipt cannot be read"
    if stored.get("model_sha256") != receipt["model_sha256"]:
        return f"it was scored by another model, {str(stored.get('model_sha256'))[:12]}"
    slack = 0.0 if stored.get("versions") == receipt["versions"] else ELSEWHERE
    for name, (exact, displayed) in given.items():
        if not math.isclose(exact, receipt[name], rel_tol=0, abs_tol=slack):
            return f"the {name} was {exact}, and is {receipt[name]} now"
        if not math.isclose(displayed, exact, rel_tol=DISPLAYED):
            return f"the {name} {displayed} is not the {exact} of its receipt"
    wrong = next((name for name in WORDS if then[name] != now[name]), None)
    return f"the {wrong} was {then[wrong]}, and is {now[wrong]} now" if wrong else None
