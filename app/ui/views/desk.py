"""A person's saved views at the desk: read again when claims change, opened from anywhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.services.queue_filter import QueueFilter
from app.services.saved_views import SavedViews, ViewOf
from app.ui.changes import Changes
from app.ui.tasks import Tasks
from app.words import say

SOON_MS = 1000
NOT_SAVED = say("The view was not saved. Try again.")
Refused = Callable[[str], object]


class Views(QObject):
    """`changed` carries the views with their counts, `opened` the one that is to be shown."""

    changed = Signal(object)
    opened = Signal(object)

    def __init__(self, service: SavedViews, tasks: Tasks, changes: Changes) -> None:
        super().__init__()
        self.service, self.tasks = service, tasks
        self.all: tuple[ViewOf, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.refresh)
        changes.claims.connect(lambda _ids: self._soon.start())

    def refresh(self) -> None:
        """Read the views and count what they find."""
        self.tasks.run(self, lambda _told: self.service.all(), self._take, failed=self._miss)

    def open(self, view_id: int | None = None) -> ViewOf | None:
        """Show a view, or the first; return it, or None when there is none."""
        known = (view for view in self.all if view_id in (None, view.id))
        view = next(known, None)
        if view:
            self.opened.emit(view)
        return view

    def save(
        self,
        name: str,
        query: QueueFilter,
        *,
        shared: bool,
        view: int | None,
        done: Callable[[int], object],
        refused: Refused,
    ) -> None:
        """Keep a query under a name; *refused* is told why it was not."""
        self.tasks.run(
            self,
            lambda _told: self._kept(name, query, shared=shared, view=view),
            lambda saved: self._show(saved, done),
            failed=lambda error: refused(_words(error)),
        )

    def drop(self, view: ViewOf, *, refused: Refused) -> None:
        """Delete an own view."""
        self.tasks.run(
            self,
            lambda _told: self.service.drop(view.id),
            lambda _none: self.refresh(),
            failed=lambda error: refused(_words(error)),
        )

    def _kept(
        self, name: str, query: QueueFilter, *, shared: bool, view: int | None
    ) -> tuple[int, tuple[ViewOf, ...]]:
        saved = self.service.save(name, query, shared=shared, view=view)
        return saved, self.service.all()

    def _show(self, saved: tuple[int, tuple[ViewOf, ...]], done: Callable[[int], object]) -> None:
        self._take(saved[1])
        done(saved[0])

    def _take(self, views: tuple[ViewOf, ...]) -> None:
        self.all = views
        self.changed.emit(views)

    def _miss(self, _error: Exception) -> None:
        """Leave the counts as they are: the queue itself tells of a lost connection."""


def _words(error: Exception) -> str:
    return error.message if isinstance(error, AppError) else NOT_SAVED
