"""Saves the packet of a referral: gathers, prints its cover, asks where, writes the archive."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.errors import AppError
from app.services.documents import DocumentService
from app.services.packet import PacketDraft, PacketService
from app.ui.claim.pane import ClaimPane
from app.ui.printing import pdf_of
from app.ui.saving import ask_where
from app.ui.tasks import Tasks
from app.words import say, say_n

LOST = say("The packet was not made. Try again.")


class PacketSaver(QObject):
    """Makes packets of the claim on show in *pane*, which tells how it went."""

    def __init__(
        self, pane: ClaimPane, packets: PacketService, documents: DocumentService, tasks: Tasks
    ) -> None:
        super().__init__(pane)
        self._pane, self._packets, self._tasks = pane, packets, tasks
        self._documents = documents

    def make(self) -> None:
        """Gather the packet of the claim on show, then ask where it goes."""
        claim = self._pane.claim
        if claim:
            draft = self._packets.draft
            self._tasks.run(self, lambda _told: draft(claim.id), self._ask, failed=self._lose)

    def _ask(self, draft: PacketDraft) -> None:
        pdf = pdf_of(draft.html, say("Referral of claim {number}", number=draft.number))

        def save(path: Path) -> None:
            self.save(path, draft, pdf)

        ask_where(self._pane, say("Save the packet"), f"{draft.number}-referral", ("zip",), save)

    def save(self, path: Path, draft: PacketDraft, pdf: bytes) -> None:
        """Write the packet to *path*."""
        write, documents = self._packets.write, self._documents
        self._tasks.run(
            self,
            lambda told: write(path, draft, pdf, documents, told),
            lambda count: self._tell(path, count),
            failed=self._lose,
        )

    def _tell(self, path: Path, count: int) -> None:
        papers = say_n("1 document", "{n} documents", count)
        self._pane.refused.emit(
            say(
                "The packet is in {name}, with {papers} and a manifest.",
                name=path.name,
                papers=papers,
            )
        )

    def _lose(self, error: Exception) -> None:
        self._pane.refused.emit(error.message if isinstance(error, AppError) else LOST)
