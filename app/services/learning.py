"""A labelled file becomes a model, or a measure of one."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.errors import AppError, Invalid
from app.files import Reject, open_table
from app.progress import Progress, silent
from app.services.batches import where

if TYPE_CHECKING:
    import pandas as pd

YES = frozenset({"1", "1.0", "yes", "y", "true", "t"})
NO = frozenset({"0", "0.0", "no", "n", "false", "f"})
OUTCOMES = 2
TOLD = 40


class Settled(NamedTuple):
    """Claims with their outcomes (1 substantiated, 0 cleared), names and what was left out."""

    facts: "pd.DataFrame"
    outcomes: "pd.Series[Any]"
    ids: list[str]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """Where settled claims are and how to read their outcome.

    *positive* is the label of substantiated claims; without it the label must say yes or no, or
    1 or 0. Rows whose label says neither are left out.
    """

    path: Path
    label: str
    positive: str | None = None
    id_column: str | None = None
    drop: tuple[str, ...] = ()

    def read(self) -> Settled:
        """Return the claims; raises BadFile or Invalid with what to correct."""
        import pandas as pd

        table = open_table(self.path)
        self._require(table.columns)
        frame = pd.concat([*table.chunks()])
        outcomes = self._outcomes(frame[self.label])
        told = outcomes.notna()
        notes = [_left_out(table.rejects)] if table.rejects else []
        if not told.all():
            notes.append(f"Left out: {(~told).sum():,} rows whose {self.label} says neither.")
        frame, outcomes = frame[told], outcomes[told].astype(int)
        ids = frame[self.id_column] if self.id_column else frame.index.astype(str)
        unwanted = {self.label, self.id_column} & {*frame.columns}
        return Settled(frame.drop(columns=[*unwanted]), outcomes, list(ids), notes)

    def _require(self, columns: list[str]) -> None:
        needed = (self.label, *([self.id_column] if self.id_column else []), *self.drop)
        missing = [name for name in needed if name not in columns]
        if missing:
            raise Invalid(f"{self.path.name} has no column {', '.join(missing)}.")

    def _outcomes(self, labels: "pd.Series[Any]") -> "pd.Series[Any]":
        words = labels.str.strip()
        if self.positive is not None:
            outcomes = (words == self.positive.strip()).astype(float).where(words != "")
        else:
            known = {**dict.fromkeys(YES, 1.0), **dict.fromkeys(NO, 0.0)}
            outcomes = words.str.lower().map(known)
        if outcomes.nunique() < OUTCOMES:
            seen = ", ".join(f"“{word}”" for word in words.unique()[:5])
            raise Invalid(
                f"The label {self.label} must tell two outcomes apart but says {seen};"
                " name the one to learn with --positive."
            )
        return outcomes


@dataclass(frozen=True, slots=True)
class Learned:
    """What became of a training."""

    claims: int
    model_id: str
    notes: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The figures of an evaluation, as JSON names them."""

    figures: dict[str, Any]
    notes: tuple[str, ...]

    def summary(self) -> str:
        """Return one line per figure for a person."""
        plain = {name: value for name, value in self.figures.items() if name != "folds"}
        lines = [f"{name:16}{value:9.4f}" for name, value in plain.items()]
        return "\n".join([*lines, f"{'folds':16}{len(self.figures['folds']):9}"])


def train_file(
    source: LabelledFile,
    out: Path,
    *,
    allow_protected: bool = False,
    seed: int = 0,
    progress: Progress = silent,
) -> Learned:
    """Learn from *source* and write the bundle to *out*, its card beside it as `<out>.card.md`."""
    from app.ml import train

    started = time.perf_counter()
    settled = source.read()
    model = train(
        settled.facts,
        settled.outcomes.to_numpy(),
        ids=settled.ids,
        allow_protected=allow_protected,
        drop=source.drop,
        seed=seed,
        progress=progress,
    )
    try:
        model.save(out)
        if model.card:
            out.with_name(f"{out.name}.card.md").write_text(model.card, "utf-8")
    except OSError as error:
        raise AppError(f"{out} cannot be written: {error.strerror}.") from error
    return Learned(
        claims=len(settled.ids),
        model_id=model.model_id,
        notes=_told([*settled.notes, *model.notes]),
        seconds=time.perf_counter() - started,
    )


def evaluate_file(
    source: LabelledFile,
    *,
    allow_protected: bool = False,
    seed: int = 0,
    folds: int = 5,
    time_column: str | None = None,
    progress: Progress = silent,
) -> Evaluated:
    """Cross-validate the whole pipeline on *source*; see `app.ml.evaluate` for the figures."""
    from app.ml import evaluate
    from app.ml.schema import infer

    settled = source.read()
    figures = evaluate(
        settled.facts,
        settled.outcomes.to_numpy(),
        folds=folds,
        seed=seed,
        time_column=time_column,
        allow_protected=allow_protected,
        drop=source.drop,
        progress=progress,
    )
    left_out = infer(settled.facts, drop=source.drop, allow_protected=allow_protected)[1]
    return Evaluated(figures, _told([*settled.notes, *left_out]))


def _left_out(rejects: list[Reject]) -> str:
    rows = len({reject.row for reject in rejects})
    return f"Left out: {rows:,} rows that cannot be read, first {where(rejects[0])}."


def _told(notes: list[str]) -> tuple[str, ...]:
    more = [f"… and {len(notes) - TOLD:,} notes more."] if len(notes) > TOLD else []
    return (*notes[:TOLD], *more)
