"""Colleagues by name."""

from dataclasses import dataclass

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission, Role


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
        """Return all active colleagues by name."""
        self._identity.require(Permission.CLAIM_READ)
        raise NotImplementedError
