"""The documents of a claim; nobody has rights to them until the document store comes."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record


class Document(Record):
    """One document and where its content lies."""

    __tablename__ = "claims_document"
    __table_args__ = (Index(None, "claim_id"),)

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    document_type: Mapped[str | None] = mapped_column(String(50))
    file_path: Mapped[str | None] = mapped_column(String(255))
    upload_date: Mapped[datetime] = mapped_column(server_default=text("now()"))
    status: Mapped[str | None] = mapped_column(String(20))
