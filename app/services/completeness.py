"""What a draft still lacks before it can be submitted."""

from collections.abc import Callable, Iterator

from app.services import sums
from app.services.claim_draft import Authority, ClaimDraft, PartyDraft
from app.services.line_codes import AccidentType, CareType, TravelEvent, VisitType
from app.services.line_facts import (
    AnyFacts,
    HealthFacts,
    MotorFacts,
    PropertyFacts,
    TravelFacts,
)
from app.services.sentences import label
from app.services.sums import Missing
from app.words import say

LEAST_WORDS = 20


def missing_for_submit(draft: ClaimDraft) -> list[Missing]:
    """Return what is missing, in the order of the form; empty when it can be submitted."""
    return [
        *_unanswered(draft, _COMMON),
        *_description(draft),
        *_authority(draft),
        *_parties(draft),
        *_line(draft),
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
_OTHER_INSURANCE = ("other_insurance",)
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
_PROPERTY = (
    "risk_address",
    "risk_city",
    "property_type",
    "occupancy",
    "date_discovered",
    "probable_total",
    "habitable",
    "emergency_repairs_done",
)
_BURGLARY = ("alarm", "locks", "forced_entry")
_FIRE = ("fire_origin", "alarm_worked", "occupants_present", "pets_present")
_HEALTH = (
    "member_id",
    "patient_name",
    "patient_relation",
    "patient_born",
    "provider_id",
    "diagnosis_codes",
    "visit_type",
    "care_type",
    "accident_related",
)
_STAY = ("admission_date", "discharge_date")
_TRAVEL = ("trip_start", "trip_end", "destination", "booking_ref", "policy_purchase_date")
_CARRIED = frozenset({TravelEvent.DELAY, TravelEvent.BAGGAGE_LOSS, TravelEvent.BAGGAGE_DELAY})
_BROKEN_OFF = frozenset({TravelEvent.CANCELLATION, TravelEvent.INTERRUPTION})


def _line(draft: ClaimDraft) -> Iterator[Missing]:
    facts = draft.facts
    if not isinstance(facts, HealthFacts):
        yield from _unanswered(facts, ("injuries",), "facts.")
    if facts.injuries is True and facts.injured_count is None:
        yield Missing("facts.injured_count", say("Say how many people were injured."))
    yield from _unanswered(facts, _OTHER_INSURANCE, "facts.")
    if facts.other_insurance is True and not facts.other_insurer:
        yield Missing("facts.other_insurer", say("Name the other insurer."))
    yield from _LINES[type(facts)](draft)


def _motor(draft: ClaimDraft) -> Iterator[Missing]:
    facts = draft.facts
    assert isinstance(facts, MotorFacts)  # noqa: S101 - chosen by this type
    yield from _unanswered(facts, _MOTOR, "facts.")
    if facts.accident_type is not None:
        stolen = facts.accident_type is AccidentType.THEFT
        yield from _unanswered(facts, _THEFT if stolen else _IMPACT, "facts.")
    if draft.third_party and not facts.other_vehicle:
        yield Missing(
            "facts.other_vehicle", say("Give the plate or the make of the other vehicle.")
        )


def _property(draft: ClaimDraft) -> Iterator[Missing]:
    facts = draft.facts
    assert isinstance(facts, PropertyFacts)  # noqa: S101 - chosen by this type
    yield from _unanswered(facts, _PROPERTY, "facts.")
    if draft.cause == "theft":
        yield from _unanswered(facts, _BURGLARY, "facts.")
    if draft.cause == "fire":
        yield from _unanswered(facts, _FIRE, "facts.")
    if draft.coverage == "contents":
        yield from sums.items_open(draft, facts.items)


def _health(draft: ClaimDraft) -> Iterator[Missing]:
    facts = draft.facts
    assert isinstance(facts, HealthFacts)  # noqa: S101 - chosen by this type
    yield from _unanswered(facts, _HEALTH, "facts.")
    if facts.visit_type is VisitType.REFERRAL and not facts.referral_code:
        yield Missing("facts.referral_code", say("Give the code of the referral."))
    if facts.care_type is CareType.IN_PATIENT:
        yield from _unanswered(facts, _STAY, "facts.")
    yield from sums.services_open(draft, facts.service_lines)


def _travel(draft: ClaimDraft) -> Iterator[Missing]:
    facts = draft.facts
    assert isinstance(facts, TravelFacts)  # noqa: S101 - chosen by this type
    yield from _unanswered(facts, _TRAVEL, "facts.")
    if facts.event_type in _CARRIED:
        yield from _unanswered(facts, ("carrier", "carrier_report_no"), "facts.")
    if facts.event_type in _BROKEN_OFF:
        yield from _unanswered(facts, ("prepaid", "refunds"), "facts.")
    if facts.event_type is TravelEvent.MEDICAL:
        yield from _unanswered(facts, ("primary_insurer",), "facts.")
    if draft.coverage == "baggage":
        yield from sums.items_open(draft, facts.items)


_LINES: dict[type[AnyFacts], Callable[[ClaimDraft], Iterator[Missing]]] = {
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
            yield Missing(prefix + name, say("{label} is needed to submit.", label=label(name)))


def _description(draft: ClaimDraft) -> Iterator[Missing]:
    if len(draft.description) < LEAST_WORDS:
        sentence = say(
            "Describe what happened in at least {least_words} characters.", least_words=LEAST_WORDS
        )
        yield Missing("description", sentence)


def _authority(draft: ClaimDraft) -> Iterator[Missing]:
    called = draft.authority_contacted
    if called is None:
        yield Missing("authority_contacted", say("Say whether police or fire service were called."))
    elif called in {Authority.POLICE, Authority.FIRE} and not draft.authority_reference:
        yield Missing(
            "authority_reference", say("Give the report number of the police or fire service.")
        )


def _parties(draft: ClaimDraft) -> Iterator[Missing]:
    for role in ("reporter", "policyholder", "claimant"):
        party: PartyDraft | None = getattr(draft, role)
        if party is None:
            yield Missing(f"{role}.name", say("Name the {role}.", role=role))
        elif not (party.phone or party.email):
            yield Missing(
                f"{role}.phone", say("Give a phone number or e-mail of the {role}.", role=role)
            )
    if draft.reporter and not draft.reporter.relation:
        yield Missing("reporter.relation", say("Say how the reporter is related to the insured."))
    if draft.policyholder and not draft.policyholder.address_line:
        yield Missing("policyholder.address_line", say("Give the address of the policyholder."))
    if not (draft.facts.holder_born or draft.facts.holder_company):
        sentence = say("Give the policyholder's date of birth, or the company number of a firm.")
        yield Missing("facts.holder_born", sentence)
    yield from _party_of_line(draft)


def _party_of_line(draft: ClaimDraft) -> Iterator[Missing]:
    if isinstance(draft.facts, MotorFacts) and draft.driver is None:
        yield Missing("driver.name", say("Name the driver."))
    facts = draft.facts
    ill_abroad = isinstance(facts, TravelFacts) and facts.event_type is TravelEvent.MEDICAL
    if (isinstance(facts, HealthFacts) or ill_abroad) and draft.provider is None:
        yield Missing("provider.name", say("Name who gave the treatment."))


def _notice(draft: ClaimDraft) -> Iterator[Missing]:
    if not draft.notice_given:
        sentence = say("Confirm that the privacy notice was given; it says that a model assists.")
        yield Missing("notice_given", sentence)
