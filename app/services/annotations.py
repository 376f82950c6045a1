"""Notes, highlights and tags beside documents, and what the person has read of them."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import MarkKind
from app.database import translate
from app.errors import Conflict
from app.models import Annotation, DirectoryEntry, Document, DocumentVersion, Reading
from app.services.pages.page import Box
from app.words import say

_ADD = text("""
    INSERT INTO claims_annotation (document_id, number, page, kind, boxes, tone, text)
    VALUES (:document_id, :number, :page, :kind, CAST(:boxes AS jsonb), :tone, :text)
    RETURNING id
""")
_READ = text("""
    INSERT INTO claims_reading (version_id, page, read, seen)
    VALUES (:version, :page, :read, :seen)
    ON CONFLICT (version_id, user_id)
    DO UPDATE SET page = EXCLUDED.page, read = claims_reading.read OR EXCLUDED.read,
        seen = ARRAY(SELECT DISTINCT unnest(claims_reading.seen || EXCLUDED.seen) ORDER BY 1)
""")
_UNREAD = text("UPDATE claims_reading SET read = false WHERE version_id = :version")
_CHANGED = say("The note was changed or removed in between. Look at it again.")


@dataclass(frozen=True, slots=True)
class MarkView:
    """What somebody left on a page of a version of a document, in which tone."""

    id: int
    document_id: int
    document: str
    number: int
    page: int
    kind: MarkKind
    boxes: tuple[Box, ...]
    tone: str
    text: str
    author_id: int
    author: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class ReadMark:
    """Where the person last was in a version, whether they are done with it, and what they saw."""

    page: int
    read: bool
    seen: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class NewMark:
    """What is to be left on a page of a version of a document."""

    document_id: int
    number: int
    page: int
    kind: MarkKind
    boxes: tuple[Box, ...] = ()
    tone: str = "med"
    text: str = ""


class AnnotationService:
    """Read and leave marks, as the signed-in person; a mark is changed by its author alone."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self.identity = identity

    def of_claim(self, claim_id: int) -> tuple[MarkView, ...]:
        """Return what was left on all documents of a claim, by document and page."""
        self.identity.require(Permission.QUEUE_READ)
        wanted = _marks().where(Annotation.claim_id == claim_id, Annotation.removed.is_(False))
        order = (Document.id, Annotation.number, Annotation.page, Annotation.id)
        with translate(), self._sessions.begin() as session:
            found = session.execute(wanted.order_by(*order)).mappings().all()
        return tuple(_view(row) for row in found)

    def add(self, mark: NewMark) -> MarkView:
        """Leave a mark on a document that was accepted."""
        self.identity.require(Permission.CLAIM_TRIAGE)
        told = {
            "document_id": mark.document_id,
            "number": mark.number,
            "page": mark.page,
            "kind": str(mark.kind),
            "boxes": _json(mark.boxes),
            "tone": mark.tone,
            "text": mark.text.strip(),
        }
        with translate(), self._sessions.begin() as session:
            made = session.scalars(_ADD, told).one()
            return _view(session.execute(_marks().where(Annotation.id == made)).mappings().one())

    def change(self, mark: MarkView, *, text: str, tone: str) -> MarkView:
        """Say something else, or in another tone; Conflict when it was changed in between."""
        return self._update(mark, {"text": text.strip(), "tone": tone})

    def remove(self, mark: MarkView) -> None:
        """Take a mark away; the claim's history keeps that it was there."""
        self._update(mark, {"removed": True})

    def readings(self, claim_id: int) -> Mapping[int, ReadMark]:
        """Return how far the person has read the versions of a claim's documents."""
        self.identity.require(Permission.QUEUE_READ)
        wanted = (
            select(Reading.version_id, Reading.page, Reading.read, Reading.seen)
            .join(DocumentVersion, DocumentVersion.id == Reading.version_id)
            .where(DocumentVersion.claim_id == claim_id)
        )
        with translate(), self._sessions.begin() as session:
            return {
                version: ReadMark(page, read, frozenset(seen))
                for version, page, read, seen in session.execute(wanted)
            }

    def unread(self, claim_id: int) -> int:
        """Return how many accepted documents of a claim the person has not read in full."""
        self.identity.require(Permission.QUEUE_READ)
        version = DocumentVersion
        done = select(Reading.version_id).where(Reading.version_id == version.id, Reading.read)
        wanted = (
            select(func.count())
            .select_from(Document)
            .join(
                version, (version.document_id == Document.id) & (version.number == Document.newest)
            )
            .where(Document.claim_id == claim_id, version.state == "clean", ~done.exists())
        )
        with translate(), self._sessions.begin() as session:
            return session.scalar(wanted) or 0

    def mark_read(
        self, version_id: int, page: int, *, done: bool, seen: Collection[int] = ()
    ) -> None:
        """Remember at which page the person is, what they saw, and whether that was all."""
        self.identity.require(Permission.QUEUE_READ)
        told = {"version": version_id, "page": page, "read": done, "seen": sorted(seen)}
        with translate(), self._sessions.begin() as session:
            session.execute(_READ, told)

    def mark_unread(self, version_id: int) -> None:
        """Let a version count as not read."""
        self.identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            session.execute(_UNREAD, {"version": version_id})

    def _update(self, mark: MarkView, values: dict[str, Any]) -> MarkView:
        self.identity.require(Permission.CLAIM_TRIAGE)
        now = (
            update(Annotation)
            .where(Annotation.id == mark.id, Annotation.version == mark.version)
            .values(version=mark.version + 1, **values)
        )
        with translate(), self._sessions.begin() as session:
            if not session.execute(now).rowcount:  # type: ignore[attr-defined]
                raise Conflict(_CHANGED)
            return _view(session.execute(_marks().where(Annotation.id == mark.id)).mappings().one())


_COLUMNS = (
    "id",
    "document_id",
    "number",
    "page",
    "kind",
    "boxes",
    "tone",
    "text",
    "author_id",
    "at",
    "version",
)


def _marks() -> Any:
    return (
        select(
            *(getattr(Annotation, name) for name in _COLUMNS),
            Document.name.label("document"),
            DirectoryEntry.full_name.label("author"),
        )
        .join(Document, Document.id == Annotation.document_id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Annotation.author_id)
    )


def _view(row: RowMapping) -> MarkView:
    told = {name: row[name] for name in _COLUMNS} | {"document": row["document"]}
    told["kind"] = MarkKind(row["kind"])
    told["boxes"] = tuple(Box(*map(float, box)) for box in row["boxes"])
    return MarkView(**told, author=row["author"] or say("A colleague"))


def _json(boxes: Sequence[Box]) -> str:
    return json.dumps([[round(edge, 2) for edge in box] for box in boxes])
