"""Class-conditional conformal prediction: how unusual a score is among each kind of claim."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.codes import Recommendation
from app.ml.arrays import Bytes, Flags, Floats, Texts

ALPHA = 0.1
REFER = 0.025
_RAREST = 0.01


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
