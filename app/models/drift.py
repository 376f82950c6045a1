"""What moved since a model learned: reports, and alerts that stay until it is over."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class DriftReport(Record):
    """One comparison of recent claims with those a model learned from; the last sixty are kept."""

    __tablename__ = "ml_engine_drift"
    __table_args__ = (Index("ix_ml_engine_drift_model_id", "model_id", "id"),)

    id: Mapped[Key]
    model_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    report: Mapped[dict[str, Any]]


class Alert(Record):
    """One thing that moved: open, settled by a person, or over; `claims` are those behind it."""

    __tablename__ = "ml_engine_alert"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'settled', 'over')", "state"),
        Index(
            "uq_ml_engine_alert_open",
            "model_id",
            "kind",
            "subject",
            unique=True,
            postgresql_where=text("state <> 'over'"),
        ),
    )

    id: Mapped[Key]
    model_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str]
    state: Mapped[str] = mapped_column(String(20), server_default=text("'open'"))
    told: Mapped[str]
    claims: Mapped[list[int]] = mapped_column(ARRAY(Integer), server_default=text("'{}'"))
    raised_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    seen_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ended_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
