"""The palette: one line to type into, and everything that can be done from here under it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.progress import Progress
from app.services.claim_views import ClaimRow
from app.ui import fonts
from app.ui.cards import Icon
from app.ui.chips import Keycap
from app.ui.labels import Label, rule
from app.ui.palette.entries import (
    COMMANDS_ONLY,
    NUMBER_ONLY,
    Entry,
    claim_entry,
    entries,
    matching,
)
from app.ui.palette.list import HEADING_HEIGHT, ROW_HEIGHT, PaletteLines, PaletteView, spoken
from app.ui.tasks import Tasks
from app.ui.window import MainWindow
from app.words import say

Find = Callable[[str], Sequence[ClaimRow]]
WIDTH, MOST_HEIGHT, TOP = 640, 440, 120
SEARCH_MS, LEAST = 150, 2
FOOT = say("Enter to run   ·   Tab to narrow   ·   type > for commands only, # for claim numbers")
NOTHING = say("Nothing found. Try another word, or # and a part of a claim number.")
SEARCHING = say("Searching claims…")
_SHADE = QColor(10, 15, 25, 90)
_NARROWED = ("", COMMANDS_ONLY, NUMBER_ONLY)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class Palette(QWidget):
    """Lies over the window while it is open; Esc or a click beside it closes it."""

    def __init__(
        self, window: MainWindow, tasks: Tasks, find: Find | None, show: Callable[[int], object]
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._find, self._show = window, tasks, find, show
        self._before: QWidget | None = None
        self._all: tuple[Entry, ...] = ()
        self.claims: tuple[Entry, ...] = ()
        self._remark = ""
        self.setAccessibleName(say("Commands"))
        self.line = QLineEdit()
        self.line.setObjectName("bare")
        self.line.setFont(fonts.font(15))
        self.line.setAccessibleName(say("Search commands, places and claims"))
        self.line.setPlaceholderText(say("Search commands, places and claims"))
        self.lines = PaletteLines(self)
        self.view = PaletteView(self.lines)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._lay_out()
        self.line.textChanged.connect(self._type)
        self.line.installEventFilter(self)
        self.view.clicked.connect(lambda _index: self.run())
        self._timer.timeout.connect(self._search)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show everything that can be done from where the person is."""
        if self.isVisible():
            self.close_palette()
            return
        self._before = self._window.focusWidget()
        places = self._window.navigation.buttons
        self._all = entries(self._window.screen_shown, self._window, places)
        self.claims, self._remark = (), ""
        self.line.clear()
        self._list()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.line.setFocus()

    def close_palette(self) -> None:
        """Go back to where the focus was."""
        self._timer.stop()
        self.hide()
        if self._before:
            self._before.setFocus()

    def run(self) -> None:
        """Do what is chosen, where the focus was before."""
        entry = self.view.entry()
        if entry and not entry.reason:
            self.close_palette()
            entry.run()
        elif entry:
            self._announce(entry.reason)

    def _type(self, typed: str) -> None:
        self.claims, self._remark = (), ""
        wanted = typed.lstrip(NUMBER_ONLY).strip()
        searched = self._find and not typed.startswith(COMMANDS_ONLY) and len(wanted) >= LEAST
        if searched:
            self._remark = SEARCHING
            self._timer.start()
        else:
            self._timer.stop()
        self._list()

    def _search(self) -> None:
        find, typed = self._find, self.line.text()
        if find is None:
            return

        def work(_progress: Progress) -> Sequence[ClaimRow]:
            return find(typed)

        self._tasks.run(self, work, partial(self._arrive, typed), failed=partial(self._lose, typed))

    def _arrive(self, typed: str, rows: Sequence[ClaimRow]) -> None:
        if typed == self.line.text() and self.isVisible():
            self.claims = tuple(claim_entry(row, self._show) for row in rows)
            self._remark = ""
            self._list()

    def _lose(self, typed: str, error: Exception) -> None:
        if typed == self.line.text():
            why = error.message if isinstance(error, AppError) else say("Try again.")
            self._remark = say("Claims cannot be searched now: {why}", why=why)
            self._list()

    def _list(self) -> None:
        typed = self.line.text()
        offered = [] if typed.startswith(NUMBER_ONLY) else matching(self._all, typed)
        shown = [*offered, *self.claims]
        nothing = NOTHING if typed and not shown else ""
        self.lines.show_entries(shown, typed, self._remark or nothing)
        self.view.step(0)
        self._fit()

    def _fit(self) -> None:
        high = sum(
            HEADING_HEIGHT if isinstance(line, str) else ROW_HEIGHT for line in self.lines.lines
        )
        self.view.setFixedHeight(min(high + 8, MOST_HEIGHT))
        self._panel.setFixedWidth(min(WIDTH, self.width() - 40))
        self._panel.adjustSize()
        self._panel.move((self.width() - self._panel.width()) // 2, min(TOP, self.height() // 8))

    def _narrow(self) -> None:
        """Turn from everything to commands, to claim numbers, and around again."""
        typed = self.line.text()
        here = typed[:1] if typed[:1] in _NARROWED else ""
        following = _NARROWED[(_NARROWED.index(here) + 1) % len(_NARROWED)]
        self.line.setText(following + typed.removeprefix(here))

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, text))

    def _lay_out(self) -> None:
        self._panel = QFrame(self)
        self._panel.setObjectName("card")
        head = QHBoxLayout()
        head.setContentsMargins(18, 10, 14, 10)
        head.setSpacing(10)
        head.addWidget(Icon("search", "text3", 18))
        head.addWidget(self.line, 1)
        head.addWidget(Keycap("Esc"))
        foot = Label(FOOT, fonts.NOTE, ink="text3")
        foot.setContentsMargins(18, 9, 18, 10)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.view)
        column.addWidget(rule())
        column.addWidget(foot)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.run()
        elif key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close_palette()
        elif key == Qt.Key.Key_Tab:
            self._narrow()
        elif key in _STEPS:
            self.view.step(_STEPS[key])
            entry = self.view.entry()
            self._announce(spoken(entry) if entry else "")
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._fit()
        elif watched is self.line and event.type() == QEvent.Type.ShortcutOverride:
            # The desk's own keys rest while one types here; Ctrl+K closes again.
            event.accept()
            return True
        elif watched is self.line and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._press(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 10))
        for step in range(12):
            ring = QRectF(self._panel.geometry()).adjusted(-step, -step + 4, step, step + 4)
            painter.drawRoundedRect(ring, 10 + step, 10 + step)
