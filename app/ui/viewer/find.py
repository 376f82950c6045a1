"""The line to find text in a document: what to find, which of how many, and the way between."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from app.ui import fonts
from app.ui.buttons import IconButton
from app.ui.labels import Label
from app.words import say

WAIT_MS = 200


class FindBar(QFrame):
    """Finds while one types; Enter goes on, Shift+Enter back, Esc leaves."""

    sought = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Find in this document"))
        self.field.setAccessibleName(say("Find in this document"))
        self.field.setClearButtonEnabled(True)
        self.told = Label("", fonts.SMALL, ink="text3", tabular=True)
        self.before = IconButton(say("Previous place"), "chevron-up", keys="Shift+F3")
        self.after = IconButton(say("Next place"), "chevron-down", keys="F3")
        self.done = IconButton(say("Close"), "x", keys="Esc")
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(lambda: self.sought.emit(self.field.text()))
        self.field.textEdited.connect(lambda _text: self._wait.start())
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.done.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for widget in (self.told, self.before, self.after, self.done):
            row.addWidget(widget)
        self.hide()

    def begin(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def tell(self, place: int | None, count: int, *, searching: bool, textless: bool) -> None:
        """Say which of how many places is shown."""
        if not self.field.text().strip():
            words = ""
        elif count:
            more = "…" if searching else ""
            words = say(
                "{value:,} of {count:,}{more}", value=(place or 0) + 1, count=count, more=more
            )
        elif searching:
            words = say("Searching…")
        else:
            words = say("No text in this document") if textless else say("Not found")
        self.told.setText(words)

    def event(self, event: QEvent) -> bool:
        """Keep Esc here: it leaves this line, not the document."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._wait.isActive():
                self._wait.stop()
                self.sought.emit(self.field.text())
            else:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
