"""What is unusual about the facts of property, health and travel claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from app.services.claim_draft import ClaimDraft
from app.services.figures import days, money
from app.services.line_facts import HealthFacts, PropertyFacts, TravelFacts
from app.services.line_tables import Item, unreceipted
from app.words import say, say_n

LATE_FOUND = 30
_TEN = 10


@dataclass(frozen=True, slots=True)
class Unusual:
    """A field with an unusual value, and the sentence that asks to confirm it."""

    field: str
    sentence: str


def unusual_in_line(draft: ClaimDraft) -> Iterator[Unusual]:
    """Yield what is unusual about the facts of the draft's line."""
    facts = draft.facts
    if isinstance(facts, PropertyFacts):
        yield from _property(draft, facts)
    elif isinstance(facts, HealthFacts):
        yield from _health(draft, facts)
    elif isinstance(facts, TravelFacts):
        yield from _travel(draft, facts)


def _property(draft: ClaimDraft, facts: PropertyFacts) -> Iterator[Unusual]:
    found = facts.date_discovered
    if found and (found - draft.loss_date).days > LATE_FOUND:
        sentence = say(
            "Found {days} after the loss: unusual.", days=days((found - draft.loss_date).days)
        )
        yield Unusual("facts.date_discovered", say("{sentence} Please confirm.", sentence=sentence))
    if facts.emergency_repairs_done is True:
        sentence = say("Repaired before anybody inspected it: keep the bills and pictures.")
        yield Unusual("facts.emergency_repairs_done", sentence)
    yield from _things(draft, facts.items)


def _health(draft: ClaimDraft, facts: HealthFacts) -> Iterator[Unusual]:
    yield from _stay(facts)
    born, first = facts.patient_born, min(chain((draft.loss_date,), _service_days(facts)))
    if born and born > first:
        sentence = say("The patient was born after the first service. Please confirm.")
        yield Unusual("facts.patient_born", sentence)
    if len(facts.provider_id) == _TEN and not npi_checks(facts.provider_id):
        sentence = say(
            "The check digit of this number does not fit; common outside the United States."
        )
        yield Unusual("facts.provider_id", sentence)


def _stay(facts: HealthFacts) -> Iterator[Unusual]:
    start, end = facts.admission_date, facts.discharge_date
    if start and end:
        outside = [day for day in _service_days(facts) if not start <= day <= end]
        if outside:
            yield Unusual(
                "facts.service_lines",
                say_n(
                    "1 service lies outside the stay in hospital. Please confirm.",
                    "{n} services lie outside the stay in hospital. Please confirm.",
                    len(outside),
                ),
            )


def _travel(draft: ClaimDraft, facts: TravelFacts) -> Iterator[Unusual]:
    bought, end = facts.policy_purchase_date, facts.trip_end
    if bought and bought >= draft.loss_date:
        sentence = say("The policy was bought on or after the day of the loss. Please confirm.")
        yield Unusual("facts.policy_purchase_date", sentence)
    if end and draft.loss_date > end:
        sentence = say("The loss lies after the end of the trip. Please confirm.")
        yield Unusual("facts.trip_end", sentence)
    if draft.amount is not None and facts.prepaid is not None and facts.refunds is not None:
        left = facts.prepaid - facts.refunds
        if draft.amount > left:
            sentence = say(
                "Only {left} is left of what was paid in advance.", left=money(left, draft.currency)
            )
            yield Unusual("facts.prepaid", say("{sentence} Please confirm.", sentence=sentence))
    yield from _things(draft, facts.items)


def _things(draft: ClaimDraft, items: tuple[Item, ...]) -> Iterator[Unusual]:
    without = unreceipted(items)
    late = next((i for i in items if i.bought and i.bought > draft.loss_date), None)
    if late:
        sentence = say(
            "{value} was bought after the loss. Please confirm.", value=late.name or say("A thing")
        )
        yield Unusual("facts.items", sentence)
    elif without and draft.amount and without * 2 > draft.amount:
        share = f"{100 * without / draft.amount:.0f}%"
        yield Unusual(
            "facts.items", say("{share} of the amount is claimed without a receipt.", share=share)
        )


def _service_days(facts: HealthFacts) -> list[date]:
    return [line.day for line in facts.service_lines if line.day]


def npi_checks(number: str) -> bool:
    """Tell whether ten digits end in their check digit, after 80840 (45 CFR 162.406)."""
    if not number.isascii() or not number.isdigit():
        return False
    total = 0
    for place, digit in enumerate(reversed(f"80840{number}")):
        doubled = int(digit) * (1 + place % 2)
        total += doubled // _TEN + doubled % _TEN
    return total % _TEN == 0
