"""Thresholds of referral: proposed with their simulation and confirmed by a second person."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class Threshold(Record):
    """From which score claims of a line are suggested for referral, from a day on.

    Once it is `followed`, no open claim has another suggestion.
    """

    __tablename__ = "ml_engine_threshold"
    __table_args__ = (
        CheckConstraint("line IN ('motor', 'property', 'health', 'travel')", "line"),
        CheckConstraint("refer_from BETWEEN 1 AND 100", "refer_from"),
        CheckConstraint("state IN ('open', 'confirmed', 'dropped')", "state"),
        CheckConstraint("state <> 'confirmed' OR settled_by <> proposed_by", "two_people"),
        Index(
            "uq_ml_engine_threshold_open",
            "line",
            unique=True,
            postgresql_where=text("state = 'open'"),
        ),
        Index(
            "ix_ml_engine_threshold_in_force",
            "line",
            "effective_from",
            postgresql_where=text("state = 'confirmed'"),
        ),
    )

    id: Mapped[Key]
    line: Mapped[str] = mapped_column(String(50))
    refer_from: Mapped[int]
    effective_from: Mapped[date]
    simulation: Mapped[dict[str, Any]]
    reason: Mapped[str]
    state: Mapped[str] = mapped_column(String(20), server_default=text("'open'"))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    proposed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    settled_at: Mapped[datetime | None]
    followed: Mapped[bool] = mapped_column(server_default=text("false"))
