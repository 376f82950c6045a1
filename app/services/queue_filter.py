"""What a person asks of the queue: which claims, in which order, from where on."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from app.codes import ClaimType, Status
from app.services.claim_views import ClaimRow


class StatusGroup(StrEnum):
    """The statuses that belong together on a screen."""

    TO_DECIDE = "to_decide"
    OPEN = "open"
    REFERRED = "referred"
    WAITING = "waiting"
    DECIDED = "decided"
    ALL = "all"


STATUSES: dict[StatusGroup, tuple[Status, ...]] = {
    StatusGroup.TO_DECIDE: (
        Status.SUBMITTED,
        Status.TRIAGED,
        Status.IN_REVIEW,
        Status.PENDING_APPROVAL,
        Status.REOPENED,
    ),
    StatusGroup.OPEN: (
        Status.SUBMITTED,
        Status.TRIAGED,
        Status.IN_REVIEW,
        Status.PENDING_INFO,
        Status.SIU_REVIEW,
        Status.PENDING_APPROVAL,
        Status.REOPENED,
    ),
    StatusGroup.REFERRED: (Status.SIU_REVIEW,),
    StatusGroup.WAITING: (Status.PENDING_INFO,),
    StatusGroup.DECIDED: (Status.APPROVED, Status.DENIED, Status.SETTLED),
    StatusGroup.ALL: tuple(status for status in Status if status is not Status.DRAFT),
}


class Owner(StrEnum):
    """Whose claims."""

    ANYONE = "anyone"
    ME = "me"
    NOBODY = "nobody"
    ME_OR_NOBODY = "me_or_nobody"


class RiskBand(StrEnum):
    """The bands of the score: high from 70, medium from 40."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOT_SCORED = "not_scored"

    @classmethod
    def of(cls, score: Decimal | None) -> "RiskBand":
        """Return the band a score between 0 and 100 lies in."""
        if score is None:
            return cls.NOT_SCORED
        return cls.HIGH if score >= HIGH else cls.MEDIUM if score >= MEDIUM else cls.LOW


MEDIUM = Decimal(40)
HIGH = Decimal(70)


class SortKey(StrEnum):
    """The columns a queue can be sorted by."""

    RISK = "risk"
    NUMBER = "number"
    CLAIMANT = "claimant"
    CAUSE = "cause"
    AMOUNT = "amount"
    SUGGESTION = "suggestion"
    STATUS = "status"
    OWNER = "owner"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """The query of a queue; `text` looks in claim number, policy number and claimant."""

    status: StatusGroup = StatusGroup.OPEN
    owner: Owner = Owner.ANYONE
    claim_type: ClaimType | None = None
    risk: RiskBand | None = None
    text: str = ""
    sort: SortKey = SortKey.RISK
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place after which the next page begins; opaque to callers."""

    values: tuple[str | int | Decimal | datetime, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures for the navigation: open claims in reach, my open ones, referred ones."""

    queue: int
    mine: int
    referred: int


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a queue, how many the filter finds in all, and where the next page begins."""

    rows: tuple[ClaimRow, ...]
    total: int
    counts: Counts
    after: Cursor | None
