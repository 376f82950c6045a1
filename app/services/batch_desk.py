"""Scores files of claims for the desktop, in a process beside it that can be stopped."""

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from app.access import Identity, Permission
from app.errors import AppError, BadFile, Invalid
from app.files import Reject, Table, TableWriter
from app.ml.compute import Compute
from app.progress import Cancelled, Progress, silent
from app.services import batches
from app.services.batch_views import Batch, ColumnView, Preview, Use, joined
from app.words import say

if TYPE_CHECKING:
    import pandas as pd

    from app.ml import Judgements, TriageModel

PIECE = 256
EXAMPLES = 50
STOP = "stop"
ORDER = (Use.MISSING, Use.IDENTIFIES, Use.READ, Use.IGNORED)
_NAMES = (
    r"claim.*(number|no|id|ref)",
    r"(^|_| )(id|ref|reference|number)$",
    r"policy.?(number|no)",
    r"^(claim|policy)$",
)


class BatchDesk:
    """Reads, scores and exports one file at a time, as the signed-in person."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._compute = Compute()
        self._folder = TemporaryDirectory(prefix="precedent-batch-", ignore_cleanup_errors=True)
        self._round = 0

    def preview(self, source: Path, model: Path, *, progress: Progress = silent) -> Preview:
        """Say what would be read from *source*; raises BadFile or BadModel."""
        self._identity.require(Permission.BATCH_SCORE)
        return self._compute.run(preview_of, source, model, progress=progress)

    def score(self, source: Path, model: Path, *, progress: Progress = silent) -> Batch:
        """Score *source* until its end or until `stop`; raises BadFile or BadModel."""
        self._identity.require(Permission.BATCH_SCORE)
        self._round += 1
        self._place.mkdir()
        return self._compute.run(score_into, source, model, self._place, progress=progress)

    def stop(self) -> None:
        """Let the scoring under way end with what it has."""
        (self._place / STOP).touch()

    def export(self, batch: Batch, target: Path) -> Path:
        """Copy the scored file to *target*, and its rejected rows beside it."""
        self._identity.require(Permission.BATCH_SCORE)
        if target.exists() and target.samefile(batch.source):
            raise Invalid(
                say("{name} is the file that was read; name another one.", name=target.name)
            )
        beside = target.with_name(f"{target.name}.rejected.csv")
        try:
            _copy(batch.out, target)
            if batch.rejected_path:
                _copy(batch.rejected_path, beside)
            else:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise AppError(
                say(
                    "{target} cannot be written: {strerror}.",
                    target=target,
                    strerror=error.strerror,
                )
            ) from error
        return target

    def close(self) -> None:
        """End the process and forget what was scored."""
        self._compute.close()
        self._folder.cleanup()

    @property
    def _place(self) -> Path:
        return Path(self._folder.name) / str(self._round)


def preview_of(source: Path, model: Path, *, progress: Progress = silent) -> Preview:
    """Return what would be read from *source*; runs in the other process."""
    triage, table = batches.open_batch(source, model)
    progress(0, 1)
    known = {feature.name: feature for feature in triage.schema.features}
    names = batches.column_names(table)
    examples = _examples(table)
    identifies = _identifying(names, known)
    columns = [
        ColumnView(name, Use.READ, known[name].label, str(known[name].kind), examples[name])
        if name in known
        else ColumnView(name, _use(name, identifies), "", "", examples[name])
        for name in names
    ]
    lacking = [ColumnView(n, Use.MISSING, f.label, str(f.kind), "") for n, f in known.items()]
    columns += [column for column in lacking if column.name not in names]
    columns.sort(key=lambda column: ORDER.index(column.use))
    return Preview(source, table.rows_about, tuple(columns), triage.model_id)


def score_into(source: Path, model: Path, folder: Path, *, progress: Progress = silent) -> Batch:
    """Score *source* into *folder*, piece by piece; runs in the other process."""
    started = time.perf_counter()
    triage, table = batches.open_batch(source, model)
    run = _Run(triage, table, folder / STOP, progress)
    out = folder / f"{source.stem}.scored.csv"
    with TableWriter(out) as writer:
        partial = run.write(writer)
        rejects = sorted([*run.rejects, *table.rejects])
        if partial:
            rejects = [reject for reject in rejects if reject.row <= run.last]
        elif not run.scored:
            raise BadFile(
                say("No row could be scored, first {where}.", where=batches.where(rejects[0]))
            )
    return Batch(
        source=source,
        out=out,
        scores=joined(run.parts),
        rejects=tuple(rejects),
        rejected_path=batches.write_rejects(out, rejects),
        rows=max(table.rows_about, run.scored + len(rejects)) if partial else run.scored,
        ignored=tuple(n for n in batches.ignored(table, triage) if n != run.identifies),
        seconds=time.perf_counter() - started,
        partial=partial,
    )


@dataclass
class _Run:
    """One pass over a table; it looks for the wish to stop before each piece."""

    triage: "TriageModel"
    table: Table
    stop: Path
    progress: Progress
    parts: list[dict[str, Any]] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    identifies: str = ""
    scored: int = 0
    last: int = 0

    def write(self, writer: TableWriter) -> bool:
        """Write all that can be scored and tell whether the pass was stopped."""
        names = batches.column_names(self.table)
        self.identifies = _identifying(names, dict.fromkeys(self.triage.schema.names))
        try:
            for frame, facts, problems in batches.facts_of(self.triage, self.table):
                self.rejects += problems
                for piece in _pieces(facts):
                    self._write_piece(writer, frame, piece)
        except Cancelled:
            return True
        return False

    def _write_piece(
        self, writer: TableWriter, frame: "pd.DataFrame", piece: "pd.DataFrame"
    ) -> None:
        if self.stop.exists():
            raise Cancelled
        judged = self.triage.judge(piece)
        claims = frame.loc[piece.index]
        writer.write(batches.results(claims, judged, explain=False))
        self.parts.append(_part(claims, judged, self.identifies))
        self.scored += len(judged)
        self.last = int(piece.index[-1])
        self.progress(self.scored, max(self.table.rows_about, self.scored))


def _pieces(facts: "pd.DataFrame") -> Iterator["pd.DataFrame"]:
    for start in range(0, len(facts), PIECE):
        yield facts.iloc[start : start + PIECE]


def _part(claims: "pd.DataFrame", judged: "Judgements", column: str) -> dict[str, Any]:
    return {
        "row": claims.index.to_numpy(),
        "id": claims[column].tolist() if column else [""] * len(claims),
        "score": judged.score,
        "probability": judged.probability,
        "confidence": judged.confidence,
        "recommendation": judged.recommendation.tolist(),
        "outcomes": judged.model.labels[judged.nearest],
    }


def _examples(table: Table) -> dict[str, str]:
    for frame in table.chunks(EXAMPLES):
        names = batches.column_names(table)
        texts = (frame.iloc[:, place] for place in range(len(names)))
        return {n: next(filter(None, column), "") for n, column in zip(names, texts, strict=True)}
    return dict.fromkeys(batches.column_names(table), "")


def _identifying(names: list[str], known: dict[str, Any]) -> str:
    """Return the column that names a claim for a person, or nothing."""
    free = [name for name in names if name not in known and name not in batches.RESULTS]
    for wanted in _NAMES:
        for name in free:
            if re.search(wanted, re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name), re.IGNORECASE):
                return name
    return ""


def _use(name: str, identifies: str) -> Use:
    return Use.IDENTIFIES if name == identifies else Use.IGNORED


def _copy(source: Path, target: Path) -> None:
    partial = target.with_name(f".{target.name}.partial")
    try:
        shutil.copyfile(source, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
