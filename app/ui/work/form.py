"""The short form of a note, a day in the diary, a tag or a task, in the pane it belongs to."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from app.ui.cards import Banner
from app.ui.decision.fields import Entry
from app.ui.entry_form import EntryForm
from app.words import say

UNSAVED = say("It was not saved. Your words are kept here.")


class WorkForm(EntryForm):
    """Asks for a few words and hands them on; it stays until they were taken."""

    def __init__(
        self, title: str, verb: str, entries: dict[str, Entry], send: Callable[..., object]
    ) -> None:
        super().__init__(title, verb, entries, Banner("high"))
        self._hand_on = send
        self.submitted.connect(self._save)

    def fail(self, error: Exception) -> None:
        """Say why the words were not taken."""
        self.send.explain(None)
        self.banner.tell(error.message if isinstance(error, AppError) else UNSAVED)

    def _save(self, words: dict[str, object]) -> None:
        self.banner.hide()
        self.send.explain(say("It is being saved."))
        self._hand_on(**words)


class WorkSlot(QWidget):
    """The place for one such form at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.form: WorkForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self, form: WorkForm) -> None:
        """Show another form and put the focus into it."""
        self.close_form()
        self.form = form
        form.drop.clicked.connect(self.close_form)
        self._column.addWidget(form)
        self.show()
        form.show()
        form.begin()

    def close_form(self) -> None:
        """Let go of the form."""
        form, self.form = self.form, None
        if form:
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self.hide()
