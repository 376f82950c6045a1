"""Decisions on a claim, each made by a named person and each undone by a step of its own."""

from datetime import date

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import DenialReason, Disposition, ReferralReason
from app.services.claim_views import ClaimRow


class DecisionService:
    """Decide claims as the signed-in person.

    Every method takes the version the person saw and returns the claim as it is after. It raises
    Conflict when somebody was faster, Refused or NotAllowed when the lifecycle or the person's
    authority forbids the step, Invalid when a required word is missing, and Offline when the
    server is gone; in every such case nothing was changed. A triaged claim that nobody owns is
    taken first, in the same transaction.
    """

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def approve(self, claim_id: int, version: int, *, note: str = "") -> ClaimRow:
        """Approve the claimed amount, within one's authority."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError

    def refer(
        self, claim_id: int, version: int, *, reason: ReferralReason, note: str = ""
    ) -> ClaimRow:
        """Refer the claim to the special investigation unit."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError

    def ask(self, claim_id: int, version: int, *, what: str, of_whom: str, until: date) -> ClaimRow:
        """Ask somebody for information and put the claim in the diary until a day."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError

    def deny(
        self, claim_id: int, version: int, *, reason: DenialReason, wording: str, note: str = ""
    ) -> ClaimRow:
        """Deny the claim on a ground of the policy, quoting its wording."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError

    def resume(
        self,
        claim_id: int,
        version: int,
        *,
        disposition: Disposition | None = None,
        note: str = "",
    ) -> ClaimRow:
        """Take up the review again: an answer came, or the investigators have a disposition."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError

    def undo(self, claim_id: int, version: int) -> ClaimRow:
        """Take back one's own last decision, while nobody has acted on it."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError
