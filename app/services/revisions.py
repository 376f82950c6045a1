"""Settled claims of a model's file join, leave or are disputed, without training again."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError
from app.services.learning import LabelledFile
from app.words import say

if TYPE_CHECKING:
    from app.ml import TriageModel
    from app.ml.revision import Effect


@dataclass(frozen=True, slots=True)
class Revised:
    """What a revision made of a model."""

    claims: int
    model_id: str
    data_version: str


def erase_claims(model: Path, out: Path, claims: tuple[str, ...]) -> Revised:
    """Write to *out* the model in which *claims* never voted."""
    from app.ml import TriageModel
    from app.ml.revision import erase

    revised = TriageModel.load(model)
    for claim in claims:
        revised = erase(revised, claim)
    return _saved(revised, out)


def add_claims(model: Path, out: Path, source: LabelledFile) -> Revised:
    """Write to *out* the model in which the settled claims of *source* vote, too."""
    from app.ml import TriageModel
    from app.ml.revision import add

    settled = source.read()
    labels = settled.outcomes.to_list()
    return _saved(add(TriageModel.load(model), settled.facts, labels, ids=settled.ids), out)


def dispute_claim(model: Path, claim: str, among: Path) -> tuple["Effect", ...]:
    """Return whose judgement in the file *among* would change if *claim* did not vote."""
    import pandas as pd

    from app.files import open_table
    from app.ml import TriageModel
    from app.ml.revision import dispute

    triage = TriageModel.load(model)
    frame = pd.concat([*open_table(among).chunks()])
    return dispute(triage, claim, triage.schema.read(frame)[0])


def _saved(model: "TriageModel", out: Path) -> Revised:
    try:
        model.save(out)
    except OSError as error:
        raise AppError(
            say("{out} cannot be written: {strerror}.", out=out, strerror=error.strerror)
        ) from error
    return Revised(len(model.labels), model.model_id, model.data_version)
