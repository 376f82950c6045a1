"""Monitoring: how application, database and server do now, and how they did over a week."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity
from app.errors import AppError
from app.services.monitoring import Monitor, MonitorService
from app.ui.cards import Banner
from app.ui.charts.grid import ChartGrid
from app.ui.claim.body import Tab
from app.ui.commands import bind
from app.ui.monitoring import tables
from app.ui.monitoring.tiles import Tiles
from app.ui.rows import Rows
from app.ui.screen_head import ScreenHead
from app.ui.sheet import Cell, SheetView
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.words import say

EVERY_MS, ROW = 30_000, 34
ABOUT = say("Read anew every half minute while it is on show · measured by the worker every five")


class MonitoringScreen(QWidget):
    """Tiles over charts, and beside them the jobs, the tables and the slow statements."""

    def __init__(self, service: MonitorService, tasks: Tasks, identity: Identity) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service, self._tasks = service, tasks
        self.shown: Monitor | None = None
        self.head, self.notice = ScreenHead(say("Monitoring")), Banner("high")
        self.head.about.setText(ABOUT)
        self.tiles, self.grid = Tiles(), ChartGrid()
        self.jobs = Rows(self, tables.JOB_TITLES, tables.job_texts, right={2, 3, 4})
        self.tables = Rows(self, tables.TABLE_TITLES, tables.table_texts, right={1, 2, 3, 4})
        self.statements = Rows(
            self, tables.STATEMENT_TITLES, tables.statement_texts, right={1, 2, 3}
        )
        self.sides, self.tabs = (
            QStackedWidget(),
            [Tab(say("Jobs")), Tab(say("Tables")), Tab(say("Statements"))],
        )
        self.views = [
            _view(self.jobs, tables.JOB_CELLS, tables.JOB_WIDTHS, say("Jobs"), tables.JOB_ERROR),
            _view(self.tables, tables.TABLE_CELLS, tables.TABLE_WIDTHS, say("Tables"), 0),
            _view(
                self.statements,
                tables.STATEMENT_CELLS,
                tables.STATEMENT_WIDTHS,
                say("Statements"),
                0,
            ),
        ]
        self._lay_out()
        self.toast = Toast(self)
        self.grid.told.connect(self.toast.tell)
        self.notice.action.clicked.connect(self.refresh)
        bind("queue.refresh", self, self.refresh, identity)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        self._timer.start()
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        charts = [card.view for card in self.grid.cards.values()]
        return [self.views[self.sides.currentIndex()], *charts]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("F6", say("next pane")), ("← →", say("points")), ("F5", say("refresh")))

    def refresh(self) -> None:
        """Look again."""
        look: Callable[[], Monitor] = self._service.look
        self._tasks.run(self, lambda _told: look(), self._show, failed=self._lose)

    def _show(self, found: Monitor) -> None:
        self.shown = found
        self.notice.hide()
        self.tiles.show_tiles(found.tiles)
        self.grid.show_charts(found.charts)
        self.jobs.replace(found.jobs)
        self.tables.replace(found.tables)
        self.statements.replace(found.statements)

    def _lose(self, error: Exception) -> None:
        told = error.message if isinstance(error, AppError) else say("The figures were not read.")
        self.notice.tell(told, "high", action=say("Try again"))

    def _side(self) -> QVBoxLayout:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(16, 0, 16, 0)
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _on=False, page=place: self.sides.setCurrentIndex(page))
            tabs.addWidget(tab)
        tabs.addStretch()
        self.tabs[0].setChecked(True)
        for view in self.views:
            self.sides.addWidget(view)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addLayout(tabs)
        side.addWidget(self.sides, 1)
        return side

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 8)
        head.setSpacing(12)
        for part in (self.head, self.notice, self.tiles):
            head.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.grid, 1)
        row.addLayout(self._side(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row, 1)


def _view(
    rows: Rows[Any], cells: Sequence[Cell], widths: Sequence[int], name: str, wide: int
) -> SheetView:
    view = SheetView(rows, cells, widths, name)
    view.set_row_height(ROW)
    view.stretch(wide)
    return view
