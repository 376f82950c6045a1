"""The sample portfolio as an administrator sees it: how much of it there is, and taking it away."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate


class SampleService:
    """Count and remove the claims of the sample; nobody else's claim is touched."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def count(self) -> int:
        """Return how many claims of the sample there are."""
        return self._ask("count_sample")

    def remove(self) -> int:
        """Take them out of everybody's sight and return how many; their history stays."""
        return self._ask("remove_sample")

    def _ask(self, name: str) -> int:
        self._identity.require(Permission.PEOPLE_MANAGE)
        with translate(), self._sessions.begin() as session:
            return int(session.scalar(select(getattr(func, name)())) or 0)
