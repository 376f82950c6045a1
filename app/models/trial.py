"""Trials of a challenger beside the model that judges."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Percent, Record


class Trial(Record):
    """One trial; `open` is true until it has ended and then None, so that one is open."""

    __tablename__ = "ml_engine_trial"
    __table_args__ = (
        CheckConstraint("kind IN ('shadow', 'split')", "kind"),
        CheckConstraint("share > 0 AND share <= 1", "share"),
        CheckConstraint("open", "open"),
        CheckConstraint("champion_id <> challenger_id", "two"),
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
    began_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    began_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    ended_at: Mapped[datetime | None]
    verdict: Mapped[str | None] = mapped_column(String(20))
    ending: Mapped[str | None]
    results: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    looked_at: Mapped[datetime | None]


class TrialKey(Record):
    """What keeps the arms of a trial from being foretold."""

    __tablename__ = "ml_engine_trial_key"

    trial_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_trial.id"), primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary)


class Shadow(Record):
    """What a challenger in the shadow would have said of a claim."""

    __tablename__ = "ml_engine_shadow"

    trial_id: Mapped[int] = mapped_column(ForeignKey("ml_engine_trial.id"), primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"), primary_key=True)
    score: Mapped[Percent]
    probability: Mapped[float]
    recommendation: Mapped[str] = mapped_column(String(20))
    receipt: Mapped[dict[str, Any]]
    ms: Mapped[float]
    champion_ms: Mapped[float]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
