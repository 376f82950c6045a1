"""Doubts about precedents: raised by who reads a score, read by who keeps the model."""

from uuid import UUID

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Outcome
from app.database import translate
from app.errors import Invalid, NotAllowed
from app.models import DirectoryEntry, Dispute
from app.services.compare_views import DisputeView
from app.words import say

LEAST, MOST = 10, 2000
ASK = say("Say in at least {least} characters what is doubtful about this precedent.", least=LEAST)
_TOO_LONG = say("The reason takes at most {most:,} characters. Shorten it.", most=MOST)
_TWICE = say(
    "You have disputed this precedent on this claim already. The analysts have your reason."
)
_NUMBERS = text("SELECT dispute, precedent, claim FROM disputed_numbers()")
_MOST_SHOWN = 500


class DisputeService:
    """Raise and read disputes, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def raise_dispute(self, claim_id: int, precedent: UUID, reason: str) -> None:
        """Record the doubt with its reason in the history of the claim; it changes no score.

        Raises Invalid for a reason too short or too long or a second dispute of one's own, and
        Refused if the claim's score does not name the precedent.
        """
        self._identity.require(Permission.PRECEDENT_DISPUTE)
        problem = ASK if len(reason.strip()) < LEAST else _TOO_LONG if len(reason) > MOST else ""
        if problem:
            raise Invalid(problem, {"reason": problem})
        with translate(), self._sessions.begin() as session:
            mine = select(Dispute.id).where(
                Dispute.claim_id == claim_id,
                Dispute.precedent_key == precedent,
                Dispute.raised_by == self._identity.id,
            )
            if session.scalar(mine):
                raise Invalid(_TWICE, {"reason": _TWICE})
            row = {"claim_id": claim_id, "precedent_key": precedent, "reason": reason.strip()}
            session.execute(insert(Dispute).values(row).inline())

    def open_disputes(self) -> tuple[DisputeView, ...]:
        """Return the disputes, newest first; for analysts and administrators."""
        self._identity.require(Permission.DISPUTE_READ)
        if not (self._identity.analyst or self._identity.may(Permission.MODEL_ACTIVATE)):
            raise NotAllowed(say("Disputes are read by analysts. Ask a supervisor for the flag."))
        query = (
            select(Dispute, DirectoryEntry.full_name)
            .outerjoin(DirectoryEntry, DirectoryEntry.id == Dispute.raised_by)
            .order_by(Dispute.id.desc())
            .limit(_MOST_SHOWN)
        )
        with translate(), self._sessions.begin() as session:
            numbers = {one.dispute: one for one in session.execute(_NUMBERS)}
            return tuple(
                DisputeView(
                    id=dispute.id,
                    precedent=numbers[dispute.id].precedent,
                    outcome=Outcome(dispute.outcome),
                    claim=numbers[dispute.id].claim,
                    claim_id=dispute.claim_id,
                    reason=dispute.reason,
                    raised_by=name or say("A colleague"),
                    raised_at=dispute.raised_at,
                )
                for dispute, name in session.execute(query)
            )
