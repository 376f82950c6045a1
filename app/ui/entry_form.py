"""A card that asks for a few words: its fields, why they were not taken, and what sends them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.decision.fields import Entry
from app.ui.labels import Label
from app.words import say

RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class EntryForm(QFrame):
    """Keeps plain keys to itself: Enter submits the words, Escape drops them."""

    submitted = Signal(object)

    def __init__(self, title: str, verb: str, entries: dict[str, Entry], banner: Banner) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.entries, self.banner = entries, banner
        self.banner.dismiss.hide()
        self.send = ActionButton(verb, keys="Ctrl ↵", look=Look.PRIMARY)
        self.send.clicked.connect(self.submit)
        self.drop = ActionButton(say("Cancel"), keys="Esc", look=Look.GHOST)
        self._lay_out(title)

    def submit(self) -> None:
        """Hand the words on, or go to the first field that lacks some."""
        if self.is_whole():
            self.submitted.emit(self.words())

    def begin(self) -> None:
        """Put the focus where the first words go."""
        next(iter(self.entries.values())).field.editor.setFocus()

    def words(self) -> dict[str, object]:
        """Return what the fields say."""
        return {name: entry.read() for name, entry in self.entries.items()}

    def is_whole(self) -> bool:
        """Tell whether every field says enough, and go to the first that does not."""
        wrong = [entry for entry in self.entries.values() if not entry.check()]
        if wrong:
            wrong[0].field.editor.setFocus()
        return not wrong

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
