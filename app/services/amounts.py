"""A file of settled amounts becomes a model of them, a measure of one, or estimates."""

import time
from pathlib import Path

from app.errors import BadFile
from app.files import Reject, TableWriter, open_table, refuse_place
from app.progress import Progress, silent
from app.services.batches import ROWS, BatchReport, refuse_overwriting, where, write_rejects
from app.services.bundles import signer, signing_key, write_model
from app.services.learning import Evaluated, LabelledFile, Learned, told_briefly
from app.words import say

ESTIMATES = ("typical", "expected", "low", "high")


def train_amounts(
    source: LabelledFile,
    out: Path,
    *,
    allow_protected: bool = False,
    key: Path | None = None,
    seed: int = 0,
    progress: Progress = silent,
) -> Learned:
    """Learn what the claims of *source* settled for and write the bundle to *out*.

    It is signed by the *key* in a PEM file, if any.
    """
    from app.ml.severity_training import train_severity

    started = time.perf_counter()
    refuse_overwriting(out, source.path)
    refuse_place(out)
    private = signing_key(key)
    settled = source.read_amounts()
    model = train_severity(
        settled.facts,
        settled.outcomes.to_numpy(),
        ids=settled.ids,
        allow_protected=allow_protected,
        drop=source.drop,
        seed=seed,
        progress=progress,
    )
    write_model(model, out, private=private)
    return Learned(
        claims=len(settled.ids),
        model_id=model.model_id,
        notes=told_briefly([*settled.notes, *model.notes]),
        seconds=time.perf_counter() - started,
    )


def evaluate_amounts(
    source: LabelledFile,
    *,
    allow_protected: bool = False,
    seed: int = 0,
    folds: int = 5,
    progress: Progress = silent,
) -> Evaluated:
    """Cross-validate amounts on *source*; see `app.ml.severity_training` for the figures."""
    from app.ml.severity_training import evaluate_severity

    settled = source.read_amounts()
    figures = evaluate_severity(
        settled.facts,
        settled.outcomes.to_numpy(),
        folds=folds,
        seed=seed,
        allow_protected=allow_protected,
        drop=source.drop,
        progress=progress,
    )
    return Evaluated(figures, told_briefly(settled.notes))


def estimate_file(
    source: Path, model: Path, out: Path, *, trust: Path | None = None
) -> BatchReport:
    """Estimate the claims of *source* into *out*: ESTIMATES in money, and the precedents' ids.

    With *trust*, a public key in a PEM file, its owner must have signed the model. Rows that
    cannot be read go to `<out>.rejected.csv`. Raises BadFile or BadModel when nothing can be
    estimated at all.
    """
    from app.ml.severity import SeverityModel

    started = time.perf_counter()
    severity = SeverityModel.load(model, trusted=signer(trust))
    table = open_table(source)
    refuse_overwriting(out, source, model)
    done, rejects, schema = 0, [], None
    with TableWriter(out) as writer:
        for frame in table.chunks(ROWS):
            schema = schema or severity.schema.settled(frame)
            facts, problems = schema.read(frame)
            rejects += [Reject(*problem) for problem in problems]
            facts = facts.drop(index=[*{problem.row for problem in problems}])
            found = severity.estimate(facts)
            added = {name: getattr(found, name) for name in ESTIMATES}
            added["precedents"] = ["; ".join(ids) for ids in found.precedents]
            writer.write(frame.loc[facts.index].assign(**added))
            done += len(found)
        rejects = sorted([*rejects, *table.rejects])
        path = write_rejects(out, rejects)
        if not done:
            raise BadFile(say("No row could be estimated, first {where}.", where=where(rejects[0])))
    return BatchReport(
        scored=done,
        rejected=len({reject.row for reject in rejects}),
        rejected_path=path,
        ignored_columns=tuple(n for n in table.columns if n not in severity.schema.names),
        seconds=time.perf_counter() - started,
        first_reject=rejects[0] if rejects else None,
    )
