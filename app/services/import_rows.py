"""Rows of a file read by the rules of a claim: good ones made ready to stage, others kept aside."""

import csv
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import Invalid
from app.files import Reject, Table, TableWriter, open_table
from app.files.formulas import unescape
from app.progress import Progress, silent
from app.services.claim_draft import ROLES, ClaimDraft
from app.services.draft_reading import read_draft
from app.services.import_cells import months_first, values_of
from app.services.import_columns import NEEDED, NUMBER
from app.services.sentences import label
from app.services.texts import is_strange
from app.words import say

if TYPE_CHECKING:
    import pandas as pd

CHUNK, SHOWN, EXAMPLES, LONGEST_NUMBER = 2_000, 2_000, 50, 50
ROW, REASON = "rejected row", "rejected because"
PLAIN = (
    "policy_number",
    "claim_type",
    "description",
    "amount",
    "currency",
    "loss_date",
    "loss_time",
    "reported_date",
    "cause",
    "coverage",
    "policy_limit",
    "deductible",
    "policy_start",
    "policy_expiry",
    "policy_changed",
    "prior_claims_declared",
    "authority_contacted",
    "authority_reference",
    "notice_given",
    "loss_city",
    "loss_country",
)
STAGED = ("line", NUMBER, *PLAIN, "facts", "parties", "row_hash")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a dry run found; `good` rows wait in `staged`, the others lie in `rejected`."""

    source: Path
    mapping: dict[str, str]
    staged: Path
    rejected: Path | None
    good: int
    refused: int
    rejects: tuple[Reject, ...]
    hashes: tuple[bytes, ...]


def shown_name(path: Path) -> str:
    """Return a file's name as it can be shown and stored, whatever bytes it is made of."""
    name = path.name.encode("utf-8", "replace").decode()
    return "".join("?" if is_strange(mark) or mark in "\t\n\r" else mark for mark in name)


def look_at(source: Path, *, progress: Progress = silent) -> tuple[int, dict[str, str]]:
    """Return about how many rows there are, and each column's first value."""
    table = open_table(source)
    progress(0, 1)
    for frame in table.chunks(EXAMPLES):
        return table.rows_about, {
            name: next(filter(None, frame[name].tolist()), "") for name in table.columns
        }
    return table.rows_about, dict.fromkeys(table.columns, "")


def prepare(
    source: Path,
    mapping: Mapping[str, str],
    lines: frozenset[str],
    folder: Path,
    *,
    progress: Progress = silent,
) -> Prepared:
    """Read *source* by *mapping* (column to fact) into *folder*; runs in a process beside.

    A claim of a line that is not among *lines* is rejected. Raises Invalid without NEEDED facts.
    """
    lacking = [label(name) for name in NEEDED if name not in mapping.values()]
    if lacking:
        raise Invalid(
            say("Say which column holds {names}; every claim needs it.", names=", ".join(lacking))
        )
    run = _Run(open_table(source), dict(mapping), lines, progress)
    staged = folder / "staged.csv"
    rejected = folder / f"{source.stem}.rejected.csv"
    with staged.open("w", newline="", encoding="utf-8") as file:
        run.write(csv.writer(file), rejected)
    return Prepared(
        source=source,
        mapping=dict(mapping),
        staged=staged,
        rejected=rejected if run.refused else None,
        good=len(run.hashes),
        refused=run.refused,
        rejects=tuple(run.rejects[:SHOWN]),
        hashes=tuple(run.hashes),
    )


@dataclass
class _Run:
    """One pass over a table."""

    table: Table
    mapping: dict[str, str]
    lines: frozenset[str]
    progress: Progress
    rejects: list[Reject] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)
    refused: int = 0
    done: int = 0
    months_first: frozenset[str] | None = None

    def write(self, staged: Any, rejected: Path) -> None:
        """Write the good rows for the staging, and the others as they were with their reasons."""
        with TableWriter(rejected) as writer:
            for frame in self.table.chunks(CHUNK):
                if self.months_first is None:
                    self.months_first = frozenset(months_first(frame, self.mapping))
                bad = self._read(frame, staged)
                writer.write(_kept_aside(frame, bad))
                self.progress(self.done, max(self.table.rows_about, self.done))
            unread = {reject.row: reject.reason for reject in self.table.rejects}
            writer.write(_kept_aside(_blank(self.table.columns, list(unread)), unread))
        self.refused += len(unread)
        self.rejects = sorted([*self.rejects, *self.table.rejects])

    def _read(self, frame: "pd.DataFrame", staged: Any) -> dict[int, str]:
        bad: dict[int, str] = {}
        mended = REASON in self.table.columns
        columns = {name: frame[name].tolist() for name in self.mapping if self.mapping[name]}
        for place, number in enumerate(frame.index.tolist()):
            cells = {name: column[place] for name, column in columns.items()}
            if mended:
                cells = {name: unescape(cell) for name, cell in cells.items()}
            problems = self._row(number, cells, staged)
            self.done += 1
            if problems:
                self.refused += 1
                self.rejects += problems
                bad[number] = " ".join(reject.reason for reject in problems)
        return bad

    def _row(self, number: int, cells: dict[str, str], staged: Any) -> list[Reject]:
        values = values_of(cells, self.mapping, self.months_first or frozenset())
        given = str(values.pop(NUMBER, ""))
        try:
            draft = read_draft(values)
        except Invalid as error:
            return self._told(number, error.problems)
        problems = self._beyond(draft, given)
        if problems:
            return self._told(number, problems)
        line = staged_row(number, given, draft)
        self.hashes.append(bytes.fromhex(line[-1][2:]))
        staged.writerow(line)
        return []

    def _beyond(self, draft: ClaimDraft, given: str) -> dict[str, str]:
        """Return what keeps a sound draft from coming in with a file."""
        problems: dict[str, str] = {}
        if draft.amount is None:
            problems["amount"] = say("Claimed amount is needed. Enter it, or leave the row out.")
        if draft.claim_type not in self.lines:
            yours = ", ".join(sorted(self.lines)) or "none"
            sentence = say(
                "Claim type {claim_type} is not one of your lines ({yours}).",
                claim_type=draft.claim_type,
                yours=yours,
            )
            problems["claim_type"] = say(
                "{sentence} Let a colleague of that line bring it in.", sentence=sentence
            )
        if len(given) > LONGEST_NUMBER:
            sentence = say(
                "Claim number takes at most {longest_number} characters. Shorten it.",
                longest_number=LONGEST_NUMBER,
            )
            problems[NUMBER] = sentence
        return problems

    def _told(self, number: int, problems: Mapping[str, str]) -> list[Reject]:
        columns = {target: column for column, target in self.mapping.items() if target}
        told = []
        for name, sentence in problems.items():
            whole = name if name in columns else ".".join(name.split(".")[:2])
            told.append(Reject(number, columns.get(whole, ""), sentence))
        return told


def staged_row(number: int, given: str, draft: ClaimDraft) -> list[str]:
    """Return a row as COPY takes it into the staging, its hash last; blanks become NULL."""
    plain = draft.model_dump(mode="json", exclude_none=True)
    facts = {name: value for name, value in plain.pop("facts").items() if value not in ("", [])}
    parties = [{"kind": role, **_filled(plain[role])} for role in ROLES if role in plain]
    said = json.dumps([given, plain, facts], sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(said.encode()).hexdigest()
    cells = [str(plain.get(name, "")) for name in PLAIN]
    told = (json.dumps(facts), json.dumps(parties) if parties else "", f"\\x{digest}")
    return [str(number), given, *cells, *told]


def _filled(party: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in party.items() if value != ""}


def _blank(columns: list[str], rows: list[int]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame("", columns=columns, index=rows)


def _kept_aside(frame: "pd.DataFrame", bad: Mapping[int, str]) -> "pd.DataFrame":
    rows = frame.loc[list(bad)]
    kept = rows.drop(columns=[name for name in (ROW, REASON) if name in rows])
    kept[ROW], kept[REASON] = [str(number) for number in bad], list(bad.values())
    return kept
