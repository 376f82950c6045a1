"""A draft as the columns and parties of a stored claim, and back."""

from typing import Any

from app.models import Claim, Party
from app.services.claim_draft import ROLES, ClaimDraft, PartyDraft
from app.services.draft_reading import read_draft

_APART = {*ROLES, "witnesses", "facts"}
_PARTY = tuple(PartyDraft.model_fields)


def columns_of(draft: ClaimDraft) -> dict[str, Any]:
    """Return the columns of a claim; blanks become NULL."""
    plain = {name: getattr(draft, name) for name in ClaimDraft.model_fields if name not in _APART}
    columns = {name: None if value == "" else value for name, value in plain.items()}
    facts = draft.facts.model_dump(mode="json", exclude_none=True)
    columns["facts"] = {name: value for name, value in facts.items() if value not in ("", [])}
    return columns


def parties_of(draft: ClaimDraft, claim_id: int) -> list[Party]:
    """Return the parties of a draft as rows of the claim."""
    named = [(role, getattr(draft, role)) for role in ROLES]
    witnesses = [("witness", witness) for witness in draft.witnesses]
    return [_row(claim_id, kind, party) for kind, party in (*named, *witnesses) if party]


def draft_of(claim: Claim) -> ClaimDraft:
    """Return the draft that was stored as *claim*."""
    values = {name: getattr(claim, name) for name in ClaimDraft.model_fields if name not in _APART}
    values["facts"] = claim.facts
    values["witnesses"] = [_typed(row) for row in claim.parties if row.kind == "witness"]
    for row in claim.parties:
        if row.kind in ROLES:
            values[row.kind] = _typed(row)
    return read_draft(values)


def _row(claim_id: int, kind: str, party: PartyDraft) -> Party:
    return Party(
        claim_id=claim_id, kind=kind, **{name: getattr(party, name) or None for name in _PARTY}
    )


def _typed(row: Party) -> dict[str, str]:
    return {name: getattr(row, name) or "" for name in _PARTY}
