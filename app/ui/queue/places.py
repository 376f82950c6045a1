"""What stands where the queue's rows are: the rows, their outline, nothing, or an error."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import AppError
from app.services.queue_filter import QueueFilter
from app.ui.cards import EmptyState, Skeleton
from app.ui.queue.view import QueueView
from app.words import say

FILTERED = say("No claim matches the filters and the search.")
DONE = say("Every claim within your reach is decided. New ones appear here by themselves.")
IN_VIEW = say("No claim is in this view now. New ones appear here by themselves.")
LOST = say("The queue was not loaded.")


class QueuePlaces(QStackedWidget):
    """Shows one of them, with the next step where there is one."""

    cleared = Signal()
    retried = Signal()

    def __init__(self, view: QueueView) -> None:
        super().__init__()
        self.view, self.outline = view, Skeleton()
        self.done = DONE
        self.empty = EmptyState("folder-check", say("Nothing is waiting"))
        self.error = EmptyState("cloud-off", say("No connection"))
        for place in (self.outline, self.view, self.empty, self.error):
            place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.addWidget(place)
        self.empty.action.clicked.connect(self.cleared)
        self.error.action.clicked.connect(self.retried)

    def take_focus(self) -> None:
        """Put the focus on what is shown, so that the keys of the desk work."""
        self.shown.setFocus()

    @property
    def shown(self) -> QWidget:
        """Return what stands there now."""
        return self.currentWidget() or self.view

    def show_rows(self, loaded: int, query: QueueFilter, start: QueueFilter) -> None:
        """Show the rows, or why there are none."""
        if loaded:
            self.setCurrentWidget(self.view)
            return
        if query.narrows(start):
            self.empty.tell(say("Nothing found"), FILTERED, action=say("Clear filters"))
        else:
            self.empty.tell(say("Nothing is waiting"), self.done, action="")
        self.setCurrentWidget(self.empty)

    def show_error(self, error: Exception) -> None:
        """Show why the rows could not be loaded, and offer to try again."""
        title = say(error.title) if isinstance(error, AppError) else say("Not loaded")
        message = error.message if isinstance(error, AppError) else LOST
        self.error.tell(title, message, action=say("Try again"))
        self.setCurrentWidget(self.error)
