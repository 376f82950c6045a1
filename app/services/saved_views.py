"""Views of the queue kept under a name: private, or shared with a region by its supervisor."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, literal, select, text, union_all
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType, Recommendation
from app.database import translate
from app.models import DirectoryEntry, LeftPlace, SavedView, queue_risk
from app.services.queue_filter import (
    AmountBand,
    Diary,
    DueBand,
    Owner,
    Period,
    QueueFilter,
    RiskBand,
    SortKey,
    StatusGroup,
)
from app.services.queue_query import some
from app.services.queue_reach import WALKING
from app.words import say

_SAVE = text("SELECT save_view(:view, :name, CAST(:query AS jsonb), :shared)")
_DROP = text("SELECT drop_view(:view)")
_LEAVE = text("SELECT leave_place(:place, CAST(:query AS jsonb))")
_DEFAULT = QueueFilter()
_CODES: dict[str, type[StrEnum]] = {
    "status": StatusGroup,
    "owner": Owner,
    "claim_type": ClaimType,
    "risk": RiskBand,
    "due": DueBand,
    "suggestion": Recommendation,
    "amount": AmountBand,
    "received": Period,
    "diary": Diary,
    "sort": SortKey,
}
_PLAIN: dict[str, type] = {
    "colleague": int,
    "tag": str,
    "region": str,
    "text": str,
    "descending": bool,
}


@dataclass(frozen=True, slots=True)
class ViewOf:
    """A view with how many claims it finds for the reader, and the worst risk among them.

    `by` is who shared it, or empty for one's own; `count` stops at one more than `MOST_COUNTED`.
    """

    id: int
    name: str
    query: QueueFilter
    shared: bool
    by: str = ""
    count: int = 0
    worst: RiskBand = RiskBand.NOT_SCORED


class SavedViews:
    """Keep views, and read one's own and those shared with one."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def all(self) -> tuple[ViewOf, ...]:
        """Return the views, own ones first, by name; all are counted by one statement."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            found = session.execute(_readable(self._identity.id)).all()
            queries = {view.id: query_of(view.query) for view, _by in found}
            counts = _counted(session, queries, self._identity)
            return tuple(self._view(view, by, queries, counts) for view, by in found)

    def save(
        self, name: str, query: QueueFilter, *, shared: bool = False, view: int | None = None
    ) -> int:
        """Keep a query under a name, as a new view or in place of an own one; return its id."""
        self._identity.require(Permission.QUEUE_READ)
        told = {"view": view, "name": name, "query": as_json(query), "shared": shared}
        with translate(), self._sessions.begin() as session:
            return int(session.scalar(_SAVE, told))

    def drop(self, view: int) -> None:
        """Delete a view of one's own."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            session.execute(_DROP, {"view": view})

    def leave(self, place: str, query: QueueFilter) -> None:
        """Remember how one left a queue."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            session.execute(_LEAVE, {"place": place, "query": as_json(query)})

    def left(self) -> dict[str, QueueFilter]:
        """Return how one left each queue."""
        self._identity.require(Permission.QUEUE_READ)
        mine = select(LeftPlace).where(LeftPlace.user_id == self._identity.id)
        with translate(), self._sessions.begin() as session:
            return {place.place: query_of(place.query) for place in session.scalars(mine)}

    def _view(
        self,
        view: SavedView,
        by: str | None,
        queries: Mapping[int, QueueFilter],
        counts: Mapping[int, tuple[int, RiskBand]],
    ) -> ViewOf:
        mine = view.owner_id == self._identity.id
        count, worst = counts[view.id]
        author = "" if mine else by or say("A colleague")
        shared = view.region is not None
        return ViewOf(view.id, view.name, queries[view.id], shared, author, count, worst)


def as_json(query: QueueFilter) -> str:
    """Return what of a query differs from the plain one."""
    names = [field.name for field in fields(QueueFilter)]
    told = {name: getattr(query, name) for name in names}
    return json.dumps({k: v for k, v in told.items() if v != getattr(_DEFAULT, k)})


def query_of(told: Mapping[str, Any]) -> QueueFilter:
    """Return the query that was kept; what another release knew and this one does not is left."""
    known: dict[str, Any] = {}
    for name, value in told.items():
        if name in _CODES and value in set(_CODES[name]):
            known[name] = _CODES[name](value)
        elif name in _PLAIN and isinstance(value, _PLAIN[name]):
            known[name] = value
    return QueueFilter(**known)


def _readable(me: int) -> Select[SavedView, str | None]:
    return (
        select(SavedView, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == SavedView.owner_id)
        .order_by(SavedView.owner_id != me, func.lower(SavedView.name), SavedView.id)
    )


def _counted(
    session: Session, queries: Mapping[int, QueueFilter], identity: Identity
) -> dict[int, tuple[int, RiskBand]]:
    if not queries:
        return {}
    if not any(query.text.strip() for query in queries.values()):
        session.execute(WALKING)
    parts = [_count(view, query, identity) for view, query in queries.items()]
    return {
        view: (count, _band(worst)) for view, count, worst in session.execute(union_all(*parts))
    }


def _count(view: int, query: QueueFilter, identity: Identity) -> Select[int, int, Any]:
    found = some(query, identity, queue_risk.label("risk"))
    return select(literal(view), func.count(), func.min(found.c.risk)).select_from(found)


def _band(worst: int | None) -> RiskBand:
    return RiskBand.of(Decimal(-worst) / 100 if worst is not None and worst <= 0 else None)
