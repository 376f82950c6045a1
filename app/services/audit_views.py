"""What the audit shows: events across claims, faults found in their chains, the worker's jobs."""

from dataclasses import dataclass
from datetime import datetime

from app.words import say


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which events are asked for; None and empty ask for all. `before` is for the next page."""

    claim: str = ""
    actor_id: int | None = None
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One event of one claim; `actor` is None where the system acted."""

    id: int
    at: datetime
    claim_id: int
    number: str
    seq: int
    actor: str | None
    kind: str
    from_status: str | None
    to_status: str | None
    reason: str | None
    note: str | None
    hash: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The result of a verification; `faults` are sentences, at most `MOST_FAULTS` of a kind."""

    events: int
    heads: int
    faults: tuple[str, ...]
    seconds: float

    @property
    def summary(self) -> str:
        """Return what was found in a few words."""
        found = (
            say("{faults:,} faults", faults=len(self.faults)) if self.faults else say("no fault")
        )
        return say("Chains of {events:,} events checked: {found}", events=self.events, found=found)


@dataclass(frozen=True, slots=True)
class JobView:
    """A job of the worker; `error` is None once it has succeeded again."""

    name: str
    last_run: datetime
    last_failure: datetime | None
    error: str | None
    runs: int
    failures: int
