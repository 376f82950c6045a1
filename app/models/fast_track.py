"""The limits inside which the fast track is suggested; only ever added to."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class FastTrackLimit(Record):
    """One version of a line's limits; the highest is in force."""

    __tablename__ = "fast_track_limit"
    __table_args__ = (
        UniqueConstraint("line", "version"),
        CheckConstraint("line IN ('motor', 'property', 'health', 'travel')", "line"),
        CheckConstraint("amount >= 0 AND amount < 'NaN'", "amount"),
        CheckConstraint("score BETWEEN 0 AND 100", "score"),
        CheckConstraint("length(why) <= 4000", "why"),
    )

    id: Mapped[Key]
    line: Mapped[str] = mapped_column(String(50))
    version: Mapped[int]
    amount: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    score: Mapped[Decimal] = mapped_column(Numeric(5, 2))
    why: Mapped[str]
    set_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    set_at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
