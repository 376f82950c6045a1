"""Brings the queue's pages from the server into the table: first, next, and again on change."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from app.services.claims import PAGE, ClaimService
from app.services.queue_filter import Cursor, Page, QueueFilter, SortKey
from app.ui.queue.table import ClaimTable
from app.ui.tasks import Tasks

FALLING = frozenset({SortKey.RISK, SortKey.AMOUNT, SortKey.RECEIVED, SortKey.SUGGESTION})


class QueueFeed(QObject):
    """Runs one query at a time; the answer to an older question is dropped.

    `asked` tells of a new query, `replaced` and `merged` of its answers, `figures` carries each
    page for its counts, `failed` an error while the rows stay as they are.
    """

    asked = Signal()
    replaced = Signal()
    merging = Signal()
    merged = Signal()
    figures = Signal(object)
    failed = Signal(object)

    def __init__(
        self, claims: ClaimService, tasks: Tasks, table: ClaimTable, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._claims, self._tasks, self._table, self._owner = claims, tasks, table, owner
        self.query = QueueFilter()
        self.total = 0
        self._after: Cursor | None = None
        self._round = 0
        self._busy = False
        self._stale = False
        table.more_wanted.connect(self._more)

    def ask(self, query: QueueFilter) -> None:
        """Show the claims of another query."""
        self.query = query
        self._round += 1
        self._busy = self._stale = False
        self.asked.emit()
        self._fetch(self._replace, limit=PAGE)

    def sort_by(self, key: SortKey) -> None:
        """Sort by another column, or by the same one the other way round."""
        same = key is self.query.sort
        falling = not self.query.descending if same else key in FALLING
        self.ask(replace(self.query, sort=key, descending=falling))

    def refresh(self) -> None:
        """Ask again for the loaded part; once more afterwards if asked while under way."""
        if self._busy:
            self._stale = True
            return
        self._fetch(self._merge, limit=max(len(self._table.rows), PAGE))

    def _more(self) -> None:
        if not self._busy:
            self._fetch(self._append, limit=PAGE, after=self._after)

    def _fetch(
        self, use: Callable[[Page], None], *, limit: int, after: Cursor | None = None
    ) -> None:
        self._busy = True
        query, this_round = self.query, self._round

        def work(_progress: Progress) -> Page:
            return self._claims.queue(query, after=after, limit=limit)

        def done(page: Page) -> None:
            if this_round == self._round:
                self._busy = False
                self._take(page, use)

        def failed(error: Exception) -> None:
            if this_round == self._round:
                self._busy = self._stale = False
                self.failed.emit(error)

        self._tasks.run(self._owner, work, done, failed=failed)

    def _take(self, page: Page, use: Callable[[Page], None]) -> None:
        self._after, self.total = page.after, page.total
        use(page)
        self.figures.emit(page)
        if self._stale:
            self._stale = False
            self.refresh()

    def _replace(self, page: Page) -> None:
        self._table.replace(page.rows, complete=page.after is None)
        self.replaced.emit()

    def _append(self, page: Page) -> None:
        self._table.append(page.rows, complete=page.after is None)

    def _merge(self, page: Page) -> None:
        self.merging.emit()
        self._table.merge(list(page.rows), complete=page.after is None)
        self.merged.emit()
