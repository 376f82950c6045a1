"""What a claim that can be submitted still lacks before somebody decides it or pays."""

from collections.abc import Iterator

from app.services.claim_draft import ClaimDraft
from app.services.line_facts import HealthFacts, MotorFacts, PropertyFacts, TravelFacts
from app.services.sums import Missing
from app.words import say


def missing_for_decision(draft: ClaimDraft) -> list[Missing]:
    """Return what is missing to decide, which never keeps from submitting."""
    return [*_line(draft), *_hurt(draft), *_attested(draft)]


def _line(draft: ClaimDraft) -> Iterator[Missing]:
    facts = draft.facts
    if isinstance(facts, MotorFacts):
        yield from _motor(draft, facts)
    elif isinstance(facts, PropertyFacts) and draft.coverage == "contents" and not facts.items:
        yield Missing("facts.items", say("List the damaged things, each with its amount."))
    elif isinstance(facts, TravelFacts) and draft.coverage == "baggage" and not facts.items:
        yield Missing("facts.items", say("List what was lost or bought, each with its amount."))


def _motor(draft: ClaimDraft, facts: MotorFacts) -> Iterator[Missing]:
    if facts.fault_rating is None:
        yield Missing("facts.fault_rating", say("Say who was at fault, as far as it is known."))
    if facts.estimate_amount is None:
        yield Missing("facts.estimate_amount", say("Enter the estimate of the repair."))
    if draft.repairer is None:
        yield Missing("repairer.name", say("Name the repairer."))


def _hurt(draft: ClaimDraft) -> Iterator[Missing]:
    facts = draft.facts
    asked = not isinstance(facts, HealthFacts) and facts.injuries is True
    if asked and len(facts.injured) < (facts.injured_count or 1):
        yield Missing("facts.injured", say("Name each person who was hurt."))


def _attested(draft: ClaimDraft) -> Iterator[Missing]:
    if not (draft.facts.attested and draft.facts.attested_by):
        yield Missing("facts.attested", say("The statement of truth is not signed yet."))
