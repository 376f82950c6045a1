"""The trial of the sample: a leaner model ran in the shadow for some months and fell behind."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from psycopg2.extras import Json

from app.ml.sequential import weigh
from app.sample.claim import SampleClaim
from app.sample.copying import copy
from app.sample.judging import judge
from app.sample.registering import LINES, PROPOSER, register
from app.sample.training import LEANER, YEAR
from app.settings import MODEL

VERSION, LONGEST, WEEK = "0.9-lean", 180, timedelta(days=7)
WHY = "Finds out whether claims can be judged without comparing phones, e-mails and addresses."
BEHIND = (
    "The challenger is behind. Of {of:,} claims with an outcome on which they differ, the "
    "challenger was right on {won:,}."
)
COLUMNS = ["trial_id", "claim_id", "score_id", "score", "probability", "recommendation"]
_CASES = """
    SELECT l.last_updated, (h.score >= 70) = (l.label = 'substantiated')
    FROM ml_engine_shadow h JOIN ml_engine_score s ON s.id = h.score_id
    JOIN claim_label l ON l.claim_id = h.claim_id
    WHERE h.trial_id = %s AND l.label IN ('substantiated', 'cleared', 'blind')
      AND (h.score >= 70) <> (s.score >= 70)
    ORDER BY 1
"""
_BEGUN = """
    INSERT INTO ml_engine_trial (kind, champion_id, challenger_id, lines, share, longest, reason,
                                 asked_by, began_by, asked_at, began_at)
    VALUES ('shadow', %s, %s, %s, 1, %s, %s, %s, %s, %s, %s) RETURNING id
"""
_ENDED = """
    UPDATE ml_engine_trial SET open = NULL, looks = %s, looked_at = %s, ended_at = %s,
        verdict = 'worse', ending = %s WHERE id = %s
"""
_TOLD = """
    INSERT INTO ml_engine_event (at, actor_id, kind, model_id, reason, detail)
    VALUES (%s, %s, %s, %s, %s, %s)
"""


def tried(
    cursor: Any,
    champion: int,
    claims: Sequence[SampleClaim],
    places: tuple[Sequence[int], Sequence[int]],
    people: dict[str | None, int],
    as_of: date,
) -> int:
    """Insert the trial over *claims*, whose ids and scores are *places*; return its id."""
    judged = judge(claims, MODEL.with_name(LEANER), explain=False)
    model = register(cursor, judged, VERSION, made=YEAR, as_of=as_of)
    cursor.execute("UPDATE ml_engine_mlmodel SET status = 'retired' WHERE id = %s", (model,))
    began = datetime.combine(as_of, time(8), UTC) - timedelta(days=YEAR)
    asker = people[PROPOSER]
    values = (champion, model, LINES, LONGEST, WHY, asker, asker, began, began)
    cursor.execute(_BEGUN, values)
    trial: int = cursor.fetchone()[0]
    times = [(8 + place % 5, 9 + place % 7) for place in range(len(claims))]
    told = zip(*places, judged.receipts, times, strict=True)
    rows = [
        [trial, claim, score, *(receipt[name] for name in COLUMNS[3:]), receipt, *spent]
        for claim, score, receipt, spent in told
    ]
    copy(cursor, "ml_engine_shadow", [*COLUMNS, "receipt", "ms", "champion_ms"], rows)
    looks, ended = _looks(cursor, trial, claims, began)
    ending = BEHIND.format(**looks[-1])
    cursor.execute(_ENDED, (Json(looks), ended, ended, ending, trial))
    late = [n for n, claim in zip(places[0], claims, strict=True) if claim.submission_date > ended]
    cursor.execute("DELETE FROM ml_engine_shadow WHERE claim_id = ANY (%s)", (late,))
    detail = {"trial": trial, "kind": "shadow", "share": 1, "lines": LINES}
    cursor.execute(_TOLD, (began, asker, "trial_began", model, WHY, Json(detail)))
    end = {"trial": trial, "verdict": "worse"}
    cursor.execute(_TOLD, (ended, None, "trial_ended", model, ending, Json(end)))
    return trial


def _looks(
    cursor: Any, trial: int, claims: Sequence[SampleClaim], began: datetime
) -> tuple[list[dict[str, Any]], datetime]:
    """Return what was seen week by week until the challenger was surely behind, and when."""
    cursor.execute(_CASES, (trial,))
    cases = cursor.fetchall()
    looks: list[dict[str, Any]] = []
    for week in range(1, LONGEST // 7 + 1):
        now = began + week * WEEK
        known = [right for moment, right in cases if moment <= now]
        found = weigh(sum(known), len(known))
        came = sum(claim.submission_date <= now for claim in claims)
        looks.append(_look(now, found._asdict(), came))
        if found.leads:
            break
    return looks, datetime.fromisoformat(looks[-1]["at"])


def _look(now: datetime, found: dict[str, Any], claims: int) -> dict[str, Any]:
    value, low, high = found["share"]
    kept = {name: found[name] for name in ("won", "of", "even", "p")}
    return {
        "at": now.isoformat(),
        "share": value,
        "low": low,
        "high": high,
        "claims": claims,
    } | kept
