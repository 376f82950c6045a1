"""Settled claims join, leave or change outcome, and the model needs no training for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from app.codes import Outcome
from app.errors import BadModel, Invalid
from app.ml.arrays import Facts, Flags, Longs, Shorts
from app.ml.assembly import Claims, Learned, assemble
from app.ml.model import TriageModel

_ROW = "Row "
_ROWS = 1024


class Effect(NamedTuple):
    """How the judgement of the claim with index label *row* would change."""

    row: Any
    before: float
    after: float
    recommendation_before: str
    recommendation_after: str


def add(
    model: TriageModel, frame: pd.DataFrame, labels: Sequence[int], *, ids: Sequence[str]
) -> TriageModel:
    """Return the model in which the settled claims of *frame* vote, too.

    They are placed by all trees, none of which has seen them. Raises Invalid for a value that
    cannot be read, a label that is not 0 or 1, or an id that votes already.
    """
    known, y = _claims(model), np.asarray(labels)
    facts, problems = model.schema.facts(frame)
    if problems:
        raise Invalid("Row {}, column {}: {}.".format(*problems[0]))
    if y.shape != (len(frame),) or len(ids) != len(frame) or not np.isin(y, (0, 1)).all():
        raise Invalid("Every claim needs an id and a label, 1 for substantiated or 0 for cleared.")
    if {*known.ids} & {*ids} or len({*ids}) < len(ids):
        raise Invalid("A claim votes once only; please leave out the ids that are there already.")
    joined = {name: np.concatenate([old, facts[name]]) for name, old in known.facts.items()}
    claims = Claims(joined, np.append(known.labels, y.astype(np.uint8)), [*known.ids, *ids])
    return _assembled(model, claims, np.vstack([model.metric.references, _placed(model, facts)]))


def erase(model: TriageModel, claim: str) -> TriageModel:
    """Return the model as if *claim* had never voted.

    Everything that votes decide follows at once: scores, base rate, calibration, conformal sets,
    limits, ranges, golden claims and data version are those of a model in which only the others
    ever voted, and the bundle keeps neither its facts nor its id. Notes about single rows go, too,
    since they quote values. What training alone can change stays: trees, tables of log-odds and
    bin edges were fitted while the claim was one of all, and forget it when next trained. Raises
    Invalid if no such claim
    votes, or if it is the last but one of its outcome.
    """
    kept = np.flatnonzero(_others(model, claim))
    known = _claims(model, kept)
    if len(np.unique(known.labels)) < 2:  # noqa: PLR2004 - cleared and substantiated
        raise Invalid("Both outcomes must be left among the settled claims.")
    return _assembled(model, known, model.metric.references[kept])


def relabel(model: TriageModel, claim: str, outcome: Outcome) -> TriageModel:
    """Return the model in which *claim* votes as *outcome*, after a dispute was decided."""
    others, known = _others(model, claim), _claims(model)
    labels = np.where(others, known.labels, outcome is Outcome.SUBSTANTIATED).astype(np.uint8)
    return _assembled(model, known._replace(labels=labels), model.metric.references)


def dispute(model: TriageModel, claim: str, frame: pd.DataFrame) -> tuple[Effect, ...]:
    """Return whose judgement in *frame* would change, and how, if *claim* did not vote."""
    return effects(model, erase(model, claim), frame)


def effects(model: TriageModel, revised: TriageModel, frame: pd.DataFrame) -> tuple[Effect, ...]:
    """Return the claims of *frame* whose score in cents or recommendation *revised* changes.

    The largest change comes first. Tinier changes reach every claim through the base rate.
    """
    before, after, rows = model.judge(frame), revised.judge(frame), list(frame.index)
    changed = np.round(before.score, 2) != np.round(after.score, 2)
    changed |= before.recommendation != after.recommendation
    found = [
        Effect(
            row=rows[place],
            before=float(before.score[place]),
            after=float(after.score[place]),
            recommendation_before=str(before.recommendation[place]),
            recommendation_after=str(after.recommendation[place]),
        )
        for place in np.flatnonzero(changed)
    ]
    return tuple(sorted(found, key=lambda effect: -abs(effect.after - effect.before)))


def touched(model: TriageModel, claim: str, receipts: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the places of the receipts in whose vote *claim* took part.

    Those of *model* are placed again, which finds every voter; those of other models count where
    they name the claim among their nearest ten.
    """
    own = [i for i, receipt in enumerate(receipts) if receipt["model_sha256"] == model.model_id]
    found = {i for i, receipt in enumerate(receipts) if claim in receipt["precedents"]}
    if own:
        frame = pd.DataFrame([receipts[i]["features"] for i in own], columns=model.schema.names)
        found |= {own[place] for place in np.flatnonzero(voted(model, claim, frame))}
    return sorted(found)


def voted(model: TriageModel, claim: str, frame: pd.DataFrame) -> Flags:
    """Tell for each claim of *frame* whether the settled *claim* is one of its voters."""
    members = np.flatnonzero(~_others(model, claim))
    facts, _ = model.schema.facts(frame)
    return np.array(
        [bool(np.isin(places, members).any()) for places in _voters(model, facts)], bool
    )


def _voters(model: TriageModel, facts: Facts) -> Longs:
    """Return the places of the voters of each claim, (claims, k)."""
    count = len(next(iter(facts.values())))
    parts = [
        model.place({name: values[start : start + _ROWS] for name, values in facts.items()})
        for start in range(0, max(count, 1), _ROWS)
    ]
    return np.concatenate([part.around.places for part in parts])


def _others(model: TriageModel, claim: str) -> Flags:
    others: Flags = np.array([known != claim for known in model.ids])
    if others.all():
        raise Invalid(f"No settled claim of this model is called {claim}.")
    return others


def _claims(model: TriageModel, places: Longs | None = None) -> Claims:
    if not model.archive.codes.size:
        raise BadModel("This model does not keep the facts it learned from; please train it again.")
    chosen = np.arange(len(model.labels)) if places is None else places
    ids = [model.ids[place] for place in chosen]
    return Claims(model.archive.facts(model.schema, chosen), model.labels[chosen], ids)


def _placed(model: TriageModel, facts: Facts) -> Shorts:
    """Return the references of new claims: their mean contributions in whole units."""
    metric, forest = model.metric, model.forest
    units = 2.0 ** (metric.grid - forest.grid) / metric.models
    whole = np.rint(model.place(facts).summed.astype(np.float64) * units)
    limits = np.iinfo(np.int16)
    placed: Shorts = np.clip(whole, limits.min, limits.max).astype(np.int16)
    return placed


def _assembled(model: TriageModel, claims: Claims, references: Shorts) -> TriageModel:
    learned = Learned(
        schema=model.schema,
        encoder=model.encoder,
        forest=model.forest,
        metric=replace(model.metric, references=references),
        k=min(model.k, len(claims.labels) - 1),
        wide=model.wide,
        verifiable=model.verifiable,
        group=model.lines.column,
    )
    made = {**model.made, "rows": len(claims.labels), "revised": model.made.get("revised", 0) + 1}
    notes = [note for note in model.notes if not note.startswith(_ROW)]
    return assemble(learned, claims, notes=notes, made=made)
