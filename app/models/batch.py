"""Batches of claims: what was brought in by whom, and the staging they pass through."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, Index, Numeric, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record

Money = Numeric(12, 2)


class Batch(Record):
    """A file that was brought in once, known by its SHA-256; `digest` covers its claims."""

    __tablename__ = "claims_batch"
    __table_args__ = (
        CheckConstraint("octet_length(sha256) = 32", "sha256"),
        CheckConstraint("length(source) <= 1000", "source"),
        Index(
            "ix_claims_batch_sha256",
            "sha256",
            unique=True,
            postgresql_where=text("undone_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    source: Mapped[str]
    sha256: Mapped[bytes]
    loaded_by: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"), server_default=FetchedValue()
    )
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    merged_at: Mapped[datetime | None]
    inserted: Mapped[int | None]
    known: Mapped[int | None]
    refused: Mapped[int | None]
    digest: Mapped[bytes | None]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))


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
    loss_time: Mapped[time | None]
    policy_changed: Mapped[date | None]
    prior_claims_declared: Mapped[int | None]
    authority_contacted: Mapped[str | None] = mapped_column(String(10))
    authority_reference: Mapped[str | None]
    notice_given: Mapped[bool | None]
    parties: Mapped[list[Any] | None] = mapped_column(JSONB())
    row_hash: Mapped[bytes | None]


class ImportRow(Record):
    """A row that came in, known by the hash of what it says, so that it never comes in twice."""

    __tablename__ = "claims_import_row"
    __table_args__ = (
        CheckConstraint("octet_length(row_hash) = 32", "row_hash"),
        Index(None, "batch_id"),
    )

    row_hash: Mapped[bytes] = mapped_column(primary_key=True)
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("claims_batch.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
