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


_STATE, _TYPE = 8, 14
_STATES = {str(state): state for state in DocumentState}
_TYPES = {str(kind): kind for kind in DocumentType}


def each_version() -> Select[*tuple[Any, ...]]:
    """Return the query of versions: what the desk is told of each, then the kind of document."""
    return (
        select(
            DocumentVersion.id,
            DocumentVersion.document_id,
            DocumentVersion.claim_id,
            DocumentVersion.number,
            DocumentVersion.name,
            DocumentVersion.size,
            DocumentVersion.sha256,
            DocumentVersion.media_type,
            DocumentVersion.state,
            DocumentVersion.reason,
            DocumentVersion.facts,
            DirectoryEntry.full_name,
            DocumentVersion.uploaded_at,
            DocumentVersion.restored_from,
            Document.document_type,
            Document.redacted_from,
        )
        .join(Document, Document.id == DocumentVersion.document_id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == DocumentVersion.uploaded_by)
    )


def version_view(row: Sequence[Any]) -> VersionView:
    """Return a version as the desk sees it; a claim may have thousands, so rows are not named."""
    told: Sequence[Any] = (*row[:_STATE], _STATES[row[_STATE]], *row[_STATE + 1 : _TYPE])
    return VersionView(*told)


def match_view(version: int, found: Sequence[RowMapping]) -> MatchView:
    """Return where one version was used before."""
    rows = [row for row in found if row["version_id"] == version]
    return MatchView(
        version_id=version,
        same=any(row["same"] for row in rows),
        claims=tuple(sorted({row["number"] for row in rows if row["number"]})),
        hidden=sum(row["claims"] for row in rows if row["number"] is None),
    )


def document_view(row: Sequence[Any]) -> DocumentView:
    """Return a document by its newest version."""
    kind = _TYPES.get(row[_TYPE], DocumentType.OTHER)
    version = version_view(row)
    told = (version.document_id, version.claim_id, kind, version)
    return DocumentView(*told, redacted_from=row[_TYPE + 1])
