"""What an adjuster thinks of a claim before the score is shown."""

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Recommendation
from app.database import translate
from app.services.register import entered

_RECORD = text("SELECT record_view(:claim, :version, :view)")


class ViewService:
    """Record views on claims of the blind sample, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def record(self, claim_id: int, version: int, *, view: Recommendation) -> int:
        """Keep what the adjuster would suggest, show the score and return the new version.

        Raises Conflict when somebody was faster, NotAllowed on a colleague's claim and Refused
        where nothing is hidden.
        """
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            return entered(session, _RECORD, claim_id, version, {"view": view})
