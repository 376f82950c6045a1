"""The blind sample: paid claims that stand for all that were paid."""

from datetime import datetime

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record


class Blind(Record):
    """A claim that was drawn at random."""

    __tablename__ = "ml_engine_blind"

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"), primary_key=True)
    drawn_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
