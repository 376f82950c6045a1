"""What a draft still lacks before it can be submitted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.services.claim_draft import Authority, ClaimDraft, PartyDraft
from app.services.line_facts import (
    AccidentType,
    AnyFacts,
    HealthFacts,
    MotorFacts,
    PropertyFacts,
    TravelFacts,
)
from app.services.sentences import label

LEAST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Missing:
    """A field to fill before submission, and the sentence that asks for it."""

    field: str
    sentence: str


def missing_for_submit(draft: ClaimDraft) -> list[Missing]:
    """Return what is missing, in the order of the form; empty when it can be submitted."""
    return [
        *_unanswered(draft, _COMMON),
        *_description(draft),
        *_authority(draft),
        *_parties(draft),
        *_line(draft.facts),
        *_notice(draft),
    ]


_COMMON = (
    "how_reported",
    "policy_start",
    "policy_expiry",
    "coverage",
    "policy_limit",
    "deductible",
    "cause",
    "loss_city",
    "loss_country",
    "amount",
)
_EVERY_LINE = ("injuries", "other_insurance")
_MOTOR = (
    "vin",
    "plate_number",
    "make",
    "model",
    "year",
    "body",
    "purpose_of_use",
    "accident_type",
    "occupants_count",
)
_THEFT = ("keys_count", "last_seen_at", "recovered")
_IMPACT = ("impact_points", "airbags", "drivable")
_PROPERTY = ("property_type", "occupancy", "date_discovered", "probable_total", "habitable")
_HEALTH = ("member_id", "diagnosis_codes", "service_lines", "visit_type", "care_type")
_TRAVEL = ("trip_start", "trip_end", "destination", "policy_purchase_date", "event_type")


def _line(facts: AnyFacts) -> Iterator[Missing]:
    yield from _unanswered(facts, _EVERY_LINE, "facts.")
    if facts.injuries and facts.injured_count is None:
        yield Missing("facts.injured_count", "Say how many people were injured.")
    if facts.other_insurance and not facts.other_insurer:
        yield Missing("facts.other_insurer", "Name the other insurer.")
    yield from _LINES[type(facts)](facts)


def _motor(facts: MotorFacts) -> Iterator[Missing]:
    yield from _unanswered(facts, _MOTOR, "facts.")
    if facts.accident_type is not None:
        stolen = facts.accident_type is AccidentType.THEFT
        yield from _unanswered(facts, _THEFT if stolen else _IMPACT, "facts.")


def _property(facts: PropertyFacts) -> Iterator[Missing]:
    return _unanswered(facts, _PROPERTY, "facts.")


def _health(facts: HealthFacts) -> Iterator[Missing]:
    return _unanswered(facts, _HEALTH, "facts.")


def _travel(facts: TravelFacts) -> Iterator[Missing]:
    return _unanswered(facts, _TRAVEL, "facts.")


_LINES: dict[type[AnyFacts], Callable[..., Iterator[Missing]]] = {
    MotorFacts: _motor,
    PropertyFacts: _property,
    HealthFacts: _health,
    TravelFacts: _travel,
}


def _unanswered(
    part: ClaimDraft | AnyFacts, names: tuple[str, ...], prefix: str = ""
) -> Iterator[Missing]:
    for name in names:
        if getattr(part, name) in (None, "", ()):
            yield Missing(prefix + name, f"{label(name)} is needed to submit.")


def _description(draft: ClaimDraft) -> Iterator[Missing]:
    if len(draft.description) < LEAST_WORDS:
        sentence = f"Describe what happened in at least {LEAST_WORDS} characters."
        yield Missing("description", sentence)


def _authority(draft: ClaimDraft) -> Iterator[Missing]:
    called = draft.authority_contacted
    if called is None:
        yield Missing("authority_contacted", "Say whether police or fire service were called.")
    elif called in {Authority.POLICE, Authority.FIRE} and not draft.authority_reference:
        yield Missing(
            "authority_reference", "Give the report number of the police or fire service."
        )


def _parties(draft: ClaimDraft) -> Iterator[Missing]:
    for role in ("reporter", "policyholder", "claimant"):
        party: PartyDraft | None = getattr(draft, role)
        if party is None:
            yield Missing(f"{role}.name", f"Name the {role}.")
        elif not (party.phone or party.email):
            yield Missing(f"{role}.phone", f"Give a phone number or e-mail of the {role}.")
    if draft.reporter and not draft.reporter.relation:
        yield Missing("reporter.relation", "Say how the reporter is related to the insured.")
    if draft.policyholder and not draft.policyholder.address_line:
        yield Missing("policyholder.address_line", "Give the address of the policyholder.")
    yield from _party_of_line(draft)


def _party_of_line(draft: ClaimDraft) -> Iterator[Missing]:
    if isinstance(draft.facts, MotorFacts) and draft.driver is None:
        yield Missing("driver.name", "Name the driver.")
    if isinstance(draft.facts, HealthFacts) and draft.provider is None:
        yield Missing("provider.name", "Name who gave the treatment.")


def _notice(draft: ClaimDraft) -> Iterator[Missing]:
    if not draft.notice_given:
        sentence = "Confirm that the privacy notice was given; it says that a model assists."
        yield Missing("notice_given", sentence)
