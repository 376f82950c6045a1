"""What people mark and note beside documents, and what they have read of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, FetchedValue, ForeignKey, Index, Integer, String
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record

_PAGE = "page BETWEEN 0 AND 100000"


class Annotation(Record):
    """One note, highlight or tag on a page of a version; what was removed stays as a row."""

    __tablename__ = "claims_annotation"
    __table_args__ = (
        CheckConstraint("kind IN ('note', 'highlight', 'tag')", "kind"),
        CheckConstraint("tone IN ('high', 'med', 'low', 'ok', 'neutral')", "tone"),
        CheckConstraint(_PAGE, "page"),
        CheckConstraint(
            "length(text) <= 4000 AND (kind = 'highlight' OR text ~ '[^[:space:]]')", "text"
        ),
        CheckConstraint(
            "jsonb_typeof(boxes) = 'array' AND jsonb_array_length(boxes) <= 500", "boxes"
        ),
        CheckConstraint("pg_column_size(boxes) <= 131072", "size"),
        Index(None, "claim_id"),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claims_claim.id"), server_default=FetchedValue()
    )
    document_id: Mapped[int] = mapped_column(ForeignKey("claims_document.id"))
    number: Mapped[int]
    page: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    boxes: Mapped[list[Any]] = mapped_column(JSONB, server_default=sql("'[]'"))
    tone: Mapped[str] = mapped_column(String(10), server_default=sql("'med'"))
    text: Mapped[str] = mapped_column(server_default=sql("''"))
    author_id: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"), server_default=FetchedValue()
    )
    at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    removed: Mapped[bool] = mapped_column(server_default=sql("false"))


class Reading(Record):
    """How far one person has read a version, and whether they are done with it."""

    __tablename__ = "claims_reading"
    __table_args__ = (
        CheckConstraint(_PAGE, "page"),
        CheckConstraint("cardinality(seen) <= 20000", "seen"),
    )

    version_id: Mapped[int] = mapped_column(
        ForeignKey("claims_document_version.id"), primary_key=True, autoincrement=False
    )
    user_id: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"),
        primary_key=True,
        autoincrement=False,
        server_default=FetchedValue(),
    )
    page: Mapped[int] = mapped_column(server_default=sql("0"))
    read: Mapped[bool] = mapped_column(server_default=sql("false"))
    seen: Mapped[list[int]] = mapped_column(ARRAY(Integer), server_default=sql("'{}'"))
    at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
