"""The audit: what happened to claims, people and models, whether it holds, and the jobs."""

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import CompoundSelect, Select, func, select, union_all
from sqlalchemy.engine import RowMapping
from sqlalchemy.orm import Session, aliased, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.files.writing import TableWriter
from app.models import Claim, DirectoryEntry, Event, Job
from app.services import wording
from app.services.audit_views import AuditEntry, AuditFilter, AuditReport, JobView
from app.services.models_history import model_entries
from app.services.people_history import people_entries
from app.services.seals import Copy, SealFile, copy_faults, heads_of
from app.services.verifying import (
    batch_faults,
    chain_faults,
    count_events,
    line_fault,
    register_faults,
    seal_faults,
)

PAGE = 200
EXPORTED_AT_ONCE = 20_000


class AuditService:
    """Read and verify the audit, as an administrator; nobody writes it or turns it off."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def events(self, query: AuditFilter, *, limit: int = PAGE) -> tuple[AuditEntry, ...]:
        """Return the newest events that match; ask for what is `older` than them for more."""
        self._identity.require(Permission.AUDIT_READ)
        with translate(), self._sessions.begin() as session:
            claims = session.execute(_matching(query).limit(limit)).mappings()
            people = people_entries(session, query, limit)
            models = model_entries(session, query, limit)
            return tuple(islice(_newest_first(map(_entry, claims), people, models), limit))

    def verify(self, seal: Path | None = None, copies: Sequence[Copy] = ()) -> AuditReport:
        """Check every chain, every batch and every head in the seal file or in *copies* of it.

        Raise AppError when the seal file cannot be read.
        """
        self._identity.require(Permission.AUDIT_READ)
        began = time.monotonic()
        broken: list[str] = []
        sealed = list(SealFile(seal)) if seal else []
        broken += [fault for line in sealed if (fault := line_fault(line))]
        broken += copy_faults(sealed, copies)
        heads = sorted({head for line in sealed for head in line.heads} | heads_of(copies))
        with translate(), self._sessions.begin() as session:
            events = count_events(session)
            faults = [
                *chain_faults(session),
                *register_faults(session),
                *batch_faults(session),
                *seal_faults(session, heads),
            ]
        seconds = time.monotonic() - began
        return AuditReport(events, len(heads), (*broken, *faults), seconds)

    def export(self, path: Path, query: AuditFilter) -> int:
        """Write the events that match, newest first, to a CSV or XLSX file; return their number."""
        from pandas import DataFrame

        written = 0
        with TableWriter(path) as table:
            for entries in self.each(query):
                table.write(DataFrame([_exported(entry) for entry in entries], columns=_COLUMNS))
                written += len(entries)
            if not written:
                table.write(DataFrame(columns=_COLUMNS))
        return written

    def each(self, query: AuditFilter) -> Iterator[tuple[AuditEntry, ...]]:
        """Yield the events that match, newest first, some thousands at a time."""
        self._identity.require(Permission.AUDIT_READ)
        with translate(), self._sessions.begin() as session:
            people = list(people_entries(session, query))
            models = list(model_entries(session, query))
            streamed = session.execute(
                _matching(query), execution_options={"yield_per": EXPORTED_AT_ONCE}
            )
            entries = _newest_first(map(_entry, streamed.mappings()), people, models)
            while some := tuple(islice(entries, EXPORTED_AT_ONCE)):
                yield some

    def jobs(self) -> tuple[JobView, ...]:
        """Return the worker's jobs by name, with their last run and failure."""
        self._identity.require(Permission.AUDIT_READ)
        with translate(), self._sessions.begin() as session:
            jobs = session.scalars(select(Job).order_by(Job.name))
            return tuple(
                JobView(
                    job.name, job.last_run, job.last_failure, job.last_error, job.runs, job.failures
                )
                for job in jobs
            )


_COLUMNS = ("at", "claim", "seq", "actor", "kind", "from", "to", "reason", "note", "hash")

_removed = aliased(Event)
# A claim that went with the sample is out of sight; the last event of its history has its number.
_LAST = (
    select(_removed.detail["number"].as_string())
    .where(_removed.claim_id == Event.claim_id, _removed.kind == "removed")
    .limit(1)
    .scalar_subquery()
)


def _matching(query: AuditFilter) -> Select[*tuple[Any, ...]]:
    wanted = [
        Event.claim_id.in_(_numbered(query.claim)) if query.claim else None,
        Event.actor_id == query.actor_id if query.actor_id is not None else None,
        Event.kind == query.kind if query.kind else None,
        Event.at >= query.since if query.since else None,
        Event.at < query.until if query.until else None,
        Event.id < query.before if query.before is not None else None,
    ]
    return (
        select(
            Event.id,
            Event.at,
            Event.claim_id,
            func.coalesce(Claim.claim_number, _LAST, "").label("number"),
            Event.seq,
            DirectoryEntry.full_name.label("actor"),
            Event.kind,
            Event.from_status,
            Event.to_status,
            Event.reason,
            Event.note,
            func.encode(Event.hash, "hex").label("hash"),
        )
        .outerjoin(Claim, Claim.id == Event.claim_id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Event.actor_id)
        .where(*(condition for condition in wanted if condition is not None))
        .order_by(Event.id.desc())
    )


def _numbered(number: str) -> CompoundSelect[int]:
    gone = (_removed.kind == "removed", _removed.detail["number"].as_string() == number)
    return union_all(
        select(Claim.id).where(Claim.claim_number == number),
        select(_removed.claim_id).where(*gone),
    )


def _newest_first(*entries: Iterable[AuditEntry]) -> Iterator[AuditEntry]:
    return merge(*entries, key=lambda entry: -entry.at.timestamp())


def _entry(row: RowMapping) -> AuditEntry:
    return AuditEntry(**row)


def _exported(entry: AuditEntry) -> tuple[Any, ...]:
    told = (entry.number, entry.seq, wording.who(entry.kind, entry.actor), entry.kind)
    step = (entry.from_status, entry.to_status, entry.reason, entry.note)
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return (at, *told, *(value or "" for value in step), entry.hash)
