"""Colleagues by name."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission, Role
from app.database import translate
from app.models import DirectoryEntry


@dataclass(frozen=True, slots=True)
class Person:
    """A colleague as others may know them."""

    id: int
    username: str
    full_name: str
    role: Role


class Directory:
    """Look colleagues up."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def people(self) -> tuple[Person, ...]:
        """Return all active colleagues by name; a User finds only their own entry."""
        self._identity.require(Permission.CLAIM_READ)
        with translate(), self._sessions.begin() as session:
            return people_of(session)


def people_of(session: Session) -> tuple[Person, ...]:
    """Return all active colleagues by name, as the session's person may see them."""
    active = select(DirectoryEntry).where(DirectoryEntry.is_active)
    entries = session.scalars(active.order_by(DirectoryEntry.full_name)).all()
    return tuple(
        Person(entry.id, entry.username, entry.full_name, Role(entry.role)) for entry in entries
    )
