"""The model card: what a model learned from, how well it judges and where it must not be used."""

from collections.abc import Sequence

import numpy as np

from app.ml.arrays import Bytes, Floats, Texts
from app.ml.conformal import recommend
from app.ml.metrics import auc, average_precision, brier, calibration_error, recall_at
from app.ml.model import TriageModel
from app.ml.schema import Schema

_BINS = 10
_NOTES = 50

_USE = """\
## Use

The model orders claims for a person's attention. It never decides and never denies: a score is
the smoothed vote of the settled claims nearest to a claim, shown with it, and the recommendation
says how usual that vote is among cleared and among substantiated claims. Where a claim is unlike
all settled ones, or too little of it is known, the model abstains.

The stated rates hold for new claims that come about as the settled ones did. When products,
cover or the mix of claims change, train again and compare. Outcomes are what people concluded,
so a habit of past reviews is learned with the facts.
"""


def write_card(model: TriageModel, share: Floats) -> str:
    """Return, as Markdown, what *share*, the leave-one-out votes on its own claims, says of it."""
    y, notes = model.labels, model.notes
    probability = model.calibration.probability(share)
    advice = recommend(model.conformal.p_values(share), np.zeros(len(y), bool))
    intro = (
        "# Model card\n\n"
        f"Learned from {len(y):,} settled claims, {int(y.sum()):,} of them substantiated "
        f"({100 * y.mean():.1f} %). In every figure a claim is judged by the others, in a metric "
        f"learned without it. {model.k} settled claims vote on each score.\n"
    )
    listed = "".join(f"- {note}\n" for note in notes[:_NOTES])
    parts = [
        intro,
        "## Quality\n\n" + _quality(y, share, probability),
        "## Reliability\n\n" + _reliability(y, probability),
        "## Recommendations\n\n" + _recommendations(y, advice),
        "## Facts\n\n" + _facts(model.schema),
        *([f"## Left out, or read as missing\n\n{listed}"] if notes else []),
        _USE,
    ]
    return "\n".join(parts)


def _quality(y: Bytes, share: Floats, probability: Floats) -> str:
    rows = [
        ("ROC-AUC", f"{auc(y, share):.3f}"),
        ("Average precision", f"{average_precision(y, share):.3f}"),
        ("Found when 5 % are reviewed", f"{100 * recall_at(y, share, 0.05):.1f} %"),
        ("Found when 10 % are reviewed", f"{100 * recall_at(y, share, 0.1):.1f} %"),
        ("Brier score", f"{brier(y, probability):.4f}"),
        ("Calibration error", f"{calibration_error(y, probability):.4f}"),
    ]
    return _table(("Measure", "Value"), rows)


def _reliability(y: Bytes, probability: Floats) -> str:
    parts = np.array_split(np.argsort(probability, kind="stable"), _BINS)
    rows = [
        (f"{len(p):,}", f"{100 * probability[p].mean():.1f} %", f"{100 * y[p].mean():.1f} %")
        for p in parts
    ]
    return _table(("Claims", "Said", "Substantiated"), rows)


def _recommendations(y: Bytes, recommendation: Texts) -> str:
    rows = []
    for name in ("fast_track", "standard_review", "enhanced_review", "refer_siu", "abstain"):
        chosen = recommendation == name
        rate = f"{100 * y[chosen].mean():.1f} %" if chosen.any() else "–"
        rows.append((name.replace("_", " "), f"{100 * chosen.mean():.1f} %", rate))
    return _table(("Recommendation", "Claims", "Substantiated"), rows)


def _facts(schema: Schema) -> str:
    rows = [(feature.label, feature.name, feature.kind.value) for feature in schema.features]
    return _table(("Fact", "Column", "Kind"), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
