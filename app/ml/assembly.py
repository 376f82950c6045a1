"""A model put together from what was learned and the settled claims that vote."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from app.errors import Invalid
from app.ml import vote
from app.ml.archive import archived
from app.ml.arrays import Bytes, Facts, Floats
from app.ml.calibration import fit_calibration
from app.ml.card import write_card
from app.ml.conformal import Lines, fit_conformal, fit_lines
from app.ml.encoder import Encoder
from app.ml.factors import fit_ranges
from app.ml.forest import Forest
from app.ml.metric import Metric
from app.ml.model import Limits, TriageModel
from app.ml.schema import Kind, Schema

_FAR = 0.99
_GOLDEN = 8


class Learned(NamedTuple):
    """What only training can change: the facts read, the metric and who votes."""

    schema: Schema
    encoder: Encoder
    forest: Forest
    metric: Metric
    k: int
    wide: float
    verifiable: tuple[str, ...] = ()
    group: str = ""


class Claims(NamedTuple):
    """The settled claims that vote, in the order of the metric's references."""

    facts: Facts
    labels: Bytes
    ids: Sequence[Any]


def assemble(
    learned: Learned, claims: Claims, *, notes: Sequence[str], made: dict[str, Any]
) -> TriageModel:
    """Return the model in which *claims* vote; all that votes decide is derived from them anew.

    Base rate, calibration, conformal sets, limits and ranges come from leave-one-out votes. The
    same claims give the same model, whether they were all there at training or came later.
    """
    schema, encoder, forest, metric, k, wide, verifiable, group = learned
    facts, y, ids = claims
    prior = float(y.mean())
    share, distance = vote.left_out(metric, y, prior, k=k, wide=wide)
    model = TriageModel(
        schema=schema,
        encoder=encoder,
        forest=forest,
        metric=metric,
        labels=y,
        ids=tuple(str(i) for i in ids),
        k=k,
        prior=prior,
        calibration=fit_calibration(share, y),
        conformal=fit_conformal(share, y),
        limits=_limits(distance, encoder, facts),
        ranges=fit_ranges(encoder, facts, y),
        data_version=data_version(facts, y),
        notes=tuple(notes),
        made=made,
        archive=archived(schema, facts),
        lines=_lines(schema, group, facts, share, y),
        verifiable=verifiable,
        wide=wide,
    )
    return _with_golden(replace(model, card=write_card(model, share)), facts)


def data_version(facts: Facts, y: Bytes) -> str:
    """Return the sha256 of the canonical facts and outcomes of the claims that vote."""
    digest = hashlib.sha256(y.tobytes())
    for name, column in facts.items():
        digest.update(f"{name}\n{column.tolist()}".encode())
    return digest.hexdigest()


def _limits(distance: Floats, encoder: Encoder, facts: Facts) -> Limits:
    """Return the 99th percentile of the training claims' own distance to their tenth precedent."""
    usual = int(encoder.encode(facts)[1].max())
    return Limits(float(np.quantile(distance, _FAR)), max(usual, len(encoder.columns) // 2))


def _lines(schema: Schema, group: str, facts: Facts, share: Floats, y: Bytes) -> Lines:
    if not group:
        return Lines()
    kinds = {feature.name: feature.kind for feature in schema.features}
    if kinds.get(group) not in (Kind.CATEGORY, Kind.FLAG):
        raise Invalid(f"{group} cannot group the claims; name a category that the model reads.")
    return fit_lines(group, facts[group], share, y)


def _with_golden(model: TriageModel, facts: Facts) -> TriageModel:
    judged = model.judge_facts({name: values[:_GOLDEN] for name, values in facts.items()})
    golden = tuple(judged.receipt(i)["features"] for i in range(len(judged)))
    return replace(model, golden=golden, golden_scores=tuple(judged.score.tolist()))
