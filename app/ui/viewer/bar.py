"""What stands over the pages: the document's name, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from app.access import Identity
from app.ui import fonts
from app.ui.buttons import IconButton
from app.ui.commands import command
from app.ui.labels import Elided, Label
from app.words import fill, say

_TITLE = (
    "document.previous",
    "document.next",
    "document.beside",
    "document.print",
    "document.export",
    "document.close",
)
_TOOLS = (
    "document.thumbs",
    "document.zoom_out",
    "document.zoom_in",
    "document.fit_width",
    "document.fit_page",
    "document.rotate",
    "document.find",
    "document.highlight",
    "document.note",
    "document.notes",
    "document.redact",
)
ROOM = 550
_SPARED = ("document.fit_page", "document.rotate", "document.thumbs", "document.print")


class ReaderBar(QFrame):
    """Two lines of buttons; each tells which command it stands for."""

    asked = Signal(str)
    page_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.title = Elided("", fonts.BODY, fonts.STRONG)
        self.meta = Elided("", fonts.NOTE, ink="text3")
        self.buttons = {name: self._button(name) for name in (*_TITLE, *_TOOLS)}
        self.page = QLineEdit("1")
        self.page.setAccessibleName(say("Page"))
        self.page.setFixedWidth(48)
        self.page.setValidator(QIntValidator(1, 99_999, self))
        self.page.returnPressed.connect(self._go)
        self.count = Label(say("of 1"), fonts.SMALL, ink="text2", tabular=True)
        self.zoom = Label("100%", fonts.SMALL, ink="text2", tabular=True)
        self.zoom.setFixedWidth(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 6)
        column.setSpacing(6)
        column.addLayout(self._title_line())
        column.addLayout(self._tool_line())

    def show_document(self, title: str, meta: str) -> None:
        """Name the document."""
        self.title.set_text(title)
        self.meta.set_text(meta)

    def show_pages(self, page: int, count: int) -> None:
        """Tell which of how many pages is read."""
        self.page.setText(str(page + 1))
        self.count.setText(say("of {count:,}", count=count))

    def show_zoom(self, zoom: float) -> None:
        """Tell the zoom."""
        self.zoom.setText(fill("{zoom:.0%}", zoom=zoom))

    def leave_out(self, identity: Identity) -> None:
        """Show no button of what the person may never do."""
        for name, button in self.buttons.items():
            if not command(name).allowed(identity):
                button.hide()

    def offer(self, *names: str, reason: str | None = None) -> None:
        """Disable these commands because of *reason*, or enable them."""
        for name in names:
            button = self.buttons[name]
            button.setEnabled(reason is None)
            known = command(name)
            tip = f"{known.title} ({known.keycap})" if known.keycap else known.title
            button.setToolTip(reason or tip)

    def _button(self, name: str) -> IconButton:
        known = command(name)
        button = IconButton(known.title, known.icon, keys=known.keycap)
        button.clicked.connect(lambda _checked=False: self.asked.emit(name))
        return button

    def _go(self) -> None:
        self.page_asked.emit(int(self.page.text() or 1) - 1)

    def _title_line(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addLayout(words, 1)
        for name in _TITLE:
            line.addWidget(self.buttons[name])
        return line

    def _tool_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.buttons["document.thumbs"])
        line.addSpacing(4)
        line.addWidget(self.page)
        line.addSpacing(4)
        line.addWidget(self.count)
        line.addStretch()
        for name in _TOOLS[1:]:
            line.addWidget(self.buttons[name])
            if name == "document.zoom_out":
                line.addWidget(self.zoom)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has a key of its own where there is no room."""
        super().resizeEvent(event)
        for name in _SPARED:
            self.buttons[name].setVisible(self.width() >= ROOM)
