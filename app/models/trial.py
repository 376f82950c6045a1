"""Trials of a challenger beside the model that judges."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Percent, Record


class Trial(Record):
    """One trial; `open` is true until it has ended and then None, so that one is open.

    `looks` keeps what the worker found, day by day.
    """

    __tablename__ = "ml_engine_trial"
    __table_args__ = (
        CheckConstraint("kind IN ('shadow', 'split')", "kind"),
        CheckConstraint("share > 0 AND share <= 1", "share"),
        CheckConstraint("longest BETWEEN 1 AND 730", "longest"),
        CheckConstraint("open", "open"),
        CheckConstraint("champion_id <> challenger_id", "two"),
        CheckConstraint(
            "kind = 'shadow' OR began_by IS NULL OR began_by <> asked_by", "two_people"
        ),
    )

    id: Mapped[Key]
    open: Mapped[bool | None] = mapped_column(unique=True, server_default=text("true"))
    kind: Mapped[str] = mapped_column(String(20))
    champion_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    challenger_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_mlmodel.id"))
    lines: Mapped[list[str]]
    share: Mapped[float]
    longest: Mapped[int]
    reason: Mapped[str]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    asked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    began_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    began_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    ended_at: Mapped[datetime | None]
    verdict: Mapped[str | None] = mapped_column(String(20))
    ending: Mapped[str | None]
    looks: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'"))
    looked_at: Mapped[datetime | None]


class TrialKey(Record):
    """What keeps the arms of a trial from being foretold."""

    __tablename__ = "ml_engine_trial_key"

    trial_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_trial.id"), primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary)


class Shadow(Record):
    """What a challenger in the shadow would have said of a claim, beside the score that counts."""

    __tablename__ = "ml_engine_shadow"

    trial_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_trial.id"), primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"), primary_key=True)
    score_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_score.id"))
    score: Mapped[Percent]
    probability: Mapped[float]
    recommendation: Mapped[str] = mapped_column(String(20))
    receipt: Mapped[dict[str, Any]]
    ms: Mapped[float]
    champion_ms: Mapped[float]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
