"""Scored claims with outcomes, as many as a figure needs."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.server import Database
from tests.services.desk import a_scored_claim

NOW = datetime.now(UTC)


def an_outcome(
    database: Database, score: float, label: str, *, days_ago: float = 40, **changes: Any
) -> int:
    """Insert a closed claim that was scored and then ended as *label* says."""
    ended: dict[str, dict[str, Any]] = {
        "substantiated": {
            "siu_status": "concluded",
            "siu_disposition": "substantiated",
            "closed_outcome": "denied",
        },
        "cleared": {
            "siu_status": "concluded",
            "siu_disposition": "cleared",
            "closed_outcome": "paid_full",
        },
        "blind": {"closed_outcome": "paid_full"},
        "paid": {"closed_outcome": "paid_full"},
        "open": {"status": "triaged"},
    }
    came = NOW - timedelta(days=days_ago)
    told = {"status": "closed", "submission_date": came, **ended[label], **changes}
    claim = a_scored_claim(database, score, **told)
    if label == "blind":
        database.run("INSERT INTO ml_engine_blind (claim_id) VALUES (%s)", claim)
    return claim


def flagged(database: Database, claim: int, *codes: str) -> None:
    """Let somebody have looked at a claim, in which these rules fired."""
    look = database.value(
        "INSERT INTO claims_flagging (claim_id, ruleset) SELECT %s, max(id) FROM red_flag_rule"
        " RETURNING id",
        claim,
    )
    database.run(
        "INSERT INTO claims_red_flag (flagging_id, claim_id, rule_id, points, shadow, said)"
        " SELECT %s, %s, id, points, false, said FROM red_flag_current WHERE code = ANY (%s)",
        look,
        claim,
        list(codes),
    )
