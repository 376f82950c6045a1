"""Taking the sample portfolio away, after a question that says what goes and what stays."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.services.sample_claims import SampleService
from app.ui.changes import Changes
from app.ui.confirming import ConfirmDialog, confirm
from app.ui.tasks import Tasks
from app.words import fill, say

TITLE = say("Remove the sample claims")
ASK = say(
    "{count:,} sample claims, with their documents and notes, go out of everybody's sight for "
    "good. Claims that were entered here stay, and the audit keeps the whole history. "
    "The sample's people stay too: disable them under People."
)
NONE = say("There is no sample to remove.")
DONE = say("{count:,} sample claims were removed.")
LOST = say("The sample was not removed. Try again.")


class SampleRemoval(QObject):
    """Asks and removes, and tells the desks of it."""

    def __init__(
        self,
        service: SampleService,
        tasks: Tasks,
        changes: Changes,
        window: QWidget,
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._service, self._tasks = service, tasks
        self._changes, self._window, self._say = changes, window, tell
        self.question: ConfirmDialog | None = None

    def begin(self) -> None:
        """Count what there is, and ask."""
        count = self._service.count
        self._tasks.run(self, lambda _told: count(), self._ask, failed=self._fail)

    def _ask(self, count: int) -> None:
        if not count:
            self._say(NONE)
            return
        message = fill(ASK, count=count)
        self.question = confirm(
            self._window, TITLE, message, say("Remove the sample"), self._remove, icon="trash-2"
        )

    def _remove(self) -> None:
        remove = self._service.remove
        self._tasks.run(self, lambda _told: remove(), self._tell, failed=self._fail)

    def _tell(self, count: int) -> None:
        self._say(fill(DONE, count=count))
        self._changes.claims.emit(None)

    def _fail(self, error: Exception) -> None:
        self._say(error.message if isinstance(error, AppError) else LOST)
