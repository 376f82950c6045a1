"""Claims as the desk sees them: the queue, one claim, and who works on it."""

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.services.claim_views import ClaimDetail, ClaimRow
from app.services.queue_filter import Cursor, Page, QueueFilter

PAGE = 200


class ClaimService:
    """Read claims and take or release them, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def queue(self, query: QueueFilter, *, after: Cursor | None = None, limit: int = PAGE) -> Page:
        """Return one page of the claims that match, with the figures for the navigation."""
        self._identity.require(Permission.CLAIM_TRIAGE)
        raise NotImplementedError

    def detail(self, claim_id: int) -> ClaimDetail:
        """Return everything the desk shows of a claim; NotFound if it is out of sight."""
        self._identity.require(Permission.CLAIM_TRIAGE)
        raise NotImplementedError

    def take(self, claim_id: int, version: int) -> ClaimRow:
        """Make a triaged claim one's own and begin its review."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError

    def release(self, claim_id: int, version: int) -> ClaimRow:
        """Give a claim that is not decided back to the queue."""
        self._identity.require(Permission.CLAIM_DECIDE)
        raise NotImplementedError
