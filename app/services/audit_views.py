"""What the audit shows: events of claims and people, faults in their chains, the worker's jobs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from app.words import say

MODELS = 1 << 40


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which events are asked for; None and empty ask for all.

    `before`, `before_person` and `before_model` are for the next page: of claims' events, of
    people's and of models'.
    """

    claim: str = ""
    actor_id: int | None = None
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    before_person: int | None = None
    before_model: int | None = None

    def older(self, entries: Iterable["AuditEntry"]) -> Self:
        """Return what asks for the page after *entries*, which are all that came so far."""
        ids = [entry.id for entry in entries]
        claims, people = [n for n in ids if n > 0], [-n for n in ids if -MODELS < n < 0]
        models = [-n - MODELS for n in ids if n < -MODELS]
        return replace(
            self,
            before=min(claims, default=self.before),
            before_person=min(people, default=self.before_person),
            before_model=min(models, default=self.before_model),
        )


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One event of a claim, or of a person or a model: then `claim_id` is None.

    `id` is below nothing for a person, and below -MODELS for a model. `number` is the claim's
    number or the name of the person or model; `actor` is None where the system acted.
    """

    id: int
    at: datetime
    claim_id: int | None
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
