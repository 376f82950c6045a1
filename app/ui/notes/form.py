"""The form of one note: what it says, in which tone, and what can be done with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from app.codes import MarkKind
from app.services.annotations import MarkView, NewMark
from app.ui import fonts
from app.ui.buttons import ActionButton, IconButton, Look
from app.ui.labels import Elided, Label
from app.ui.notes.rows import NAMES, TONES
from app.words import say

MOST = 4000
HINTS = {
    MarkKind.NOTE: say("What should the file know about this place?"),
    MarkKind.HIGHLIGHT: say("A word on it, if you like"),
    MarkKind.TAG: say("One or two words to find this page by"),
}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class NoteForm(QFrame):
    """Edits a new note or one's own; a colleague's is shown and stays as it is."""

    saved = Signal(str, str)
    removed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title = Elided("", fonts.BODY, fonts.STRONG)
        self._reason = Label("", fonts.SMALL, ink="text3", wrap=True)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(112)
        self.words.setAccessibleName(say("What the note says"))
        self.tone = QComboBox()
        self.tone.setAccessibleName(say("What it is to the claim"))
        for tone, name in TONES.items():
            self.tone.addItem(name, tone)
        self.save = ActionButton(say("Save"), keys="Ctrl ↵", look=Look.PRIMARY, height=28)
        self.drop = ActionButton(say("Cancel"), keys="Esc", look=Look.GHOST, height=28)
        self.remove = IconButton(say("Remove this note"), "trash-2", keys="Ctrl+Delete")
        self.save.clicked.connect(self.submit)
        self.drop.clicked.connect(self.left)
        self.remove.clicked.connect(self.removed)
        self._lay_out()
        self.hide()

    def begin(self, note: NewMark | MarkView, *, own: bool, author: str = "") -> None:
        """Show a note, to be written or, where it is a colleague's, to be read."""
        kind = NAMES[note.kind]
        self._title.set_text(say("{kind} on page {page}", kind=kind, page=note.page + 1))
        self.setAccessibleName(say("{kind} on page {page}", kind=kind, page=note.page + 1))
        self._reason.setText("" if own else say("Only {author} can change it.", author=author))
        self._reason.setVisible(not own)
        self.words.setPlainText(note.text)
        self.words.setPlaceholderText(HINTS[note.kind])
        self.words.setReadOnly(not own)
        self.tone.setCurrentIndex(max(self.tone.findData(note.tone), 0))
        self.tone.setEnabled(own)
        self.save.setVisible(own)
        self.remove.setVisible(own and isinstance(note, MarkView))
        self.save.explain(None)
        self._may_be_empty = note.kind is MarkKind.HIGHLIGHT
        self.show()
        self.words.setFocus()

    def submit(self) -> None:
        """Hand on what was written, or say what is lacking."""
        text = self.words.toPlainText().strip()
        if not text and not self._may_be_empty:
            self.refuse(say("Write what the note should say."))
        elif len(text) > MOST:
            self.refuse(
                say(
                    "A note has up to {most:,} letters; this one has {text:,}.",
                    most=MOST,
                    text=len(text),
                )
            )
        elif self.save.isEnabled() and not self.words.isReadOnly():
            self._reason.hide()
            self.save.explain(say("The note is being saved."))
            self.saved.emit(text, str(self.tone.currentData()))

    def refuse(self, reason: str) -> None:
        """Say why it was not saved; the words stay."""
        self.save.explain(None)
        self._reason.setText(reason)
        self._reason.show()
        self.words.setFocus()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.remove)
        foot.setSpacing(4)
        for button in (self.save, self.drop):
            foot.addWidget(button)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (self.words, self.tone, self._reason):
            column.addWidget(widget)
        column.addLayout(foot)

    def event(self, event: QEvent) -> bool:
        """Keep plain keys in the form, so that no letter decides while words are written."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            ours = event.modifiers() in _PLAIN or event.key() in {*_RETURN, Qt.Key.Key_Delete}
            if ours:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter, leave with Escape, remove with Ctrl+Delete."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in _RETURN:
            self.submit()
        elif control and event.key() == Qt.Key.Key_Delete and self.remove.isVisible():
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
