"""What claims told when they were scored, and how they turned out, read for a comparison."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.orm import Session

from app.ml.arrays import Facts, Floats, Longs
from app.services.facts import FEATURES, frame

if TYPE_CHECKING:
    from app.ml import TriageModel

YEAR, EPOCH = 365, date(1970, 1, 1)
MOST, CHUNK = 200_000, 4_000
_LINES = bindparam("lines", type_=ARRAY(Text))
_LEARNED = text("""
    SELECT max(submission_date)::date FROM claims_claim
    WHERE precedent_key = ANY (CAST(:keys AS uuid[]))
""").bindparams(bindparam("keys", type_=ARRAY(Text)))
_TOLD = text("""
    SELECT c.id, c.submission_date::date, s.receipt -> 'features'
    FROM claims_claim c JOIN ml_engine_score s ON s.id = c.score_id
    WHERE c.claim_type = ANY (:lines) AND c.submission_date >= :since
      AND c.status NOT IN ('draft', 'void', 'withdrawn')
    ORDER BY c.submission_date DESC LIMIT :most
""").bindparams(_LINES)
_OUTCOMES = text("""
    SELECT date_trunc('month', l.submission_date)::date,
           CAST(:today AS date) - l.submission_date::date,
           CASE WHEN l.label = 'substantiated'
                THEN greatest(0, l.last_updated::date - l.submission_date::date) END,
           count(*)::int, count(s.id)::int, coalesce(sum(s.probability), 0)
    FROM claim_label l LEFT JOIN ml_engine_score s ON s.id = l.score_id
    WHERE l.claim_type = ANY (:lines) AND l.submission_date >= :since
      AND l.submission_date::date <= :today AND l.status NOT IN ('draft', 'void', 'withdrawn')
    GROUP BY 1, 2, 3
""").bindparams(_LINES)
_FOUND = text("""
    SELECT claim_id FROM claim_label
    WHERE claim_type = ANY (:lines) AND submission_date >= :since AND label = 'substantiated'
    ORDER BY submission_date DESC LIMIT :most
""").bindparams(_LINES)


@dataclass(frozen=True)
class Told:
    """Scored claims: ids, days since 1970 and typed facts."""

    ids: Longs
    days: Longs
    facts: Facts


@dataclass(frozen=True)
class Outcomes:
    """Claims by month and age in days; *delay* is nan where nothing was substantiated yet."""

    month: Longs
    age: Floats
    delay: Floats
    claims: Floats
    scored: Floats
    said: Floats


def learned_until(session: Session, model: "TriageModel") -> date | None:
    """Return the day on which the last of the model's precedents came in, if they are here."""
    day: date | None = session.scalar(_LEARNED, {"keys": _uuids(model.ids)})
    return day


def read_told(
    session: Session, model: "TriageModel", lines: Sequence[str], since: date
) -> Told | None:
    """Return scored claims since a day, at most `MOST` of the newest; None if there are none."""
    asked = {"lines": [*lines], "since": since, "most": MOST}
    found = session.execute(_TOLD, asked, execution_options={"yield_per": CHUNK})
    parts = [_typed(model, part) for part in found.partitions()]
    if not parts:
        return None
    names = model.schema.names
    facts = {name: np.concatenate([part.facts[name] for part in parts]) for name in names}
    ids, days = (np.concatenate([getattr(part, n) for part in parts]) for n in ("ids", "days"))
    return Told(ids, days, facts)


def read_outcomes(session: Session, lines: Sequence[str], since: date, today: date) -> Outcomes:
    """Return how the claims since a day have turned out by *today*."""
    asked = {"lines": [*lines], "since": since, "today": today}
    rows = session.execute(_OUTCOMES, asked).all()
    month, *rest = zip(*rows, strict=True) if rows else [()] * 6
    figures = [np.array([np.nan if v is None else v for v in column], float) for column in rest]
    return Outcomes(np.array([month_number(day) for day in month], np.int64), *figures)


def read_substantiated(session: Session, lines: Sequence[str], since: date, most: int) -> list[int]:
    """Return the newest claims since a day that were substantiated."""
    asked = {"lines": [*lines], "since": since, "most": most}
    return [int(claim) for claim in session.scalars(_FOUND, asked)]


def month_number(day: date) -> int:
    """Return a month as a number that goes up by one each month."""
    return 12 * day.year + day.month - 1


def month_day(number: int) -> date:
    """Return the first day of a month's number."""
    return date(number // 12, number % 12 + 1, 1)


def day_number(day: date) -> int:
    """Return a day as days since 1970."""
    return (day - EPOCH) // timedelta(days=1)


def _typed(model: "TriageModel", rows: Sequence[Any]) -> Told:
    blank = dict.fromkeys(FEATURES)
    facts, _ = model.schema.facts(frame([blank | told for *_, told in rows]))
    ids = np.array([number for number, *_ in rows], np.int64)
    return Told(ids, np.array([day_number(day) for _, day, _ in rows], np.int64), facts)


def _uuids(ids: Sequence[str]) -> list[str]:
    return [*_well_formed(ids)]


def _well_formed(ids: Sequence[str]) -> Iterator[str]:
    from uuid import UUID

    for known in ids:
        try:
            yield str(UUID(known))
        except ValueError:
            continue
