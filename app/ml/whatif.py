"""What would change a score: other values of the facts that a person can verify."""

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from app.ml.arrays import Facts
from app.ml.encoder import Column
from app.ml.factors import text_of
from app.ml.schema import Feature, Kind

if TYPE_CHECKING:
    from app.ml.judgements import Judgements
    from app.ml.model import TriageModel

Usual = dict[str | None, dict[str, list[Any]]]

TOLD = 6
_QUANTILES = (0.1, 0.5, 0.9)
_LEVELS = 5
_COMMON = 0.02
_NOTABLE = 0.5


class Change(NamedTuple):
    """What a verifiable fact says, what it could say *instead*, and the *score* it would give.

    *difference* is in points against the score now; *entered* and *left* are the precedents that
    would come among the nearest ten and go from them.
    """

    label: str
    value: str
    instead: str
    score: float
    difference: float
    entered: tuple[str, ...]
    left: tuple[str, ...]


def changes(model: "TriageModel", facts: Facts) -> tuple[Change, ...]:
    """Return what would move the score of the one claim in *facts* most, the furthest first.

    For each verifiable fact, usual values among settled claims of its group are tried one at a
    time, and the best and the worst are told if they move the score by half a point or more.
    """
    group = facts[model.lines.column][0] if model.lines.column else None
    usual = model.usual_values.get(group, {})
    trials = [
        (feature, np.array([value], dtype=facts[feature.name].dtype))
        for feature in model.schema.features
        for value in usual.get(feature.name, ())
        if value != facts[feature.name][0]
    ]
    if not trials:
        return ()
    every = [facts, *(facts | {feature.name: value} for feature, value in trials)]
    joined = {name: np.concatenate([one[name] for one in every]) for name in facts}
    judged = model.judge_facts(joined)
    found = [_change(feature, judged, at) for at, (feature, _) in enumerate(trials, 1)]
    notable = [change for change in _extremes(found) if abs(change.difference) >= _NOTABLE]
    return tuple(sorted(notable, key=lambda change: -abs(change.difference))[:TOLD])


def usual_values(model: "TriageModel") -> Usual:
    """Return for each group of claims (None if there are none) the usual values of each fact.

    These are the 10th, 50th and 90th percentile of numbers and dates and the five commonest
    categories. Facts that hardly any claim of a group states are not among them.
    """
    if not model.archive.codes.size:
        return {}
    facts = model.archive.facts(model.schema)
    groups = facts.get(model.lines.column, np.full(len(model.labels), None, object))
    chosen = [feature for feature in model.schema.features if feature.name in model.verifiable]
    return {
        group: {f.name: _usual(f, facts[f.name][groups == group]) for f in chosen}
        for group in set(groups.tolist())
    }


def _usual(feature: Feature, values: np.ndarray) -> list[Any]:
    given = values[~pd.isna(values)]
    if len(given) <= _COMMON * len(values):
        return []
    if feature.kind in (Kind.NUMBER, Kind.DATE):
        ranks = [round(quantile * (len(given) - 1)) for quantile in _QUANTILES]
        return list(np.unique(np.sort(given)[ranks]))
    counts = Counter(given.tolist())
    return [value for value, n in counts.most_common(_LEVELS) if n > _COMMON * len(values)]


def _change(feature: Feature, judged: "Judgements", at: int) -> Change:
    before, after = judged.precedents[0].tolist(), judged.precedents[at].tolist()
    now, then = float(judged.score[0]), float(judged.score[at])
    values = judged.facts[feature.name]
    return Change(
        label=feature.label,
        value=_words(feature, values[0]),
        instead=_words(feature, values[at]),
        score=then,
        difference=then - now,
        entered=tuple(i for i in after if i not in before),
        left=tuple(i for i in before if i not in after),
    )


def _words(feature: Feature, value: Any) -> str:
    if isinstance(value, np.datetime64):
        return "not given" if np.isnat(value) else str(value.astype("datetime64[D]"))
    numeric = feature.kind is Kind.NUMBER
    return text_of(Column(feature.name, "value", feature.label, numeric=numeric), value)


def _extremes(found: list[Change]) -> list[Change]:
    """Return the lowest and the highest score that each fact could give."""
    chosen: dict[tuple[str, bool], Change] = {}
    for change in found:
        key = (change.label, change.difference > 0)
        if key not in chosen or abs(change.difference) > abs(chosen[key].difference):
            chosen[key] = change
    return list(chosen.values())
