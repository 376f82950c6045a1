"""Handing claims out: the next one for oneself, and by a supervisor to others."""

from collections.abc import Sequence

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType, Status
from app.database import translate
from app.errors import NotAllowed
from app.models import Claim, DirectoryEntry
from app.services.claim_rows import claim_row, claim_rows
from app.services.claim_views import ClaimRow
from app.services.sharing_out import Load, Proposal, share_out
from app.words import say

MOVABLE = frozenset(
    {
        Status.SUBMITTED,
        Status.TRIAGED,
        Status.IN_REVIEW,
        Status.PENDING_INFO,
        Status.SIU_REVIEW,
    }
)
_TAKE_NEXT = text("SELECT take_next(:line)")
_LOADS = text("SELECT * FROM desk_loads()")
_CAPACITY = text("SELECT set_capacity(:person, :most)")
SUPERVISORS = say("Only a supervisor assigns claims to others. Ask yours.")


class AssignmentService:
    """Take the next claim, or as a supervisor hand claims out."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def take_next(self, line: ClaimType | None = None) -> ClaimRow | None:
        """Take the most urgent claim that nobody has; None when there is none.

        Two people who ask at once never get the same claim. Raises Refused at one's capacity.
        """
        self._identity.require(Permission.CLAIM_TRIAGE)
        with translate(), self._sessions.begin() as session:
            taken = session.scalar(_TAKE_NEXT, {"line": line})
            if taken is None:
                return None
            return claim_row(
                session.execute(claim_rows().where(Claim.id == taken)).mappings().one()
            )

    def loads(self) -> tuple[Load, ...]:
        """Return what each colleague of one's region carries, by name."""
        self._lead()
        with translate(), self._sessions.begin() as session:
            names = dict(_pair(row) for row in session.execute(_NAMES))
            found = session.execute(_LOADS).all()
        loads = [
            Load(
                row.user_id,
                names.get(row.user_id, say("A colleague")),
                frozenset(row.lines),
                row.claims,
                row.effort,
                row.most,
                row.present,
            )
            for row in found
        ]
        return tuple(sorted(loads, key=lambda load: load.name))

    def set_capacity(self, person: int, most: int | None) -> None:
        """Say how many open claims a colleague takes on, or that there is no limit."""
        self._lead()
        with translate(), self._sessions.begin() as session:
            session.execute(_CAPACITY, {"person": person, "most": most})

    def propose(self, claims: Sequence[ClaimRow], to: int | None = None) -> tuple[Proposal, ...]:
        """Return what assigning these claims would do: to one colleague, or to the least loaded."""
        loads = self.loads()
        movable = [claim for claim in claims if claim.status in MOVABLE]
        fixed = [
            Proposal(claim, None, "", say("A decided claim is not assigned."))
            for claim in claims
            if claim.status not in MOVABLE
        ]
        if to is None:
            return (*share_out(movable, loads), *fixed)
        name = next((load.name for load in loads if load.id == to), "")
        return (*(_to_one(claim, to, name) for claim in movable), *fixed)

    def assign(self, proposals: Sequence[Proposal]) -> tuple[int, ...]:
        """Do what was proposed, and return the claims that somebody changed meanwhile.

        All or nothing, but for claims that changed: those stay as they are.
        """
        self._lead()
        wanted = [proposal for proposal in proposals if proposal.to is not None]
        with translate(), self._sessions.begin() as session:
            return tuple(made.claim.id for made in wanted if not _assigned(session, made))

    def _lead(self) -> None:
        self._identity.require(Permission.CLAIM_DECIDE)
        if not self._identity.supervisor:
            raise NotAllowed(SUPERVISORS)


_NAMES = select(DirectoryEntry.id, DirectoryEntry.full_name).where(DirectoryEntry.is_active)


def _pair(row: tuple[int, str]) -> tuple[int, str]:
    return row[0], row[1]


def _to_one(claim: ClaimRow, to: int, name: str) -> Proposal:
    if claim.assigned_to == to:
        return Proposal(claim, None, name, say("{name} has it already.", name=name))
    return Proposal(claim, to, name)


def _assigned(session: Session, proposal: Proposal) -> bool:
    same = (Claim.id == proposal.claim.id, Claim.version == proposal.claim.version)
    change = update(Claim).where(*same).values(assigned_to=proposal.to).returning(Claim.id)
    return session.scalar(change.execution_options(synchronize_session=False)) is not None
