"""What screens need to show documents: the services of a person, and processes to render in."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from app.access import Identity
from app.services.annotations import AnnotationService
from app.services.checklist import ChecklistService
from app.services.documents import DocumentService
from app.services.redaction import RedactionService
from app.services.rendering import Children
from app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Papers:
    """The documents of one signed-in person."""

    identity: Identity
    documents: DocumentService
    children: Children
    marks: AnnotationService
    needs: ChecklistService
    redaction: RedactionService

    def fetch_ahead(self, owner: QObject, tasks: Tasks, claim_id: int) -> None:
        """Have the documents of a claim at hand before somebody turns to them."""
        kept = self.documents.kept
        tasks.run(owner, partial(kept.fetch_ahead, claim_id), _leave, failed=_leave)

    def hear(self, owner: QObject, tasks: Tasks, claims: frozenset[int] | None) -> None:
        """Let go of what may no longer be opened after claims changed."""
        kept = self.documents.kept
        tasks.run(owner, lambda _progress: kept.hear(claims), _leave, failed=_leave)

    def close(self, *, emptied: bool = False) -> None:
        """End the processes; *emptied* leaves nothing on this machine."""
        self.children.close()
        if emptied:
            self.documents.kept.end()


def _leave(_outcome: object) -> None:
    """Leave it: whoever opens a document that was not fetched ahead waits a moment longer."""
