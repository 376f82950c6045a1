"""The audit log: who did what to which claim, whether it still holds, and what the worker did."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity
from app.errors import AppError
from app.services.audit import PAGE, AuditService
from app.services.audit_views import AuditEntry, AuditFilter, AuditReport
from app.services.directory import Directory
from app.ui import fonts
from app.ui.audit.export import AuditExport
from app.ui.audit.filters import AuditFilters
from app.ui.audit.state import NARROW, WIDTH, AuditState
from app.ui.audit.table import (
    CELLS,
    HASH,
    NUMBER,
    REASON,
    ROW_HEIGHT,
    STEP,
    TITLES,
    WIDTHS,
    texts,
)
from app.ui.cards import Banner, EmptyState, Skeleton
from app.ui.changes import Changes
from app.ui.commands import bind
from app.ui.labels import Label
from app.ui.rows import Rows
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.words import say, say_n

SPARED = ((1500, HASH), (1420, STEP), (1200, REASON), (1200, NUMBER))


class AuditScreen(QWidget):
    """A table of events that grows downwards as it is scrolled."""

    def __init__(
        self,
        audit: AuditService,
        directory: Directory,
        tasks: Tasks,
        changes: Changes,
        identity: Identity,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._audit, self._directory = audit, directory
        self._tasks, self._changes = tasks, changes
        self._whole = self._growing = False
        self.report: AuditReport | None = None
        self.table = Rows(self, TITLES, texts, right={NUMBER})
        self.view = SheetView(self.table, CELLS, WIDTHS, say("Audit log"))
        self.view.set_row_height(ROW_HEIGHT)
        self.view.stretch(REASON)
        self.filters, self.state = AuditFilters(), AuditState()
        self.notice = Banner("high")
        self.outline = Skeleton(ROW_HEIGHT)
        self.empty = EmptyState(
            "history", say("No event matches"), "", action=say("Clear the filters")
        )
        self.export = AuditExport(audit, tasks, self._asked)
        self._count = Label("", fonts.SMALL, ink="text3", tabular=True)
        self._places = QStackedWidget()
        self._lay_out()
        self.toast = Toast(self)
        self._connect()
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()
        self.verify()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.view, self.filters.person, self.state.chain.verify]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("↑ ↓", say("choose")), ("↵", say("open the claim")), ("F5", say("refresh")))

    def entry(self) -> AuditEntry | None:
        """Return the chosen event."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def refresh(self) -> None:
        """Ask for the newest events, the colleagues and the jobs again."""
        asked = self.filters.query()
        self.notice.hide()
        run = self._tasks.run
        run(self, lambda _told: self._audit.events(asked), self._show, failed=self._lose)
        run(self, lambda _told: self._directory.people(), self.filters.offer, failed=self._lose)
        run(self, lambda _told: self._audit.jobs(), self.state.jobs.show_jobs, failed=self._lose)

    def verify(self) -> None:
        """Check every chain again."""
        self.state.chain.wait()
        work = self._audit.verify
        self._tasks.run(self, lambda _told: work(), self._show_report, failed=self._lose_report)

    def grow(self) -> None:
        """Ask for older events, unless all are there or under way."""
        if self._whole or self._growing or not self.table.rows:
            return
        self._growing = True
        asked = self.filters.query().older(self.table.rows)
        self._tasks.run(
            self, lambda _told: self._audit.events(asked), self._append, failed=self._lose
        )

    def open_chosen(self) -> None:
        """Show the claim of the chosen event in the queue."""
        entry = self.entry()
        if entry and entry.claim_id is not None:
            self._changes.wanted.emit("go.queue")
            self._changes.opened.emit(entry.claim_id)

    def _show(self, rows: tuple[AuditEntry, ...]) -> None:
        chosen = self.entry()
        self.table.replace(rows)
        self._growing = False
        places = {entry.id: row for row, entry in enumerate(rows)}
        self._places.setCurrentWidget(self.view if rows else self.empty)
        if rows:
            self.view.choose(places.get(chosen.id, 0) if chosen else 0)
        self._tell_count(len(rows))

    def _append(self, rows: tuple[AuditEntry, ...]) -> None:
        self._growing = False
        self.table.append(rows)
        self._tell_count(len(rows))

    def _tell_count(self, came: int) -> None:
        self._whole = came < PAGE
        loaded = len(self.table.rows)
        told = say_n("{n:,} event", "{n:,} events", loaded)
        self._count.setText(
            told if self._whole else say("The newest {told}; scroll for older ones", told=told)
        )

    def _show_report(self, report: AuditReport) -> None:
        self.report = report
        self.state.chain.show_report(report, datetime.now(UTC))

    def _asked(self) -> tuple[AuditFilter, str]:
        checked = self.report.summary if self.report else say("Chains not checked")
        return self.filters.query(), f"{self.filters.about()} · {checked}"

    def _lose_report(self, error: Exception) -> None:
        self.state.chain.lose(_message(error))

    def _lose(self, error: Exception) -> None:
        self._growing = False
        self.notice.tell(_message(error), "high", action=say("Try again"))

    def _scroll(self, value: int) -> None:
        if value >= self.view.verticalScrollBar().maximum() - self.view.height():
            self.grow()

    def _connect(self) -> None:
        self.view.opened.connect(self.open_chosen)
        chosen = self.view.selectionModel().currentRowChanged
        chosen.connect(lambda *_rows: self.state.event_card.show_entry(self.entry()))
        self.view.verticalScrollBar().valueChanged.connect(self._scroll)
        self.filters.changed.connect(self.refresh)
        self.state.verify_asked.connect(self.verify)
        self.state.open_asked.connect(self.open_chosen)
        self.export.done.connect(self.toast.tell)
        self.export.failed.connect(self._lose)
        self.empty.action.clicked.connect(self.filters.forget)
        self.notice.action.clicked.connect(self.refresh)

    def _lay_out(self) -> None:
        for place in (self.outline, self.view, self.empty):
            self._places.addWidget(place)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(12)
        head.addLayout(self._title_line())
        head.addWidget(self.filters)
        head.addWidget(self.notice)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self._places, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.state)

    def _title_line(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(say("Audit log"), fonts.TITLE, fonts.BOLD))
        words.addWidget(self._count)
        line = QHBoxLayout()
        line.addLayout(words)
        line.addStretch()
        line.addWidget(self.export)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns to the card beside the table where there is no room."""
        super().resizeEvent(event)
        for least, column in SPARED:
            self.view.setColumnHidden(column, self.width() < least)
        spare = self.view.isColumnHidden(REASON)
        self.view.horizontalHeader().setStretchLastSection(spare)
        self.state.setFixedWidth(NARROW if self.width() < SPARED[-1][0] else WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the claim of the chosen event on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.view.hasFocus():
            self.open_chosen()
        else:
            super().keyPressEvent(event)


def _message(error: Exception) -> str:
    return error.message if isinstance(error, AppError) else say("That did not work. Try again.")
