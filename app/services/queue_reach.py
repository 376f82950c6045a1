"""Which claims a person's queues can find, as parts that an index answers each by itself.

Row-level security alone decides what is seen. Its policies joined by OR give the planner no index
to walk, so each query is asked of these parts instead; a claim is in one of them at most.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    func,
    or_,
    select,
    true,
    union_all,
)

from app.access import Identity, Role
from app.models import Claim

Reach = Sequence[ColumnElement[bool]]
# For one transaction: walk the index of each part. The planner would rather join bitmaps of all
# that a policy could allow, because it cannot know which of them a person's rights are.
WALKING = select(
    func.set_config("enable_bitmapscan", "off", True),  # noqa: FBT003 - until the end of it
    func.set_config("max_parallel_workers_per_gather", "0", True),  # noqa: FBT003
    func.set_config("random_page_cost", "1.1", True),  # noqa: FBT003
)
EVERYTHING: Reach = (true(),)


def reach_of(identity: Identity) -> Reach:
    """Return the parts of what a person sees: own claims, those entered, each line of the desk."""
    if identity.role is not Role.STAFF:
        return EVERYTHING
    me, lines = identity.id, sorted(identity.lines)
    others = and_(Claim.assigned_to.is_distinct_from(me), Claim.user_id.is_distinct_from(me))
    free = true() if identity.supervisor else Claim.assigned_to.is_(None)
    parts = [
        Claim.assigned_to == me,
        and_(Claim.user_id == me, Claim.assigned_to.is_distinct_from(me)),
        *(
            and_(Claim.region == identity.region, Claim.claim_type == n, free, others)
            for n in lines
        ),
    ]
    if identity.siu:
        elsewhere = [Claim.region.is_distinct_from(identity.region), Claim.claim_type.not_in(lines)]
        if not identity.supervisor:
            elsewhere.append(Claim.assigned_to.is_not(None))
        parts.append(and_(Claim.siu_status.is_not(None), others, or_(*elsewhere)))
    return parts


def within(
    reach: Reach, made: Callable[[ColumnElement[bool]], Select[*tuple[Any, ...]]]
) -> Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]:
    """Return one query of what *made* finds in each part."""
    parts = [made(part) for part in reach]
    return union_all(*parts) if parts[1:] else parts[0]
