"""Scored claims by month and line: as counted where nothing changed since, else counted now."""

from datetime import date
from typing import Any

from sqlalchemy import ARRAY, Text, TextClause, bindparam, text

from app.codes import ClaimType

_ASKED = """
    WITH asked AS (
        SELECT m::date AS month, line
        FROM generate_series(CAST(:since AS timestamp), now() AT TIME ZONE 'UTC', '1 month') AS m,
             unnest(:lines) AS line
    ), kept AS MATERIALIZED (
        SELECT month, line FROM asked JOIN ml_engine_cell USING (month, line)
        EXCEPT SELECT month, line FROM ml_engine_cell_due
    ), live AS MATERIALIZED (
        SELECT month, array_agg(line) AS lines
        FROM (SELECT * FROM asked EXCEPT SELECT * FROM kept) AS rest GROUP BY month
    ), told AS (
        SELECT month, line, {columns} FROM kept JOIN ml_engine_cell_{noun} USING (month, line)
        UNION ALL
        SELECT month, line, {columns} FROM live, month_{noun}s(month, lines)
    )
"""
_TOLD = {
    "score": "score, recommendation, label, claims, probability, spread",
    "delay": "day, days, known, claims",
    "desk": "region, decided, otherwise",
    "rule": "code, judged, justified",
}


def counted(noun: str, select: str) -> TextClause:
    """Return a query over `told`, the counts of a *noun* by month and line that *of* asks for.

    What was counted for all is seen by administrators alone; for everybody else row-level
    security leaves no kept cell, so that each is counted under the reader's own rights.
    """
    told = text(_ASKED.format(noun=noun, columns=_TOLD[noun]) + select)
    return told.bindparams(bindparam("lines", type_=ARRAY(Text)))


def of(since: date, line: str = "") -> dict[str, Any]:
    """Return the parameters: from the month of *since* on, one line or all."""
    return {"since": since.replace(day=1), "lines": [line] if line else [*ClaimType]}
