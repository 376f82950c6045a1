"""Class-conditional conformal prediction: how unusual a score is among each kind of claim."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.codes import Recommendation
from app.ml.arrays import Bytes, Flags, Floats, Texts

ALPHA = 0.1
REFER = 0.025
_RAREST = 0.01
_FEWEST_CLEARED = 39
_FEWEST_SUBSTANTIATED = 9


class PValues(NamedTuple):
    """How plausible a claim is as a cleared and as a substantiated one, in (0, 1]."""

    cleared: Floats
    substantiated: Floats


@dataclass(frozen=True)
class Conformal:
    """Sorted leave-one-out votes of the cleared and of the substantiated training claims.

    Valid for each class by itself if new claims are exchangeable with the settled ones
    (V. Vovk, Conditional validity of inductive conformal predictors, 2012).
    """

    cleared: Floats
    substantiated: Floats

    def p_values(self, share: Floats) -> PValues:
        """Return the conformal p-values of smoothed votes."""
        as_high = len(self.cleared) - np.searchsorted(self.cleared, share, side="left")
        as_low = np.searchsorted(self.substantiated, share, side="right")
        return PValues(
            (as_high + 1) / (len(self.cleared) + 1),
            (as_low + 1) / (len(self.substantiated) + 1),
        )


def fit_conformal(share: Floats, y: Bytes) -> Conformal:
    """Return the conformal predictor from leave-one-out votes."""
    return Conformal(np.sort(share[y == 0]), np.sort(share[y == 1]))


@dataclass(frozen=True)
class Lines:
    """Conformal predictors of the groups that the category *column* tells apart.

    Each group keeps the promised rate by itself (V. Vovk's Mondrian taxonomy). A group with too
    few settled claims for every recommendation to be possible uses the predictor of all.
    """

    column: str = ""
    names: tuple[str, ...] = ()
    parts: tuple[Conformal, ...] = ()

    def p_values(self, pooled: Conformal, share: Floats, groups: Texts | None) -> PValues:
        """Return the p-values of votes within each claim's own group, else within all."""
        found = pooled.p_values(share)
        for name, part in zip(self.names, self.parts, strict=True):
            inside = groups == name
            found.cleared[inside], found.substantiated[inside] = part.p_values(share[inside])
        return found


UNDIVIDED = Lines()


def fit_lines(column: str, groups: Texts, share: Floats, y: Bytes) -> Lines:
    """Return the predictors of every group with at least 39 cleared and 9 substantiated claims.

    With fewer no p-value could be as small as 2.5 % among the cleared or 10 % among the others.
    """
    names, parts = [], []
    for name in sorted({str(group) for group in groups if group is not None}):
        part = fit_conformal(share[groups == name], y[groups == name])
        enough = len(part.cleared) >= _FEWEST_CLEARED
        if enough and len(part.substantiated) >= _FEWEST_SUBSTANTIATED:
            names.append(name)
            parts.append(part)
    return Lines(column, tuple(names), tuple(parts))


def recommend(p: PValues, foreign: Flags) -> Texts:
    """Return what is suggested for each claim, α = .1.

    `abstain` where the claim is foreign to the training claims; `refer_siu` where at most 2.5 %
    of cleared claims scored as high, `enhanced_review` where at most 10 % did; `fast_track` where
    at most 10 % of substantiated claims scored as low; `standard_review` between.
    """
    conditions = [foreign, p.cleared <= REFER, p.cleared <= ALPHA, p.substantiated <= ALPHA]
    choices = [
        Recommendation.ABSTAIN,
        Recommendation.REFER_SIU,
        Recommendation.ENHANCED_REVIEW,
        Recommendation.FAST_TRACK,
    ]
    codes = np.select(conditions, range(4), 4)
    names = np.array([*(str(c.value) for c in choices), Recommendation.STANDARD_REVIEW.value])
    recommended: Texts = names.astype(object)[codes]
    return recommended


def confidence(p: PValues, foreign: Flags) -> Floats:
    """Return `ml_confidence`: 100 × (1 − the smaller p-value), at most 99, 0 if abstaining.

    It is the largest percentage at which the prediction set still names one class alone (Vovk's
    confidence). The probability of the likelier class would not do: where six claims in a hundred
    are substantiated it says “94” for every claim it knows nothing about. This one is at least 90
    exactly where the recommendation is fast track, enhanced review or referral. It stops at 99
    because outcomes are people's conclusions: rarer exceptions than one in a hundred cannot be
    told from wrong labels.
    """
    smaller = np.maximum(np.minimum(p.cleared, p.substantiated), _RAREST)
    return np.where(foreign, 0.0, 100 * (1 - smaller))
