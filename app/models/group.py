"""Group facts, kept apart from claims so that nothing that judges can read one."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record


class Group(Record):
    """To which group a claim's claimant belongs, by one grouping."""

    __tablename__ = "claims_group"
    __table_args__ = (CheckConstraint("grouping IN ('age', 'sex', 'language')", "grouping"),)

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"), primary_key=True)
    grouping: Mapped[str] = mapped_column(String(20), primary_key=True)
    value: Mapped[str] = mapped_column(String(40))
