"""The conditions, the order and the paging of a queue, in SQL.

Filters with an index compare text and integers only: under row-level security the planner uses
an index for leakproof operators alone, and those of numeric and pattern matching are not.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true
from sqlalchemy.engine import RowMapping

from app.codes import Status
from app.models import Claim, DirectoryEntry, Party
from app.services.claim_rows import claim_rows, claimant, received
from app.services.queue_filter import (
    HIGH,
    MEDIUM,
    STATUSES,
    Cursor,
    Owner,
    QueueFilter,
    RiskBand,
    SortKey,
    StatusGroup,
)

UNSCORED = -1
MOST_FOUND = 1_000
_SUGGESTIONS = ("refer_siu", "enhanced_review", "standard_review", "fast_track", "abstain")

_BANDS: dict[RiskBand, ColumnElement[bool]] = {
    RiskBand.HIGH: Claim.ml_score >= HIGH,
    RiskBand.MEDIUM: and_(Claim.ml_score >= MEDIUM, Claim.ml_score < HIGH),
    RiskBand.LOW: Claim.ml_score < MEDIUM,
    RiskBand.NOT_SCORED: Claim.ml_score.is_(None),
}

_KEYS: dict[SortKey, ColumnElement[Any]] = {
    SortKey.RISK: func.coalesce(Claim.ml_score, UNSCORED),
    SortKey.NUMBER: Claim.claim_number.expression,
    SortKey.CLAIMANT: func.lower(func.coalesce(claimant, "")),
    SortKey.CAUSE: func.coalesce(Claim.cause, ""),
    SortKey.AMOUNT: func.coalesce(Claim.amount, 0),
    SortKey.SUGGESTION: case(
        {code: len(_SUGGESTIONS) - rank for rank, code in enumerate(_SUGGESTIONS)},
        value=Claim.ml_recommendation,
        else_=0,
    ),
    SortKey.STATUS: Claim.status.expression,
    SortKey.OWNER: func.coalesce(DirectoryEntry.full_name, ""),
    SortKey.RECEIVED: received,
}


def page(query: QueueFilter, me: int, after: Cursor | None, limit: int) -> Select[*tuple[Any, ...]]:
    """Return the query of one page: the sorted column first, then the longest waiting."""
    key = _KEYS[query.sort]
    found = claim_rows().add_columns(key.label("sort_key")).where(matching(query, me))
    if after:
        found = found.where(_behind(after, key, descending=query.descending))
    first = key.desc() if query.descending else key.asc()
    return found.order_by(first, received, Claim.id).limit(limit)


def cursor(last: RowMapping) -> Cursor:
    """Return the place behind the last row of a page."""
    return Cursor((last["sort_key"], last["received"], last["id"]))


def figures(query: QueueFilter, me: int) -> Select[int, int, int, int]:
    """Return the one query that counts the filter's claims and those of the navigation."""
    is_open = Claim.status.in_(STATUSES[StatusGroup.OPEN])
    looked_at = {*STATUSES[StatusGroup.OPEN], *STATUSES[query.status]}
    return select(
        func.count().filter(matching(query, me)),
        func.count().filter(is_open),
        func.count().filter(is_open, Claim.assigned_to == me),
        func.count().filter(Claim.status == Status.SIU_REVIEW),
    ).where(Claim.status.in_(looked_at))


def matching(query: QueueFilter, me: int) -> ColumnElement[bool]:
    """Return the condition that a claim satisfies the filter for the person *me*."""
    wanted = [Claim.status.in_(STATUSES[query.status]), _owned(query.owner, me)]
    if query.claim_type:
        wanted.append(Claim.claim_type == query.claim_type)
    if query.risk:
        wanted.append(_BANDS[query.risk])
    if query.text.strip():
        wanted.append(_mentions(query.text.strip()))
    return and_(*wanted)


def _owned(owner: Owner, me: int) -> ColumnElement[bool]:
    mine, free = Claim.assigned_to == me, Claim.assigned_to.is_(None)
    return {
        Owner.ANYONE: true(),
        Owner.ME: mine,
        Owner.NOBODY: free,
        Owner.ME_OR_NOBODY: or_(mine, free),
    }[owner]


def _mentions(text: str) -> ColumnElement[bool]:
    named = (
        select(Party.id)
        .where(Party.claim_id == Claim.id, Party.kind.in_(("claimant", "policyholder")))
        .where(Party.name.icontains(text, autoescape=True))
    )
    return or_(
        Claim.claim_number.icontains(text, autoescape=True),
        Claim.policy_number.icontains(text, autoescape=True),
        named.exists(),
        Claim.id.in_(select(func.search_claims(text, MOST_FOUND).column_valued())),
    )


def _behind(after: Cursor, key: ColumnElement[Any], *, descending: bool) -> ColumnElement[bool]:
    value, when, number = after.values
    return or_(
        key < value if descending else key > value,
        and_(key == value, received > when),
        and_(key == value, received == when, Claim.id > number),
    )
