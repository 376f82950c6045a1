"""The documents of a claim: list them, open one, add one, restore an older version."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import DocumentState, DocumentType
from app.database import translate
from app.errors import BadFile, Conflict, NotFound, ReadOnly, Refused
from app.models import Document, DocumentPolicy, DocumentVersion
from app.progress import Progress, silent
from app.services.announcing import announce, announced
from app.services.document_cache import DocumentCache
from app.services.document_query import ASK, document_view, each_version, match_view, version_view
from app.services.document_views import (
    AddedDocument,
    CopyOf,
    DocumentLimits,
    DocumentView,
    MatchView,
    OpenedDocument,
    VersionView,
)
from app.services.kept_documents import KeptDocuments
from app.services.transfers import Transfers
from app.words import say

_MATCHES = text("""
    SELECT m.version_id, m.same, m.claims, c.claim_number AS number
    FROM document_matches(:claim) m LEFT JOIN claims_claim c ON c.id = m.claim_id
""")
_RESTORE = text("""
    INSERT INTO claims_document_version (document_id, number, restored_from)
    VALUES (:document_id, :number, :restored_from)
""")
_SET = text("SELECT set_document_policy(:largest, :per, :kept)")
SHOWN_AT_MOST = 256 * 2**20
_UNRECORDED = say(
    "Every look at a document is put on record, which the database cannot do while it only reads. "
    "Open it again once the status line says Online."
)
_GONE = say("This document is not among those you may see.")
_CLOSED = {
    DocumentState.RECEIVED: say("This document is still being checked. Open it in a moment."),
    DocumentState.SCANNING: say("This document is still being checked. Open it in a moment."),
    DocumentState.REJECTED: say(
        "This document was rejected and is not opened. Ask for another copy."
    ),
    DocumentState.QUARANTINED: say("This document is in quarantine and is not opened."),
}


class DocumentService:
    """Read and add documents, as the signed-in person.

    Every look at a content is written to the claim's history before the content is given.
    """

    def __init__(
        self,
        sessions: sessionmaker[Session],
        identity: Identity,
        transfers: Transfers,
        cache: DocumentCache | None = None,
    ) -> None:
        self._sessions = sessions
        self._identity = identity
        self._transfers = transfers
        self.kept = KeptDocuments(sessions, identity, transfers, cache)

    def list(self, claim_id: int) -> tuple[DocumentView, ...]:
        """Return the documents of a claim, the latest first."""
        self._identity.require(Permission.DOCUMENT_READ)
        newest = each_version().where(
            Document.claim_id == claim_id, DocumentVersion.number == Document.newest
        )
        with translate(), self._sessions.begin() as session:
            found = session.execute(
                newest.order_by(Document.upload_date.desc(), Document.id.desc())
            )
            return tuple(document_view(row) for row in found)

    def versions(self, document_id: int) -> tuple[VersionView, ...]:
        """Return the versions of a document, the newest first; NotFound if it is out of sight."""
        self._identity.require(Permission.DOCUMENT_READ)
        every = each_version().where(Document.id == document_id)
        with translate(), self._sessions.begin() as session:
            found = session.execute(every.order_by(DocumentVersion.number.desc())).all()
        if not found:
            raise NotFound(_GONE)
        return tuple(version_view(row) for row in found)

    def open(self, version_id: int, progress: Progress = silent) -> OpenedDocument:
        """Return a version with its content.

        Raise Refused unless it is clean, Altered when the content is not what was stored, and
        Refused for what is too large to be held in memory: `save` that.
        """
        version, opening = self._ask(version_id, at_most=SHOWN_AT_MOST)
        return OpenedDocument(version, self.kept.content(version, opening, progress))

    def save(self, version_id: int, path: Path, progress: Progress = silent) -> None:
        """Write a verified copy of a version to *path*, or nothing."""
        _, opening = self._ask(version_id)
        scratch = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            descriptor = os.open(scratch, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w+b") as file:
                self._transfers.fetch(opening, file, progress)
            scratch.replace(path)
        except OSError as error:
            raise BadFile(
                say("The copy could not be written: {strerror}.", strerror=error.strerror)
            ) from error
        finally:
            scratch.unlink(missing_ok=True)

    def add(
        self,
        claim_id: int,
        path: Path,
        document_type: DocumentType,
        *,
        replaces: int | None = None,
        copy_of: CopyOf | None = None,
        progress: Progress = silent,
    ) -> AddedDocument:
        """Add a file as a new document, or as a new version of the document it *replaces*.

        A redacted copy says what it is a *copy_of*, and stands as one as soon as it is there.
        The same file sent again goes on where it was cut off. Raise BadFile for a file that is
        not accepted and Refused for one that is too large.
        """
        self._identity.require(Permission.DOCUMENT_ADD)
        file = announced(path, progress)
        upload = self._announce(
            file.told
            | {
                "claim_id": claim_id,
                "document_type": str(document_type),
                "document_id": replaces,
                "redacted_from": copy_of.version_id if copy_of else None,
                "areas": copy_of.areas if copy_of else None,
            }
        )
        version = self._transfers.send(upload, path, file.digests, progress)
        added = self._added(version, claim_id)
        return replace(added, notice=file.notice) if file.notice else added

    def restore(self, document_id: int, number: int, *, newest: int) -> DocumentView:
        """Make an older version the newest again, as a version of its own.

        *newest* is the number of the newest version the person saw; raise Conflict when it is not.
        """
        self._identity.require(Permission.DOCUMENT_RESTORE)
        now = select(Document.newest).where(Document.id == document_id)
        again = {"document_id": document_id, "number": newest + 1, "restored_from": number}
        with translate(), self._sessions.begin() as session:
            if session.scalar(now) != newest:
                raise Conflict(say("The document has a newer version by now. Look at it again."))
            session.execute(_RESTORE, again)
            found = session.execute(
                each_version().where(
                    Document.id == document_id, DocumentVersion.number == newest + 1
                )
            )
            return document_view(found.one())

    def matches(self, claim_id: int) -> tuple[MatchView, ...]:
        """Return where files and photos of a claim were used before, in other claims."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            found = session.execute(_MATCHES, {"claim": claim_id}).mappings().all()
        seen = sorted({row["version_id"] for row in found})
        return tuple(match_view(version, found) for version in seen)

    def limits(self) -> DocumentLimits:
        """Return the rules for documents."""
        with translate(), self._sessions.begin() as session:
            rules = session.scalars(select(DocumentPolicy)).one()
            return DocumentLimits(rules.largest, rules.per_claim, rules.kept_on_desks)

    def set_limits(self, limits: DocumentLimits) -> None:
        """Change the rules for everybody, as an administrator."""
        self._identity.require(Permission.DOCUMENT_RULE)
        told = {"largest": limits.largest, "per": limits.per_claim, "kept": limits.kept_on_desks}
        with translate(), self._sessions.begin() as session:
            session.execute(_SET, told)

    def close(self) -> None:
        """Close the connections."""
        self._transfers.close()

    def _ask(self, version_id: int, *, at_most: int | None = None) -> tuple[VersionView, UUID]:
        """Ask to see a version, which the claim's history then tells of."""
        self._identity.require(Permission.DOCUMENT_READ)
        with _on_record(), translate(), self._sessions.begin() as session:
            found = session.execute(each_version().where(DocumentVersion.id == version_id))
            row = found.one_or_none()
            if row is None:
                raise NotFound(_GONE)
            version = version_view(row)
            if not version.opens:
                raise Refused(_CLOSED[version.state])
            if at_most is not None and version.size > at_most:
                raise Refused(say("This document is too large to be shown. Save a copy instead."))
            asked = {"version": version_id, "ahead": False}
            return version, session.scalars(ASK, asked).one()

    def _announce(self, told: dict[str, Any]) -> UUID:
        with translate(), self._sessions.begin() as session:
            return announce(session, self._identity, told)

    def _added(self, version_id: int, claim_id: int) -> AddedDocument:
        count = select(func.count()).where(Document.claim_id == claim_id)
        with translate(), self._sessions.begin() as session:
            found = session.execute(each_version().where(DocumentVersion.id == version_id))
            document = document_view(found.one())
            most = session.scalars(select(DocumentPolicy.per_claim)).one()
            held = session.scalar(count) or 0
            same = session.scalars(_same_content(document)).first()
        many = say(
            "This claim has {held:,} documents, more than the usual {most:,}.", held=held, most=most
        )
        twice = say("The same file is here already as {same}.", same=same) if same else ""
        return AddedDocument(document, twice or (many if held > most else ""))


@contextmanager
def _on_record() -> Iterator[None]:
    try:
        yield
    except ReadOnly as error:
        raise ReadOnly(_UNRECORDED) from error


def _same_content(added: DocumentView) -> Select[str]:
    """Return the query of other documents of the claim whose newest version is the same file."""
    return (
        select(DocumentVersion.name)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(
            Document.claim_id == added.claim_id,
            Document.id != added.id,
            DocumentVersion.number == Document.newest,
            DocumentVersion.sha256 == added.newest.sha256,
        )
        .limit(1)
    )
