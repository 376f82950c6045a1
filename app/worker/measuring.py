"""The job that measures database and server every few minutes, for the charts of a week."""

import json
import time
from typing import Any

import psutil
from sqlalchemy import text

from app.database import translate
from app.worker.station import Station

EVERY = 300.0
MEASURED = (
    "connections",
    "connections_active",
    "slow_statements",
    "database_bytes",
    "replication_lag_seconds",
    "cache_hit_percent",
)
_NOW = text("SELECT monitor_figures()")
_RECORD = text("SELECT record_figures(CAST(:figures AS jsonb))")


def measure(station: Station) -> int:
    """Measure once every few minutes; nothing counts as done, for it is no news to anybody."""
    if time.monotonic() < station.measure_due:
        return 0
    station.measure_due = time.monotonic() + EVERY
    with translate(), station.sessions.begin() as session:
        told = session.execute(_NOW).scalar_one()
        session.execute(_RECORD, {"figures": json.dumps({**_figures(told), **_server()})})
    return 0


def _figures(told: dict[str, Any]) -> dict[str, float]:
    tables = {f"table.{name}": table["bytes"] for name, table in told["tables"].items()}
    return {name: told["database"][name] for name in MEASURED} | tables


def _server() -> dict[str, float]:
    return {
        "server_cpu_percent": psutil.cpu_percent(),
        "server_memory_percent": psutil.virtual_memory().percent,
        "server_disk_percent": psutil.disk_usage("/").percent,
    }
