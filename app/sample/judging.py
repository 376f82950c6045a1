"""The open claims of the sample, judged by the bundled model as live ones are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.sample.claim import SampleClaim
from app.sample.training import features_of
from app.services.telling import receipt_of
from app.settings import MODEL


@dataclass(frozen=True, slots=True)
class Judged:
    """The receipts of claims in their order, and the model that gave them."""

    sha256: str
    data_version: str
    learned_from: int
    receipts: list[dict[str, Any]]


def judge(claims: Sequence[SampleClaim], model: Path = MODEL) -> Judged:
    """Judge *claims* in one batch with the bundle at *model*."""
    from app.ml import TriageModel

    loaded = TriageModel.load(model)
    judged = loaded.judge(features_of(claims), explain=True)
    return Judged(
        sha256=loaded.model_id,
        data_version=loaded.data_version,
        learned_from=len(loaded.labels),
        receipts=[receipt_of(judged, place) for place in range(len(claims))],
    )
