"""The register of models: which one judges each line, who agreed to it, and the bundles."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class MLModel(Record):
    """A trained model; definer functions alone decide where it stands and what it judges."""

    __tablename__ = "ml_engine_mlmodel"
    __table_args__ = (
        CheckConstraint("status IN ('candidate', 'shadow', 'active', 'retired')", "status"),
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
    card: Mapped[str] = mapped_column(server_default=text("''"))


class Judge(Record):
    """The one model that judges a line of business."""

    __tablename__ = "ml_engine_judge"
    __table_args__ = (CheckConstraint("line IN ('motor', 'property', 'health', 'travel')", "line"),)

    line: Mapped[str] = mapped_column(String(50), primary_key=True)
    model_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    since: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Bundle(Record):
    """The file of a model, by its seal."""

    __tablename__ = "ml_engine_bundle"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Proposal(Record):
    """An activation that one person proposed and another confirms; `before` undoes it."""

    __tablename__ = "ml_engine_proposal"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'confirmed', 'dropped', 'rolled_back')", "state"),
        CheckConstraint(
            "state NOT IN ('confirmed', 'rolled_back') OR settled_by <> proposed_by", "two_people"
        ),
        CheckConstraint("length(reason) <= 4000", "reason"),
        Index(
            "uq_ml_engine_proposal_open",
            "state",
            unique=True,
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[Key]
    model_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    lines: Mapped[list[str]]
    reason: Mapped[str]
    state: Mapped[str] = mapped_column(String(20), server_default=text("'open'"))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    proposed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    settled_at: Mapped[datetime | None]
    before: Mapped[dict[str, Any] | None]


class ModelEvent(Record):
    """What happened to models, trials and thresholds; never changed, each chained to the last."""

    __tablename__ = "ml_engine_event"
    __table_args__ = (
        Index(
            "uq_ml_engine_event_prev_hash",
            "prev_hash",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[Key]
    at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    kind: Mapped[str] = mapped_column(String(20))
    model_id: Mapped[int | None] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    reason: Mapped[str | None]
    detail: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    prev_hash: Mapped[bytes | None]
    hash: Mapped[bytes]
