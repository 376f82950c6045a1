"""A note in which @ and a few letters offer colleagues; the one chosen is told of the note."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from app.services.directory import Person
from app.ui.decision.fields import Entry
from app.ui.fields import Field
from app.words import say

BEGUN = re.compile(r"(?:^|[^\w.@-])@([\w.-]*)$")
CHOOSING = (Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
USERNAME = Qt.ItemDataRole.UserRole
WIDEST = 320
TOLD = say("@ and a name tells a colleague")


class NamingEdit(QPlainTextEdit):
    """Offers the colleagues whose name or username holds the letters after an @."""

    def __init__(self, colleagues: Sequence[Person]) -> None:
        super().__init__()
        self.completer = QCompleter(_listed(colleagues, self), self)
        self.completer.setWidget(self)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.popup = QListView()
        self.popup.setAccessibleName(say("Colleagues"))
        self.completer.setPopup(self.popup)
        self.completer.activated[QModelIndex].connect(self._name)  # type: ignore[index] # overloads

    def _name(self, chosen: QModelIndex) -> None:
        """Write the username in place of the letters after the @."""
        begun = self._begun()
        if begun is None:
            return
        cursor = self.textCursor()
        back, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(back, keep, len(begun))
        cursor.insertText(f"{chosen.data(USERNAME)} ")
        self.setTextCursor(cursor)

    def _begun(self) -> str | None:
        """Return the letters between an @ and the cursor, or None where no name is begun."""
        cursor = self.textCursor()
        found = BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found else None

    def _offer(self) -> None:
        begun = self._begun()
        if begun is None:
            self.popup.hide()
            return
        self.completer.setCompletionPrefix(begun)
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        place = self.cursorRect()
        self.completer.complete(QRect(place.topLeft(), place.size()).adjusted(0, 0, WIDEST, 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that choose to the list while it is open."""
        if self.popup.isVisible() and event.key() in CHOOSING:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text():
            self._offer()


def note(label: str, colleagues: Sequence[Person], *, needed: str) -> Entry:
    """Return a field for a note that may name colleagues."""
    editor = NamingEdit(colleagues)
    editor.setTabChangesFocus(True)
    editor.setPlaceholderText(TOLD)
    editor.setFixedHeight(64)
    return Entry(Field(label, editor), lambda: editor.toPlainText().strip(), needed)


def _listed(colleagues: Sequence[Person], owner: QPlainTextEdit) -> QStandardItemModel:
    model = QStandardItemModel(owner)
    for person in colleagues:
        item = QStandardItem(f"{person.full_name}  @{person.username}")
        item.setData(person.username, USERNAME)
        model.appendRow(item)
    return model
