"""Redacted copies: pictures of all pages with the hidden places black, kept beside the original."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.access import Identity, Permission
from app.errors import Refused
from app.progress import Progress, silent
from app.services.document_views import AddedDocument, CopyOf, DocumentView
from app.services.documents import DocumentService
from app.services.pages.burnt import BurntPage, write_pdf
from app.services.pages.page import Box
from app.services.rendering import Renderer
from app.words import say

SCALE = 150.0 / 72.0
MOST_PAGES = 500
Areas = Mapping[int, Sequence[Box]]


class RedactionService:
    """Make redacted copies as the signed-in person; the original is never touched.

    Every page of the copy is a picture, so that neither text nor metadata of the original is in
    it; under a hidden place the picture itself is black.
    """

    def __init__(self, documents: DocumentService, identity: Identity) -> None:
        self._documents, self.identity = documents, identity

    def make(
        self,
        original: DocumentView,
        renderer: Renderer,
        areas: Areas,
        progress: Progress = silent,
    ) -> AddedDocument:
        """Return the copy of the newest version, once it was stored.

        It is linked to its original as it comes to be; the same copy made again after the line was
        cut goes on where it stopped.

        *areas* are boxes in points by page. Raise Refused when nothing is to be hidden or the
        document has too many pages.
        """
        self.identity.require(Permission.CLAIM_TRIAGE)
        count = sum(map(len, areas.values()))
        if not count:
            raise Refused(say("Choose what is to be hidden first."))
        with tempfile.TemporaryDirectory(prefix="precedent-") as folder:
            path = Path(folder) / copy_name(original.newest.name)
            write_pdf(path, _burnt(renderer, areas, progress))
            made_of = CopyOf(original.newest.id, count)
            return self._documents.add(original.claim_id, path, original.type, copy_of=made_of)


def copy_name(name: str) -> str:
    """Return the name of the redacted copy of a file."""
    return say("{stem} (redacted).pdf", stem=Path(name).stem[:200])


def _burnt(renderer: Renderer, areas: Areas, progress: Progress) -> Iterator[BurntPage]:
    sizes = renderer.outline(progress).sizes
    if len(sizes) > MOST_PAGES:
        raise Refused(
            say(
                "Up to {most_pages:,} pages are redacted; this document has more.",
                most_pages=MOST_PAGES,
            )
        )
    for number, size in enumerate(sizes):
        progress(number, len(sizes))
        across, down, jpeg = renderer.burn(number, SCALE, areas.get(number, ()))
        yield BurntPage(size.width, size.height, across, down, jpeg)
