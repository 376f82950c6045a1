"""The facts and parties of a claim in words, with a note where one is remarkable."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.codes import ClaimType
from app.models import Claim
from app.services.claim_rows import LATE_DAYS, NEW_POLICY_DAYS, days_between
from app.services.claim_views import Fact, PartyView
from app.services.figures import day, days, money
from app.services.sentences import label

_LINE_FACTS: dict[ClaimType, tuple[str, ...]] = {
    ClaimType.MOTOR: ("accident_type", "occupants_count", "injured_count", "estimate_amount"),
    ClaimType.PROPERTY: ("property_type", "occupancy", "date_discovered", "forced_entry"),
    ClaimType.HEALTH: ("care_type", "visit_type", "admission_date", "discharge_date"),
    ClaimType.TRAVEL: ("event_type", "destination", "policy_purchase_date", "carrier_report_no"),
}
_ROLES = {"third_party": "third party"}
_COUNTRIES = {"GB": "United Kingdom"}


def facts_of(claim: Claim, owner: str | None) -> tuple[Fact, ...]:
    """Return the facts in the order of the card: money, dates, policy, then the line's own."""
    return (*_money(claim), *_dates(claim), *_policy(claim, owner), *_line(claim))


def parties_of(found: Sequence[Mapping[str, Any]] | None) -> tuple[PartyView, ...]:
    """Return the parties, one line for a person in several roles."""
    roles: dict[tuple[str, ...], list[str]] = {}
    for party in found or ():
        who = tuple(party[name] or "" for name in ("name", "phone", "email", "relation"))
        roles.setdefault((*who, _address(party)), []).append(party["kind"])
    return tuple(_party(who, kinds) for who, kinds in roles.items())


def _party(who: tuple[str, ...], kinds: list[str]) -> PartyView:
    name, phone, email, relation, address = who
    words = ", ".join(dict.fromkeys(_ROLES.get(kind, kind) for kind in kinds)).capitalize()
    return PartyView(words, name, phone, email, address, relation)


def _address(party: Mapping[str, Any]) -> str:
    country = _COUNTRIES.get(party["country"], party["country"])
    parts = [party["address_line"], party["city"], party["postcode"], country]
    return ", ".join(part for part in parts if part)


def _money(claim: Claim) -> Iterator[Fact]:
    over = claim.amount and claim.policy_limit and claim.amount > claim.policy_limit
    note = "above the sum insured" if over else ""
    yield Fact("Claimed", money(claim.amount, claim.currency), note)
    yield Fact("Sum insured", money(claim.policy_limit, claim.currency))
    yield Fact("Excess", money(claim.deductible, claim.currency))


def _dates(claim: Claim) -> Iterator[Fact]:
    kind = ClaimType(claim.claim_type)
    late = days_between(claim.loss_date, claim.reported_date)
    note = f"{days(late)} before report" if late is not None and late > LATE_DAYS[kind] else ""
    hour = f", {claim.loss_time:%H:%M}" if claim.loss_time else ""
    yield Fact("Date of loss", day(claim.loss_date) + hour, note)
    age = days_between(claim.policy_start, claim.loss_date)
    yield Fact("Policy start", day(claim.policy_start), _policy_note(age))
    yield Fact("Reported", day(claim.reported_date))


def _policy_note(age: int | None) -> str:
    if age is None or age > NEW_POLICY_DAYS:
        return ""
    return f"{days(age)} before loss" if age >= 0 else f"{days(-age)} after loss"


def _policy(claim: Claim, owner: str | None) -> Iterator[Fact]:
    yield Fact("Policy", claim.policy_number, (claim.coverage or "").replace("_", " "))
    place = ", ".join(part for part in (claim.loss_city, claim.loss_country) if part)
    yield Fact("Place of loss", place or "not given")
    earlier = claim.prior_claims_declared
    yield Fact("Earlier claims declared", "not given" if earlier is None else str(earlier))
    authority = (claim.authority_contacted or "not given").capitalize()
    yield Fact("Authority contacted", authority, claim.authority_reference or "")
    yield Fact("Owner", owner or "Unassigned")


def _line(claim: Claim) -> Iterator[Fact]:
    facts = claim.facts
    if claim.claim_type == ClaimType.MOTOR:
        vehicle = " ".join(str(facts[name]) for name in ("make", "model", "year") if name in facts)
        yield Fact("Vehicle", vehicle or "not given", str(facts.get("plate_number", "")))
    for name in _LINE_FACTS[ClaimType(claim.claim_type)]:
        if facts.get(name) not in (None, ""):
            yield Fact(label(name), _value(name, facts[name], claim.currency))


def _value(name: str, value: object, currency: str) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if name.endswith("_amount"):
        return money(Decimal(str(value)), currency)
    if name.endswith(("_date", "_discovered")):
        return day(date.fromisoformat(str(value)))
    return str(value).replace("_", " ").capitalize()
