"""The figures of now as tiles: a word, a value, and whether it needs a look."""

from dataclasses import dataclass
from typing import Any

from app.words import fill, say

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
        return say("{count:,.1f} GB", count=count / GIGABYTE)
    return (
        say("{count:,.1f} MB", count=count / MEGABYTE)
        if count >= MEGABYTE
        else say("{count:,.0f} KB", count=count / 1024)
    )


def _application(told: dict[str, Any]) -> tuple[Tile, ...]:
    faults, failing, seconds = (
        told[name] for name in ("faults_day", "jobs_failing", "worker_seconds")
    )
    ran = "never" if seconds is None else say("{seconds:,} s ago", seconds=seconds)
    return (
        Tile(say("Worker"), ran, say("last seen"), good=seconds is not None and seconds < LATE),
        Tile(
            say("Jobs failing"),
            fill("{failing:,}", failing=failing),
            say("of the worker"),
            good=not failing,
        ),
        Tile(
            say("Errors"),
            fill("{faults:,}", faults=faults),
            say("groups in the last day"),
            good=not faults,
        ),
    )


def _database(told: dict[str, Any]) -> tuple[Tile, ...]:
    connections, limit = told["connections"], told["connections_limit"]
    lag, slow, hit = (
        told[name] for name in ("replication_lag_seconds", "slow_statements", "cache_hit_percent")
    )
    waiting = told["connections_waiting"]
    return (
        Tile(
            say("Connections"),
            fill("{connections:,}", connections=connections),
            say("of {limit:,}", limit=limit),
            good=connections < BUSY * limit,
        ),
        Tile(
            say("Waiting"),
            fill("{waiting:,}", waiting=waiting),
            say("for a lock"),
            good=not waiting,
        ),
        Tile(
            say("Slow now"),
            fill("{slow:,}", slow=slow),
            say("longest {longest_seconds:,} s", longest_seconds=told["longest_seconds"]),
            good=not slow,
        ),
        Tile(
            say("Database"),
            size(told["database_bytes"]),
            say("{deadlocks:,} deadlocks", deadlocks=told["deadlocks"]),
        ),
        Tile(say("Read from memory"), f"{hit:.0f}%", say("of all blocks"), good=hit >= COLD),
        Tile(
            say("Standbys"),
            fill("{replicas:,}", replicas=told["replicas"]),
            say("{lag:,} s behind", lag=lag),
            good=lag < LAGGING,
        ),
    )


def _server(measured: dict[str, float]) -> tuple[Tile, ...]:
    names = {"cpu": say("Processor"), "memory": say("Memory"), "disk": say("Disk")}
    found = []
    for name, title in names.items():
        used = measured.get(f"server_{name}_percent")
        if used is not None:
            found.append(Tile(title, f"{used:.0f}%", say("in use"), good=used < FULL))
    return tuple(found)
