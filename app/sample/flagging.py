"""The red flags of the sample: rules that were tried before they were shown, and what they find."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

ANALYST = "bea"
# A rule whose trial ended, and one that cried too often.
TRIED = (
    ("RF33", "shadow", 120, "On trial until enough reviews have ended."),
    ("RF33", "on", 60, "Eleven of twelve reviews on trial found the items could not be shown."),
    ("RF31", "shadow", 21, "Terraced houses share an address line; on trial until that is mended."),
)
_VERSION = """
    INSERT INTO red_flag_rule (code, version, name, line, condition, said, points, owner, state,
                               source, why, made_by, made_at)
    SELECT code, version + 1, name, line, condition, said, points, owner, %s, source, %s, %s, %s
    FROM red_flag_current WHERE code = %s
"""
_LOOK = """
    SELECT app.look(id, submission_date + interval '5 seconds') FROM claims_claim
    WHERE submission_date IS NOT NULL AND status NOT IN ('draft', 'void') AND (
        id = ANY (%s) OR (review_outcome IS NOT NULL AND submission_date >= %s))
"""

_SUGGEST = """
    SELECT app.suggest_again(id) FROM claims_claim
    WHERE ml_recommendation = 'fast_track'
      AND status IN ('triaged', 'in_review', 'pending_info')
"""


def change_rules(cursor: Any, people: dict[str | None, int], as_of: date) -> None:
    """Let the analyst have changed some rules, each for a reason."""
    for code, state, days, why in TRIED:
        moment = as_of - timedelta(days=days)
        cursor.execute(_VERSION, (state, why, people[ANALYST], moment, code))


def raise_flags(cursor: Any, still_open: Iterable[int], as_of: date) -> None:
    """Look at the open claims, and at those of the last half year whose review has ended."""
    cursor.execute("SELECT app.count_ranges()")
    cursor.execute(_LOOK, (list(still_open), as_of - timedelta(days=180)))
    cursor.execute("DELETE FROM red_flag_due")
    # Without triggers, so that versions and times stay as the recipe tells them.
    cursor.execute("SET LOCAL session_replication_role = replica")
    cursor.execute(_SUGGEST)
    cursor.execute("SET LOCAL session_replication_role = origin")
