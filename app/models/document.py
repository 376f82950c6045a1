"""The documents of a claim, their versions, and the asking to send or to see one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
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

_SHA256 = "sha256 ~ '^[0-9a-f]{64}$'"
_SIZE = "size BETWEEN 1 AND 2147483648"


class Document(Record):
    """One document; `file_path`, `name`, `upload_date` and `status` are its newest version's."""

    __tablename__ = "claims_document"
    __table_args__ = (Index(None, "claim_id"),)

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    document_type: Mapped[str | None] = mapped_column(String(50))
    file_path: Mapped[str | None] = mapped_column(String(255))
    upload_date: Mapped[datetime] = mapped_column(server_default=text("now()"))
    status: Mapped[str | None] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(server_default=text("''"))
    uploaded_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    newest: Mapped[int] = mapped_column(server_default=text("0"))
    redacted_from: Mapped[int | None] = mapped_column(
        ForeignKey("claims_document_version.id", use_alter=True)
    )


class DocumentVersion(Record):
    """What was sent once, never changed; `object_key` is where the store keeps it."""

    __tablename__ = "claims_document_version"
    __table_args__ = (
        UniqueConstraint("document_id", "number"),
        CheckConstraint(
            "state IN ('received', 'scanning', 'clean', 'rejected', 'quarantined')", "state"
        ),
        CheckConstraint(_SIZE, "size"),
        CheckConstraint(_SHA256, "sha256"),
        Index(None, "claim_id"),
        Index(None, "object_key"),
        Index(None, "sha256"),
        Index(
            "ix_claims_document_version_photo_hash",
            "photo_hash",
            postgresql_where=text("photo_hash IS NOT NULL"),
        ),
        Index(
            "ix_claims_document_version_photo_bands",
            text("app.photo_bands(photo_hash)"),
            postgresql_using="gin",
            postgresql_where=text("photo_hash IS NOT NULL"),
        ),
        Index(
            "ix_claims_document_version_unchecked",
            "id",
            postgresql_where=text("state IN ('received', 'scanning')"),
        ),
    )

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("claims_document.id"))
    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claims_claim.id"), server_default=FetchedValue()
    )
    number: Mapped[int]
    object_key: Mapped[str] = mapped_column(String(255))
    object_version: Mapped[str | None]
    name: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(20), server_default=text("'received'"))
    reason: Mapped[str | None]
    facts: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    photo_hash: Mapped[int | None] = mapped_column(BigInteger)
    uploaded_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    uploaded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    checked_at: Mapped[datetime | None]
    restored_from: Mapped[int | None]


class Upload(Record):
    """A file that somebody announced; `version_id` is set once its object lies in the store.

    A redacted copy says of which version it is one, and how many places are hidden in it.
    """

    __tablename__ = "claims_upload"
    __table_args__ = (
        CheckConstraint("length(name) BETWEEN 1 AND 255", "name"),
        CheckConstraint(_SIZE, "size"),
        CheckConstraint(_SHA256, "sha256"),
        CheckConstraint("media_type ~ '^[a-z]+/[a-zA-Z0-9.+-]+$'", "media_type"),
        CheckConstraint(
            "(redacted_from IS NULL) = (areas IS NULL)"
            " AND (areas IS NULL OR (areas > 0 AND document_id IS NULL))",
            "redacted",
        ),
        Index(None, "user_id", "sha256"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("gen_random_uuid()"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("claims_document.id"))
    document_type: Mapped[str] = mapped_column(String(50))
    name: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(100))
    user_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"), server_default=FetchedValue())
    begun_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    multipart: Mapped[str | None]
    version_id: Mapped[int | None] = mapped_column(ForeignKey("claims_document_version.id"))
    redacted_from: Mapped[int | None] = mapped_column(ForeignKey("claims_document_version.id"))
    areas: Mapped[int | None]


class Opening(Record):
    """A look at a version that somebody asked for; the claim's history tells of it.

    `ahead` marks what a desk fetches before anybody looks; `fetched_at` stays empty where the desk
    had the content at hand.
    """

    __tablename__ = "claims_opening"
    __table_args__ = (Index(None, "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("gen_random_uuid()"))
    version_id: Mapped[int] = mapped_column(ForeignKey("claims_document_version.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"), server_default=FetchedValue())
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ahead: Mapped[bool] = mapped_column(server_default=text("false"))
    fetched_at: Mapped[datetime | None]


class DocumentPolicy(Record):
    """The one row of rules for documents that administrators set."""

    __tablename__ = "claims_document_policy"
    __table_args__ = (
        CheckConstraint("id = 1", "one"),
        CheckConstraint("largest BETWEEN 1048576 AND 2147483648", "largest"),
        CheckConstraint("per_claim BETWEEN 1 AND 100000", "per_claim"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, server_default=text("1"))
    largest: Mapped[int] = mapped_column(BigInteger, server_default=text("26214400"))
    per_claim: Mapped[int] = mapped_column(server_default=text("200"))
    kept_on_desks: Mapped[bool] = mapped_column(server_default=text("true"))


class DocumentFault(Record):
    """An object that is missing from the store, or one that no row knows."""

    __tablename__ = "claims_document_fault"
    __table_args__ = (CheckConstraint("kind IN ('missing', 'stray')", "kind"),)

    object_key: Mapped[str] = mapped_column(String(255), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    version_id: Mapped[int | None] = mapped_column(ForeignKey("claims_document_version.id"))
    found_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class DocumentCheck(Record):
    """When a content was last read again and found unaltered."""

    __tablename__ = "claims_document_check"
    __table_args__ = (Index(None, "at"),)

    version_id: Mapped[int] = mapped_column(
        ForeignKey("claims_document_version.id"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class DocumentWaiver(Record):
    """A document that a claim should have and can do without, for a reason somebody gave."""

    __tablename__ = "claims_document_waiver"
    __table_args__ = (
        CheckConstraint("length(reason) <= 400 AND reason ~ '[^[:space:]]'", "reason"),
    )

    claim_id: Mapped[int] = mapped_column(
        ForeignKey("claims_claim.id"), primary_key=True, autoincrement=False
    )
    document_type: Mapped[str] = mapped_column(String(50), primary_key=True)
    reason: Mapped[str]
    waived_by: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
