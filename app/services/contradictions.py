"""Rules between a claim and the facts of its line: what cannot both be true."""

from collections.abc import Iterator

from app.services.claim_draft import ClaimDraft
from app.services.figures import money, today
from app.services.line_facts import MotorFacts, PropertyFacts, TravelFacts
from app.words import say


def contradictions(draft: ClaimDraft) -> Iterator[tuple[str, str]]:
    """Yield the field of the facts that contradicts another one, and how to mend it."""
    facts = draft.facts
    if isinstance(facts, MotorFacts):
        yield from _motor(draft, facts)
    elif isinstance(facts, PropertyFacts):
        yield from _property(draft, facts)
    elif isinstance(facts, TravelFacts):
        paid, back = facts.prepaid, facts.refunds
        if paid is not None and back is not None and back > paid:
            sentence = say("Refunds received cannot exceed what was paid in advance. Correct one.")
            yield "facts.refunds", sentence


def _motor(draft: ClaimDraft, facts: MotorFacts) -> Iterator[tuple[str, str]]:
    reported = draft.reported_date or today()
    if facts.last_seen_at and facts.last_seen_at.date() > reported:
        sentence = say(
            "Last seen cannot be after the report of the theft. Correct one of the days."
        )
        yield "facts.last_seen_at", sentence


def _property(draft: ClaimDraft, facts: PropertyFacts) -> Iterator[tuple[str, str]]:
    found = facts.date_discovered
    if found and found < draft.loss_date:
        sentence = say("Date discovered cannot be before the loss. Correct one of the dates.")
        yield "facts.date_discovered", sentence
    elif found and found > today():
        yield "facts.date_discovered", say("Date discovered cannot lie in the future. Correct it.")
    if facts.probable_total is not None and draft.amount and facts.probable_total < draft.amount:
        claimed = money(draft.amount, draft.currency)
        sentence = say(
            "Probable total loss cannot be less than the claimed {claimed}.", claimed=claimed
        )
        yield (
            "facts.probable_total",
            say("{sentence} Correct one of the amounts.", sentence=sentence),
        )
