"""Brings files of claims in step by step: look, try, bring in, take back."""

import csv
import hashlib
import io
import json
import shutil
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, TextIO

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.errors import AppError
from app.ml.compute import Compute
from app.models import Batch
from app.progress import Progress, silent
from app.services.import_columns import guesses
from app.services.import_memory import Memory
from app.services.import_rows import STAGED, Prepared, look_at, prepare, shown_name
from app.words import say

AT_ONCE, LATEST = 20_000, 50
_KNOWN = text("SELECT count(*) FROM known_rows(CAST(:hashes AS bytea[]))")
_MERGE = text("SELECT inserted, known, refused FROM merge_batch(:batch)")
_UNDO = text("SELECT undo_batch(:batch)")


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of a file, its first value, and the fact that it most likely holds."""

    name: str
    example: str
    guess: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A file before it is read by the rules; `remembered` when its headings came in before."""

    source: Path
    rows: int
    columns: tuple[FileColumn, ...]
    remembered: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """What would become of the rows; `known` came in before or stand in the file twice."""

    prepared: Prepared
    known: int

    @property
    def fresh(self) -> int:
        """Return how many rows would come in."""
        return self.prepared.good - self.known


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch as its importer sees it."""

    id: uuid.UUID
    source: str
    at: datetime
    inserted: int
    known: int
    refused: int
    undone: bool


class ImportDesk:
    """Works on one file at a time, as the signed-in person."""

    def __init__(
        self, sessions: sessionmaker[Session], identity: Identity, memory: Memory | None = None
    ) -> None:
        self._sessions, self._identity = sessions, identity
        self._memory = memory or Memory(None)
        self._compute = Compute()
        self._folder = TemporaryDirectory(prefix="precedent-import-", ignore_cleanup_errors=True)

    def look(self, source: Path, *, progress: Progress = silent) -> FileView:
        """Say what the columns of *source* most likely hold; raises BadFile."""
        self._identity.require(Permission.BATCH_IMPORT)
        rows, examples = self._compute.run(look_at, source, progress=progress)
        kept = self._memory.recall(examples)
        told = kept or guesses(examples)
        columns = tuple(FileColumn(n, e, told.get(n, "")) for n, e in examples.items())
        return FileView(source, rows, columns, remembered=bool(kept))

    def check(
        self, source: Path, mapping: Mapping[str, str], *, progress: Progress = silent
    ) -> Trial:
        """Read every row by the rules and store none; Invalid while a needed fact is unmapped."""
        self._identity.require(Permission.BATCH_IMPORT)
        folder, lines = Path(mkdtemp(dir=self._folder.name)), self._identity.lines
        work = (prepare, source, dict(mapping), lines, folder)
        prepared: Prepared = self._compute.run(*work, progress=progress)
        distinct = list(set(prepared.hashes))
        known = prepared.good - len(distinct)
        with translate(), self._sessions.begin() as session:
            for start in range(0, len(distinct), AT_ONCE):
                some = {"hashes": distinct[start : start + AT_ONCE]}
                known += session.execute(_KNOWN, some).scalar_one()
        return Trial(prepared, known)

    def bring_in(self, trial: Trial) -> BatchView:
        """Store the rows of a dry run as one batch, each row once, and remember the mapping."""
        self._identity.require(Permission.BATCH_IMPORT)
        prepared, batch = trial.prepared, uuid.uuid4()
        digest = _digest(prepared)
        with translate(), self._sessions.begin() as session:
            same = select(Batch.id).where(Batch.sha256 == digest, Batch.undone_at.is_(None))
            known = session.scalars(same).one_or_none()
            if known is None:
                values = {"id": batch, "source": shown_name(prepared.source), "sha256": digest}
                session.execute(insert(Batch).values(values).inline())
                _copy(session, prepared.staged, batch)
            session.execute(_MERGE, {"batch": known or batch})
            view = _view(session.get_one(Batch, known or batch))
        self._memory.keep(prepared.mapping)
        return view

    def batches(self) -> tuple[BatchView, ...]:
        """Return the person's batches, the latest first."""
        self._identity.require(Permission.BATCH_IMPORT)
        own = select(Batch).where(
            Batch.loaded_by == self._identity.id, Batch.merged_at.is_not(None)
        )
        with translate(), self._sessions.begin() as session:
            found = session.scalars(own.order_by(Batch.at.desc()).limit(LATEST))
            return tuple(_view(batch) for batch in found)

    def undo(self, batch: uuid.UUID) -> int:
        """Take a batch back and return of how many claims; Refused once somebody worked on one."""
        self._identity.require(Permission.BATCH_IMPORT)
        with translate(), self._sessions.begin() as session:
            count: int = session.execute(_UNDO, {"batch": batch}).scalar_one()
            return count

    def keep_rejects(self, trial: Trial, target: Path) -> Path:
        """Copy the rejected rows to *target*, as they were and with their reasons."""
        self._identity.require(Permission.BATCH_IMPORT)
        if trial.prepared.rejected is None:
            raise AppError(say("No row of this file was rejected."))
        try:
            shutil.copyfile(trial.prepared.rejected, target)
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
        """End the process and forget what was read."""
        self._compute.close()
        self._folder.cleanup()


def _digest(prepared: Prepared) -> bytes:
    """Return what makes a batch the same again: its rows as they were read."""
    rows = hashlib.sha256(json.dumps(sorted(h.hex() for h in prepared.hashes)).encode())
    return rows.digest()


def _copy(session: Session, staged: Path, batch: uuid.UUID) -> None:
    """Send the prepared rows into the staging, each under its batch."""
    names = ", ".join(("batch", *STAGED))
    driver: Any = session.connection().connection
    with driver.cursor() as cursor, staged.open(encoding="utf-8", newline="") as file:
        for chunk in _chunks(file, batch):
            cursor.copy_expert(f"COPY claims_stage ({names}) FROM STDIN (FORMAT csv)", chunk)


def _chunks(file: TextIO, batch: uuid.UUID) -> Iterator[io.StringIO]:
    rows = csv.reader(file)
    while some := list(islice(rows, AT_ONCE)):
        buffer = io.StringIO()
        csv.writer(buffer).writerows([str(batch), *row] for row in some)
        buffer.seek(0)
        yield buffer


def _view(batch: Batch) -> BatchView:
    return BatchView(
        id=batch.id,
        source=batch.source,
        at=batch.at,
        inserted=batch.inserted or 0,
        known=batch.known or 0,
        refused=batch.refused or 0,
        undone=batch.undone_at is not None,
    )
