"""Who gets which claim: the one with the least effort who knows the line and has room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.services.claim_views import ClaimRow
from app.services.queue_filter import RiskBand
from app.words import say

LARGE = 10_000


@dataclass(frozen=True, slots=True)
class Load:
    """What a colleague carries: open claims, and their effort, in which large and risky weigh."""

    id: int
    name: str
    lines: frozenset[str]
    claims: int
    effort: int
    most: int | None
    present: bool

    def takes(self, claim: ClaimRow) -> bool:
        """Tell whether the colleague knows the line and has room."""
        return claim.claim_type in self.lines and (self.most is None or self.claims < self.most)

    def with_one_more(self, effort: int) -> "Load":
        """Return the load after another claim."""
        return replace(self, claims=self.claims + 1, effort=self.effort + effort)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be done with a claim: whom it goes to, or why to nobody."""

    claim: ClaimRow
    to: int | None
    name: str
    reason: str = ""


def effort_of(claim: ClaimRow) -> int:
    """Return what a claim weighs: 1, one more when it is large, one more when risky."""
    return 1 + (claim.amount >= LARGE) + (RiskBand.of(claim.score) is RiskBand.HIGH)


def share_out(claims: Iterable[ClaimRow], loads: Sequence[Load]) -> tuple[Proposal, ...]:
    """Return whom each claim would go to, in the order given, each load growing as they come."""
    carried = {load.id: load for load in loads}
    proposals = []
    for claim in claims:
        able = [load for load in carried.values() if load.takes(claim)]
        if not able:
            why = say("Nobody of the region who knows the line has room.")
            proposals.append(Proposal(claim, None, "", why))
            continue
        least = min(able, key=lambda load: (load.effort, not load.present, load.claims, load.id))
        carried[least.id] = least.with_one_more(effort_of(claim))
        proposals.append(Proposal(claim, least.id, least.name))
    return tuple(proposals)
