"""The nearest cleared and the nearest substantiated claim, and what sets a claim apart."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from app.codes import Outcome
from app.ml.arrays import Bytes, Facts, Floats
from app.ml.factors import by_column, text_of
from app.ml.search import Neighbours

if TYPE_CHECKING:
    from app.ml.model import TriageModel

TOLD = 3
_OUTCOMES = (Outcome.CLEARED, Outcome.SUBSTANTIATED)


class Difference(NamedTuple):
    """A fact that tells a claim from a settled one: both values, and how far apart they count.

    *weight* is in log-odds: above 0 where this claim's value speaks more for substantiation.
    """

    label: str
    value: str
    other: str
    weight: float


class Rival(NamedTuple):
    """The settled claim of one outcome that is nearest, and the facts that differ most.

    *same* of the *compared* facts have the same value; *distance* is in log-odds.
    """

    id: str
    outcome: Outcome
    distance: float
    same: int
    compared: int
    differences: tuple[Difference, ...]


def nearest_of_each(
    around: Neighbours, labels: Bytes, coordinates: Floats, placed: Floats
) -> Neighbours:
    """Return the nearest cleared and the nearest substantiated claim of each, (claims, 2).

    Ties go to the lower place. Where no voter had an outcome, all settled claims are looked at.
    """
    shape = (len(coordinates), len(_OUTCOMES))
    rivals = Neighbours(np.empty(shape), np.empty(shape, np.int64))
    outcomes = labels[around.places]
    rows = np.arange(len(coordinates))
    for outcome in range(len(_OUTCOMES)):
        voted = outcomes == outcome
        first = voted.argmax(1)
        rivals.places[:, outcome] = around.places[rows, first]
        rivals.squared[:, outcome] = around.squared[rows, first]
        for row in np.flatnonzero(~voted.any(1)):
            members = np.flatnonzero(labels == outcome)
            squared = np.square(placed[members] - coordinates[row]).sum(1)
            rivals.places[row, outcome] = members[squared.argmin()]
            rivals.squared[row, outcome] = squared.min()
    return rivals


def contrast(
    model: "TriageModel", facts: Facts, contributions: Floats, rivals: Neighbours
) -> tuple[Rival, ...]:
    """Return the rivals of one claim, cleared first; *rivals* are its row of `nearest_of_each`.

    A bundle without the facts of its settled claims, as older ones are, has none.
    """
    if not model.archive.codes.size:
        return ()
    scale = 2.0**-model.metric.grid
    found = []
    for outcome, place, squared in zip(_OUTCOMES, rivals.places, rivals.squared, strict=True):
        gaps = contributions - model.metric.references[place] * scale
        same, differences = _compared(model, facts, int(place), gaps)
        found.append(
            Rival(
                id=model.ids[place],
                outcome=outcome,
                distance=model.metric.log_odds(float(squared)),
                same=same,
                compared=len(model.encoder.columns),
                differences=differences,
            )
        )
    return tuple(found)


def _compared(
    model: "TriageModel", facts: Facts, place: int, gaps: Floats
) -> tuple[int, tuple[Difference, ...]]:
    """Return how many facts are told alike, and the differences that weigh most."""
    other = model.archive.facts(model.schema, np.array([place]))
    weights = by_column(model.encoder, gaps)
    columns = model.encoder.columns
    texts = [(text_of(c, c.values(facts)[0]), text_of(c, c.values(other)[0])) for c in columns]
    differing = [i for i, (mine, theirs) in enumerate(texts) if mine != theirs]
    weighty = sorted(differing, key=lambda i: -abs(weights[i]))[:TOLD]
    differences = (Difference(columns[i].label, *texts[i], float(weights[i])) for i in weighty)
    return len(columns) - len(differing), tuple(differences)


def told(rivals: tuple[Rival, ...]) -> str:
    """Say in words what sets the claim apart from its rivals."""
    return " ".join(
        f"The nearest {rival.outcome} claim differs most in {_listed(rival.differences)}."
        for rival in rivals
        if rival.differences
    )


def _listed(differences: tuple[Difference, ...]) -> str:
    parts = [f"{d.label} ({d.value} here, {d.other} there)" for d in differences]
    return ", ".join(parts[:-1]) + (" and " if parts[1:] else "") + parts[-1]
