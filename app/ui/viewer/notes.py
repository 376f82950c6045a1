"""What was left on the document that is read: a column beside its pages."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from app.services.annotations import MarkView
from app.ui import fonts
from app.ui.buttons import ActionButton, IconButton
from app.ui.cards import EmptyState
from app.ui.commands import command
from app.ui.labels import Label
from app.ui.notes.form import NoteForm
from app.ui.notes.rows import NOTE_HEIGHT, NoteRows, draw_note
from app.ui.sheet import SheetView
from app.words import fill, say

WIDTH = 308
NONE = say("Choose text and press Ctrl+H to highlight it, or Ctrl+M to write a note.")
KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}
READ_ONLY = say("Nobody has left a note on this document.")


class NoteList(SheetView):
    """Notes below one another; Delete removes the chosen one where it is one's own."""

    unwanted = Signal()

    def __init__(self, rows: NoteRows) -> None:
        super().__init__(rows, (draw_note,), (WIDTH,), say("Notes on this document"))
        self.set_row_height(NOTE_HEIGHT)
        self.horizontalHeader().hide()
        for column in range(1, rows.columnCount()):
            self.hideColumn(column)
        self.stretch(0)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Delete here, where they open and remove a note."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)


class NotesPanel(QFrame):
    """Lists the notes of a document and holds the form of the one that is written."""

    asked = Signal(str)
    chosen = Signal(object)
    opened = Signal(object)
    unwanted = Signal(object)

    def __init__(self, *, may_write: bool) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAccessibleName(say("Notes on this document"))
        self.setFixedWidth(WIDTH)
        self._may_write = may_write
        self.rows = NoteRows(self)
        self.list, self.form = NoteList(self.rows), NoteForm()
        self.count = Label("", fonts.SMALL, ink="text3", tabular=True)
        self.close_button = IconButton(say("Close notes"), "x", size=24)
        self.add = ActionButton(say("Note"), icon="message-square-text", follows="document.note")
        self.tag = ActionButton(say("Tag"), icon="tag", follows="document.tag")
        self._empty = EmptyState(
            "message-square-text", say("No notes yet"), NONE if may_write else READ_ONLY
        )
        self._places = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_marks(self, marks: Sequence[MarkView]) -> None:
        """Show what was left on the document."""
        chosen = self.mark()
        self.rows.show_marks(marks)
        row = self.rows.row_of(chosen.id) if chosen else None
        if row is not None:
            self.list.choose(row)
        self.count.setText(fill("{marks:,}", marks=len(marks)) if marks else "")
        self._places.setCurrentWidget(self.list if marks else self._empty)

    def choose(self, mark_id: int) -> None:
        """Choose a note by its place on a page."""
        row = self.rows.row_of(mark_id)
        if row is not None:
            self.list.choose(row)

    def mark(self) -> MarkView | None:
        """Return the chosen note."""
        index = self.list.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def _tell(self, signal: SignalInstance) -> None:
        mark = self.mark()
        if mark:
            signal.emit(mark)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell(self.chosen))
        self.list.opened.connect(lambda: self._tell(self.opened))
        self.list.unwanted.connect(lambda: self._tell(self.unwanted))
        self.add.clicked.connect(lambda: self.asked.emit("document.note"))
        self.tag.clicked.connect(lambda: self.asked.emit("document.tag"))
        self.close_button.clicked.connect(lambda: self.asked.emit("document.notes"))
        self.close_button.setToolTip(
            say("Close notes ({keycap})", keycap=command("document.notes").keycap)
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(say("Notes"), fonts.BODY, fonts.STRONG))
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.close_button)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in (self.add, self.tag):
            tools.addWidget(button)
            button.setVisible(self._may_write)
        tools.addStretch()
        self._places.addWidget(self._empty)
        self._places.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._places, 1)
        column.addWidget(self.form)
