"""Tables that must be whole and add up to the claimed amount before a claim is submitted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.services.claim_draft import ClaimDraft
from app.services.figures import money
from app.services.line_tables import Item, ServiceLine, charged, claimed
from app.words import say


@dataclass(frozen=True, slots=True)
class Missing:
    """A field to fill before submission, and the sentence that asks for it."""

    field: str
    sentence: str


def items_open(draft: ClaimDraft, items: Sequence[Item]) -> Iterator[Missing]:
    """Ask for what is missing in a list of things, or for the sum to be right; once."""
    field = "facts.items"
    for row, item in enumerate(items, start=1):
        if not item.name or item.claimed is None:
            wanted = say("what it is") if not item.name else say("the amount claimed")
            yield Missing(
                field, say("Row {row}: say {wanted}, or remove the row.", row=row, wanted=wanted)
            )
            return
    if items:
        yield from _adds_up(draft, field, claimed(items))


def services_open(draft: ClaimDraft, lines: Sequence[ServiceLine]) -> Iterator[Missing]:
    """Ask for the bill, for what is missing in it, or for the sum to be right; once."""
    field = "facts.service_lines"
    if not lines:
        yield Missing(field, say("List each service of the bill with its charge."))
    for row, line in enumerate(lines, start=1):
        lacking = _lacking(draft, line)
        if lacking:
            yield Missing(
                field,
                say("Row {row}: give {lacking}, or remove the row.", row=row, lacking=lacking),
            )
            return
    if lines:
        yield from _adds_up(draft, field, charged(lines))


def _lacking(draft: ClaimDraft, line: ServiceLine) -> str:
    if line.day is None:
        return say("the day of the service")
    if not line.procedure:
        return say("the procedure code")
    if line.charge is None:
        return say("the charge")
    codes = len(getattr(draft.facts, "diagnosis_codes", ()))
    if line.pointer is not None and codes and line.pointer > codes:
        return say("the number of a diagnosis between 1 and {codes}", codes=codes)
    return ""


def _adds_up(draft: ClaimDraft, field: str, found: Decimal) -> Iterator[Missing]:
    if draft.amount is None or found == draft.amount:
        return
    apart = money(abs(found - draft.amount), draft.currency)
    rows, whole = money(found, draft.currency), money(draft.amount, draft.currency)
    more = "more" if found > draft.amount else "less"
    sentence = say(
        "The rows add up to {rows}, {apart} {more} than the claimed {whole}.",
        rows=rows,
        apart=apart,
        more=more,
        whole=whole,
    )
    yield Missing(field, say("{sentence} Correct a row or the claimed amount.", sentence=sentence))
