"""Which documents a claim of a line and a cause needs: the house's list, kept as data."""

import json
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from app.codes import ClaimType, DocumentType
from app.settings import RESOURCES

_LIST = RESOURCES / "documents" / "required.json"
# What the first page of a document says when it is one of these; the first that fits counts.
_SIGNS: tuple[tuple[DocumentType, tuple[str, ...]], ...] = (
    (DocumentType.POLICE_REPORT, ("constabulary", "police report", "incident report", "crime ref")),
    (DocumentType.MEDICAL_REPORT, ("medical report", "diagnosis", "patient")),
    (DocumentType.ESTIMATE, ("estimate of repairs", "estimate", "quotation")),
    (DocumentType.INVOICE, ("invoice", "payable within")),
    (DocumentType.RECEIPT, ("receipt", "paid with thanks", "change due")),
    (DocumentType.EXPERT_REPORT, ("engineer's report", "surveyor", "expert opinion")),
    (DocumentType.PROOF_OF_LOSS, ("proof of loss",)),
    (DocumentType.STATEMENT, ("statement of loss", "in my own words", "witness statement")),
    (DocumentType.ID_DOCUMENT, ("passport", "identity card", "driving licence")),
    (DocumentType.POLICY, ("policy schedule", "certificate of insurance", "itinerary")),
    (DocumentType.CORRESPONDENCE, ("dear sir", "kind regards", "yours sincerely")),
)


class Need(NamedTuple):
    """One document that is needed, as the claimant would call it, and what for."""

    type: DocumentType
    name: str
    why: str
    causes: frozenset[str]
    over: Decimal


def needs_of(line: ClaimType, cause: str, amount: Decimal) -> tuple[Need, ...]:
    """Return what a claim of this line, cause and amount needs, each type once."""
    found: dict[DocumentType, Need] = {}
    for need in _rules()[line]:
        fits = not need.causes or cause in need.causes
        if fits and amount >= need.over:
            found.setdefault(need.type, need)
    return tuple(found.values())


def suggested(text: str) -> DocumentType | None:
    """Return what a document probably is by the words of its first page, or None."""
    said = " ".join(text.casefold().split())
    for kind, signs in _SIGNS:
        if any(sign in said for sign in signs):
            return kind
    return None


@cache
def _rules() -> dict[ClaimType, tuple[Need, ...]]:
    told = json.loads(_LIST.read_text("utf-8"))
    return {
        ClaimType(line): tuple(
            Need(
                DocumentType(rule["type"]),
                rule["name"],
                rule["why"],
                frozenset(rule.get("causes", ())),
                Decimal(rule.get("over", 0)),
            )
            for rule in rules
        )
        for line, rules in told.items()
    }
