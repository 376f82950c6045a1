"""The learned metric: where a claim lies is what the trees' splits told about it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.ml.arrays import Floats, Shorts, Singles
from app.ml.forest import Forest
from app.ml.search import Search

FINEST = 12
_FRACTION = 16.0
_EXACT = 2.0**53


@dataclass(frozen=True)
class Metric:
    """Embedded references in whole units of 2**-*grid* log-odds, and the weight of their sum.

    A claim's coordinates are its contribution for each encoded column and, times *emphasis*,
    their sum. References were embedded by the one model that did not see them; another claim is
    embedded by the mean of all *models*, rounded to sixteenths of a unit. All coordinates are
    dyadic and so small that squared distances are exact in float64.
    """

    grid: int
    models: int
    emphasis: float
    references: Shorts

    def coordinates(self, forest: Forest, summed: Singles) -> Floats:
        """Return the coordinates of claims from their *summed* contributions over all trees."""
        scale = 2.0 ** (self.grid - forest.grid) * _FRACTION / self.models
        return with_sum(np.rint(summed.astype(np.float64) * scale) / _FRACTION, self.emphasis)

    @cached_property
    def placed(self) -> Floats:
        """Coordinates of the references."""
        return with_sum(self.references.astype(np.float64), self.emphasis)

    def log_odds(self, squared: float) -> float:
        """Return the distance in log-odds."""
        return float(np.sqrt(squared)) * 2.0**-self.grid

    @cached_property
    def search(self) -> Search:
        """Exact search over the references."""
        return Search(self.placed, whole=True)


def with_sum(contributions: Floats, emphasis: float) -> Floats:
    """Append *emphasis* × the sum of each row."""
    return np.column_stack([contributions, emphasis * contributions.sum(1)])


def finest_grid(forest: Forest, models: int, emphasis: float) -> int:
    """Return the finest grid on which squared distances stay exact for every possible claim."""
    reach = forest.reach * 2.0**-forest.grid / models
    reach[-1] *= emphasis
    reach = np.append(reach, 0) * 2 * _FRACTION * 2
    largest = float(np.square(reach).sum()) or 1.0
    exact = int(np.floor(np.log2(_EXACT / largest) / 2))
    return min(FINEST, exact)
