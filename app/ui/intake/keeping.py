"""Keeps what is being entered on this computer, every few seconds and when the form is left."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.errors import AppError
from app.services.kept_draft import Kept, KeptDraft

EVERY_MS = 2000


class Keeping(QObject):
    """Asks the form for its entries soon after an edit; `failed` hears why they were not kept."""

    def __init__(
        self,
        parent: QObject,
        keeper: KeptDraft,
        entries: Callable[[], Kept | None],
        failed: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._keeper, self._entries, self._failed = keeper, entries, failed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)

    def note(self) -> None:
        """Take note of an edit; what it changed is kept soon."""
        if self._keeper.durable and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep the entries now, or forget them when all is saved."""
        self._timer.stop()
        kept = self._entries()
        if kept is None:
            self._keeper.forget()
            return
        try:
            self._keeper.keep(kept)
        except AppError as error:
            self._failed(error.message)

    def settle(self) -> None:
        """Forget what was kept, because it was saved, submitted or discarded."""
        self._timer.stop()
        self._keeper.forget()

    def load(self) -> Kept | None:
        """Return what an earlier desktop kept."""
        return self._keeper.load()
