"""Who may do what; the servers enforce it, the desk only explains it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.errors import NotAllowed
from app.words import say


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
    DOCUMENT_READ = "document:read"
    DOCUMENT_ADD = "document:add"
    DOCUMENT_RESTORE = "document:restore"
    DOCUMENT_RULE = "document:rule"
    QUEUE_READ = "queue:read"
    CLAIM_TRIAGE = "claim:triage"
    CLAIM_DECIDE = "claim:decide"
    CLAIM_SCORE = "claim:score"
    PRECEDENT_DISPUTE = "precedent:dispute"
    DISPUTE_READ = "dispute:read"
    BATCH_SCORE = "batch:score"
    BATCH_IMPORT = "batch:import"
    MODEL_READ = "model:read"
    RULE_READ = "rule:read"
    MODEL_ACTIVATE = "model:activate"
    FAIRNESS_READ = "fairness:read"
    GROUPS_LOAD = "groups:load"
    PEOPLE_MANAGE = "people:manage"
    AUDIT_READ = "audit:read"


ROLES: dict[Role, frozenset[Permission]] = {
    Role.USER: frozenset(
        {
            Permission.CLAIM_SUBMIT,
            Permission.CLAIM_READ,
            Permission.DOCUMENT_READ,
            Permission.DOCUMENT_ADD,
        }
    ),
    Role.STAFF: frozenset(
        {
            Permission.CLAIM_SUBMIT,
            Permission.CLAIM_READ,
            Permission.DOCUMENT_READ,
            Permission.DOCUMENT_ADD,
            Permission.DOCUMENT_RESTORE,
            Permission.QUEUE_READ,
            Permission.CLAIM_TRIAGE,
            Permission.CLAIM_DECIDE,
            Permission.CLAIM_SCORE,
            Permission.PRECEDENT_DISPUTE,
            Permission.DISPUTE_READ,
            Permission.BATCH_SCORE,
            Permission.BATCH_IMPORT,
            Permission.MODEL_READ,
            Permission.RULE_READ,
        }
    ),
    Role.ADMIN: frozenset(
        {
            Permission.CLAIM_READ,
            Permission.DOCUMENT_READ,
            Permission.QUEUE_READ,
            Permission.DISPUTE_READ,
            Permission.BATCH_SCORE,
            Permission.MODEL_READ,
            Permission.RULE_READ,
            Permission.MODEL_ACTIVATE,
            Permission.FAIRNESS_READ,
            Permission.GROUPS_LOAD,
            Permission.PEOPLE_MANAGE,
            Permission.AUDIT_READ,
            Permission.DOCUMENT_RULE,
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


class Relation(StrEnum):
    """What a claim is to a person; it may be several of these at once."""

    OWN_DRAFT = "own draft"
    OWN = "own"
    ASSIGNED = "assigned"
    QUEUE = "queue"
    DESK = "desk"
    REFERRED = "referred"
    FOREIGN = "foreign"


class Capacity(StrEnum):
    """As what a person acts: by the role, and by the flags of staff."""

    USER = "user"
    STAFF = "staff"
    SIU = "siu"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    SYSTEM = "system"


_ALL = frozenset(Relation)
_SEEN = frozenset({Relation.OWN, Relation.ASSIGNED, Relation.QUEUE})

# The one matrix: the desk explains by it, and a test runs every cell of it as raw SQL.
REACH: dict[Capacity, dict[Permission, frozenset[Relation]]] = {
    Capacity.USER: {
        Permission.CLAIM_READ: frozenset({Relation.OWN_DRAFT, Relation.OWN}),
        Permission.CLAIM_SUBMIT: frozenset({Relation.OWN_DRAFT}),
    },
    Capacity.STAFF: {
        Permission.CLAIM_READ: _SEEN | {Relation.OWN_DRAFT},
        Permission.CLAIM_SUBMIT: frozenset({Relation.OWN_DRAFT}),
        Permission.CLAIM_TRIAGE: frozenset({Relation.QUEUE}),
        Permission.CLAIM_DECIDE: frozenset({Relation.ASSIGNED}),
        Permission.CLAIM_SCORE: _SEEN,
    },
    Capacity.SIU: {
        Permission.CLAIM_READ: frozenset({Relation.REFERRED}),
        Permission.CLAIM_SCORE: frozenset({Relation.REFERRED}),
    },
    Capacity.SUPERVISOR: {
        Permission.CLAIM_READ: frozenset({Relation.DESK}),
        Permission.CLAIM_SCORE: frozenset({Relation.DESK}),
    },
    Capacity.ADMIN: {Permission.CLAIM_READ: _ALL},
    Capacity.SYSTEM: {
        Permission.CLAIM_READ: _ALL,
        Permission.CLAIM_SCORE: _ALL - {Relation.OWN_DRAFT},
    },
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

    @property
    def capacities(self) -> frozenset[Capacity]:
        """Return as what the person acts."""
        flags = {Capacity.SIU: self.siu, Capacity.SUPERVISOR: self.supervisor}
        staff = {flag for flag, held in flags.items() if held and self.role is Role.STAFF}
        return frozenset({Capacity(self.role), *staff})

    def reaches(self, permission: Permission, relation: Relation) -> bool:
        """Tell whether the person has *permission* on claims of this relation."""
        return any(
            relation in REACH[capacity].get(permission, frozenset()) for capacity in self.capacities
        )

    def require(self, permission: Permission) -> None:
        """Raise NotAllowed unless the role carries *permission*."""
        if not self.may(permission):
            noun, verb = permission.split(":")
            message = say(
                "Your role ({role}) may not {verb} a {noun}. Ask an administrator.",
                role=self.role,
                verb=verb,
                noun=noun,
            )
            raise NotAllowed(message)
