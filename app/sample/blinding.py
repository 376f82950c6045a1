"""The blind sample of the portfolio: views that were given, and claims that wait for one."""

from collections.abc import Iterable
from typing import Any

# A person agrees with the model more often than not, and leans to the usual review otherwise.
_VIEWS = """
    UPDATE ml_engine_blind b
    SET viewed_by = (SELECT id FROM auth_user WHERE username = 'maya'),
        viewed_at = s.created_at + interval '1 day',
        view = CASE WHEN hashint4(b.claim_id) % 100 >= -56 AND s.recommendation <> 'abstain'
                    THEN s.recommendation ELSE 'standard_review' END
    FROM ml_engine_score s WHERE s.claim_id = b.claim_id
"""
# Only fresh claims without papers, so that whoever looks around first meets ordinary ones.
_HIDE = """
    WITH fresh AS (
        SELECT c.id FROM claims_claim c
        WHERE c.id = ANY (%s) AND c.status = 'triaged' AND c.assigned_to IS NULL
          AND NOT EXISTS (SELECT FROM claims_document d WHERE d.claim_id = c.id)
        ORDER BY c.submission_date DESC LIMIT 60
    )
    INSERT INTO ml_engine_blind (claim_id, hidden, drawn_at)
    SELECT c.id, true, c.submission_date FROM claims_claim c JOIN fresh USING (id)
    WHERE hashint4(c.id) %% 100 BETWEEN -12 AND 12
"""
_CLEAR = """
    UPDATE claims_claim SET ml_score = NULL, ml_confidence = NULL, ml_recommendation = NULL,
        score_id = NULL
    WHERE id IN (SELECT claim_id FROM ml_engine_blind WHERE hidden)
"""


def hide_scores(cursor: Any, still_open: Iterable[int]) -> None:
    """Give the drawn claims their views, and draw some fresh ones that still need theirs.

    No claim entered into the sample is drawn, so that what is tried out shows its score at once.
    """
    cursor.execute(_VIEWS)
    cursor.execute(_HIDE, (list(still_open),))
    # Without triggers, so that versions and times stay as the recipe tells them.
    cursor.execute("SET LOCAL session_replication_role = replica")
    cursor.execute(_CLEAR)
    cursor.execute("SET LOCAL session_replication_role = origin")
    cursor.execute("UPDATE blind_policy SET share = 0")
