"""The conditions, the order and the paging of a queue, in SQL.

Filters with an index compare text, dates and integers only: under row-level security the planner
uses an index for leakproof operators alone, and those of numeric and pattern matching are not.
A page is picked from the claims alone, in their order, before anything is joined to its rows.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Integer,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.engine import RowMapping

from app.access import Identity
from app.codes import Status
from app.models import Alert, Claim, DirectoryEntry, Party, Tag, queue_due, queue_name, queue_risk
from app.services.claim_rows import claim_rows, received
from app.services.figures import today
from app.services.queue_filter import (
    HIGH,
    MEDIUM,
    MOST_COUNTED,
    STATUSES,
    AmountBand,
    Cursor,
    Diary,
    DueBand,
    Owner,
    Period,
    QueueFilter,
    RiskBand,
    SortKey,
    StatusGroup,
)
from app.services.queue_reach import EVERYTHING, Reach, reach_of, within

MOST_FOUND = 1_000
MIDDLING, LARGE = 1_000, 10_000
_SUGGESTIONS = ("refer_siu", "enhanced_review", "standard_review", "fast_track", "abstain")
_PLACE = (queue_due, queue_risk, Claim.id)

_BANDS: dict[RiskBand, ColumnElement[bool]] = {
    RiskBand.HIGH: queue_risk <= -100 * int(HIGH),
    RiskBand.MEDIUM: and_(queue_risk <= -100 * int(MEDIUM), queue_risk > -100 * int(HIGH)),
    RiskBand.LOW: and_(queue_risk > -100 * int(MEDIUM), queue_risk <= 0),
    RiskBand.NOT_SCORED: queue_risk > 0,
}
_AMOUNTS: dict[AmountBand, ColumnElement[bool]] = {
    AmountBand.SMALL: func.coalesce(Claim.amount, 0) < MIDDLING,
    AmountBand.MIDDLE: and_(Claim.amount >= MIDDLING, Claim.amount < LARGE),
    AmountBand.LARGE: Claim.amount >= LARGE,
}
_PERIODS = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30}
_NEAR = {DueBand.TODAY: 0, DueBand.THREE_DAYS: 3, DueBand.WEEK: 7}
_KEYS: dict[SortKey, ColumnElement[Any]] = {
    SortKey.DUE: queue_due,
    SortKey.RISK: -queue_risk,
    SortKey.NUMBER: Claim.claim_number.expression,
    SortKey.CLAIMANT: queue_name,
    SortKey.CAUSE: func.coalesce(Claim.cause, ""),
    SortKey.AMOUNT: func.coalesce(Claim.amount, 0),
    SortKey.SUGGESTION: case(
        {code: len(_SUGGESTIONS) - rank for rank, code in enumerate(_SUGGESTIONS)},
        value=Claim.ml_recommendation,
        else_=0,
    ),
    SortKey.STATUS: Claim.status.expression,
    SortKey.RECEIVED: received,
}


def owners() -> Select[int]:
    """Return the query of all who may own claims, by name."""
    return select(DirectoryEntry.id).order_by(DirectoryEntry.full_name, DirectoryEntry.id)


def page(
    query: QueueFilter,
    identity: Identity,
    after: Cursor | None,
    limit: int,
    by_name: Sequence[int] = (),
) -> Select[*tuple[Any, ...]]:
    """Return the query of one page: the sorted column first, then due day, risk and id.

    *by_name* are all who may own claims, in the order in which a sorting by owner has them.
    """
    picked = _picked(query, identity, after, limit, by_name)
    rows = claim_rows().join(picked, picked.c.id == Claim.id)
    key = picked.c.sort_key
    first = key.desc() if query.descending else key.asc()
    place = (picked.c.queue_due, picked.c.queue_risk)
    return rows.add_columns(key, *place).order_by(first, *place, picked.c.id)


def cursor(last: RowMapping) -> Cursor:
    """Return the place behind the last row of a page."""
    return Cursor((last["sort_key"], last["queue_due"], last["queue_risk"], last["id"]))


def figures(query: QueueFilter, identity: Identity) -> Select[*tuple[int, ...]]:
    """Return the one query that counts the filter's claims and those of the head."""
    is_open = Claim.status.in_(STATUSES[StatusGroup.OPEN])
    ready, reach = _ready(), reach_of(identity)
    return select(
        _counted(_asked(query, identity), matching(query, identity.id)),
        _counted(reach, is_open, ready),
        _counted(EVERYTHING, is_open, ready, Claim.assigned_to == identity.id),
        _counted(reach, Claim.status == Status.SIU_REVIEW),
        _counted(reach, is_open, _due(DueBand.LATE)),
        _counted(reach, is_open, queue_due == today()),
    )


def some(query: QueueFilter, identity: Identity, *columns: ColumnElement[Any]) -> Subquery:
    """Return *columns* of the filter's claims, of one more than `MOST_COUNTED` at most."""
    wanted = matching(query, identity.id)
    return _limited(_asked(query, identity), columns, wanted)


def _counted(reach: Reach, *wanted: ColumnElement[bool]) -> ColumnElement[int]:
    """Return a count that stops at one more than `MOST_COUNTED`, as a column of its own."""
    found = _limited(reach, (Claim.id.expression,), *wanted)
    return select(func.count()).select_from(found).scalar_subquery()


def _limited(
    reach: Reach, columns: Sequence[ColumnElement[Any]], *wanted: ColumnElement[bool]
) -> Subquery:
    found = within(reach, lambda part: select(*columns).where(*wanted, part).correlate(None))
    return found.limit(MOST_COUNTED + 1).subquery()


def _asked(query: QueueFilter, identity: Identity) -> Reach:
    """Return the parts to look in; a search by words finds its claims by indexes of its own."""
    return EVERYTHING if query.text.strip() or query.alert else reach_of(identity)


def matching(query: QueueFilter, me: int) -> ColumnElement[bool]:
    """Return the condition that a claim satisfies the filter for the person *me*."""
    wanted = [Claim.status.in_(STATUSES[query.status]), _owned(query.owner, me)]
    same = {
        Claim.claim_type: query.claim_type,
        Claim.ml_recommendation: query.suggestion,
        Claim.assigned_to: query.colleague,
        Claim.region: query.region,
    }
    wanted += [column == value for column, value in same.items() if value is not None]
    wanted += _put_away(query)
    if query.tag:
        tagged = select(Tag.tag).where(Tag.claim_id == Claim.id, Tag.tag == query.tag)
        wanted.append(tagged.exists())
    if query.alert:
        behind = select(func.unnest(Alert.claims)).where(Alert.id == query.alert)
        wanted.append(Claim.id.in_(behind))
    if query.risk:
        wanted.append(_BANDS[query.risk])
    if query.due:
        wanted.append(_due(query.due))
    if query.amount:
        wanted.append(_AMOUNTS[query.amount])
    if query.received:
        since = func.now() - timedelta(days=_PERIODS[query.received])
        wanted.append(Claim.submission_date >= since)
    if query.text.strip():
        wanted.append(_mentions(query.text.strip()))
    return and_(*wanted)


def _picked(
    query: QueueFilter,
    identity: Identity,
    after: Cursor | None,
    limit: int,
    by_name: Sequence[int],
) -> Subquery:
    key = _by_owner(by_name) if query.sort is SortKey.OWNER else _KEYS[query.sort]
    wanted = [matching(query, identity.id)]
    if after:
        wanted.append(_behind(after, query, key))

    def made(part: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
        first = key.desc() if query.descending else key.asc()
        found = select(key.label("sort_key"), *_PLACE).where(*wanted, part)
        return found.order_by(first, *_PLACE).limit(limit)

    every = within(_asked(query, identity), made).subquery("found")
    columns = every.c
    first = columns.sort_key.desc() if query.descending else columns.sort_key.asc()
    place = (columns.queue_due, columns.queue_risk, columns.id)
    return select(every).order_by(first, *place).limit(limit).subquery("picked")


def _by_owner(by_name: Sequence[int]) -> ColumnElement[int]:
    """Return the place of the owner among all; claims of nobody come first."""
    places = literal(list(by_name), ARRAY(Integer))
    return func.coalesce(func.array_position(places, Claim.assigned_to), 0)


def _due(band: DueBand) -> ColumnElement[bool]:
    if band is DueBand.NONE:
        return queue_due == date(9999, 12, 31)
    if band is DueBand.LATE:
        return queue_due < today()
    return queue_due <= today() + timedelta(days=_NEAR[band])


def _owned(owner: Owner, me: int) -> ColumnElement[bool]:
    mine, free = Claim.assigned_to == me, Claim.assigned_to.is_(None)
    return {
        Owner.ANYONE: true(),
        Owner.ME: mine,
        Owner.NOBODY: free,
        Owner.ME_OR_NOBODY: or_(mine, free),
    }[owner]


def _put_away(query: QueueFilter) -> list[ColumnElement[bool]]:
    """Return what the diary leaves out; nothing is left out where somebody searches."""
    if query.diary is Diary.PUT_AWAY:
        return [Claim.diary_until > today()]
    if query.diary is Diary.ANY or query.text.strip():
        return []
    return [_ready()]


def _ready() -> ColumnElement[bool]:
    return or_(Claim.diary_until.is_(None), Claim.diary_until <= today())


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


def _behind(after: Cursor, query: QueueFilter, key: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that a claim comes later; its first part is one for an index."""
    value, *place = after.values
    later = tuple_(*_PLACE) > tuple_(*(literal(part) for part in place))
    if query.sort is SortKey.DUE and not query.descending:
        return later
    beyond = key < value if query.descending else key > value
    reached = key <= value if query.descending else key >= value
    return and_(reached, or_(beyond, later))
