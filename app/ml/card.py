"""The model card: what a model learned from, how well it judges and where it must not be used."""

from collections.abc import Sequence

import numpy as np

from app.ml import plots, vote
from app.ml.arrays import Bytes, Floats, Texts
from app.ml.conformal import recommend
from app.ml.drift import NOTABLE, Drift, drifts, later_half
from app.ml.metrics import auc, average_precision, brier, calibration_error, recall_at
from app.ml.model import TriageModel
from app.ml.schema import Schema

_BINS = 10
_NOTES = 50
_MOVED = 10

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
    facts = model.archive.facts(model.schema)
    advice = recommend(model.p_values(share, facts), np.zeros(len(y), bool))
    intro = (
        "# Model card\n\n"
        f"Learned from {len(y):,} settled claims, {int(y.sum()):,} of them substantiated "
        f"({100 * y.mean():.1f}%). In every figure a claim is judged by the others, in a metric "
        f"learned without it. {model.k} settled claims vote on each score.\n"
    )
    listed = "".join(f"- {note}\n" for note in notes[:_NOTES])
    parts = [
        intro,
        "## Quality\n\n" + _quality(y, share, probability),
        *_search(model),
        "## Reliability\n\n" + _reliability(y, probability),
        "## Recommendations\n\n" + _recommendations(y, advice),
        "## Drift\n\n" + _drift(model),
        "## Facts\n\n" + _facts(model.schema),
        *([f"## Left out, or read as missing\n\n{listed}"] if notes else []),
        _USE,
    ]
    return "\n".join(parts)


def votes(model: TriageModel) -> Floats:
    """Return the leave-one-out votes of a model on its own claims, in 0–1."""
    return vote.left_out(model.metric, model.labels, model.prior, k=model.k, wide=model.wide)[0]


def pictures(model: TriageModel) -> dict[str, str]:
    """Return the pictures of a card as SVG, by name."""
    y, share = model.labels, votes(model)
    moved = _drifts(model)[0][:_MOVED]
    return {
        "reliability": plots.reliability(y, model.calibration.probability(share)),
        "precision_recall": plots.precision_recall(y, share),
        "gains": plots.gains(y, share),
        "drift": plots.bars(
            "Drift between the earlier and the later half",
            [drift.label for drift in moved],
            [drift.moved for drift in moved],
            limit=NOTABLE,
        ),
    }


def beside(models: dict[str, TriageModel]) -> str:
    """Return, as Markdown, the quality of several models in a column each."""
    columns = {}
    for title, model in models.items():
        share = votes(model)
        figures = _figures(model.labels, share, model.calibration.probability(share))
        columns[title] = [("Facts", f"{len(model.schema.features)}"), *figures]
    names = [name for name, _ in next(iter(columns.values()))]
    rows = [(name, *(column[i][1] for column in columns.values())) for i, name in enumerate(names)]
    return _table(("Measure", *columns), rows)


def _drifts(model: TriageModel) -> tuple[list[Drift], str]:
    facts = model.archive.facts(model.schema)
    later, by = later_half(model.schema, facts)
    return drifts(model.encoder, facts, later), by


def _drift(model: TriageModel) -> str:
    found, by = _drifts(model)
    rows = [(drift.label, f"{drift.moved:.3f}") for drift in found[:_MOVED]]
    intro = (
        f"How the facts of the later half of the claims, by {by.lower()}, differ from those of the "
        "earlier half: the population stability index, of which .1 tells that something moved and "
        ".25 that much did. Where facts move, a random split promises more than a live model "
        "keeps: evaluate forward in time.\n\n"
    )
    return intro + _table(("Fact", "Index"), rows)


def _quality(y: Bytes, share: Floats, probability: Floats) -> str:
    return _table(("Measure", "Value"), _figures(y, share, probability))


def _figures(y: Bytes, share: Floats, probability: Floats) -> list[tuple[str, str]]:
    return [
        ("ROC-AUC", f"{auc(y, share):.3f}"),
        ("Average precision", f"{average_precision(y, share):.3f}"),
        ("Found when 5% are reviewed", f"{100 * recall_at(y, share, 0.05):.1f}%"),
        ("Found when 10% are reviewed", f"{100 * recall_at(y, share, 0.1):.1f}%"),
        ("Brier score", f"{brier(y, probability):.4f}"),
        ("Calibration error", f"{calibration_error(y, probability):.4f}"),
    ]


def _reliability(y: Bytes, probability: Floats) -> str:
    parts = np.array_split(np.argsort(probability, kind="stable"), _BINS)
    rows = [
        (f"{len(p):,}", f"{100 * probability[p].mean():.1f}%", f"{100 * y[p].mean():.1f}%")
        for p in parts
    ]
    return _table(("Claims", "Said", "Substantiated"), rows)


def _search(model: TriageModel) -> list[str]:
    """Return what a randomised search tried, best first, or nothing if there was none."""
    tried = sorted(model.made.get("tried", []), key=lambda one: float(one["loss"]))
    if len(tried) < 2:  # noqa: PLR2004 - the usual recipe alone is no search
        return []
    rows = [tuple(f"{value:.4g}" for value in one.values()) for one in tried]
    intro = (
        "How trees were boosted, and the log loss of the leave-one-out votes that followed; the "
        "first recipe was kept.\n\n"
    )
    return ["## Search\n\n" + intro + _table(tuple(tried[0]), rows)]


def _recommendations(y: Bytes, recommendation: Texts) -> str:
    rows = []
    for name in ("fast_track", "standard_review", "enhanced_review", "refer_siu", "abstain"):
        chosen = recommendation == name
        rate = f"{100 * y[chosen].mean():.1f}%" if chosen.any() else "–"
        rows.append((name.replace("_", " "), f"{100 * chosen.mean():.1f}%", rate))
    return _table(("Recommendation", "Claims", "Substantiated"), rows)


def _facts(schema: Schema) -> str:
    rows = [(feature.label, feature.name, feature.kind.value) for feature in schema.features]
    return _table(("Fact", "Column", "Kind"), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
