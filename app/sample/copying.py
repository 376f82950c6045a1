"""Rows into tables by COPY, the fastest way in."""

import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def reserve(cursor: Any, table: str, count: int) -> list[int]:
    """Return that many ids of *table* in rising order, for rows that refer to one another."""
    cursor.execute(
        "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
        (table, count),
    )
    return [number for (number,) in cursor.fetchall()]


def copy(cursor: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Copy *rows* into *columns* of *table*; mappings become JSON."""
    lines = "".join("\t".join(map(_text, row)) + "\n" for row in rows)
    cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", io.StringIO(lines))


def _text(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(ESCAPES)
    return json.dumps(value).translate(ESCAPES) if isinstance(value, dict) else str(value)
