"""A file of claims scored, with no database and no network."""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import BadFile, BadModel, Invalid
from app.files import Reject, Table, TableWriter, open_table
from app.files.formulas import unescape
from app.progress import Progress, silent
from app.services.bundles import signer
from app.words import say, say_n

if TYPE_CHECKING:
    import pandas as pd

    from app.ml import Judgements, TriageModel
    from app.ml.schema import Schema

RESULTS = (
    "score",
    "probability",
    "confidence",
    "recommendation",
    "precedents",
    "model_id",
    "receipt",
)
EXPLANATION = "explanation"
ROWS = 20_000


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of a file; every row was either scored or rejected with its reason."""

    scored: int
    rejected: int
    rejected_path: Path | None
    ignored_columns: tuple[str, ...]
    seconds: float
    first_reject: Reject | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what a person should know, one sentence each."""
        notes = []
        if self.ignored_columns:
            notes.append(
                say("Not used by this model: {listed}.", listed=listed(self.ignored_columns))
            )
        if self.first_reject:
            place, path = where(self.first_reject), self.rejected_path
            notes.append(
                say_n(
                    "1 row was rejected, first {where}; see {path}.",
                    "{n:,} rows were rejected, first {where}; see {path}.",
                    self.rejected,
                    where=place,
                    path=path,
                )
            )
        return tuple(notes)


def score_file(
    source: Path,
    model: Path,
    out: Path,
    *,
    explain: bool = False,
    trust: Path | None = None,
    progress: Progress = silent,
) -> BatchReport:
    """Score the claims of *source* into *out*, in their order and with their columns.

    Adds the columns RESULTS (score and confidence in 0-100, probability in 0-1), and the JSON of
    the explanation if *explain*. Rows that cannot be read go to `<out>.rejected.csv` with row,
    column and reason. With *trust*, a public key in a PEM file, its owner must have signed the
    model. Raises BadFile or BadModel when nothing can be scored at all.
    """
    started = time.perf_counter()
    triage, table = open_batch(source, model, trust=trust)
    refuse_overwriting(out, source, model)
    scored, rejects = 0, []
    with TableWriter(out) as writer:
        for frame, facts, problems in facts_of(triage, table):
            counting = onward(progress, scored, table)
            judged = triage.judge(facts, explain=explain, progress=counting)
            rejects += problems
            scored += len(judged)
            writer.write(results(frame.loc[facts.index], judged, explain=explain))
        rejects = sorted([*rejects, *table.rejects])
        rejected_path = write_rejects(out, rejects)
        if not scored:
            raise BadFile(say("No row could be scored, first {where}.", where=where(rejects[0])))
    progress(scored, scored)
    return BatchReport(
        scored=scored,
        rejected=len({reject.row for reject in rejects}),
        rejected_path=rejected_path,
        ignored_columns=ignored(table, triage),
        seconds=time.perf_counter() - started,
        first_reject=rejects[0] if rejects else None,
    )


def open_batch(
    source: Path, model: Path, *, trust: Path | None = None
) -> tuple["TriageModel", Table]:
    """Open a model, signed by the owner of *trust* if given, and a file of claims."""
    from app.ml import TriageModel

    triage = TriageModel.load(model, trusted=signer(trust))
    clash = [name for name in (*RESULTS, EXPLANATION) if name in triage.schema.names]
    if clash:
        raise BadModel(
            say(
                "The model reads a column named {clash}, which scoring writes itself.",
                clash=clash[0],
            )
        )
    return triage, open_table(source)


def refuse_overwriting(out: Path, *inputs: Path) -> None:
    """Raise Invalid if *out* is one of the files that are read."""
    for path in inputs:
        if out.resolve() == path.resolve():
            raise Invalid(
                say("Writing {name} would destroy what is read; name another file.", name=out.name)
            )


def column_names(table: Table) -> list[str]:
    """Return the columns by the names they had before a scoring escaped them."""
    scored = set(RESULTS) <= set(table.columns)
    return [unescape(name) for name in table.columns] if scored else table.columns


def claims_of(table: Table) -> Iterator["pd.DataFrame"]:
    """Yield chunks of claims; what an earlier scoring wrote is read as it was before."""
    scored = set(RESULTS) <= set(table.columns)
    for frame in table.chunks(ROWS):
        yield frame.map(unescape).set_axis(column_names(table), axis=1) if scored else frame


def facts_of(
    triage: "TriageModel", table: Table
) -> Iterator[tuple["pd.DataFrame", "pd.DataFrame", list[Reject]]]:
    """Yield chunks of claims, the facts of those that can be read, and why the others cannot.

    Dates and decimal signs are read throughout as the first chunk is written.
    """
    schema: Schema | None = None
    for frame in claims_of(table):
        schema = schema or triage.schema.settled(frame)
        facts, problems = schema.read(frame)
        rejects = [Reject(*problem) for problem in problems]
        yield frame, facts.drop(index=[*{reject.row for reject in rejects}]), rejects


def onward(progress: Progress, before: int, table: Table) -> Progress:
    """Return a progress that counts on from the claims *before*."""

    def report(done: int, _total: int, /) -> None:
        progress(before + done, max(table.rows_about, before + done))

    return report


def results(claims: "pd.DataFrame", judged: "Judgements", *, explain: bool) -> "pd.DataFrame":
    """Return *claims* with the columns that scoring adds."""
    added: dict[str, Any] = {
        "score": judged.score,
        "probability": judged.probability,
        "confidence": judged.confidence,
        "recommendation": judged.recommendation,
        "precedents": _precedents(judged),
        "model_id": judged.model.model_id,
        "receipt": _receipts(judged),
    }
    if explain:
        added[EXPLANATION] = _explanations(judged)
    kept = claims.drop(columns=[name for name in (*RESULTS, EXPLANATION) if name in claims])
    return kept.assign(**added)


def _precedents(judged: "Judgements") -> list[str]:
    return ["; ".join(filter(None, ids)) for ids in judged.precedents]


def _explanations(judged: "Judgements") -> list[str]:
    from app.services.telling import told

    return [_json(told(judged.explanation(place))) for place in range(len(judged))]


def _receipts(judged: "Judgements") -> list[str]:
    """Return the receipt of each claim; its facts stand beside it in the same row."""
    from app.ml.judgements import versions

    model = judged.model
    same: dict[str, Any] = {"model_sha256": model.model_id, "data_version": model.data_version}
    same |= {"versions": versions()}
    names = ("score", "probability", "confidence", "recommendation")
    rows = zip(*(getattr(judged, name).tolist() for name in names), strict=True)
    return [_json(same | dict(zip(names, row, strict=True))) for row in rows]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def ignored(table: Table, triage: "TriageModel") -> tuple[str, ...]:
    """Return the columns of a file that scoring does not use."""
    used = {*triage.schema.names, *RESULTS, EXPLANATION}
    return tuple(name for name in column_names(table) if name not in used)


def listed(names: Sequence[str], *, most: int = 12) -> str:
    """Return *names* for a sentence, and how many more there are than fit into one."""
    if len(names) <= most:
        return ", ".join(names)
    return say(
        "{names} and {names2:,} more", names=", ".join(names[:most]), names2=len(names) - most
    )


def where(reject: Reject) -> str:
    """Say where a row is wrong, and why."""
    column = say(", column {column}", column=reject.column) if reject.column else ""
    return say("row {row}{column}: {reason}", row=reject.row, column=column, reason=reject.reason)


def write_rejects(out: Path, rejects: list[Reject]) -> Path | None:
    """Write the rejected rows beside *out* and return where, or None when there are none."""
    import pandas as pd

    path = out.with_name(f"{out.name}.rejected.csv")
    if not rejects:
        path.unlink(missing_ok=True)
        return None
    with TableWriter(path) as writer:
        writer.write(pd.DataFrame(rejects, columns=Reject._fields))
    return path
