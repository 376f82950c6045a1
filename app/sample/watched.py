"""What the sample's administrators watch: a week of figures, a few errors, counted steps."""

from datetime import UTC, datetime, timedelta
from math import pi, sin
from typing import Any

from app.sample.copying import copy
from app.sample.dice import Dice
from app.settings import VERSION

HOURS, SEED = 7 * 24, 40
MEGABYTE = 1 << 20
FAULTS = (
    (
        "desktop",
        "httpx.ReadTimeout",
        11,
        (
            "app/ui/tasks.py:103 in perform",
            "app/services/transfers.py:128 in fetch",
            "httpx/_transports/default.py:118 in map_httpcore_exceptions",
        ),
    ),
    (
        "desktop",
        "KeyError",
        2,
        ("app/ui/charts/card.py:73 in show_chart", "app/ui/charts/card.py:118 in _fill"),
    ),
    (
        "worker",
        "OSError",
        3,
        (
            "app/worker/loop.py:104 in _tried",
            "app/worker/documents.py:61 in check_documents",
            "app/objects/local.py:142 in open",
        ),
    ),
)
USED = {
    "go.queue": 412,
    "claim.approve": 268,
    "claim.compare": 143,
    "go.mine": 131,
    "document.view": 118,
    "claim.refer": 74,
    "claim.ask": 66,
    "queue.search": 61,
    "go.performance": 17,
    "app.palette": 14,
}


def store_watched(cursor: Any, now: datetime | None = None) -> None:
    """Write figures of the last week, errors of the last days and steps of the last month."""
    moment, dice = now or datetime.now(UTC), Dice(SEED)
    rows = [row for hour in range(HOURS, 0, -1) for row in _figures(moment, hour, dice)]
    copy(cursor, "monitor_figure", ["at", "name", "value"], rows)
    for place, (source, kind, count, frames) in enumerate(FAULTS):
        stack = "".join(f"{frame}\n" for frame in frames)
        cursor.execute("SELECT report_fault(%s, %s, %s, %s)", (source, VERSION, kind, stack))
        first, last = moment - timedelta(days=6 - place), moment - timedelta(hours=3 + 20 * place)
        cursor.execute(
            "UPDATE monitor_fault SET count = %s, first_at = %s, last_at = %s"
            " WHERE kind = %s AND source = %s",
            (count, first, last, kind, source),
        )
    day = moment.date() - timedelta(days=1)
    used = [[day, "screen" if n.startswith("go.") else "command", n, c] for n, c in USED.items()]
    copy(cursor, "monitor_usage", ["day", "kind", "name", "count"], used)


def _figures(moment: datetime, hour: int, dice: Dice) -> list[list[Any]]:
    at = moment - timedelta(hours=hour)
    awake = max(0.0, sin(pi * (at.hour - 6) / 14)) if at.weekday() < 5 else 0.15  # noqa: PLR2004
    values = {
        "connections": round(4 + 18 * awake + dice.uniform(0, 3)),
        "slow_statements": int(awake > 0.8 and dice.chance(0.15)),  # noqa: PLR2004
        "database_bytes": (118 - hour * 0.05) * MEGABYTE,
        "replication_lag_seconds": round(awake * dice.uniform(0, 2), 1),
        "server_cpu_percent": round(6 + 38 * awake + dice.uniform(0, 9), 1),
        "server_memory_percent": round(47 + 8 * awake + dice.uniform(0, 2), 1),
        "server_disk_percent": 61.0,
    }
    return [[at, name, value] for name, value in values.items()]
