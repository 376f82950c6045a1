"""How far claims lie from their precedents, then and now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from app.ml.arrays import Facts, Flags, Floats, Longs
from app.ml.intervals import Interval, wilson
from app.ml.levels import number_levels

if TYPE_CHECKING:
    from app.ml import TriageModel

SAMPLED = 2_000
RANK = 10


@dataclass(frozen=True)
class Distances:
    """Shares of claims by the distance to their tenth precedent; *foreign* of the recent ones.

    *behind* are the places of the recent claims that are farther than nearly all settled ones.
    """

    levels: tuple[str, ...]
    then: tuple[float, ...]
    now: tuple[float, ...]
    foreign: Interval
    behind: Longs

    def document(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        plain = {"levels": self.levels, "then": self.then, "now": self.now}
        return {**plain, "foreign": [*self.foreign]}


def distances(model: "TriageModel", facts: Facts, recent: Flags) -> Distances:
    """Compare at most `SAMPLED` recent claims with as many settled ones among the others."""
    places = _spread(np.flatnonzero(recent))
    rank = min(RANK, model.k) - 1
    placed = model.place({name: column[places] for name, column in facts.items()})
    now = placed.around.squared[:, rank]
    own = _spread(np.arange(len(model.labels)))
    coordinates = model.metric.placed[own]
    then = model.metric.search.nearest(coordinates, rank + 1, skip=own).squared[:, rank]
    far = now > model.limits.distance
    told = number_levels(_log_odds(model, then), _log_odds(model, now), np.ones(len(then)))
    names, size = told.names[:-1], len(told.names)
    parts = [np.bincount(side, minlength=size)[:-1] for side in (told.before, told.after)]
    shares = [tuple((part / max(part.sum(), 1)).tolist()) for part in parts]
    foreign = wilson(int(far.sum()), len(places))
    return Distances(names, shares[0], shares[1], foreign, places[far])


def _spread(places: Longs) -> Longs:
    step = -(-len(places) // SAMPLED)
    return places[:: max(step, 1)]


def _log_odds(model: "TriageModel", squared: Floats) -> Floats:
    rounded: Floats = np.round([model.metric.log_odds(value) for value in squared], 2)
    return rounded
