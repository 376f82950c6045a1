"""What the desk sees of documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.codes import DocumentState, DocumentType


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a document; `facts` is what its content says of itself.

    `by` is None where the system sent it or the person is not to be known.
    """

    id: int
    document_id: int
    claim_id: int
    number: int
    name: str
    size: int
    sha256: str
    media_type: str
    state: DocumentState
    reason: str | None
    facts: Mapping[str, Any]
    by: str | None
    at: datetime
    restored_from: int | None

    @property
    def opens(self) -> bool:
        """Tell whether it may be opened."""
        return self.state is DocumentState.CLEAN


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document by its newest version; `redacted_from` is the version it is a copy of."""

    id: int
    claim_id: int
    type: DocumentType
    newest: VersionView
    redacted_from: int | None = None

    @property
    def versions(self) -> int:
        """Return how many versions there are."""
        return self.newest.number

    @property
    def likely(self) -> DocumentType | None:
        """Return what one of no type probably is, by the words that its check found."""
        told = self.newest.facts.get("looks_like")
        untyped = self.type is DocumentType.OTHER
        return DocumentType(told) if untyped and told in set(DocumentType) else None


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A version with its content, whose digest has been verified."""

    version: VersionView
    data: bytes


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """The rules that administrators set."""

    largest: int
    per_claim: int
    kept_on_desks: bool


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """A document that was added; `notice` is a sentence to show, or empty."""

    document: DocumentView
    notice: str = ""


@dataclass(frozen=True, slots=True)
class CopyOf:
    """Which version a redacted copy is made of, and how many places are hidden in it."""

    version_id: int
    areas: int


@dataclass(frozen=True, slots=True)
class MatchView:
    """A version whose content was used in other claims; `hidden` of them are out of sight.

    `same` tells that it is the very file, not only a photo that looks alike.
    """

    version_id: int
    same: bool
    claims: tuple[str, ...]
    hidden: int
