"""What is unusual about a draft: worth confirming, no reason to stop."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.services.claim_draft import ClaimDraft
from app.services.figures import day, days, money, today
from app.services.line_facts import HealthFacts, MotorFacts
from app.services.unusual_lines import Unusual, unusual_in_line
from app.words import say

LATE_DAYS = 14
EARLY_DAYS = 30
POSTCODES = {
    "United Kingdom": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",
    "United States": r"\d{5}(-\d{4})?",
    "Netherlands": r"\d{4} ?[A-Z]{2}",
}


def unusual_facts(draft: ClaimDraft) -> list[Unusual]:
    """Return the unusual facts, in the order of the form."""
    return [
        *_term(draft),
        *_report(draft),
        *_amount(draft),
        *_description(draft),
        *_postcodes(draft),
        *_line(draft),
    ]


def _term(draft: ClaimDraft) -> Iterator[Unusual]:
    loss, start, expiry = draft.loss_date, draft.policy_start, draft.policy_expiry
    if (start and loss < start) or (expiry and loss > expiry):
        sentence = say(
            "The loss lies outside the policy term {start} to {expiry}.",
            start=day(start),
            expiry=day(expiry),
        )
        yield Unusual("loss_date", say("{sentence} Please confirm.", sentence=sentence))
    elif start and (loss - start).days <= EARLY_DAYS:
        yield Unusual(
            "policy_start", say("{days} before the loss: unusual.", days=days((loss - start).days))
        )
    if draft.policy_changed and draft.policy_changed > loss:
        yield Unusual(
            "policy_changed", say("The policy was changed after the loss. Please confirm.")
        )


def _report(draft: ClaimDraft) -> Iterator[Unusual]:
    reported = draft.reported_date or today()
    late = (reported - draft.loss_date).days
    if late > LATE_DAYS:
        told = days(late) if draft.reported_date else say("Today is {days}", days=days(late))
        yield Unusual(
            "reported_date", say("{told} after the loss: unusual, please confirm.", told=told)
        )


def _amount(draft: ClaimDraft) -> Iterator[Unusual]:
    amount, limit = draft.amount, draft.policy_limit
    if amount is None or limit is None:
        return
    if amount > limit + (draft.deductible or Decimal(0)):
        sentence = say(
            "More than the policy limit of {limit} covers.", limit=money(limit, draft.currency)
        )
        yield Unusual("amount", say("{sentence} Please confirm.", sentence=sentence))
    elif draft.deductible is not None and amount <= draft.deductible:
        sentence = say(
            "Not above the excess of {deductible}.",
            deductible=money(draft.deductible, draft.currency),
        )
        yield Unusual("amount", say("{sentence} Please confirm.", sentence=sentence))


def _description(draft: ClaimDraft) -> Iterator[Unusual]:
    if re.search(r"\b(?:\d[ -]?){13,19}\b", draft.description):
        sentence = say("This looks like it holds a card number. Leave it out unless it is needed.")
        yield Unusual("description", sentence)


def _postcodes(draft: ClaimDraft) -> Iterator[Unusual]:
    holder = draft.policyholder
    pattern = POSTCODES.get(holder.country) if holder else None
    if (
        holder
        and pattern
        and holder.postcode
        and not re.fullmatch(pattern, holder.postcode, re.IGNORECASE)
    ):
        sentence = say(
            "{postcode} is not written like a postcode of the {country}.",
            postcode=holder.postcode,
            country=holder.country,
        )
        yield Unusual("policyholder.postcode", say("{sentence} Please confirm.", sentence=sentence))


def _line(draft: ClaimDraft) -> Iterator[Unusual]:
    facts = draft.facts
    if isinstance(facts, MotorFacts):
        yield from _motor(draft, facts)
    yield from unusual_in_line(draft)
    if not isinstance(facts, HealthFacts) and facts.injured_count is not None:
        yield from _hurt(facts.injured_count, len(facts.injured))


def _hurt(count: int, named: int) -> Iterator[Unusual]:
    if named > count:
        sentence = say(
            "{named} people are listed as hurt, but {count} counted. Please confirm.",
            named=named,
            count=count,
        )
        yield Unusual("facts.injured", sentence)


def _motor(draft: ClaimDraft, facts: MotorFacts) -> Iterator[Unusual]:
    if facts.vin and not vin_checks(facts.vin):
        sentence = say("The check digit of this VIN does not fit; common outside North America.")
        yield Unusual("facts.vin", sentence)
    if facts.year and facts.year > draft.loss_date.year + 1:
        yield Unusual("facts.year", say("The vehicle is newer than the loss. Please confirm."))
    injured, aboard = facts.injured_count or 0, facts.occupants_count
    if aboard is not None and injured > aboard:
        sentence = say(
            "{injured} injured, but {aboard} in the vehicle. Please confirm.",
            injured=injured,
            aboard=aboard,
        )
        yield Unusual("facts.injured_count", sentence)


_VALUES = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_MODULUS = 11


def vin_checks(vin: str) -> bool:
    """Tell whether the ninth place of a 17-place VIN is its check digit (49 CFR 565.15)."""
    values = (_VALUES.get(place, 0) if place.isalpha() else int(place) for place in vin)
    rest = sum(v * w for v, w in zip(values, _WEIGHTS, strict=True)) % _MODULUS
    return vin[8] == ("X" if rest == _MODULUS - 1 else str(rest))
