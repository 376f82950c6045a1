"""What screens need to show documents: the services of a person, and processes to render in."""

from dataclasses import dataclass

from app.access import Identity
from app.services.annotations import AnnotationService
from app.services.documents import DocumentService
from app.services.rendering import Children


@dataclass(frozen=True, slots=True)
class Papers:
    """The documents of one signed-in person."""

    identity: Identity
    documents: DocumentService
    children: Children
    marks: AnnotationService

    def close(self) -> None:
        """End the processes and connections."""
        self.children.close()
        self.documents.close()
