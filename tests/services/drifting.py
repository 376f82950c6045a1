"""Scored claims day after day, with facts that can be made to move."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from psycopg2.extras import Json, execute_values

from app.services.facts import ClaimFacts, features
from tests.server import Database

FIRST = date(2025, 1, 1)
_CLAIM = (
    "INSERT INTO claims_claim (precedent_key, policy_number, claim_type, status, submission_date,"
    " region, loss_date, reported_date, cause, how_reported, amount, siu_status, siu_disposition,"
    " closed_outcome, notice_given, last_updated) VALUES %s RETURNING id"
)
_SCORE = (
    "INSERT INTO ml_engine_score (claim_id, model_id, score, probability, confidence,"
    " recommendation, receipt, explanation) VALUES %s RETURNING id, claim_id"
)


def scored_claims(
    database: Database,
    count: int,
    *,
    start: int = 1,
    days: int = 0,
    changes: dict[str, Any] | None = None,
    probability: float = 0.3,
    substantiated: int = 0,
) -> list[int]:
    """Insert closed motor claims, one a day from *start* on, or all on that many *days*.

    Every so manieth was *substantiated*, ten days after it came in; *changes* are facts that all
    of them tell. The keys of the first are those of the small model's precedents.
    """
    dice = Random(start)  # noqa: S311 - a seed, not a secret
    told = [_claim(start + (n % days if days else n), dice, changes or {}) for n in range(count)]
    rows = [
        _row(key(start, n), day, facts, found=bool(substantiated) and n % substantiated == 0)
        for n, (day, facts) in enumerate(told)
    ]
    with database.connect_owner().cursor() as cursor:
        ids = [i for (i,) in execute_values(cursor, _CLAIM, rows, fetch=True, page_size=5000)]
        cursor.execute("SELECT id FROM ml_engine_mlmodel ORDER BY id LIMIT 1")
        (model,) = cursor.fetchone() or (None,)
        scores = [
            (
                claim,
                model,
                100 * probability,
                probability,
                90,
                "standard_review",
                Json({"features": features(facts)}),
                Json({}),
            )
            for claim, (_, facts) in zip(ids, told, strict=True)
        ]
        made = execute_values(cursor, _SCORE, scores, fetch=True, page_size=5000)
        cursor.execute("SET session_replication_role = replica")
        execute_values(
            cursor,
            "UPDATE claims_claim c SET score_id = v.score FROM (VALUES %s) AS v (score, claim)"
            " WHERE c.id = v.claim",
            made,
            page_size=5000,
        )
        cursor.execute("SET session_replication_role = origin")
    return ids


def key(start: int, place: int) -> str:
    """Return the key of a claim; those from day 241 to 360 are the small model's precedents."""
    return (
        str(UUID(int=start + place - 241))
        if 241 <= start + place <= 360
        else str(UUID(int=500_000 + 1000 * start + place))
    )


def _claim(place: int, dice: Random, changes: dict[str, Any]) -> tuple[datetime, ClaimFacts]:
    day = FIRST + timedelta(days=place)
    loss = day - timedelta(days=dice.randrange(0, 9))
    told: dict[str, Any] = {
        "cause": dice.choice(("collision", "theft")),
        "how_reported": dice.choice(("phone", "portal", "email")),
        "amount": Decimal(dice.randrange(500, 3000)),
    }
    facts = ClaimFacts(
        claim_type="motor",
        policy_limit=Decimal(24000),
        loss_date=loss,
        reported_date=day,
        policy_start=loss - timedelta(days=dice.randrange(5, 300)),
        **told | changes,
    )
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC), facts


def _row(known: str, came: datetime, facts: ClaimFacts, *, found: bool) -> tuple[Any, ...]:
    ended = ("concluded", "substantiated", "denied") if found else (None, None, "paid_full")
    told = (facts.cause, facts.how_reported, facts.amount)
    dated = (facts.loss_date, facts.reported_date)
    first = (known, "POL-1", "motor", "closed", came, "north", *dated)
    return (*first, *told, *ended, True, came + timedelta(days=10))
