"""Training of the bundled model on the settled claims of the sample portfolio."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.codes import Outcome
from app.progress import Progress, silent
from app.sample.claim import SampleClaim
from app.sample.portfolio import portfolio
from app.services.facts import FEATURES, VERIFIABLE, ClaimFacts, features, frame

if TYPE_CHECKING:
    from pandas import DataFrame

    from app.ml import TriageModel

AS_OF = date(2026, 1, 1)


def features_of(claims: Iterable[SampleClaim]) -> "DataFrame":
    """Return the engine's features of *claims*, by the road that live claims take."""
    return frame([features(ClaimFacts.of(claim, claim.links.items())) for claim in claims])


def labels(claims: Iterable[SampleClaim]) -> list[int]:
    """Return 1 for every claim that was substantiated and 0 for every cleared one."""
    return [int(claim.outcome is Outcome.SUBSTANTIATED) for claim in claims]


def train_sample(out: Path, *, seed: int = 7, progress: Progress = silent) -> "TriageModel":
    """Train on the settled claims of the sample and write the bundle to *out*."""
    from app.ml import train

    settled = portfolio(seed, as_of=AS_OF).settled
    model = train(
        features_of(settled),
        labels(settled),
        ids=[str(claim.precedent_key) for claim in settled],
        titles={name: feature.label for name, feature in FEATURES.items()},
        verifiable=VERIFIABLE,
        group="claim_type",
        seed=seed,
        progress=progress,
    )
    model.save(out)
    return model
