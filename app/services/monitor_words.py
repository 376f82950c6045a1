"""The figures of now as tiles: a word, a value, and whether it needs a look."""

from dataclasses import dataclass
from typing import Any

MEGABYTE, GIGABYTE = 1 << 20, 1 << 30
BUSY, FULL, LATE, LAGGING, COLD = 0.8, 90.0, 120, 30, 90


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure; *note* says what it is measured against, *good* whether it is as it should be."""

    title: str
    value: str
    note: str
    good: bool = True


def tiles(now: dict[str, Any], measured: dict[str, float]) -> tuple[Tile, ...]:
    """Return the tiles of the application, the database and the server."""
    return (*_application(now["application"]), *_database(now["database"]), *_server(measured))


def size(count: float) -> str:
    """Return a number of bytes as people write it."""
    if count >= GIGABYTE:
        return f"{count / GIGABYTE:,.1f} GB"
    return f"{count / MEGABYTE:,.1f} MB" if count >= MEGABYTE else f"{count / 1024:,.0f} KB"


def _application(told: dict[str, Any]) -> tuple[Tile, ...]:
    faults, failing, seconds = (
        told[name] for name in ("faults_day", "jobs_failing", "worker_seconds")
    )
    ran = "never" if seconds is None else f"{seconds:,} s ago"
    return (
        Tile("Worker", ran, "last seen", good=seconds is not None and seconds < LATE),
        Tile("Jobs failing", f"{failing:,}", "of the worker", good=not failing),
        Tile("Errors", f"{faults:,}", "groups in the last day", good=not faults),
    )


def _database(told: dict[str, Any]) -> tuple[Tile, ...]:
    connections, limit = told["connections"], told["connections_limit"]
    lag, slow, hit = (
        told[name] for name in ("replication_lag_seconds", "slow_statements", "cache_hit_percent")
    )
    waiting = told["connections_waiting"]
    return (
        Tile("Connections", f"{connections:,}", f"of {limit:,}", good=connections < BUSY * limit),
        Tile("Waiting", f"{waiting:,}", "for a lock", good=not waiting),
        Tile("Slow now", f"{slow:,}", f"longest {told['longest_seconds']:,} s", good=not slow),
        Tile("Database", size(told["database_bytes"]), f"{told['deadlocks']:,} deadlocks"),
        Tile("Read from memory", f"{hit:.0f}%", "of all blocks", good=hit >= COLD),
        Tile("Standbys", f"{told['replicas']:,}", f"{lag:,} s behind", good=lag < LAGGING),
    )


def _server(measured: dict[str, float]) -> tuple[Tile, ...]:
    names = {"cpu": "Processor", "memory": "Memory", "disk": "Disk"}
    found = []
    for name, title in names.items():
        used = measured.get(f"server_{name}_percent")
        if used is not None:
            found.append(Tile(title, f"{used:.0f}%", "in use", good=used < FULL))
    return tuple(found)
