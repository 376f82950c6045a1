"""Errors: groups by what happened and where, with the places each came through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.access import Identity
from app.errors import AppError
from app.services.monitoring import FaultView, MonitorService
from app.ui import fonts, words
from app.ui.buttons import ActionButton
from app.ui.cards import Banner
from app.ui.commands import bind
from app.ui.labels import Label
from app.ui.monitoring.tables import (
    FAULT_CELLS,
    FAULT_PLACE,
    FAULT_TITLES,
    FAULT_WIDTHS,
    SOURCES,
    fault_texts,
)
from app.ui.rows import Rows
from app.ui.screen_head import ScreenHead
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.words import fill, say, say_n

ROW, WIDTH = 38, 520
NONE = say("No error was reported. Desktops, worker and token service tell of theirs here.")
ABOUT = say(
    "{groups}, {times} in all · a report holds kinds and places, never a message or a value"
)


class FaultsScreen(QWidget):
    """A table of groups, and beside it the stack of the chosen one."""

    def __init__(self, service: MonitorService, tasks: Tasks, identity: Identity) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service, self._tasks = service, tasks
        self.loaded = False
        self.table = Rows(self, FAULT_TITLES, fault_texts, right={2})
        self.view = SheetView(self.table, FAULT_CELLS, FAULT_WIDTHS, say("Errors"))
        self.view.set_row_height(ROW)
        self.view.stretch(FAULT_PLACE)
        self.head, self.notice = ScreenHead(say("Errors")), Banner("high")
        self.title = Label("", 15, fonts.STRONG, wrap=True)
        self.about = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.stack = QPlainTextEdit()
        self.stack.setReadOnly(True)
        self.stack.setTabChangesFocus(True)
        self.stack.setAccessibleName(say("Places it came through, innermost first"))
        self.copy = ActionButton(say("Copy"), icon="copy", height=30)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.stack.toPlainText())
        )
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self.notice.action.clicked.connect(self.refresh)
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.view, self.stack]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("↑ ↓", say("choose")), ("F6", say("next pane")), ("F5", say("refresh")))

    def refresh(self) -> None:
        """Read the groups again."""
        read = self._service.faults
        self._tasks.run(self, lambda _told: read(), self._show, failed=self._lose)

    def _show(self, found: tuple[FaultView, ...]) -> None:
        self.loaded = True
        self.notice.hide()
        self.table.replace(found)
        total = sum(fault.count for fault in found)
        groups = say_n("1 group", "{n:,} groups", len(found))
        about = fill(ABOUT, groups=groups, times=fill("{total:,}", total=total))
        self.head.about.setText(about if found else NONE)
        self._side.setVisible(bool(found))
        if found:
            self.view.choose(0)

    def _choose(self) -> None:
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self.table.rows):
            return
        fault = self.table.rows[row]
        times = say_n("once", "{n:,} times", fault.count)
        part = SOURCES.get(fault.source, fault.source)
        self.title.setText(fault.kind)
        self.about.setText(
            say(
                "{part} {version}, {times} since {first_at}, last {last_at}",
                part=part,
                version=fault.version,
                times=times,
                first_at=words.clock(fault.first_at),
                last_at=words.clock(fault.last_at),
            )
        )
        self.stack.setPlainText("\n".join(reversed(fault.stack.splitlines())))

    def _lose(self, error: Exception) -> None:
        told = error.message if isinstance(error, AppError) else say("The errors were not read.")
        self.notice.tell(told, "high", action=say("Try again"))

    def _lay_out(self) -> None:
        self._side = QFrame()
        self._side.setObjectName("detail")
        self._side.setFixedWidth(WIDTH)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(16, 16, 16, 16)
        side.setSpacing(10)
        for part in (self.title, self.about):
            side.addWidget(part)
        side.addWidget(self.stack, 1)
        side.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._side)
