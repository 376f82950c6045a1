"""Who may do what; the servers enforce it, the desk only explains it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.errors import NotAllowed


class Role(StrEnum):
    """The three roles of a person, and the worker's own."""

    USER = "user"
    STAFF = "staff"
    ADMIN = "admin"
    SYSTEM = "system"


class Permission(StrEnum):
    """A thing one can do, as noun:verb."""

    CLAIM_SUBMIT = "claim:submit"
    CLAIM_READ = "claim:read"
    QUEUE_READ = "queue:read"
    CLAIM_TRIAGE = "claim:triage"
    CLAIM_DECIDE = "claim:decide"
    CLAIM_SCORE = "claim:score"
    BATCH_SCORE = "batch:score"
    BATCH_IMPORT = "batch:import"
    MODEL_READ = "model:read"
    MODEL_ACTIVATE = "model:activate"
    PEOPLE_MANAGE = "people:manage"
    AUDIT_READ = "audit:read"


ROLES: dict[Role, frozenset[Permission]] = {
    Role.USER: frozenset({Permission.CLAIM_SUBMIT, Permission.CLAIM_READ}),
    Role.STAFF: frozenset(
        {
            Permission.CLAIM_SUBMIT,
            Permission.CLAIM_READ,
            Permission.QUEUE_READ,
            Permission.CLAIM_TRIAGE,
            Permission.CLAIM_DECIDE,
            Permission.CLAIM_SCORE,
            Permission.BATCH_SCORE,
            Permission.BATCH_IMPORT,
            Permission.MODEL_READ,
        }
    ),
    Role.ADMIN: frozenset(
        {
            Permission.CLAIM_READ,
            Permission.QUEUE_READ,
            Permission.BATCH_SCORE,
            Permission.MODEL_READ,
            Permission.MODEL_ACTIVATE,
            Permission.PEOPLE_MANAGE,
            Permission.AUDIT_READ,
        }
    ),
    Role.SYSTEM: frozenset(
        {
            Permission.CLAIM_READ,
            Permission.CLAIM_SCORE,
            Permission.MODEL_READ,
            Permission.AUDIT_READ,
        }
    ),
}


@dataclass(frozen=True, slots=True)
class Identity:
    """The signed-in person, cut loose from the database."""

    id: int
    username: str
    full_name: str
    role: Role
    region: str | None = None
    lines: frozenset[str] = frozenset()
    authority_limit: Decimal = Decimal(0)
    siu: bool = False
    supervisor: bool = False
    analyst: bool = False

    @classmethod
    def system(cls) -> "Identity":
        """Return the worker acting for nobody in particular."""
        return cls(0, "system", "Precedent", Role.SYSTEM)

    def may(self, permission: Permission) -> bool:
        """Tell whether the role carries *permission*."""
        return permission in ROLES[self.role]

    def require(self, permission: Permission) -> None:
        """Raise NotAllowed unless the role carries *permission*."""
        if not self.may(permission):
            noun, verb = permission.split(":")
            message = f"Your role ({self.role}) may not {verb} a {noun}. Ask an administrator."
            raise NotAllowed(message)
