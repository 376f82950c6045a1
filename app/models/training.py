"""Trainings of models: asked for, run by the worker, one at a time."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class Training(Record):
    """One training; `open` is true until it has ended and then None, so that one is open."""

    __tablename__ = "ml_engine_training"
    __table_args__ = (
        CheckConstraint(
            "state IN ('queued', 'gathering', 'comparing', 'training', 'registering', 'done',"
            " 'refused', 'failed')",
            "state",
        ),
        CheckConstraint("open", "open"),
        CheckConstraint("length(reason) <= 4000", "reason"),
    )

    id: Mapped[Key]
    state: Mapped[str] = mapped_column(String(20), server_default=text("'queued'"))
    open: Mapped[bool | None] = mapped_column(unique=True, server_default=text("true"))
    reason: Mapped[str]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    asked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    beat_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    message: Mapped[str] = mapped_column(server_default=text("''"))
    detail: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    model_id: Mapped[int | None] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
