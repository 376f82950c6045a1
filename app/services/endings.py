"""How claims end: paid, closed with an outcome, opened again, withdrawn or void."""

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Action, ReopenReason, ReviewOutcome
from app.database import translate
from app.errors import Invalid
from app.services.claim_views import ClaimRow
from app.services.moves import Moves
from app.services.register import release_reserves
from app.words import say

IN_ERROR = "entered_in_error"
_WITHDRAW = text("SELECT withdraw_claim(:claim, :note)")


class EndingService:
    """End claims as the signed-in person; the rules are those of DecisionService."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity
        self._moves = Moves(sessions, identity)

    def settle(self, claim_id: int, version: int) -> ClaimRow:
        """Say that everything due on an approved claim is paid."""
        return self._moves.move(Action.SETTLE, claim_id, version)

    def close(
        self,
        claim_id: int,
        version: int,
        *,
        outcome: ReviewOutcome | None = None,
        note: str = "",
        release: bool = False,
    ) -> ClaimRow:
        """Close a settled, denied or withdrawn claim with what its review came to.

        *release* first brings what is left of the reserves to nothing.
        """
        return self._moves.move(
            Action.CLOSE,
            claim_id,
            version,
            first=_release if release else None,
            status_reason=outcome,
            status_note=note.strip() or None,
        )

    def reopen(self, claim_id: int, version: int, *, reason: ReopenReason, note: str) -> ClaimRow:
        """Open a closed claim again and make it one's own."""
        _given(note=note)
        return self._moves.move(
            Action.REOPEN, claim_id, version, status_reason=reason, status_note=note.strip()
        )

    def withdraw(self, claim_id: int, version: int, *, by_whom: str, note: str) -> ClaimRow:
        """Take down that the claim is not pursued: who said so, and in which words."""
        _given(by_whom=by_whom, note=note)
        return self._moves.move(
            Action.WITHDRAW,
            claim_id,
            version,
            status_detail={"by_whom": by_whom.strip()},
            status_note=note.strip(),
        )

    def void(self, claim_id: int, version: int, *, survivor: str = "", note: str = "") -> ClaimRow:
        """Void a claim: another one survives it, or, without one, it was entered in error."""
        number = survivor.strip().upper()
        return self._moves.move(
            Action.VOID,
            claim_id,
            version,
            status_reason=None if number else IN_ERROR,
            status_detail={"survivor": number} if number else None,
            status_note=note.strip() or None,
        )

    def withdraw_own(self, claim_id: int, *, note: str = "") -> None:
        """Withdraw a claim one has submitted oneself, as a User."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        with translate(), self._sessions.begin() as session:
            session.execute(_WITHDRAW, {"claim": claim_id, "note": note})


def _release(session: Session, row: ClaimRow) -> int:
    return release_reserves(session, row.id, row.version)


_ASKS = {
    "note": say("Write down what was said."),
    "by_whom": say("Say who withdraws the claim."),
}


def _given(**told: str) -> None:
    problems = {name: _ASKS[name] for name, value in told.items() if not value.strip()}
    if problems:
        raise Invalid(" ".join(problems.values()), problems)
