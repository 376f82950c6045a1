"""The notes on all documents of a claim, sorted by what one looks for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.services.annotations import MarkView
from app.ui import fonts
from app.ui.cards import EmptyState
from app.ui.claim.notes import ClaimNotes
from app.ui.labels import Label
from app.ui.notes.rows import BY_DOCUMENT, CELLS, ROW_HEIGHT, WIDTHS, NoteRows
from app.ui.sheet import SheetView
from app.words import fill, say

NONE = say("Notes, highlights and tags on its documents stand here, whoever left them.")


class NotesTable(QWidget):
    """Lists notes; Enter or a double click opens the document at the page of one."""

    opened = Signal(object)

    def __init__(self, notes: ClaimNotes) -> None:
        super().__init__()
        self.rows = NoteRows(self)
        self.view = SheetView(self.rows, CELLS, WIDTHS, say("Notes on all documents"))
        self.search = QLineEdit()
        self.count = Label("", fonts.SMALL, ink="text3", tabular=True)
        self._empty = EmptyState("message-square-text", say("No notes on this claim"), NONE)
        self._places = QStackedWidget()
        self._lay_out()
        notes.listed.connect(self._show)
        self.search.textChanged.connect(self._seek)
        self.view.opened.connect(self._open)
        self._show(notes.marks)

    def _show(self, marks: tuple[MarkView, ...]) -> None:
        index = self.view.currentIndex()
        chosen = self.rows.rows[index.row()].id if index.isValid() else 0
        self.rows.show_marks(marks)
        row = self.rows.row_of(chosen)
        if row is not None:
            self.view.choose(row)
        self._places.setCurrentWidget(self._whole if marks else self._empty)
        self._tell()

    def _seek(self, text: str) -> None:
        self.rows.seek(text)
        self._tell()

    def _tell(self) -> None:
        self.count.setText(fill("{rows:,}", rows=len(self.rows.rows)))

    def _open(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.opened.emit(self.rows.rows[index.row()])

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(say("Find a note"))
        self.search.setAccessibleName(say("Find a note"))
        self.search.setClearButtonEnabled(True)
        self.view.set_row_height(ROW_HEIGHT)
        self.view.stretch(0)
        header = self.view.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicator(BY_DOCUMENT, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.rows.sort)
        header.setSortIndicatorShown(True)
        self._whole = QWidget()
        inner = QVBoxLayout(self._whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search, 1)
        line.addWidget(self.count)
        inner.addLayout(line)
        inner.addWidget(self.view, 1)
        for place in (self._empty, self._whole):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._places)
