"""Documents at hand on this machine: those read lately, and those that will be read next."""

import io
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import DocumentState
from app.database import translate
from app.models import Document, DocumentPolicy, DocumentVersion, Opening
from app.progress import Progress, silent
from app.services.document_cache import CacheFigures, DocumentCache
from app.services.document_query import ASK, each_version, version_view
from app.services.document_views import VersionView
from app.services.transfers import Transfers

AHEAD, AHEAD_LARGEST = 4, 16 * 2**20
NOTHING = CacheFigures(0, 0, 0, 0)


class KeptDocuments:
    """Takes a content from this machine where it is kept, and from the store otherwise.

    What is fetched ahead is asked for like a look, and the claim's history tells of it as such.
    """

    def __init__(
        self,
        sessions: sessionmaker[Session],
        identity: Identity,
        transfers: Transfers,
        cache: DocumentCache | None = None,
    ) -> None:
        self._sessions, self._identity = sessions, identity
        self._transfers, self._cache = transfers, cache

    def content(self, version: VersionView, opening: UUID, progress: Progress = silent) -> bytes:
        """Return the verified content of a version that *opening* allows to see."""
        cache = self._allowed()
        kept = cache.get(version.claim_id, version.sha256) if cache else None
        return kept if kept is not None else self._fetch(version, opening, cache, progress)

    def fetch_ahead(self, claim_id: int, progress: Progress = silent) -> int:
        """Keep the latest documents of a claim that will probably be read next; count them."""
        self._identity.require(Permission.DOCUMENT_READ)
        cache = self._allowed()
        if cache is None:
            return 0
        wanted = [
            version
            for version in self._latest(claim_id)
            if not cache.holds(version.claim_id, version.sha256)
        ]
        for number, version in enumerate(wanted):
            progress(number, len(wanted))
            self._fetch(version, self._ask(version), cache, progress)
        return len(wanted)

    def hear(self, claims: frozenset[int] | None) -> None:
        """After changes, keep only what the person opened within a day and may still open.

        None means that any claim may have changed.
        """
        cache = self._cache
        if cache and (claims is None or cache.has_any(claims)):
            cache.retain(self._openable())

    def end(self) -> None:
        """Let go of everything, and keep nothing of what still arrives."""
        if self._cache:
            self._cache.end()

    def figures(self) -> CacheFigures:
        """Return how well it serves."""
        return self._cache.figures() if self._cache else NOTHING

    def _fetch(
        self,
        version: VersionView,
        opening: UUID,
        cache: DocumentCache | None,
        progress: Progress,
    ) -> bytes:
        content = io.BytesIO()
        self._transfers.fetch(opening, content, progress)
        data = content.getvalue()
        if cache:
            cache.put(version.claim_id, version.sha256, data)
        return data

    def _allowed(self) -> DocumentCache | None:
        """Return the cache unless the rules forbid it, which empties it."""
        if self._cache is None:
            return None
        with translate(), self._sessions.begin() as session:
            kept = session.scalars(select(DocumentPolicy.kept_on_desks)).one()
        if kept:
            return self._cache
        self._cache.empty()
        return None

    def _latest(self, claim_id: int) -> Sequence[VersionView]:
        latest = each_version().where(
            Document.claim_id == claim_id,
            DocumentVersion.number == Document.newest,
            DocumentVersion.state == DocumentState.CLEAN,
            DocumentVersion.size <= AHEAD_LARGEST,
        )
        with translate(), self._sessions.begin() as session:
            found = session.execute(latest.order_by(Document.upload_date.desc()).limit(AHEAD))
            return [version_view(row) for row in found]

    def _ask(self, version: VersionView) -> UUID:
        with translate(), self._sessions.begin() as session:
            asked = {"version": version.id, "ahead": True}
            opening: UUID = session.scalars(ASK, asked).one()
            return opening

    def _openable(self) -> set[tuple[int, str]]:
        """Return claim and digest of what was asked for within a day and is still in sight."""
        mine = (
            select(DocumentVersion.claim_id, DocumentVersion.sha256)
            .join(Opening, Opening.version_id == DocumentVersion.id)
            .where(
                Opening.user_id == self._identity.id,
                Opening.at > func.now() - func.make_interval(0, 0, 0, 1),
                DocumentVersion.state == DocumentState.CLEAN,
            )
        )
        with translate(), self._sessions.begin() as session:
            return {(claim, sha256) for claim, sha256 in session.execute(mine.distinct())}
