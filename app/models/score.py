"""The scores: every one is kept, with the receipt that reproduces it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Percent, Record


class Score(Record):
    """One judgement of one claim, written by `record_score` only.

    `verified` is what the worker's replay of the receipt found; None until then.
    """

    __tablename__ = "ml_engine_score"
    __table_args__ = (
        CheckConstraint("score BETWEEN 0 AND 100", "score"),
        CheckConstraint("probability BETWEEN 0 AND 1", "probability"),
        CheckConstraint("confidence BETWEEN 0 AND 100", "confidence"),
        CheckConstraint(
            "pg_column_size(receipt) <= 4194304 AND pg_column_size(explanation) <= 4194304",
            "sizes",
        ),
        Index(None, "claim_id", "id"),
        Index(
            "ix_ml_engine_score_figures",
            "id",
            postgresql_include=[
                "claim_id",
                "model_id",
                "score",
                "probability",
                "recommendation",
                "created_at",
            ],
        ),
        Index(None, "model_id"),
        Index("ix_ml_engine_score_unverified", "id", postgresql_where=text("verified IS NULL")),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    model_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    score: Mapped[Percent]
    probability: Mapped[float]
    confidence: Mapped[Percent]
    recommendation: Mapped[str] = mapped_column(String(20))
    receipt: Mapped[dict[str, Any]]
    explanation: Mapped[dict[str, Any]]
    scored_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    verified: Mapped[bool | None]


class ScoreDue(Record):
    """An open claim that the model which judges now has not scored yet."""

    __tablename__ = "ml_engine_score_due"

    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claims_claim.id"), primary_key=True, autoincrement=False
    )
