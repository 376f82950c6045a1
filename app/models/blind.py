"""The blind sample: claims drawn at random, judged by people before they see the score."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record


class Blind(Record):
    """A claim that was drawn; while it is hidden, staff see nothing the model made of it."""

    __tablename__ = "ml_engine_blind"
    __table_args__ = (
        CheckConstraint(
            "view IN ('fast_track', 'standard_review', 'enhanced_review', 'refer_siu')", "view"
        ),
        Index("ix_ml_engine_blind_hidden", "claim_id", postgresql_where=text("hidden")),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"), primary_key=True)
    drawn_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    hidden: Mapped[bool] = mapped_column(server_default=text("false"))
    view: Mapped[str | None] = mapped_column(String(20))
    viewed_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    viewed_at: Mapped[datetime | None]


class BlindPolicy(Record):
    """Which share of new claims is drawn."""

    __tablename__ = "blind_policy"
    __table_args__ = (
        CheckConstraint("id = 1", "one"),
        CheckConstraint("share BETWEEN 0 AND 1", "share"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, server_default=text("1"))
    share: Mapped[Decimal] = mapped_column(Numeric(5, 4), server_default=text("0.05"))
