"""Claims with scores, and a count of the statements a service sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine, event

from tests.factories import MODEL, a_claim, a_model, insert
from tests.server import Database


def a_scored_claim(database: Database, score: float, **changes: Any) -> int:
    """Insert a claim and its score; `features` and `explanation` belong to the score."""
    features = changes.pop("features", {})
    explanation = changes.pop("explanation", {})
    recommendation = changes.pop("recommendation", "standard_review")
    claim = a_claim(database, changes.pop("status", "triaged"), **changes)
    known = database.run("SELECT id FROM ml_engine_mlmodel WHERE sha256 = %s", MODEL)
    judged = {
        "score": Decimal(str(score)),
        "confidence": Decimal("91.00"),
        "recommendation": recommendation,
    }
    row = insert(
        database,
        "ml_engine_score",
        judged
        | {
            "claim_id": claim,
            "model_id": known[0][0] if known else a_model(database),
            "probability": 0.4,
            "receipt": {"features": features},
            "explanation": explanation,
        },
    )
    database.run(
        "UPDATE claims_claim SET score_id = %s, ml_score = %s, ml_confidence = %s,"
        " ml_recommendation = %s WHERE id = %s",
        row,
        judged["score"],
        judged["confidence"],
        recommendation,
        claim,
    )
    return claim


def version_of(database: Database, claim: int) -> int:
    version: int = database.value("SELECT version FROM claims_claim WHERE id = %s", claim)
    return version


def steps_of(database: Database, claim: int) -> list[tuple[str, str]]:
    """Return from where to where the claim has moved, by the audit trail."""
    found: list[Any] = database.run(
        "SELECT from_status, to_status FROM claims_event"
        " WHERE claim_id = %s AND kind = 'status' ORDER BY id",
        claim,
    )
    return found


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements sent through *engine*."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)
