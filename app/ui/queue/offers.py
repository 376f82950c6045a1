"""Who and what a queue can be filtered by: colleagues, tags and regions, as they are now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services.claims import ClaimService
from app.services.queue_offers import Offered
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage


class QueueOffers(QObject):
    """Reads them when the queue is made and whenever somebody is about to choose."""

    def __init__(self, page: "QueuePage", claims: ClaimService, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._claims, self._tasks = page, claims, tasks
        self.known = Offered()
        page.head.filters.asked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        read = self._claims.offered
        self._tasks.run(self, lambda _told: read(), self._take, failed=self._miss)

    def _take(self, offered: Offered) -> None:
        if offered != self.known:
            self.known = offered
            self._page.head.filters.offer(offered)

    def _miss(self, _error: Exception) -> None:
        """Offer what is known: the queue itself tells of a lost connection."""
