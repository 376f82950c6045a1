"""What administrators watch: figures now and over time, jobs, tables, errors and usage."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import FaultGroup, Figure, Job, UsageCount
from app.services.charts import Chart
from app.services.monitor_charts import CHARTS, usage_chart, value_chart
from app.services.monitor_words import Tile, tiles

SHOWN, DAYS, USED = 500, 7, 30
_FIGURES = text("SELECT monitor_figures()")
_COUNT = text("SELECT count_usage(CAST(:counts AS jsonb))")


@dataclass(frozen=True, slots=True)
class FaultView:
    """A group of errors."""

    kind: str
    place: str
    stack: str
    source: str
    version: str
    count: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class JobView:
    """What a job of the worker last did."""

    name: str
    last_run: datetime
    error: str | None
    runs: int
    failures: int
    done: int


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: how large it is, and by how much it grew in a week, where that is known."""

    name: str
    bytes: int
    rows: int
    dead: int
    growth: int | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement that takes long, in milliseconds, as the server keeps it: without values."""

    statement: str
    calls: int
    mean: float
    longest: float


@dataclass(frozen=True, slots=True)
class Monitor:
    """One look at everything."""

    tiles: tuple[Tile, ...]
    charts: tuple[Chart, ...]
    jobs: tuple[JobView, ...]
    tables: tuple[TableView, ...]
    statements: tuple[StatementView, ...]


class MonitorService:
    """Reads what is watched; administrators alone."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity

    def look(self) -> Monitor:
        """Return the figures of now, of the last week, the jobs and the tables."""
        self._identity.require(Permission.AUDIT_READ)
        with translate(), self._sessions.begin() as session:
            now = session.execute(_FIGURES).scalar_one()
            values = _values(session)
            jobs = session.scalars(select(Job).order_by(Job.name)).all()
            used = _used(session)
        charts = tuple(value_chart(known, values) for known in CHARTS)
        return Monitor(
            tiles(now, {name: told[-1][1] for name, told in values.items()}),
            (*charts, usage_chart(used)),
            tuple(_job(job) for job in jobs),
            _tables(now["tables"], values),
            tuple(StatementView(**one) for one in now["statements"]),
        )

    def faults(self) -> tuple[FaultView, ...]:
        """Return the groups of errors, the one that came last first."""
        self._identity.require(Permission.AUDIT_READ)
        query = select(FaultGroup).order_by(FaultGroup.last_at.desc()).limit(SHOWN)
        with translate(), self._sessions.begin() as session:
            return tuple(_fault(row) for row in session.scalars(query))


def count_usage(sessions: sessionmaker[Session], counts: str) -> None:
    """Add counted steps, JSON by kind and name, to those of today."""
    with translate(), sessions.begin() as session:
        session.execute(_COUNT, {"counts": counts})


def _values(session: Session) -> dict[str, list[tuple[datetime, float]]]:
    since = func.now() - timedelta(days=DAYS)
    query = select(Figure).where(Figure.at > since).order_by(Figure.at)
    found: dict[str, list[tuple[datetime, float]]] = {}
    for row in session.scalars(query):
        found.setdefault(row.name, []).append((row.at, row.value))
    return found


def _used(session: Session) -> list[tuple[str, int]]:
    total = func.sum(UsageCount.count)
    query = (
        select(UsageCount.name, total)
        .where(UsageCount.day > func.current_date() - USED)
        .group_by(UsageCount.name)
        .order_by(total.desc())
        .limit(12)
    )
    return [(name, int(count)) for name, count in session.execute(query)]


def _tables(
    told: dict[str, Any], values: dict[str, list[tuple[datetime, float]]]
) -> tuple[TableView, ...]:
    found = []
    for name, table in told.items():
        before = values.get(f"table.{name}")
        growth = int(table["bytes"] - before[0][1]) if before else None
        found.append(TableView(name, table["bytes"], table["rows"], table["dead"], growth))
    return tuple(sorted(found, key=lambda table: -table.bytes))


def _job(job: Job) -> JobView:
    return JobView(job.name, job.last_run, job.last_error, job.runs, job.failures, job.done)


def _fault(row: FaultGroup) -> FaultView:
    lines = row.stack.splitlines()
    own = [line for line in lines if line.startswith("app/")]
    return FaultView(
        kind=row.kind.rpartition(".")[2],
        place=(own or lines or [""])[-1],
        stack=row.stack,
        source=row.source,
        version=row.version,
        count=row.count,
        first_at=row.first_at,
        last_at=row.last_at,
    )
