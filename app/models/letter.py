"""The letters of a claim, kept as they were sent."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class Letter(Record):
    """A letter: its words, its PDF and the PDF's fingerprint."""

    __tablename__ = "claims_letter"
    __table_args__ = (
        CheckConstraint("kind IN ('acknowledge', 'information', 'delay', 'decision')", "kind"),
        CheckConstraint("octet_length(pdf) BETWEEN 1 AND 4194304", "pdf"),
        CheckConstraint(
            "length(subject) <= 1000 AND length(address) <= 4000 AND length(body) <= 200000",
            "words",
        ),
        Index(None, "claim_id", "id"),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    kind: Mapped[str] = mapped_column(String(20))
    recipient: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(server_default=text("''"))
    subject: Mapped[str]
    body: Mapped[str]
    pdf: Mapped[bytes]
    sha256: Mapped[bytes] = mapped_column(Computed("sha256(pdf)"))
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    sent_at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
