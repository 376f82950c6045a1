"""What training may choose: how trees are boosted, who votes on a claim, and with what weight."""

from typing import NamedTuple

import numpy as np

from app.ml import vote
from app.ml.arrays import Bytes, Shorts
from app.ml.metric import with_sum
from app.ml.metrics import log_losses
from app.ml.search import Search

LARGE = 3000
EMPHASES = (1.0, 2.0, 4.0, 8.0)
WIDE_WEIGHTS = (30.0, 60.0, 120.0)
_VOTERS = (31, 61, 101, 161, 301, 601, 1001)
_FEWER = 6
_JUDGED = 4000


class Recipe(NamedTuple):
    """How trees are boosted: rounds, leaves of a tree, and what keeps them from learning noise."""

    rounds: int
    leaves: int
    rate: float = 0.05
    ridge: float = 5.0
    columns: float = 0.3


class Choice(NamedTuple):
    """Who votes: *k* claims, the weight of their wide circle, and the emphasis of the sum.

    *loss* is the mean log loss of the leave-one-out votes.
    """

    k: int
    wide: float
    emphasis: float
    loss: float


_ROUNDS = (120, 250, 400)
_LEAVES = (4, 6, 8)
_RATES = (0.03, 0.05, 0.08)
_RIDGES = (1.0, 5.0, 20.0)
_COLUMNS = (0.2, 0.3, 0.5)


def recipes(rows: int, budget: int, *, seed: int) -> list[Recipe]:
    """Return the usual recipe for so many *rows*, and *budget* others drawn at random.

    They are drawn without repeats (J. Bergstra, Y. Bengio, Random search for hyper-parameter
    optimization, 2012).
    """
    usual = Recipe(250, 8) if rows >= LARGE else Recipe(120, 4)
    every = [
        Recipe(rounds, leaves, rate, ridge, columns)
        for rounds in _ROUNDS
        for leaves in _LEAVES
        for rate in _RATES
        for ridge in _RIDGES
        for columns in _COLUMNS
    ]
    every.remove(usual)
    drawn = np.random.default_rng(seed).permutation(len(every))[:budget]
    return [usual, *(every[place] for place in drawn)]


def choose(references: Shorts, y: Bytes, prior: float) -> Choice:
    """Return the choice by which the other references judge each best, least log loss.

    No more than a sixth of all claims vote on one.
    """
    judged = np.arange(len(y))
    if len(y) > _JUDGED:
        judged = np.sort(np.random.default_rng(0).choice(len(y), _JUDGED, replace=False))
    allowed = [k for k in _VOTERS if k <= len(y) // _FEWER] or [min(_VOTERS[0], len(y) // 2)]
    choices = []
    for emphasis in EMPHASES:
        placed = with_sum(references.astype(np.float64), emphasis)
        around = Search(placed, whole=True).nearest(placed[judged], allowed[-1], skip=judged)
        for k in allowed:
            told = vote.shares(around, y, prior, k=k, wides=WIDE_WEIGHTS)
            for wide, share in zip(WIDE_WEIGHTS, told, strict=True):
                loss = float(log_losses(y[judged], share).mean())
                choices.append(Choice(k, wide, emphasis, loss))
    return min(choices, key=lambda choice: choice.loss)
