"""Decisions on a claim, each made by a named person and each undone by a step of its own."""

from datetime import date

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.codes import Action, DenialReason, Disposition, ReferralReason
from app.errors import Invalid
from app.services.claim_views import ClaimRow
from app.services.figures import today
from app.services.moves import Moves


class DecisionService:
    """Decide claims as the signed-in person.

    Every method takes the version the person saw and returns the claim as it is after. It raises
    Conflict when somebody was faster, Refused or NotAllowed when the lifecycle or the person's
    authority forbids the step, Invalid when a required word is missing, and Offline when the
    server is gone; in every such case nothing was changed. A triaged claim that nobody owns is
    taken first, in the same transaction.
    """

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._moves = Moves(sessions, identity)

    def approve(self, claim_id: int, version: int, *, note: str = "") -> ClaimRow:
        """Approve the claimed amount, within one's authority."""
        return self._moves.move(Action.APPROVE, claim_id, version, status_note=_note(note))

    def refer(
        self, claim_id: int, version: int, *, reason: ReferralReason, note: str = ""
    ) -> ClaimRow:
        """Refer the claim to the special investigation unit."""
        return self._moves.move(
            Action.REFER, claim_id, version, status_reason=reason, status_note=_note(note)
        )

    def ask(self, claim_id: int, version: int, *, what: str, of_whom: str, until: date) -> ClaimRow:
        """Ask somebody for information and put the claim in the diary until a day."""
        _given(what=what, of_whom=of_whom)
        if until <= today():
            sentence = "The diary date must lie in the future. Choose a later day."
            raise Invalid(sentence, {"until": sentence})
        detail = {"what": what.strip(), "of_whom": of_whom.strip(), "until": until.isoformat()}
        return self._moves.move(
            Action.ASK, claim_id, version, status_detail=detail, hold_until=until
        )

    def deny(
        self, claim_id: int, version: int, *, reason: DenialReason, wording: str, note: str = ""
    ) -> ClaimRow:
        """Deny the claim on a ground of the policy, quoting its wording."""
        _given(wording=wording)
        return self._moves.move(
            Action.DENY,
            claim_id,
            version,
            status_reason=reason,
            status_detail={"wording": wording.strip()},
            status_note=_note(note),
        )

    def resume(
        self,
        claim_id: int,
        version: int,
        *,
        disposition: Disposition | None = None,
        note: str = "",
    ) -> ClaimRow:
        """Take up the review again: an answer came, or the investigators have a disposition."""
        said = {"siu_disposition": disposition} if disposition else {}
        return self._moves.move(Action.RESUME, claim_id, version, status_note=_note(note), **said)

    def undo(self, claim_id: int, version: int) -> ClaimRow:
        """Take back one's own last decision, while nobody has acted on it."""
        return self._moves.move(Action.UNDO, claim_id, version)


_ASKS = {
    "what": "Say what you need to know.",
    "of_whom": "Say whom you ask.",
    "wording": "Quote the wording of the policy that the denial rests on.",
}


def _given(**texts: str) -> None:
    problems = {name: _ASKS[name] for name, text in texts.items() if not text.strip()}
    if problems:
        raise Invalid(" ".join(problems.values()), problems)


def _note(note: str) -> str | None:
    return note.strip() or None
