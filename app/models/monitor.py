"""What administrators watch: errors by their stack, figures over time, counted steps."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record


class FaultGroup(Record):
    """Errors of one kind that came through the same places, in one version."""

    __tablename__ = "monitor_fault"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    kind: Mapped[str]
    stack: Mapped[str]
    count: Mapped[int] = mapped_column(server_default=text("1"))
    first_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    last_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Figure(Record):
    """One value that the worker measured."""

    __tablename__ = "monitor_figure"

    name: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True, server_default=text("now()"))
    value: Mapped[float]


class UsageCount(Record):
    """How often a screen or a command was used on a day, by those who let it be counted."""

    __tablename__ = "monitor_usage"
    __table_args__ = (CheckConstraint("kind IN ('screen', 'command')", "kind"),)

    day: Mapped[date] = mapped_column(primary_key=True, server_default=text("CURRENT_DATE"))
    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
