"""The register of models; the bundles themselves are files found by their SHA-256."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class MLModel(Record):
    """A trained model; `activate_model` alone decides which one judges."""

    __tablename__ = "ml_engine_mlmodel"
    __table_args__ = (
        Index(
            "uq_ml_engine_mlmodel_is_active",
            "is_active",
            unique=True,
            postgresql_where=text("is_active"),
        ),
    )

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(100))
    version: Mapped[str] = mapped_column(String(20))
    model_type: Mapped[str] = mapped_column(String(50))
    status: Mapped[str] = mapped_column(String(20), server_default=text("'candidate'"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    performance_metrics: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    is_active: Mapped[bool] = mapped_column(server_default=text("false"))
    sha256: Mapped[str] = mapped_column(unique=True)
    lines: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    activated_at: Mapped[datetime | None]
    activated_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
