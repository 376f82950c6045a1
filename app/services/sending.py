"""Sends what waits in the outbox, once and in order, and tells what became of it meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.codes import Action
from app.database import translate
from app.errors import AppError, Busy, NotFound, Offline, Refused
from app.models import Event
from app.services import figures, wording
from app.services.claim_views import ClaimDetail, ClaimRow
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.outbox import Held, Outbox
from app.services.steps import EDGES
from app.words import say

HOLDABLE = frozenset({Action.APPROVE, Action.REFER, Action.ASK, Action.DENY, Action.RESUME})
CLOCKS = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Clash:
    """A refused decision beside what the claim is now, and who made it so.

    `against` is the reason why one's own decision cannot be made any more, or None.
    """

    held: Held
    now: str
    who: str
    against: str | None


@dataclass(frozen=True, slots=True)
class Sent:
    """What one attempt came to; `offline` when the rest waits for a server that is gone or busy."""

    arrived: tuple[Held, ...] = ()
    refused: tuple[Held, ...] = ()
    offline: bool = False


class Outgoing:
    """The outbox of the signed-in person and the way out of it."""

    def __init__(self, outbox: Outbox, sessions: sessionmaker[Session], identity: Identity) -> None:
        self.outbox = outbox
        self._sessions, self._identity = sessions, identity
        self._claims = ClaimService(sessions, identity)
        decisions = DecisionService(sessions, identity)
        self._steps: dict[Action, Callable[..., ClaimRow]] = {
            Action.APPROVE: decisions.approve,
            Action.REFER: decisions.refer,
            Action.ASK: decisions.ask,
            Action.DENY: decisions.deny,
            Action.RESUME: decisions.resume,
        }

    def hold(self, action: Action, claim: ClaimRow, words: dict[str, Any]) -> Held:
        """Keep a decision on *claim* as the person saw it; Refused if one waits already."""
        if action not in HOLDABLE:
            raise Refused(say("This step cannot wait. Try again when the server answers."))
        held = Held(claim.id, claim.number, claim.version, action, words, look(claim))
        self.outbox.add(held)
        return held

    def send(self) -> Sent:
        """Send what waits until it is gone or the server is; refused ones stay, marked so."""
        arrived: list[Held] = []
        refused: list[Held] = []
        for held in self.outbox.held():
            if held.problem:
                continue
            try:
                problem = self._deliver(held)
            except (Offline, Busy):
                return Sent(tuple(arrived), tuple(refused), offline=True)
            if problem:
                self.outbox.mark(held.id, problem)
                refused.append(replace(held, problem=problem))
            else:
                self.outbox.remove(held.id)
                arrived.append(held)
        return Sent(tuple(arrived), tuple(refused))

    def clashes(self) -> tuple[Clash, ...]:
        """Return every refused decision beside the claim as it is now."""
        return tuple(self._clash(held) for held in self.outbox.held() if held.problem)

    def keep(self, held: Held) -> Sent:
        """Decide again, on the claim as it is now; Refused if that is not possible any more."""
        detail = self._claims.detail(held.claim_id)
        against = _against(held, detail)
        if against:
            raise Refused(against)
        self.outbox.renew(held.id, detail.row.version)
        return self.send()

    def drop(self, held: Held) -> None:
        """Let what is at the server stand."""
        self.outbox.remove(held.id)

    def _deliver(self, held: Held) -> str:
        """Return the sentence of the refusal, or nothing when the server has the decision."""
        try:
            self._steps[held.action](held.claim_id, held.version, **held.words)
        except (Offline, Busy):
            raise
        except AppError as error:
            return "" if self._arrived(held) else error.message
        return ""

    def _arrived(self, held: Held) -> bool:
        """Tell whether the decision was made, but the answer got lost on the way back."""
        said = held.words
        same = (
            Event.claim_id == held.claim_id,
            Event.actor_id == self._identity.id,
            Event.kind == "status",
            Event.to_status == EDGES[held.action][1],
            Event.at >= held.at - CLOCKS,
            Event.reason.is_not_distinct_from(said.get("reason")),
            Event.note.is_not_distinct_from(said.get("note", "").strip() or None),
        )
        with translate(), self._sessions.begin() as session:
            return bool(session.execute(select(exists().where(*same))).scalar_one())

    def _clash(self, held: Held) -> Clash:
        try:
            detail = self._claims.detail(held.claim_id)
        except NotFound as error:
            return Clash(held, error.message, "", error.message)
        latest = max(detail.events, key=lambda event: event.at, default=None)
        return Clash(held, look(detail.row), latest.actor if latest else "", _against(held, detail))


def look(claim: ClaimRow) -> str:
    """Return how a claim stands, in one line."""
    owner = claim.owner or "nobody's"
    amount = figures.money(claim.amount, claim.currency)
    return f"{wording.STATUS[claim.status]} · {owner} · {amount}"


def _against(held: Held, detail: ClaimDetail) -> str | None:
    return detail.actions.get(held.action, say("Your role does not have this step any more."))
