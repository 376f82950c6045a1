"""Training of the bundled model on the settled claims of the sample portfolio."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.codes import Outcome
from app.progress import Progress, silent
from app.sample.claim import SampleClaim
from app.sample.portfolio import portfolio
from app.services.facts import FEATURES, LINKS, VERIFIABLE, ClaimFacts, features, frame

if TYPE_CHECKING:
    from pandas import DataFrame

    from app.ml import TriageModel

AS_OF = date(2026, 1, 1)
YEAR, RECENT = 365, 560
EARLIER, CHALLENGER, LEANER = "earlier.bundle", "challenger.bundle", "leaner.bundle"
CONTACTS = tuple(f"shared_{kind}" for kind in LINKS)


def features_of(claims: Iterable[SampleClaim]) -> "DataFrame":
    """Return the engine's features of *claims*, by the road that live claims take."""
    return frame([features(ClaimFacts.of(claim, claim.links.items())) for claim in claims])


def labels(claims: Iterable[SampleClaim]) -> list[int]:
    """Return 1 for every claim that was substantiated and 0 for every cleared one."""
    return [int(claim.outcome is Outcome.SUBSTANTIATED) for claim in claims]


def train_sample(out: Path, *, seed: int = 7, progress: Progress = silent) -> "TriageModel":
    """Train on the settled claims of the sample and write the bundle to *out*.

    Beside it go the model before, which knows nothing of the last year, one as old that was tried
    without shared contacts, and one that challenges it, which knows the recent claims only.
    """
    settled = portfolio(seed, as_of=AS_OF).settled
    year = AS_OF - timedelta(days=YEAR)
    recent = AS_OF - timedelta(days=RECENT)
    before = [claim for claim in settled if claim.submission_date.date() < year]
    after = [claim for claim in settled if claim.submission_date.date() >= recent]
    for name, claims in ((EARLIER, before), (CHALLENGER, after)):
        _train(claims, seed, silent).save(out.with_name(name))
    _train(before, seed, silent, drop=CONTACTS).save(out.with_name(LEANER))
    model = _train(settled, seed, progress)
    model.save(out)
    return model


def _train(
    settled: list[SampleClaim], seed: int, progress: Progress, *, drop: tuple[str, ...] = ()
) -> "TriageModel":
    from app.ml import train

    return train(
        features_of(settled),
        labels(settled),
        ids=[str(claim.precedent_key) for claim in settled],
        titles={name: feature.label for name, feature in FEATURES.items()},
        verifiable=VERIFIABLE,
        group="claim_type",
        drop=drop,
        seed=seed,
        progress=progress,
    )
