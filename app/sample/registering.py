"""The models of the sample: one that judged the last year, one that judges, one that challenges."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from psycopg2.extras import Json

from app.codes import Outcome
from app.sample.claim import SampleClaim
from app.sample.copying import copy, reserve
from app.sample.events import SCORED_AFTER
from app.sample.judging import Judged, judge
from app.sample.training import CHALLENGER, EARLIER, YEAR
from app.services.card_figures import card_figures
from app.settings import MODEL

LINES = ["motor", "property", "health", "travel"]
NAME = "Sample portfolio"
JUDGED = ["score", "probability", "confidence", "recommendation"]
SWITCHED, BLIND = 10, 15
PROPOSER = "leo"
WHY = "Learns from the last eighteen months only, and follows the newest habits more closely."


def register(cursor: Any, judged: Judged, version: str, *, made: int, as_of: date) -> int:
    """Register a model as made that many days ago; return its id."""
    learned = {"settled_claims": judged.learned_from, "data_version": judged.data_version}
    moment = datetime.combine(as_of, time(9, 30), UTC) - timedelta(days=made)
    cursor.execute(
        "INSERT INTO ml_engine_mlmodel (name, version, model_type, performance_metrics, sha256,"
        " lines, card, created_at) VALUES (%s, %s, 'knn', %s, %s, %s, %s, %s)"
        " ON CONFLICT (sha256) DO UPDATE SET updated_at = now() RETURNING id",
        (
            NAME,
            version,
            Json(learned | card_figures(judged.card)),
            judged.sha256,
            LINES,
            judged.card,
            moment,
        ),
    )
    model: int = cursor.fetchone()[0]
    cursor.execute(
        "INSERT INTO ml_engine_bundle VALUES (%s, %s) ON CONFLICT DO NOTHING",
        (judged.sha256, judged.data),
    )
    return model


def judged_before(settled: Sequence[SampleClaim], as_of: date) -> tuple[list[int], Judged]:
    """Judge the settled claims of the last year as the model before did; return their places."""
    since = as_of - timedelta(days=YEAR)
    places = [n for n, claim in enumerate(settled) if claim.submission_date.date() >= since]
    earlier = MODEL.with_name(EARLIER)
    return places, judge([settled[n] for n in places], earlier, explain=False)


def put_in_place(cursor: Any, judged: Judged, before: Judged, as_of: date) -> tuple[int, int]:
    """Register the model before as retired and the one that judges; return both ids."""
    earlier = register(cursor, before, "0.9", made=YEAR, as_of=as_of)
    model = register(cursor, judged, "1.0", made=SWITCHED, as_of=as_of)
    for number in (earlier, model):
        cursor.execute("SELECT activate_model(%s)", (number,))
    return earlier, model


def challenge(cursor: Any, people: dict[str | None, int], as_of: date) -> int:
    """Register a model that waits to judge, and let one administrator propose it."""
    made = judge([], MODEL.with_name(CHALLENGER), explain=False)
    challenger = register(cursor, made, "1.1", made=1, as_of=as_of)
    cursor.execute(
        "INSERT INTO ml_engine_proposal (model_id, lines, reason, proposed_by)"
        " VALUES (%s, %s, %s, %s)",
        (challenger, ["motor"], WHY, people[PROPOSER]),
    )
    cursor.execute(
        "INSERT INTO ml_engine_event (actor_id, kind, model_id, reason, detail)"
        " VALUES (%s, 'proposed', %s, %s, %s)",
        (people[PROPOSER], challenger, WHY, Json({"lines": ["motor"]})),
    )
    return challenger


def write_scores(
    cursor: Any,
    model: int,
    claims: Sequence[SampleClaim],
    ids: Sequence[int],
    receipts: Sequence[dict[str, Any]],
) -> list[int]:
    """Write scores as `record_score` would have, show them on their claims, return their ids."""
    scores = reserve(cursor, "ml_engine_score", len(ids))
    rows = (
        [
            score,
            number,
            model,
            claim.submission_date + SCORED_AFTER,
            *(receipt[name] for name in JUDGED),
            {name: told for name, told in receipt.items() if name != "explanation"},
            receipt.get("explanation", {}),
        ]
        for score, number, claim, receipt in zip(scores, ids, claims, receipts, strict=True)
    )
    columns = ["id", "claim_id", "model_id", "created_at", *JUDGED, "receipt", "explanation"]
    copy(cursor, "ml_engine_score", columns, rows)
    # Without triggers, so that versions and times stay as the recipe tells them.
    cursor.execute("SET LOCAL session_replication_role = replica")
    cursor.execute(
        "UPDATE claims_claim c SET score_id = s.id, ml_score = s.score,"
        " ml_confidence = s.confidence, ml_recommendation = s.recommendation"
        " FROM ml_engine_score s WHERE s.claim_id = c.id AND s.id BETWEEN %s AND %s",
        (scores[0], scores[-1]),
    )
    cursor.execute("SET LOCAL session_replication_role = origin")
    return scores


def draw_blind(cursor: Any, settled: Sequence[SampleClaim], ids: Sequence[int]) -> None:
    """Put some of the paid claims into the blind sample, as chance by their keys has it."""
    rows = (
        [number, claim.submission_date]
        for number, claim in zip(ids, settled, strict=True)
        if claim.outcome is Outcome.CLEARED and claim.precedent_key.int % 100 < BLIND
    )
    copy(cursor, "ml_engine_blind", ["claim_id", "drawn_at"], rows)
