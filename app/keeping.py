"""What one person keeps on this machine between sessions: outbox, begun form and documents."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.services.annotations import AnnotationService
from app.services.checklist import ChecklistService
from app.services.document_cache import DocumentCache
from app.services.documents import DocumentService
from app.services.import_memory import Memory
from app.services.kept_draft import KeptDraft
from app.services.outbox import Outbox
from app.services.redaction import RedactionService
from app.services.rendering import Children
from app.services.sending import Outgoing
from app.services.session import Session
from app.services.transfers import Transfers
from app.ui.changes import Changes
from app.ui.outbox import Postbox
from app.ui.papers import Papers
from app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Kept:
    """Decisions not yet sent, the form that was begun, documents at hand and columns mapped."""

    postbox: Postbox
    keeper: KeptDraft
    papers: Papers
    columns: Memory

    def close(self, *, keeps: bool) -> None:
        """Let go of the files; documents stay for the next session only where it *keeps*."""
        self.postbox.close()
        self.papers.close(emptied=not keeps)
        self.keeper.close()


def kept_by(
    session: Session, sessions: sessionmaker[Database], tasks: Tasks, changes: Changes
) -> Kept:
    """Open what the person of *session* keeps here; in memory alone where no key can be kept."""
    source, identity = session.source, session.identity
    key = source.data_key() if source.keeps else None
    box = Outbox.open(outbox_path(source.place, identity), key)
    form = own_path("forms", source.place, identity).with_suffix(".form")
    columns = own_path("columns", source.place, identity).with_suffix(".json")
    return Kept(
        Postbox(Outgoing(box, sessions, identity), tasks, changes),
        KeptDraft.open(form, key),
        _papers(session, sessions),
        Memory(columns if source.keeps else None),
    )


def outbox_path(place: str, identity: Identity) -> Path:
    """Return where a person's decisions for one installation wait on this machine."""
    return own_path("outbox", place, identity).with_suffix(".box")


def own_path(folder: str, place: str, identity: Identity) -> Path:
    """Return the name under which a person's things of one installation lie in *folder*."""
    name = hashlib.sha256(f"{place}\n{identity.username}".encode()).hexdigest()[:20]
    return user_data_path("Precedent", appauthor=False) / folder / name


def _papers(session: Session, sessions: sessionmaker[Database]) -> Papers:
    source, identity = session.source, session.identity
    cache = DocumentCache(own_path("documents", source.place, identity), source.data_key())
    documents = DocumentService(sessions, identity, Transfers(source), cache)
    return Papers(
        identity,
        documents,
        Children(),
        AnnotationService(sessions, identity),
        ChecklistService(sessions, identity),
        RedactionService(documents, identity),
    )
