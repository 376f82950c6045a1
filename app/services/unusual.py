"""What is unusual about a draft: worth confirming, no reason to stop."""

from dataclasses import dataclass

from app.services.claim_draft import ClaimDraft


@dataclass(frozen=True, slots=True)
class Unusual:
    """A field with an unusual value, and the sentence that asks to confirm it."""

    field: str
    sentence: str


def unusual_facts(draft: ClaimDraft) -> list[Unusual]:
    """Return the unusual facts, in the order of the form."""
    raise NotImplementedError(draft)
