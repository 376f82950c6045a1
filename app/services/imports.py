"""Bringing a file of claims into the database: staged by COPY, merged in one step, once."""

import csv
import io
import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import file_digest
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.errors import BadFile
from app.files.reading import Reject, open_table
from app.models import Batch, StagedClaim
from app.progress import Progress, silent
from app.words import say

NEEDED = ("policy_number", "claim_type", "loss_date", "amount")
_APART = {"batch", "line", "facts", "loaded_by", "loaded_at", "parties", "row_hash"}
_APART |= {"loss_time", "notice_given", "policy_changed", "prior_claims_declared"}
_APART |= {"authority_contacted", "authority_reference"}
_TYPES = {c.name: c.type.python_type for c in StagedClaim.__table__.columns if c.name not in _APART}
_READERS: dict[type, Callable[[str], Any]] = {Decimal: Decimal, date: date.fromisoformat}
_MERGE = text("SELECT inserted, known, refused FROM merge_batch(:batch)")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file's rows; `known` were there before, `rejects` could not be read."""

    inserted: int
    known: int
    refused: int
    rejects: tuple[Reject, ...] = ()


class ImportService:
    """Bring files of claims in, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def bring_in(self, path: Path, *, progress: Progress = silent) -> Imported:
        """Stage and merge a CSV or XLSX file; a file that was merged before gives its result.

        Columns are named like those of a claim, days are ISO dates, amounts have a point; other
        columns become facts. Raise BadFile when a needed column is missing.
        """
        self._identity.require(Permission.BATCH_IMPORT)
        digest = _digest(path)
        batch = uuid.uuid4()
        rows = _Rows(path, batch, progress)
        with translate(), self._sessions.begin() as session:
            same = select(Batch).where(Batch.sha256 == digest, Batch.undone_at.is_(None))
            known = session.scalars(same).one_or_none()
            if known is None:
                session.execute(
                    insert(Batch).values(id=batch, source=path.name, sha256=digest).inline()
                )
                _copy(session, rows)
            counts = session.execute(_MERGE, {"batch": known.id if known else batch}).one()
            told = (counts.inserted, counts.known, counts.refused)
            return Imported(*told, tuple(rows.rejects))


class _Rows:
    """The rows of a file as COPY takes them."""

    def __init__(self, path: Path, batch: uuid.UUID, progress: Progress) -> None:
        self._table = open_table(path)
        self._batch = batch
        self._progress = progress
        self.rejects: list[Reject] = []
        missing = [name for name in NEEDED if name not in self._table.columns]
        if missing:
            raise BadFile(
                say(
                    "{path} has no column {names}. Add it, then try again.",
                    path=path,
                    names=", ".join(missing),
                )
            )
        self.known = [name for name in self._table.columns if name in _TYPES]
        self._facts = [name for name in self._table.columns if name not in _TYPES]

    def chunks(self) -> Iterator[io.StringIO]:
        done = 0
        for frame in self._table.chunks():
            cells = {name: frame[name].tolist() for name in frame.columns}
            yield _written(self._read(frame.index.tolist(), cells))
            done += len(frame)
            self._progress(done, max(done, self._table.rows_about))
        self.rejects.extend(self._table.rejects)

    def _read(self, numbers: list[int], cells: dict[str, list[str]]) -> Iterator[list[Any]]:
        for place, number in enumerate(numbers):
            try:
                values = [_value(name, cells[name][place]) for name in self.known]
            except _Unreadable as error:
                self.rejects.append(Reject(number, error.column, say("cannot be read")))
                continue
            told = {name: cells[name][place] for name in self._facts if cells[name][place]}
            yield [self._batch, number, *values, json.dumps(told)]


class _Unreadable(Exception):
    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def _value(name: str, cell: str) -> Any:
    cell = cell.strip()
    if not cell:
        return None
    try:
        return _READERS.get(_TYPES[name], str)(cell)
    except (ValueError, InvalidOperation) as error:
        raise _Unreadable(name) from error


def _written(rows: Iterable[list[Any]]) -> io.StringIO:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    buffer.seek(0)
    return buffer


def _copy(session: Session, rows: _Rows) -> None:
    names = ", ".join(("batch", "line", *rows.known, "facts"))
    driver: Any = session.connection().connection
    with driver.cursor() as cursor:
        for chunk in rows.chunks():
            cursor.copy_expert(f"COPY claims_stage ({names}) FROM STDIN (FORMAT csv)", chunk)


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").digest()
    except OSError as error:
        raise BadFile(
            say("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error
