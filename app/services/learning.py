"""A labelled file becomes a model, or a measure of one."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.errors import AppError, Invalid
from app.files import Reject, open_table, refuse_place
from app.progress import Progress, silent
from app.services.batches import refuse_overwriting, where
from app.services.bundles import signing_key, write_model

if TYPE_CHECKING:
    import pandas as pd

    from app.ml import TriageModel

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
        return self._settled(frame[told], outcomes[told].astype(int), notes)

    def read_amounts(self) -> Settled:
        """Return the claims with the amounts they settled for, the label's numbers above 0."""
        import pandas as pd

        from app.ml.reading import numbers

        table = open_table(self.path)
        self._require(table.columns)
        frame = pd.concat([*table.chunks()])
        amounts = pd.Series(numbers(frame[self.label])[0], frame.index)
        told = amounts > 0
        notes = [_left_out(table.rejects)] if table.rejects else []
        if not told.all():
            notes.append(f"Left out: {(~told).sum():,} rows whose {self.label} is not above 0.")
        return self._settled(frame[told], amounts[told], notes)

    def _settled(
        self, frame: "pd.DataFrame", outcomes: "pd.Series[Any]", notes: list[str]
    ) -> Settled:
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
        """Return one line per figure for a person, and a table of the peers if there are any."""
        plain = {n: value for n, value in self.figures.items() if n not in {"folds", "peers"}}
        lines = [f"{name:16}{value:9.4f}" for name, value in plain.items()]
        folds = f"{'folds':16}{len(self.figures['folds']):9}"
        return "\n".join([*lines, folds, *self._beside()])

    def _beside(self) -> list[str]:
        peers = self.figures.get("peers")
        if not peers:
            return []
        names = ("roc_auc", "pr_auc", "recall_at_10pct", "brier", "ece")
        rows = {"this model": self.figures, **peers}
        table = [
            f"{title:26}" + "".join(f"{figures[name]:17.4f}" for name in names)
            for title, figures in rows.items()
        ]
        return ["", " " * 26 + "".join(f"{name:>17}" for name in names), *table]


def train_file(  # noqa: PLR0913 - the contract of the command line, keyword-only
    source: LabelledFile,
    out: Path,
    *,
    allow_protected: bool = False,
    verifiable: tuple[str, ...] = (),
    group: str | None = None,
    key: Path | None = None,
    search: int = 0,
    seed: int = 0,
    progress: Progress = silent,
) -> Learned:
    """Learn from *source* and write the bundle to *out*, signed by the *key* in a PEM file if any.

    The card goes beside it as `<out>.card.md`, its pictures into the folder `<out>.card`. A model
    that learned protected facts is shown in the card beside one that did not.
    """
    from app.ml import train

    started = time.perf_counter()
    refuse_overwriting(out, source.path)
    refuse_place(out)
    settled = source.read()

    def learn(*, protected: bool) -> "TriageModel":
        return train(
            settled.facts,
            settled.outcomes.to_numpy(),
            ids=settled.ids,
            allow_protected=protected,
            drop=source.drop,
            seed=seed,
            progress=progress,
            verifiable=verifiable,
            group=group,
            search=search,
        )

    private = signing_key(key)
    model = learn(protected=allow_protected)
    lesser = learn(protected=False) if _uses_protected(model) else None
    write_model(model, out, private=private)
    try:
        write_card(model, lesser, out)
    except OSError as error:
        raise AppError(f"{out} cannot be written: {error.strerror}.") from error
    return Learned(
        claims=len(settled.ids),
        model_id=model.model_id,
        notes=told_briefly([*settled.notes, *model.notes]),
        seconds=time.perf_counter() - started,
    )


def _uses_protected(model: "TriageModel") -> bool:
    from app.ml.columns import is_protected

    return any(is_protected(name) for name in model.schema.names)


def write_card(model: "TriageModel", lesser: "TriageModel | None", out: Path) -> None:
    """Write the card of *model* and its pictures, with the figures of *lesser* beside its own."""
    from app.ml.card import beside, pictures

    folder = out.with_name(f"{out.name}.card")
    folder.mkdir(exist_ok=True)
    parts = [model.card]
    if lesser:
        both = {"with them": model, "without them": lesser}
        parts.append(f"## Protected and proxy facts\n\n{beside(both)}")
    parts.append("## Pictures\n")
    for name, picture in pictures(model).items():
        (folder / f"{name}.svg").write_text(picture, "utf-8")
        parts.append(f"![{name.replace('_', ' ')}]({folder.name}/{name}.svg)\n")
    out.with_name(f"{out.name}.card.md").write_text("\n".join(parts), "utf-8")


def evaluate_file(  # noqa: PLR0913 - the contract of the command line, keyword-only
    source: LabelledFile,
    *,
    allow_protected: bool = False,
    seed: int = 0,
    folds: int = 5,
    time_column: str | None = None,
    compare: bool = False,
    search: int = 0,
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
        compare=compare,
        search=search,
        progress=progress,
    )
    left_out = infer(settled.facts, drop=source.drop, allow_protected=allow_protected)[1]
    return Evaluated(figures, told_briefly([*settled.notes, *left_out]))


def _left_out(rejects: list[Reject]) -> str:
    rows = len({reject.row for reject in rejects})
    return f"Left out: {rows:,} rows that cannot be read, first {where(rejects[0])}."


def told_briefly(notes: list[str]) -> tuple[str, ...]:
    """Return the first forty notes, and how many there are besides."""
    more = [f"… and {len(notes) - TOLD:,} notes more."] if len(notes) > TOLD else []
    return (*notes[:TOLD], *more)
