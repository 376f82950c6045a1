"""The facts and parties of a claim in words, with a note where one is remarkable."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.codes import ClaimType
from app.models import Claim
from app.services.choices import COVERAGES
from app.services.claim_rows import LATE_DAYS, NEW_POLICY_DAYS, days_between
from app.services.claim_views import Fact, PartyView
from app.services.figures import NOT_GIVEN, day, money
from app.services.sentences import label
from app.services.stored_words import coded
from app.words import amid, say, say_n

_LINE_FACTS: dict[ClaimType, tuple[str, ...]] = {
    ClaimType.MOTOR: ("accident_type", "occupants_count", "injured_count", "estimate_amount"),
    ClaimType.PROPERTY: ("property_type", "occupancy", "date_discovered", "forced_entry"),
    ClaimType.HEALTH: ("care_type", "visit_type", "admission_date", "discharge_date"),
    ClaimType.TRAVEL: ("event_type", "destination", "policy_purchase_date", "carrier_report_no"),
}
_AUTHORITIES = {
    "police": say("Police"),
    "fire": say("Fire service"),
    "none": say("Nobody called"),
    "unknown": say("Not known"),
}
_COUNTRIES = {"GB": "United Kingdom"}
_AT_HOME = frozenset({"GB", "United Kingdom"})


def facts_of(claim: Claim, owner: str | None) -> tuple[Fact, ...]:
    """Return the facts in the order of the card: money, dates, policy, then the line's own."""
    return (*_money(claim), *_dates(claim), *_policy(claim, owner), *_line(claim))


def parties_of(found: Sequence[Mapping[str, Any]] | None) -> tuple[PartyView, ...]:
    """Return the parties, one line for a person in several roles."""
    people: list[PartyView] = []
    for row in found or ():
        told = _party(row)
        for place, known in enumerate(people):
            if known.name == told.name and not _contradict(known, told):
                people[place] = _merged(known, told)
                break
        else:
            people.append(told)
    return tuple(people)


def _party(row: Mapping[str, Any]) -> PartyView:
    role = coded(row["kind"])
    return PartyView(
        roles=role,
        name=row["name"],
        phone=row["phone"] or "",
        email=row["email"] or "",
        address=_address(row),
        relation=amid(coded(row["relation"] or "")),
    )


def _contradict(one: PartyView, other: PartyView) -> bool:
    return any(
        mine and theirs and mine != theirs
        for mine, theirs in (
            (one.phone, other.phone),
            (one.email, other.email),
            (one.address, other.address),
        )
    )


def _merged(one: PartyView, other: PartyView) -> PartyView:
    return PartyView(
        roles=f"{one.roles}, {amid(other.roles)}",
        name=one.name,
        phone=one.phone or other.phone,
        email=one.email or other.email,
        address=one.address or other.address,
        relation=one.relation or other.relation,
    )


def _address(party: Mapping[str, Any]) -> str:
    near = [party[name] for name in ("address_line", "city", "postcode") if party[name]]
    country = _COUNTRIES.get(party["country"], party["country"])
    return ", ".join([*near, *([country] if country else [])]) if near else ""


def _money(claim: Claim) -> Iterator[Fact]:
    over = claim.amount and claim.policy_limit and claim.amount > claim.policy_limit
    note = say("above the sum insured") if over else ""
    yield Fact(say("Claimed"), money(claim.amount, claim.currency), note)
    yield Fact(say("Sum insured"), money(claim.policy_limit, claim.currency))
    yield Fact(say("Excess"), money(claim.deductible, claim.currency))


def _dates(claim: Claim) -> Iterator[Fact]:
    kind = ClaimType(claim.claim_type)
    late = days_between(claim.loss_date, claim.reported_date)
    note = (
        say_n("{n:,} day before report", "{n:,} days before report", late)
        if late is not None and late > LATE_DAYS[kind]
        else ""
    )
    hour = f", {claim.loss_time:%H:%M}" if claim.loss_time else ""
    yield Fact(say("Date of loss"), day(claim.loss_date) + hour, note)
    age = days_between(claim.policy_start, claim.loss_date)
    yield Fact(say("Policy start"), day(claim.policy_start), _policy_note(age))
    yield Fact(say("Reported"), day(claim.reported_date))


def _policy_note(age: int | None) -> str:
    if age is None or age > NEW_POLICY_DAYS:
        return ""
    if age >= 0:
        return say_n("{n:,} day before loss", "{n:,} days before loss", age)
    return say_n("{n:,} day after loss", "{n:,} days after loss", -age)


def _policy(claim: Claim, owner: str | None) -> Iterator[Fact]:
    kind, coverage = ClaimType(claim.claim_type), claim.coverage or ""
    yield Fact(say("Policy"), claim.policy_number)
    yield Fact(say("Coverage"), COVERAGES[kind].get(coverage, coverage) or NOT_GIVEN)
    abroad = "" if claim.loss_country in _AT_HOME and claim.loss_city else claim.loss_country
    place = ", ".join(part for part in (claim.loss_city, abroad) if part)
    yield Fact(say("Place of loss"), place or NOT_GIVEN)
    earlier = claim.prior_claims_declared
    yield Fact(say("Earlier claims declared"), NOT_GIVEN if earlier is None else str(earlier))
    authority = _AUTHORITIES.get(claim.authority_contacted or "", NOT_GIVEN)
    yield Fact(say("Authority contacted"), authority)
    if claim.facts.get("loss_coordinates"):
        yield Fact(say("Coordinates"), str(claim.facts["loss_coordinates"]))
    if claim.authority_reference:
        yield Fact(say("Report number"), claim.authority_reference)
    yield Fact(say("Owner"), owner or say("Unassigned"))


def _line(claim: Claim) -> Iterator[Fact]:
    facts = claim.facts
    if claim.claim_type == ClaimType.MOTOR:
        vehicle = " ".join(str(facts[name]) for name in ("make", "model", "year") if name in facts)
        yield Fact(say("Vehicle"), vehicle or NOT_GIVEN)
        yield Fact(say("Plate"), _plate(facts))
    for name in _LINE_FACTS[ClaimType(claim.claim_type)]:
        if facts.get(name) not in (None, ""):
            yield Fact(label(name), _value(name, facts[name], claim.currency))


def _plate(facts: Mapping[str, Any]) -> str:
    number, region = facts.get("plate_number"), facts.get("plate_region") or "GB"
    return f"{number}{'' if region == 'GB' else f' ({region})'}" if number else NOT_GIVEN


def _value(name: str, value: object, currency: str) -> str:
    if isinstance(value, bool):
        return say("Yes") if value else say("No")
    if name.endswith("_amount"):
        return money(Decimal(str(value)), currency)
    if name.endswith(("_date", "_discovered")):
        return day(date.fromisoformat(str(value)))
    return coded(str(value))
