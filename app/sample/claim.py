"""A finished sample claim: columns as the database names them, parties, outcome and standing."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from app.codes import Outcome, Status
from app.sample.dice import Dice
from app.sample.draft import Day, Draft, Moment
from app.sample.town import Person

CENT = Decimal("0.01")
SUSPECT = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleParty:
    """A person or firm of a claim, as in `claims_party`."""

    kind: str
    name: str
    phone: str | None = None
    email: str | None = None
    address_line: str | None = None
    city: str | None = None
    postcode: str | None = None
    country: str = "United Kingdom"
    relation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a claim stands, who has it and what the last step said; people by user name.

    `handler` took the steps and checked the coverage at `checked`; a closed claim belongs to
    nobody, so that its region may read it.
    """

    status: Status = Status.TRIAGED
    assigned_to: str | None = None
    handler: str | None = None
    status_reason: str | None = None
    status_note: str | None = None
    status_detail: dict[str, Any] | None = None
    hold_until: date | None = None
    siu_status: str | None = None
    siu_disposition: str | None = None
    closed_outcome: str | None = None
    review_outcome: str | None = None
    stop_payment: str | None = None
    stepped: datetime | None = None
    checked: datetime | None = None


@dataclass(slots=True, kw_only=True)
class SampleClaim:
    """A claim of the portfolio; `outcome` is None while it is open, `story` is the recipe's own."""

    precedent_key: UUID
    policy_number: str
    claim_type: str
    description: str
    amount: Decimal
    submission_date: datetime
    region: str
    loss_date: date
    loss_time: time | None
    reported_date: date
    how_reported: str
    cause: str
    coverage: str
    policy_limit: Decimal
    deductible: Decimal
    policy_start: date
    policy_expiry: date
    policy_changed: date | None
    prior_claims_declared: int
    authority_contacted: str
    authority_reference: str | None
    loss_city: str
    loss_country: str
    facts: dict[str, Any]
    parties: list[SampleParty]
    story: str
    suspect: bool = False
    outcome: Outcome | None = None
    user: str | None = None
    standing: Standing = field(default_factory=Standing)
    links: dict[str, int] = field(default_factory=dict)
    entries: list[Any] = field(default_factory=list)

    @property
    def claimant(self) -> str:
        """Return the name of the one who claims."""
        return next(party.name for party in self.parties if party.kind == "claimant")


def finish(draft: Draft, text: str, *, key: UUID, as_of: date, dice: Dice) -> SampleClaim:
    """Turn a draft into a claim with real dates, seen from *as_of*."""
    midnight = datetime.combine(as_of, time(), UTC)
    received = midnight - timedelta(seconds=draft.received)
    reported = received.date()
    loss = reported - timedelta(days=draft.delay)
    start = loss - timedelta(days=draft.age)
    known = {"police": f"CR-{dice.digits(7)}", "fire": f"FS-{dice.digits(6)}"}
    return SampleClaim(
        precedent_key=key,
        policy_number=f"POL-{dice.digits(8)}",
        claim_type=draft.claim_type,
        description=text,
        amount=money(draft.amount),
        submission_date=received,
        region=draft.region,
        loss_date=loss,
        loss_time=None if draft.hour is None else time(draft.hour, dice.randrange(12) * 5),
        reported_date=reported,
        how_reported=draft.how,
        cause=draft.cause,
        coverage=draft.coverage,
        policy_limit=money(draft.limit),
        deductible=money(draft.deductible),
        policy_start=start,
        policy_expiry=start + timedelta(days=draft.term),
        policy_changed=None if draft.changed is None else loss - timedelta(days=draft.changed),
        prior_claims_declared=draft.prior,
        authority_contacted=draft.authority,
        authority_reference=known.get(draft.authority),
        loss_city=draft.city,
        loss_country=draft.country,
        facts=_facts(draft, loss),
        parties=_parties(draft),
        story=draft.story,
        suspect=draft.odds >= SUSPECT,
    )


def money(amount: float) -> Decimal:
    """Return an amount to the penny, never below one pound."""
    return Decimal(repr(round(max(amount, 1.0), 2))).quantize(CENT)


def _facts(draft: Draft, loss: date) -> dict[str, Any]:
    hurt = draft.facts.get("injured_count", 0)
    told = {"line": draft.claim_type, "injuries": hurt > 0, "other_insurance": False}
    facts: dict[str, Any] = _dated(told | draft.facts, loss)
    return facts


def _dated(value: Any, loss: date) -> Any:
    """Return facts as JSON holds them: days as ISO dates, sums to the penny."""
    match value:
        case Moment(hour=hour):
            return datetime.combine(loss, time(hour), UTC).isoformat()
        case Day(after_loss=days):
            return (loss + timedelta(days=days)).isoformat()
        case dict():
            return {key: _dated(inner, loss) for key, inner in value.items()}
        case list():
            return [_dated(inner, loss) for inner in value]
        case float():
            return round(value, 2)
    return value


def _parties(draft: Draft) -> list[SampleParty]:
    reporter = draft.reporter or draft.claimant
    parties = [
        _party("claimant", draft.claimant),
        _party("policyholder", draft.claimant),
        _party("reporter", reporter, draft.relation),
    ]
    if draft.claim_type == "motor":
        parties.append(_party("driver", draft.claimant))
    if draft.third:
        parties.append(
            SampleParty(kind="third_party", name=draft.third.name, phone=draft.third.phone)
        )
    if draft.firm:
        firm = draft.firm
        parties.append(
            SampleParty(kind=draft.firm_kind, name=firm.name, phone=firm.phone, city=firm.city)
        )
    return parties


def _party(kind: str, person: Person, relation: str | None = None) -> SampleParty:
    return SampleParty(
        kind=kind,
        name=person.name,
        phone=person.phone,
        email=person.email,
        address_line=person.address_line,
        city=person.city,
        postcode=person.postcode,
        relation=relation,
    )
