"""Decisions on a claim, each made by a named person and each undone by a step of its own."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.codes import Action, DenialReason, Disposition, ReferralReason, Status
from app.errors import Invalid
from app.services.claim_views import ClaimRow
from app.services.endings import EndingService
from app.services.explaining import Explainer
from app.services.exporting import ExportService
from app.services.figures import today
from app.services.letters import LetterService
from app.services.moves import First, Moves
from app.services.packet import PacketService
from app.services.register import RegisterService, check_and_reserve
from app.services.views import ViewService
from app.words import say


class DecisionService:
    """Decide claims as the signed-in person.

    Every method takes the version the person saw and returns the claim as it is after. It raises
    Conflict when somebody was faster, Refused or NotAllowed when the lifecycle or the person's
    authority forbids the step, Invalid when a required word is missing, and Offline when the
    server is gone; in every such case nothing was changed. A triaged claim that nobody owns is
    taken first, in the same transaction. `endings` ends claims, `register` enters money,
    `letters` and `exports` write what leaves the house.
    """

    def __init__(
        self,
        sessions: sessionmaker[Session],
        identity: Identity,
        explainer: Explainer | None = None,
    ) -> None:
        self._moves = Moves(sessions, identity)
        self.endings = EndingService(sessions, identity)
        self.register = RegisterService(sessions, identity)
        self.letters = LetterService(sessions, identity)
        self.views = ViewService(sessions, identity)
        self.packets = PacketService(sessions, identity, explainer)
        self.exports = ExportService(sessions, identity)

    def approve(
        self,
        claim_id: int,
        version: int,
        *,
        note: str = "",
        covered: bool = False,
        reserve: Decimal | None = None,
    ) -> ClaimRow:
        """Approve the claimed amount, within one's authority.

        *covered* says that the person has checked the coverage, *reserve* sets the reserve of the
        claim's own coverage; both are written in the same transaction, when they are still lacking.
        """
        first = _readied(covered=covered, reserve=reserve)
        return self._moves.move(
            Action.APPROVE, claim_id, version, first=first, status_note=_note(note)
        )

    def propose(
        self,
        claim_id: int,
        version: int,
        *,
        note: str = "",
        covered: bool = False,
        reserve: Decimal | None = None,
    ) -> ClaimRow:
        """Send an amount above one's authority to a second person for approval."""
        first = _readied(covered=covered, reserve=reserve)
        return self._moves.move(
            Action.PROPOSE, claim_id, version, first=first, status_note=_note(note)
        )

    def send_back(self, claim_id: int, version: int, *, note: str) -> ClaimRow:
        """Give a claim that waits for approval back to its adjuster, and say why."""
        _given(back=note)
        return self._moves.move(Action.SEND_BACK, claim_id, version, status_note=note.strip())

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
            sentence = say("The diary date must lie in the future. Choose a later day.")
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
        said: dict[str, Any] = {"siu_disposition": disposition} if disposition else {}
        return self._moves.move(Action.RESUME, claim_id, version, status_note=_note(note), **said)

    def undo(self, claim_id: int, version: int) -> ClaimRow:
        """Take back one's own last decision, while nobody has acted on it."""
        return self._moves.move(Action.UNDO, claim_id, version)


def _readied(*, covered: bool, reserve: Decimal | None) -> First | None:
    if not covered and not reserve:
        return None

    def first(session: Session, row: ClaimRow) -> int:
        told = (row.coverage, reserve or Decimal(0))
        if row.status is Status.PENDING_APPROVAL:
            return row.version
        return check_and_reserve(session, row.id, row.version, covered=covered, reserve=told)

    return first


_ASKS = {
    "back": say("Say why the claim goes back."),
    "what": say("Say what you need to know."),
    "of_whom": say("Say whom you ask."),
    "wording": say("Quote the wording of the policy that the denial rests on."),
}


def _given(**texts: str) -> None:
    problems = {name: _ASKS[name] for name, text in texts.items() if not text.strip()}
    if problems:
        raise Invalid(" ".join(problems.values()), problems)


def _note(note: str) -> str | None:
    return note.strip() or None
