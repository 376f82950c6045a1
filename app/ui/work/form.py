"""The short form of a note, a day in the diary, a tag or a task, in the pane it belongs to."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.decision.fields import Entry
from app.ui.labels import Label

RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
UNSAVED = "It was not saved. Your words are kept here."


class WorkForm(QFrame):
    """Asks for a few words and hands them on; it stays until they were taken."""

    def __init__(
        self, title: str, verb: str, entries: dict[str, Entry], send: Callable[..., object]
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.entries, self._hand_on = entries, send
        self.banner = Banner("high")
        self.banner.dismiss.hide()
        self.send = ActionButton(verb, keys="Ctrl ↵", look=Look.PRIMARY)
        self.send.clicked.connect(self.submit)
        self.drop = ActionButton("Cancel", keys="Esc", look=Look.GHOST)
        self._lay_out(title)

    def submit(self) -> None:
        """Hand the words on, or go to the first field that lacks some."""
        wrong = [entry for entry in self.entries.values() if not entry.check()]
        if wrong:
            wrong[0].field.editor.setFocus()
            return
        self.banner.hide()
        self.send.explain("It is being saved.")
        self._hand_on(**{name: entry.read() for name, entry in self.entries.items()})

    def fail(self, error: Exception) -> None:
        """Say why the words were not taken."""
        self.send.explain(None)
        self.banner.tell(error.message if isinstance(error, AppError) else UNSAVED)

    def begin(self) -> None:
        """Put the focus where the first words go."""
        next(iter(self.entries.values())).field.editor.setFocus()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(Label(title, fonts.BODY, fonts.STRONG))
        for entry in self.entries.values():
            column.addWidget(entry.field)
        column.addWidget(self.banner)
        line = QHBoxLayout()
        line.addWidget(self.send)
        line.addWidget(self.drop)
        line.addStretch()
        column.addLayout(line)

    def event(self, event: QEvent) -> bool:
        """Keep plain keys in the form, so that no letter decides while words are written."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if not (event.modifiers() in PLAIN or event.key() in RETURN):
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter, drop with Escape, and let no other key out."""
        if event.isAutoRepeat():
            return
        if event.key() in RETURN:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.drop.click()


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
