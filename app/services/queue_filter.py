"""What a person asks of the queue: which claims, in which order, from where on."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from app.codes import ClaimType, Recommendation, Status
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


class DueBand(StrEnum):
    """How near the next clock of a claim is."""

    LATE = "late"
    TODAY = "today"
    THREE_DAYS = "three_days"
    WEEK = "week"
    NONE = "none"


class AmountBand(StrEnum):
    """How much is claimed: below 1,000, below 10,000, or more."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


class Period(StrEnum):
    """How long ago a claim came in, at most."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Diary(StrEnum):
    """Claims to work on now, those put away until a day, or both."""

    READY = "ready"
    PUT_AWAY = "put_away"
    ANY = "any"


class SortKey(StrEnum):
    """The columns a queue can be sorted by."""

    DUE = "due"
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
    """The query of a queue; `text` looks in claim number, policy number and claimant.

    `alert` asks for the claims behind an alert of drift.
    """

    status: StatusGroup = StatusGroup.OPEN
    owner: Owner = Owner.ANYONE
    claim_type: ClaimType | None = None
    risk: RiskBand | None = None
    due: DueBand | None = None
    suggestion: Recommendation | None = None
    amount: AmountBand | None = None
    received: Period | None = None
    diary: Diary = Diary.READY
    colleague: int | None = None
    tag: str | None = None
    region: str | None = None
    alert: int | None = None
    text: str = ""
    sort: SortKey = SortKey.DUE
    descending: bool = False

    def narrows(self, start: "QueueFilter") -> bool:
        """Tell whether it asks for other claims than *start* does, in whatever order."""
        return any(getattr(self, name) != getattr(start, name) for name in CONDITIONS)


CONDITIONS = tuple(
    field.name for field in fields(QueueFilter) if field.name not in {"sort", "descending"}
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place after which the next page begins; opaque to callers."""

    values: tuple[str | int | Decimal | datetime | date, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures for the navigation and the head, each counted up to `MOST_COUNTED` and one more."""

    queue: int
    mine: int
    referred: int
    late: int = 0
    due_today: int = 0


MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a queue, how many the filter finds in all, and where the next page begins.

    `total` stops at one more than `MOST_COUNTED`.
    """

    rows: tuple[ClaimRow, ...]
    total: int
    counts: Counts
    after: Cursor | None
