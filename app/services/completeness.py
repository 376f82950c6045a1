"""What a draft still lacks before it can be submitted."""

from dataclasses import dataclass

from app.services.claim_draft import ClaimDraft


@dataclass(frozen=True, slots=True)
class Missing:
    """A field to fill before submission, and the sentence that asks for it."""

    field: str
    sentence: str


def missing_for_submit(draft: ClaimDraft) -> list[Missing]:
    """Return what is missing, in the order of the form; empty when it can be submitted."""
    raise NotImplementedError(draft)
