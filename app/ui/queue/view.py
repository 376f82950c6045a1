"""The queue on screen: a sheet that keeps its place, its sorting and its columns."""

from PySide6.QtCore import QByteArray, QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from app.services.claim_views import ClaimRow
from app.services.queue_filter import SortKey
from app.ui.display import Density, density
from app.ui.queue.cells import CELLS, DENSE_HEIGHT, ROW_HEIGHT
from app.ui.queue.table import COLUMNS, ClaimTable
from app.ui.sheet import SheetView
from app.words import say

STORED = "queue/columns/3"
WIDE = 2
NARROWEST = 140
EXPENDABLE = (
    say("Received"),
    say("Type"),
    say("Suggestion"),
    say("Status"),
    say("Amount"),
    say("Due"),
)


class QueueView(SheetView):
    """The claims; rows are chosen, never cells."""

    chosen = Signal(object)
    sorting = Signal(object)

    def __init__(self, table: ClaimTable, settings: QSettings | None = None) -> None:
        super().__init__(table, CELLS, [column.width for column in COLUMNS], say("Triage queue"))
        self._claims, self._settings = table, settings
        self._quiet = False
        self._anchors: list[tuple[int, int]] = []
        self.horizontalHeader().setSectionsClickable(True)
        self.show_density()
        self._set_up_columns()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.horizontalHeader().sectionResized.connect(self._remember_columns)

    def claim(self) -> ClaimRow | None:
        """Return the chosen claim."""
        row = self.currentIndex().row()
        return self._claims.rows[row] if 0 <= row < len(self._claims.rows) else None

    def show_density(self) -> None:
        """Give the rows the height they have now."""
        dense = density() is Density.DENSE
        self.set_row_height(DENSE_HEIGHT if dense else ROW_HEIGHT)

    def choose(self, row: int) -> None:
        """Choose the claim at *row* and bring it into view."""
        if 0 <= row < len(self._claims.rows):
            super().choose(row)

    def choose_nothing(self) -> None:
        """Let go of the choice without choosing another claim."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def show_sort(self, key: SortKey, *, descending: bool) -> None:
        """Mark the heading the server sorted by."""
        section = next((n for n, column in enumerate(COLUMNS) if column.sort is key), 0)
        falling = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, falling)
        self.horizontalHeader().viewport().update()

    def hold(self) -> None:
        """Remember what is on screen before rows come and go."""
        self._quiet = True
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        high = self.verticalHeader().defaultSectionSize()
        shown = self._claims.rows[first : (last if last >= 0 else first) + 1]
        top = -self.rowViewportPosition(first)
        self._anchors = [(c.id, n * high - top) for n, c in enumerate(shown)]
        if self.verticalScrollBar().value() == 0:
            self._anchors = []

    def settle(self) -> None:
        """Put the rows that stayed where they were."""
        self._quiet = False
        self.updateGeometries()
        high = self.verticalHeader().defaultSectionSize()
        for claim_id, offset in self._anchors:
            row = self._claims.row_of(claim_id)
            if row is not None:
                self.verticalScrollBar().setValue(row * high - offset)
                break

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(self._claims.rows[current.row()] if current.isValid() else None)

    def _sort(self, section: int) -> None:
        self.sorting.emit(COLUMNS[section].sort)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        stored = self._settings.value(STORED) if self._settings else None
        if isinstance(stored, QByteArray):
            header.restoreState(stored)
        for section in range(len(COLUMNS)):
            self.setColumnHidden(section, False)  # noqa: FBT003 - Qt takes it by position
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(WIDE, QHeaderView.ResizeMode.Stretch)

    def _remember_columns(self) -> None:
        if self._settings and self.isVisible():
            self._settings.setValue(STORED, self.horizontalHeader().saveState())

    def _fit_columns(self) -> None:
        room = self.viewport().width() - NARROWEST
        fixed = [n for n in range(len(COLUMNS)) if n != WIDE]
        needed = sum(self.columnWidth(n) or COLUMNS[n].width for n in fixed)
        for title in EXPENDABLE:
            section = next(n for n in fixed if COLUMNS[n].title == title)
            hidden = needed > room
            if hidden != self.isColumnHidden(section):
                self.setColumnHidden(section, hidden)
            needed -= COLUMNS[section].width if hidden else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
