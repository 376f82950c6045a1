"""Claims as the desk sees them: the queue, one claim, and who works on it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlalchemy.engine import RowMapping
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Action, Recommendation
from app.database import translate
from app.errors import NotFound
from app.models import Claim, Party, Score
from app.services.claim_facts import facts_of, parties_of
from app.services.claim_rows import claim_row, claim_rows
from app.services.claim_views import ClaimDetail, ClaimRow, ScoreView
from app.services.clocks import clock_view, clocks_of
from app.services.explaining import Explainer, explanation_of
from app.services.flags import read_flags
from app.services.letters import read_letters
from app.services.money_views import MoneyView
from app.services.moves import Moves
from app.services.proof import read_proof
from app.services.queue_filter import Counts, Cursor, Page, QueueFilter, SortKey
from app.services.queue_offers import Offered, read_offered
from app.services.queue_query import cursor, figures, owners, page
from app.services.queue_reach import WALKING
from app.services.register import read_money
from app.services.steps import Standing, steps
from app.services.timeline import events_of, last_step, timeline
from app.services.why import precedent_keys, score_view, visible_precedents
from app.words import say

PAGE = 200
_OPEN = text("SELECT open_claim(:claim)")
_PARTY = (
    "kind",
    "name",
    "phone",
    "email",
    "relation",
    "address_line",
    "city",
    "postcode",
    "country",
)


class ClaimService:
    """Read claims and take or release them, as the signed-in person."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        identity: Identity,
        explainer: Explainer | None = None,
    ) -> None:
        self._sessions, self._explainer = sessions, explainer
        self._identity = identity
        self._moves = Moves(sessions, identity)

    def queue(self, query: QueueFilter, *, after: Cursor | None = None, limit: int = PAGE) -> Page:
        """Return one page of the claims that match, with the figures for the navigation."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            if not query.text.strip():
                session.execute(WALKING)
            by_name = session.scalars(owners()).all() if query.sort is SortKey.OWNER else ()
            asked = page(query, self._identity, after, limit + 1, by_name)
            found = session.execute(asked).mappings().all()
            total, *counted = session.execute(figures(query, self._identity)).one()
        shown = found[:limit]
        behind = cursor(shown[-1]) if len(found) > limit else None
        return Page(tuple(claim_row(row) for row in shown), total, Counts(*counted), behind)

    def offered(self) -> Offered:
        """Return the colleagues, tags and regions that a queue can be filtered by."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            return read_offered(session)

    def detail(self, claim_id: int) -> ClaimDetail:
        """Return everything the desk shows of a claim; NotFound if it is out of sight.

        The claim's history keeps who opened it.
        """
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            found = session.execute(_whole(claim_id)).mappings().one_or_none()
            if found is None:
                raise NotFound(say("This claim is not among those you may see."))
            told = explanation_of(found["Score"], self._explainer)
            session.execute(_OPEN, {"claim": claim_id})
            events = list(session.execute(events_of(claim_id)).mappings())
            score, money = _score(session, found, told), read_money(session, claim_id)
            clocks = [clock_view(row) for row in session.execute(clocks_of(claim_id)).mappings()]
            letters = read_letters(session, claim_id)
            view = self._view(found, events, score, money)
            view = replace(view, clocks=tuple(clocks), letters=letters)
            return replace(
                view, flags=read_flags(session, claim_id), proof=read_proof(session, claim_id)
            )

    def take(self, claim_id: int, version: int) -> ClaimRow:
        """Make a triaged claim one's own and begin its review."""
        return self._moves.move(Action.TAKE, claim_id, version)

    def release(self, claim_id: int, version: int) -> ClaimRow:
        """Give a claim that is not decided back to the queue."""
        return self._moves.move(Action.RELEASE, claim_id, version)

    def _view(
        self,
        found: RowMapping,
        events: list[RowMapping],
        score: ScoreView | None,
        money: MoneyView,
    ) -> ClaimDetail:
        row, claim = claim_row(found), found["Claim"]
        author, acted = last_step(events)
        standing = Standing.of(row, author=author, acted_since=acted, money=money)
        return ClaimDetail(
            row=row,
            facts=facts_of(claim, row.owner),
            description=claim.description or "",
            parties=parties_of(found["parties"]),
            score=score,
            events=timeline(events),
            actions=steps(self._identity, standing),
            money=money,
        )


def _whole(claim_id: int) -> Select[*tuple[Any, ...]]:
    pairs = [part for name in _PARTY for part in (name, getattr(Party, name))]
    parties = (
        select(func.jsonb_agg(func.jsonb_build_object(*pairs)))
        .where(Party.claim_id == Claim.id)
        .scalar_subquery()
    )
    return (
        claim_rows()
        .add_columns(
            Claim,
            Score,
            func.shown_version(Score.model_id).label("model"),
            parties.label("parties"),
        )
        .where(Claim.id == claim_id)
    )


def _score(session: Session, found: RowMapping, told: Mapping[str, Any]) -> ScoreView | None:
    score: Score | None = found["Score"]
    if score is None:
        return None
    keys = precedent_keys(told)
    seen = session.execute(visible_precedents(keys)).mappings().all() if keys else ()
    view = score_view(score, told, found["model"], seen)
    return replace(view, recommendation=Recommendation(found["recommendation"]))
