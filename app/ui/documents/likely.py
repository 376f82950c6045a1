"""What a document of no type probably is, by its words, offered as soon as it was accepted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.codes import DocumentType
from app.services import wording
from app.services.document_views import DocumentView
from app.ui.cards import Banner
from app.words import amid, say


class LikelyType(Banner):
    """Offers to file one document after the other; who closes it is not asked about it again."""

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("low")
        self._shown: DocumentView | None = None
        self._declined: set[int] = set()
        self.action.clicked.connect(self._choose)
        self.dismiss.clicked.connect(self._decline)

    def show_documents(self, documents: Sequence[DocumentView]) -> None:
        """Offer the first of these that has no type and seems to be of one."""
        self._shown = next(
            (one for one in documents if one.likely and one.id not in self._declined), None
        )
        if self._shown and self._shown.likely:
            name, kind = self._shown.newest.name, amid(wording.DOCUMENT_TYPE[self._shown.likely])
            told = say("“{name}” looks like a document of the type {kind}.", name=name, kind=kind)
            self.tell(told, action=say("File as {kind}", kind=kind))
        else:
            self.hide()

    def _choose(self) -> None:
        shown = self._shown
        if shown and shown.likely:
            self.hide()
            self.chosen.emit(shown, DocumentType(shown.likely))

    def _decline(self) -> None:
        if self._shown:
            self._declined.add(self._shown.id)
