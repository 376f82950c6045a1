"""The open claims of the sample, judged by the bundled model as live ones are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.sample.claim import SampleClaim
from app.sample.training import features_of
from app.services.telling import receipt_of
from app.settings import MODEL

if TYPE_CHECKING:
    from app.ml import Judgements


@dataclass(frozen=True, slots=True)
class Judged:
    """The receipts of claims in their order, and the model that gave them."""

    sha256: str
    data_version: str
    learned_from: int
    receipts: list[dict[str, Any]]
    card: str = ""
    data: bytes = b""


def judge(claims: Sequence[SampleClaim], model: Path = MODEL, *, explain: bool = True) -> Judged:
    """Judge *claims* in one batch with the bundle at *model*; old scores need no explanation."""
    from app.ml import TriageModel

    loaded = TriageModel.load(model)
    places = range(len(claims))
    judged = loaded.judge(features_of(claims), explain=explain) if claims else None
    return Judged(
        sha256=loaded.model_id,
        data_version=loaded.data_version,
        learned_from=len(loaded.labels),
        receipts=[_receipt(judged, n, explain=explain) for n in places] if judged else [],
        card=loaded.card,
        data=model.read_bytes(),
    )


def _receipt(judged: "Judgements", place: int, *, explain: bool) -> dict[str, Any]:
    return receipt_of(judged, place) if explain else judged.receipt(place)
