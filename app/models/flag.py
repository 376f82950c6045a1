"""Red-flag rules, and what they found on claims; only ever added to."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class RedFlagRule(Record):
    """One version of a rule; the highest of a code is in force."""

    __tablename__ = "red_flag_rule"
    __table_args__ = (
        CheckConstraint("state IN ('shadow', 'on', 'off')", "state"),
        CheckConstraint("points BETWEEN 0 AND 20", "points"),
        CheckConstraint(
            "jsonb_typeof(condition) = 'object' AND octet_length(condition::text) <= 4096",
            "condition",
        ),
        UniqueConstraint("code", "version"),
    )

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    name: Mapped[str]
    line: Mapped[str | None] = mapped_column(String(50))
    condition: Mapped[dict[str, Any]]
    said: Mapped[str]
    points: Mapped[int]
    owner: Mapped[str]
    state: Mapped[str] = mapped_column(String(10))
    source: Mapped[str]
    why: Mapped[str]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    made_at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))


class Flagging(Record):
    """One look at a claim with one set of rules; the latest counts."""

    __tablename__ = "claims_flagging"
    __table_args__ = (Index(None, "claim_id", "id"),)

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    ruleset: Mapped[int] = mapped_column(ForeignKey("red_flag_rule.id"))
    at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))


class RedFlag(Record):
    """What one rule found in one look."""

    __tablename__ = "claims_red_flag"
    __table_args__ = (Index(None, "flagging_id"), Index(None, "rule_id", "claim_id"))

    id: Mapped[Key]
    flagging_id: Mapped[int] = mapped_column(ForeignKey("claims_flagging.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    rule_id: Mapped[int] = mapped_column(ForeignKey("red_flag_rule.id"))
    points: Mapped[int]
    shadow: Mapped[bool]
    said: Mapped[str]


class FlagDue(Record):
    """A claim that the worker looks at again."""

    __tablename__ = "red_flag_due"

    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claims_claim.id"), primary_key=True, autoincrement=False
    )


class FlagRange(Record):
    """How the amounts of settled claims of one cause lie, as logarithms."""

    __tablename__ = "red_flag_range"

    claim_type: Mapped[str] = mapped_column(String(50), primary_key=True)
    cause: Mapped[str] = mapped_column(String(40), primary_key=True)
    middle: Mapped[float]
    spread: Mapped[float]
    settled: Mapped[int]
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
