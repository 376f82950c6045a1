"""What a screen shows of a claim: frozen, and cut loose from the database."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from app.codes import Action, ClaimType, ClockKind, Outcome, Recommendation, Status
from app.services.due import Due
from app.services.flags import FlagsView
from app.services.letter_texts import LetterView
from app.services.money_views import MoneyView
from app.services.proof import ReviewerView


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of a queue; `flag` is a short fact worth a look, or empty; `due` the next clock.

    The score of a *hidden* claim is shown once its adjuster has recorded a view.
    """

    id: int
    number: str
    policy: str
    claimant: str
    claim_type: ClaimType
    cause: str
    amount: Decimal
    currency: str
    status: Status
    score: Decimal | None
    confidence: Decimal | None
    recommendation: Recommendation | None
    assigned_to: int | None
    owner: str | None
    flag: str
    received: datetime
    version: int
    sample: bool
    due: Due | None = None
    coverage: str = ""
    tags: tuple[str, ...] = ()
    diary_until: date | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact in words; `note` says what is remarkable about it, or is empty."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A person or firm of the claim; `roles` reads "Claimant, driver"."""

    roles: str
    name: str
    phone: str
    email: str
    address: str
    relation: str


@dataclass(frozen=True, slots=True)
class PrecedentView:
    """A settled claim that voted; number, type and amount are None when not for these eyes."""

    rank: int
    key: str
    claim_id: int | None
    number: str | None
    claim_type: ClaimType | None
    amount: Decimal | None
    outcome: Outcome
    similarity: float
    share: float
    contribution: float


@dataclass(frozen=True, slots=True)
class FactorView:
    """One fact against the range of most cleared claims; position, low and high are in 0 to 1."""

    label: str
    value: str
    position: float
    low: float
    high: float
    outside: bool


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score and why it is so; `prior_share` is the part of the vote that no claim cast."""

    score: Decimal
    probability: float
    confidence: Decimal
    recommendation: Recommendation
    model: str
    scored_at: datetime
    voters: int
    sentence: str
    prior_share: float
    precedents: tuple[PrecedentView, ...]
    factors: tuple[FactorView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One line of the timeline; `icon` names what kind of thing happened.

    It is one of created, submitted, score, owner, status, edit, money, letter and view.
    """

    at: datetime
    actor: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """One clock of a claim; `state` is running, paused, met or stopped, `late` if it was missed."""

    clock: ClockKind
    pack: str
    since: date
    warn: date
    due: date
    state: str
    late: bool
    met_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """All the desk shows of one claim.

    `actions` maps what the role may do to None (now) or to the reason why not now; a missing
    key is an action this role never has.
    """

    row: ClaimRow
    facts: tuple[Fact, ...]
    description: str
    parties: tuple[PartyView, ...]
    score: ScoreView | None
    events: tuple[EventView, ...]
    actions: dict[Action, str | None]
    clocks: tuple[ClockView, ...] = ()
    money: MoneyView = field(default_factory=MoneyView)
    letters: tuple[LetterView, ...] = ()
    flags: FlagsView = field(default_factory=FlagsView)
    proof: tuple[ReviewerView, ...] = ()
