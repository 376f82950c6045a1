"""A new model tried forward in time, on the same later claims as the one that judges."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.progress import Progress
from app.services.labelled import Labelled

if TYPE_CHECKING:
    from app.ml import TriageModel
    from app.ml.gate import Said, Verdict

LATER = 0.25


def try_forward(
    settled: Labelled,
    judges: "dict[str, TriageModel]",
    learn: "Callable[[Labelled, Progress], TriageModel]",
    progress: Progress,
) -> "Verdict":
    """Compare a model of the earlier claims with those that judge, on the later quarter.

    Claims that a judging model learned from are left out of the comparison, as are lines that
    nobody judges.
    """
    import numpy as np

    from app.ml.gate import FEWEST, FEWEST_FOUND, compare

    cut = settled.days[int(len(settled) * (1 - LATER))] if len(settled) else ""
    known = {line: {*model.ids} for line, model in judges.items()}
    later = [
        place
        for place, (day, line, key) in enumerate(
            zip(settled.days, settled.lines, settled.keys, strict=True)
        )
        if day >= cut and line in known and key not in known[line]
    ]
    y = np.array([settled.outcomes[place] for place in later], np.uint8)
    weights = np.array([settled.weights[place] for place in later], float)
    found = int(y.sum())
    if len(later) < FEWEST or min(found, len(later) - found) < FEWEST_FOUND:
        nothing = np.zeros(len(later))
        return compare(y, weights, _said(nothing, nothing), _said(nothing, nothing))
    earlier = _part(settled, [n for n, day in enumerate(settled.days) if day < cut])
    tried = _part(settled, later)
    new = learn(earlier, progress)
    judged = new.judge(new.schema.read(tried.frame())[0])
    return compare(y, weights, _judged(tried, judges), _said(judged.score, judged.probability))


def _judged(tried: Labelled, judges: "dict[str, TriageModel]") -> "Said":
    """Return what the models that judge say, each of its own lines."""
    import numpy as np

    frame = tried.frame()
    score, probability = np.zeros(len(tried)), np.zeros(len(tried))
    for line, model in judges.items():
        own = np.array([told == line for told in tried.lines])
        if own.any():
            judged = model.judge(model.schema.read(frame[own])[0])
            score[own], probability[own] = judged.score, judged.probability
    return _said(score, probability)


def _said(score: Any, probability: Any) -> "Said":
    from app.ml.gate import Said

    return Said(score, probability)


def _part(settled: Labelled, places: list[int]) -> Labelled:
    return Labelled(
        rows=[settled.rows[n] for n in places],
        outcomes=[settled.outcomes[n] for n in places],
        keys=[settled.keys[n] for n in places],
        lines=[settled.lines[n] for n in places],
        days=[settled.days[n] for n in places],
        weights=[settled.weights[n] for n in places],
        rule=settled.rule,
    )


def comparison_card(figures: dict[str, Any]) -> str:
    """Return, as Markdown, how the new model did beside the one that judges."""
    names = {
        "roc_auc": "ROC-AUC",
        "average_precision": "Average precision",
        "recall_at_10pct": "Found when 10% are reviewed",
        "ece": "Calibration error",
    }
    rows = "".join(
        f"| {title} | {figures['old'][name]:.3f} | {figures['new'][name]:.3f} |\n"
        for name, title in names.items()
    )
    low, high = figures["gain_low"], figures["gain_high"]
    return (
        "\n## Beside the model that judged\n\n"
        f"Both judged the same {figures['tried']:,} later claims, which neither had seen, "
        f"{figures['substantiated']:,} of them substantiated. The gain in average precision is "
        f"{figures['gain']:+.3f} (95% interval {low:+.3f} to {high:+.3f}). The model itself then "
        "learned from all labelled claims.\n\n"
        f"| Measure | Judging model | New model |\n| --- | --- | --- |\n{rows}"
    )
