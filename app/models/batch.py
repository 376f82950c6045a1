"""Batches of claims: what was brought in by whom, and the staging they pass through."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, Index, Numeric, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record

Money = Numeric(12, 2)


class Batch(Record):
    """A file that was brought in once, known by its SHA-256; `digest` covers its claims."""

    __tablename__ = "claims_batch"
    __table_args__ = (CheckConstraint("octet_length(sha256) = 32", "sha256"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    source: Mapped[str]
    sha256: Mapped[bytes] = mapped_column(unique=True)
    loaded_by: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"), server_default=FetchedValue()
    )
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    merged_at: Mapped[datetime | None]
    inserted: Mapped[int | None]
    known: Mapped[int | None]
    refused: Mapped[int | None]
    digest: Mapped[bytes | None]


class StagedClaim(Record):
    """A row of a batch before it is merged; nobody but the merge reads it."""

    __tablename__ = "claims_stage"
    __table_args__ = (Index(None, "batch"), {"prefixes": ["UNLOGGED"]})
    __mapper_args__: Any = {  # noqa: RUF012 - a directive of the mapper, never changed
        "primary_key": ["batch", "line"]
    }

    batch: Mapped[UUID]
    line: Mapped[int]
    claim_number: Mapped[str | None] = mapped_column(String(50))
    policy_number: Mapped[str | None] = mapped_column(String(50))
    claim_type: Mapped[str | None] = mapped_column(String(50))
    description: Mapped[str | None]
    amount: Mapped[Decimal | None] = mapped_column(Money)
    currency: Mapped[str | None] = mapped_column(String(3))
    loss_date: Mapped[date | None]
    reported_date: Mapped[date | None]
    cause: Mapped[str | None] = mapped_column(String(40))
    coverage: Mapped[str | None] = mapped_column(String(40))
    policy_limit: Mapped[Decimal | None] = mapped_column(Money)
    deductible: Mapped[Decimal | None] = mapped_column(Money)
    policy_start: Mapped[date | None]
    policy_expiry: Mapped[date | None]
    loss_city: Mapped[str | None]
    loss_country: Mapped[str | None]
    facts: Mapped[dict[str, Any] | None]
    loaded_by: Mapped[str] = mapped_column(String(63), server_default=text("session_user"))
    loaded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
