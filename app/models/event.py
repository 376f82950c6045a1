"""What happened to a claim: its timeline and its audit trail in one append-only table."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    FetchedValue,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class Event(Record):
    """One thing that happened; `actor_id` is None when the system did it.

    The database numbers a claim's events from 1 and chains them: `hash` covers the event and
    `prev_hash`, the hash of the event before.
    """

    __tablename__ = "claims_event"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('note', 'tag', 'task', 'diary', 'breached', 'takeover', 'disputed',"
            " 'document', 'created', 'submitted', 'status', 'assigned', 'scored', 'edited',"
            " 'opened', 'money', 'letter', 'viewed')",
            "kind",
        ),
        CheckConstraint("length(note) <= 20000 AND pg_column_size(detail) <= 262144", "words"),
        UniqueConstraint("claim_id", "seq"),
        Index("ix_claims_event_removed", "claim_id", postgresql_where=text("kind = 'removed'")),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    kind: Mapped[str] = mapped_column(String(20))
    from_status: Mapped[str | None] = mapped_column(String(20))
    to_status: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(40))
    note: Mapped[str | None]
    detail: Mapped[dict[str, Any] | None]
    score_id: Mapped[int | None] = mapped_column(ForeignKey("ml_engine_score.id"))
    seq: Mapped[int] = mapped_column(server_default=FetchedValue())
    prev_hash: Mapped[bytes | None]
    hash: Mapped[bytes] = mapped_column(server_default=FetchedValue())
