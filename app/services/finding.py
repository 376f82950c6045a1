"""A few claims by number, policy, name or words, for who types them into the palette."""

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import Claim
from app.services.claim_rows import claim_row, claim_rows
from app.services.claim_views import ClaimRow
from app.services.queue_filter import QueueFilter, StatusGroup
from app.services.queue_query import matching

MOST = 8
NUMBER = "#"


class FindingService:
    """Find claims among those the signed-in person may see."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def find(self, typed: str) -> tuple[ClaimRow, ...]:
        """Return the newest claims that mention what was typed; after # by number alone."""
        self._identity.require(Permission.QUEUE_READ)
        text = typed.removeprefix(NUMBER).strip()
        if not text:
            return ()
        if typed.startswith(NUMBER):
            wanted = Claim.claim_number.icontains(text, autoescape=True)
        else:
            wanted = matching(QueueFilter(status=StatusGroup.ALL, text=text), self._identity.id)
        newest = select(Claim.id).where(wanted).order_by(Claim.id.desc()).limit(MOST)
        with translate(), self._sessions.begin() as session:
            ids = list(session.scalars(newest))
            rows = session.execute(claim_rows().where(Claim.id.in_(ids))).mappings()
            found = {row["id"]: claim_row(row) for row in rows}
        return tuple(found[one] for one in ids if one in found)
