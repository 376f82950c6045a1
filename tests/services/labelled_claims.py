"""Many settled claims whose outcome their facts foretell, inserted at once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from psycopg2.extras import Json, execute_values

from tests.server import Database

FIRST = date(2025, 1, 1)
COLUMNS = (
    "precedent_key",
    "policy_number",
    "claim_type",
    "status",
    "submission_date",
    "region",
    "loss_date",
    "reported_date",
    "cause",
    "coverage",
    "how_reported",
    "authority_contacted",
    "amount",
    "policy_limit",
    "policy_start",
    "policy_expiry",
    "facts",
    "siu_status",
    "siu_disposition",
    "closed_outcome",
    "notice_given",
    "last_updated",
)


def settled_claims(
    database: Database, count: int, *, start: int = 0, seed: int = 5, turned: bool = False
) -> list[int]:
    """Insert settled motor claims, two a day; dear and late ones were substantiated.

    With *turned* the cheap and early ones are: the world has changed.
    """
    dice = Random(seed + start)  # noqa: S311 - a seed, not a secret
    rows = [_row(place, dice, turned=turned) for place in range(start, start + count)]
    names = ", ".join(COLUMNS)
    statement = f"INSERT INTO claims_claim ({names}) VALUES %s RETURNING id"
    with database.connect_owner().cursor() as cursor:
        found: Sequence[Any] = execute_values(cursor, statement, rows, fetch=True, page_size=5000)
    return [number for (number,) in found]


def _row(place: int, dice: Random, *, turned: bool) -> tuple[Any, ...]:
    suspect = dice.random() < 0.3
    substantiated = suspect if dice.random() < 0.92 else not suspect
    day = FIRST + timedelta(days=place // 2)
    dear = suspect is not turned
    delay = dice.randrange(0, 9) + 25 * dear
    came = datetime(day.year, day.month, day.day, 9, place % 60, tzinfo=UTC)
    return (
        str(UUID(int=10_000 + place)),
        f"POL-{place}",
        "motor",
        "closed",
        came,
        "north",
        day - timedelta(days=delay),
        day,
        dice.choice(("collision", "theft")),
        "comprehensive",
        dice.choice(("phone", "portal")),
        "none",
        dice.randrange(500, 3000) + 5000 * dear,
        24000,
        day - timedelta(days=delay + dice.randrange(5, 300)),
        day + timedelta(days=60),
        Json({"line": "motor"}),
        "concluded",
        "substantiated" if substantiated else "cleared",
        "denied" if substantiated else "paid_full",
        True,
        came + timedelta(days=dice.randrange(5, 40)),
    )
