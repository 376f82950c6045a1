"""A test that may be looked at every day: which of two models is right more often."""

from math import exp, inf, lgamma, log, log1p, sqrt
from typing import NamedTuple

from app.ml.intervals import Interval, wilson

ALPHA = 0.05
_HALVINGS = 60


class Evidence(NamedTuple):
    """What *won* of *of* decided cases says against the share *even* that equal models have.

    *factor* is the mixture likelihood ratio; *p* may be believed at whatever moment it is read.
    """

    won: int
    of: int
    even: float
    factor: float
    p: float
    share: Interval

    @property
    def leads(self) -> int:
        """Return 1 where the challenger is surely ahead, -1 where it is surely behind, or 0."""
        return (self.share.low > self.even) - (self.share.high < self.even)


def log_factor(won: int, of: int, share: float) -> float:
    """Return the logarithm of the likelihood of Beta(1, 1) mixed shares over that of *share*.

    A martingale from 1 where *share* is true, so that it ever reaches 1/α with probability at
    most α (J. Ville, 1939; H. Robbins, Annals of Mathematical Statistics 41, 1970).
    """
    lost = of - won
    mixed = lgamma(won + 1) + lgamma(lost + 1) - lgamma(of + 2)
    if share in {0.0, 1.0}:
        return mixed if (lost if share else won) == 0 else inf
    return mixed - won * log(share) - lost * log1p(-share)


def weigh(won: int, of: int, *, even: float = 0.5, alpha: float = ALPHA) -> Evidence:
    """Return the evidence with the confidence sequence of the challenger's share."""
    found = log_factor(won, of, even)
    middle = won / of if of else 0.5
    limit = -log(alpha)
    share = Interval(middle, _edge(won, of, 0.0, middle, limit), _edge(won, of, 1.0, middle, limit))
    return Evidence(won, of, even, exp(min(found, 700.0)), min(1.0, exp(-found)), share)


def _edge(won: int, of: int, outside: float, inside: float, limit: float) -> float:
    """Return where the factor grows to the limit between what is believed and the far end."""
    if log_factor(won, of, outside) <= limit:
        return outside
    for _ in range(_HALVINGS):
        middle = (outside + inside) / 2
        if log_factor(won, of, middle) > limit:
            outside = middle
        else:
            inside = middle
    return outside


def odds_ratio(share: Interval, even: float) -> Interval:
    """Return a share of cases as the ratio of the challenger's rate to the champion's.

    *even* is the challenger's share of the claims, at which their rates are the same.
    """
    base = even / (1 - even) if even < 1 else inf
    ends = [end / (1 - end) / base if end < 1 else inf for end in share]
    return Interval(*ends)


def difference(found: float, of: float, others: float, of_others: float) -> Interval:
    """Return a share less another one with its interval, each share counted by itself.

    The hybrid of two Wilson intervals (R. Newcombe, Statistics in Medicine 17, 1998, method 10).
    """
    one, two = wilson(found, of), wilson(others, of_others)
    gap = one.value - two.value
    down = sqrt((one.value - one.low) ** 2 + (two.high - two.value) ** 2)
    up = sqrt((one.high - one.value) ** 2 + (two.value - two.low) ** 2)
    return Interval(gap, gap - down, gap + up)
