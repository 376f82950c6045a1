"""Precedents that somebody doubts, each with the reason; never changed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class Dispute(Record):
    """A doubt about the outcome of a settled claim, raised in view of the claim it voted on."""

    __tablename__ = "ml_engine_dispute"
    __table_args__ = (
        UniqueConstraint("precedent_key", "claim_id", "raised_by"),
        CheckConstraint("outcome IN ('substantiated', 'cleared')", "outcome"),
        CheckConstraint("length(btrim(reason)) BETWEEN 10 AND 2000", "reason"),
        Index(None, "claim_id"),
    )

    id: Mapped[Key]
    precedent_key: Mapped[UUID]
    outcome: Mapped[str] = mapped_column(String(20), server_default=FetchedValue())
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    reason: Mapped[str]
    raised_by: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"), server_default=FetchedValue()
    )
    raised_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
