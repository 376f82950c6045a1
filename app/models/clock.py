"""Clocks: packs of rules as data, holidays, and the clocks that run on each claim."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.codes import ClockKind, ClockStart, DayKind
from app.models.record import Key, Record

_RUNNING = "met_at IS NULL AND stopped_at IS NULL AND paused_on IS NULL"


def _one_of(column: str, codes: type[ClockKind | ClockStart | DayKind]) -> CheckConstraint:
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class ClockPack(Record):
    """The rules of one law or of the house; a fallback holds where no other pack does."""

    __tablename__ = "clock_pack"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    jurisdiction: Mapped[str]
    statutory: Mapped[bool]
    fallback: Mapped[bool] = mapped_column(server_default=text("false"))
    regions: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    reading: Mapped[str]


class ClockRule(Record):
    """How long one clock runs, for claims whose clock starts while the rule is valid."""

    __tablename__ = "clock_rule"
    __table_args__ = (
        _one_of("clock", ClockKind),
        _one_of("starts", ClockStart),
        _one_of("day_kind", DayKind),
        CheckConstraint("days > 0 AND repeat_days > 0 AND warn_days >= 0", "days"),
        CheckConstraint("valid_from < valid_to", "valid"),
        Index(None, "pack_id"),
    )

    id: Mapped[Key]
    pack_id: Mapped[int] = mapped_column(ForeignKey("clock_pack.id"))
    line: Mapped[str | None] = mapped_column(String(50))
    clock: Mapped[str] = mapped_column(String(20))
    starts: Mapped[str] = mapped_column(String(20))
    days: Mapped[int]
    day_kind: Mapped[str] = mapped_column(String(10))
    repeat_days: Mapped[int | None]
    warn_days: Mapped[int]
    pauses: Mapped[bool] = mapped_column(server_default=text("false"))
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]


class Holiday(Record):
    """A day that is no business day in one jurisdiction."""

    __tablename__ = "clock_holiday"

    jurisdiction: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str]


class Clock(Record):
    """One clock of one claim, started and met by the database with the claim's steps."""

    __tablename__ = "claims_clock"
    __table_args__ = (
        Index(None, "claim_id"),
        Index("ix_claims_clock_running", "warn_on", postgresql_where=text(_RUNNING)),
        Index("ix_claims_clock_met", "met_at", postgresql_where=text("clock = 'decide'")),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    rule_id: Mapped[int] = mapped_column(ForeignKey("clock_rule.id"))
    clock: Mapped[str] = mapped_column(String(20))
    round: Mapped[int] = mapped_column(server_default=text("1"))
    started_on: Mapped[date]
    due_on: Mapped[date]
    warn_on: Mapped[date]
    paused_on: Mapped[date | None]
    paused_days: Mapped[int] = mapped_column(server_default=text("0"))
    met_at: Mapped[datetime | None]
    met_status: Mapped[str | None] = mapped_column(String(20))
    stopped_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]
    breached_at: Mapped[datetime | None]
