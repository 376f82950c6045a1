"""How documents and their versions are asked for, and what the desk is given of them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select, text
from sqlalchemy.engine import RowMapping

from app.codes import DocumentState, DocumentType
from app.models import DirectoryEntry, Document, DocumentVersion
from app.services.document_views import DocumentView, MatchView, VersionView

ASK = text("""
    INSERT INTO claims_opening (version_id, ahead) VALUES (:version, :ahead) RETURNING id
""")
_COLUMNS = (
    "id",
    "document_id",
    "claim_id",
    "number",
    "name",
    "size",
    "sha256",
    "media_type",
    "reason",
    "facts",
    "restored_from",
)


def each_version() -> Select[*tuple[Any, ...]]:
    """Return the query of versions with what the desk is told of each."""
    return (
        select(
            *(getattr(DocumentVersion, name) for name in _COLUMNS),
            DocumentVersion.state,
            DocumentVersion.uploaded_at.label("at"),
            DirectoryEntry.full_name.label("by"),
            Document.document_type,
            Document.redacted_from,
        )
        .join(Document, Document.id == DocumentVersion.document_id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == DocumentVersion.uploaded_by)
    )


def version_view(row: RowMapping) -> VersionView:
    """Return a version as the desk sees it."""
    told = {name: row[name] for name in (*_COLUMNS, "at", "by")}
    return VersionView(**told, state=DocumentState(row["state"]))


def match_view(version: int, found: Sequence[RowMapping]) -> MatchView:
    """Return where one version was used before."""
    rows = [row for row in found if row["version_id"] == version]
    return MatchView(
        version_id=version,
        same=any(row["same"] for row in rows),
        claims=tuple(sorted({row["number"] for row in rows if row["number"]})),
        hidden=sum(row["claims"] for row in rows if row["number"] is None),
    )


def document_view(row: RowMapping) -> DocumentView:
    """Return a document by its newest version."""
    known = row["document_type"] in set(DocumentType)
    kind = DocumentType(row["document_type"]) if known else DocumentType.OTHER
    told = (row["document_id"], row["claim_id"], kind, version_view(row))
    return DocumentView(*told, redacted_from=row["redacted_from"])
