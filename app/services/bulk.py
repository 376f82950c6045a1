"""The same thing done to many claims: tagged, put away; never decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Status
from app.database import translate
from app.errors import AppError, Offline
from app.services.claim_views import ClaimRow
from app.services.figures import day
from app.words import say

MOST = 500
DECIDED = frozenset(
    {
        Status.APPROVED,
        Status.DENIED,
        Status.SETTLED,
        Status.CLOSED,
        Status.WITHDRAWN,
        Status.VOID,
    }
)
_TAG = text("SELECT tag_claim(:claim, :tag, true)")
_PUT_AWAY = text("SELECT put_away(:claim, :until, :reason)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would happen, or happened, to one claim; `done` is False where nothing does."""

    claim: ClaimRow
    done: bool
    text: str


class BulkService:
    """Preview and do one thing to many claims, each by itself: one that fails stops no other."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def preview_tag(self, claims: Sequence[ClaimRow], tag: str) -> tuple[Outcome, ...]:
        """Return what tagging would do."""
        word = tag.strip().lower()
        return tuple(
            Outcome(claim, done=False, text=say("Has this tag already"))
            if word in claim.tags
            else Outcome(
                claim, done=bool(word), text=say("Gets the tag {word}", word=word) if word else ""
            )
            for claim in claims
        )

    def preview_put_away(self, claims: Sequence[ClaimRow], until: date) -> tuple[Outcome, ...]:
        """Return what putting away would do."""
        return tuple(self._away(claim, until) for claim in claims)

    def tag(self, claims: Sequence[ClaimRow], tag: str) -> tuple[Outcome, ...]:
        """Put a tag on each claim that lacks it."""
        wanted = [outcome.claim for outcome in self.preview_tag(claims, tag) if outcome.done]
        return self._each(
            wanted,
            lambda session, claim: session.execute(_TAG, {"claim": claim.id, "tag": tag}),
            say("Tagged"),
        )

    def put_away(self, claims: Sequence[ClaimRow], until: date, reason: str) -> tuple[Outcome, ...]:
        """Put each claim away that may be, until a day."""
        wanted = [outcome.claim for outcome in self.preview_put_away(claims, until) if outcome.done]
        told = {"until": until, "reason": reason}
        return self._each(
            wanted,
            lambda session, claim: session.execute(_PUT_AWAY, {"claim": claim.id, **told}),
            say("Put away until {until}", until=day(until)),
        )

    def _away(self, claim: ClaimRow, until: date) -> Outcome:
        if claim.status in DECIDED:
            return Outcome(claim, done=False, text=say("Is decided"))
        if claim.assigned_to != self._identity.id and not self._identity.supervisor:
            whose = (
                say("Belongs to {owner}", owner=claim.owner)
                if claim.owner
                else say("Belongs to nobody")
            )
            return Outcome(claim, done=False, text=whose)
        return Outcome(claim, done=True, text=say("Comes back on {until}", until=day(until)))

    def _each(
        self,
        claims: Sequence[ClaimRow],
        act: Callable[[Session, ClaimRow], object],
        done: str,
    ) -> tuple[Outcome, ...]:
        self._identity.require(Permission.CLAIM_DECIDE)
        return tuple(self._one(claim, act, done) for claim in claims[:MOST])

    def _one(
        self, claim: ClaimRow, act: Callable[[Session, ClaimRow], object], done: str
    ) -> Outcome:
        try:
            with translate(), self._sessions.begin() as session:
                act(session, claim)
        except Offline:
            raise
        except AppError as error:
            return Outcome(claim, done=False, text=error.message)
        return Outcome(claim, done=True, text=done)
