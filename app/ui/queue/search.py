"""The search of the queue."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from app.ui import icons
from app.ui.chips import Keycap
from app.words import say

SEARCH_MS = 250
_ROOM_FOR_KEY = 260
_LEAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class SearchBox(QLineEdit):
    """Looks for claim numbers, policies and claimants, shortly after the last letter."""

    searched = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(say("Search claims, policies, claimants"))
        self.setAccessibleName(say("Search the queue"))
        self.setFixedHeight(34)
        self.setMinimumWidth(110)
        self.setMaximumWidth(300)
        self.setClearButtonEnabled(True)
        self._mark: QAction | None = None
        self._key = Keycap("/")
        self._key.setParent(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self.search)
        self.textChanged.connect(self._await)
        self._tint()

    def search(self) -> None:
        """Search for what is written now."""
        self._timer.stop()
        self.searched.emit(self.text().strip())

    def show_text(self, text: str) -> None:
        """Show what is searched for already."""
        self.setText(text)
        self._timer.stop()

    def _await(self, text: str) -> None:
        self._key.setVisible(not text and self.width() >= _ROOM_FOR_KEY)
        self._timer.start()

    def _tint(self) -> None:
        if self._mark:
            self.removeAction(self._mark)
        place = QLineEdit.ActionPosition.LeadingPosition
        self._mark = self.addAction(icons.icon("search", "text3"), place)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Escape, which mean something else outside."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() in _LEAVE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search at once with Enter, forget it with Escape; both go back to the queue."""
        if event.key() not in _LEAVE:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        self.search()
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_mark"):
            QTimer.singleShot(0, self, self._tint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.setVisible(not self.text() and self.width() >= _ROOM_FOR_KEY)
        self._key.move(self.width() - self._key.sizeHint().width() - 8, 8)
