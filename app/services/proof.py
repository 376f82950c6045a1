"""Proof of review: what each person had before them of a claim, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.words import say

_PROOF = text("""
    SELECT p.*, coalesce(d.full_name, 'A colleague') AS name
    FROM claim_proof(:claim) p LEFT JOIN user_directory d ON d.id = p.user_id
""")


@dataclass(frozen=True, slots=True)
class ReviewerView:
    """One person's looks; *papers* of *of_papers* documents were opened in their newest version."""

    name: str
    mine: bool
    first_at: datetime
    last_at: datetime
    papers: int
    of_papers: int
    precedents_at: datetime | None
    unopened: str = ""

    def words(self) -> str:
        """Return what was opened, as the end of a sentence."""
        papers = (
            say("{papers} of {of_papers} documents", papers=self.papers, of_papers=self.of_papers)
            if self.of_papers
            else ""
        )
        precedents = say("the precedents") if self.precedents_at else ""
        opened = [say("the claim"), *(part for part in (papers, precedents) if part)]
        return ", ".join(opened)


def read_proof(session: Session, claim_id: int) -> tuple[ReviewerView, ...]:
    """Return who opened what of a claim in sight, the latest first."""
    rows = session.execute(_PROOF, {"claim": claim_id}).mappings()
    return tuple(
        ReviewerView(
            name=row["name"],
            mine=row["mine"],
            first_at=row["first_at"],
            last_at=row["last_at"],
            papers=row["papers"],
            of_papers=row["of_papers"],
            precedents_at=row["precedents_at"],
            unopened=row["unopened"] or "",
        )
        for row in rows
    )
