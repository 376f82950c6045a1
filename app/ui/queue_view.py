"""The queue on screen: the table with its own header, hover and remembered columns."""

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QRect, QSettings, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.services.claim_views import ClaimRow
from app.services.queue_filter import SortKey
from app.ui import fonts, icons, theme
from app.ui.queue_delegate import FIRST_INSET, INSET, ROW_HEIGHT, ClaimDelegate
from app.ui.queue_table import COLUMNS, ClaimTable

STORED = "queue/columns/1"
WIDE = 2
NARROWEST = 140
EXPENDABLE = ("Received", "Type", "Suggestion", "Status", "Amount")


class QueueHeader(QHeaderView):
    """Headings that sort on the server; the sorted one is strong and has an arrow."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(34)
        self.setMinimumSectionSize(60)
        self.setSortIndicatorShown(False)

    def paintSection(self, painter: QPainter, where: QRect, section: int) -> None:
        """Draw one heading."""
        painter.save()
        painter.fillRect(where, theme.color("surface"))
        painter.fillRect(QRect(where.x(), where.bottom(), where.width(), 1), theme.color("border"))
        sorted_by = section == self.sortIndicatorSection()
        painter.setFont(fonts.font(fonts.SMALL, fonts.STRONG if sorted_by else fonts.MEDIUM))
        painter.setPen(theme.color("text" if sorted_by else "text3"))
        place = where.adjusted(FIRST_INSET if section == 0 else INSET, 0, -INSET, 0)
        side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].right else Qt.AlignmentFlag.AlignLeft
        title = COLUMNS[section].title
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, title)
        if sorted_by:
            self._draw_arrow(painter, place, title, right=COLUMNS[section].right)
        painter.restore()

    def _draw_arrow(self, painter: QPainter, place: QRect, title: str, *, right: bool) -> None:
        width = QFontMetrics(painter.font()).horizontalAdvance(title)
        x = place.right() - width - 15 if right else place.x() + width + 4
        falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        name = "chevron-down" if falling else "chevron-up"
        icons.draw(painter, name, "text", x, place.center().y() - 6, 12)


class QueueView(QTableView):
    """The claims; rows are chosen, never cells."""

    chosen = Signal(object)
    sorting = Signal(object)

    def __init__(self, table: ClaimTable, settings: QSettings | None = None) -> None:
        super().__init__()
        self._table, self._settings = table, settings
        self._quiet = False
        self._anchors: list[tuple[int, int]] = []
        self.setAccessibleName("Triage queue")
        self.setHorizontalHeader(QueueHeader())
        self.setModel(table)
        self._delegate = ClaimDelegate(self)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._set_up_columns()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.horizontalHeader().sectionResized.connect(self._remember_columns)

    def claim(self) -> ClaimRow | None:
        """Return the chosen claim."""
        row = self.currentIndex().row()
        return self._table.rows[row] if 0 <= row < len(self._table.rows) else None

    def choose(self, row: int) -> None:
        """Choose the claim at *row* and bring it into view."""
        if 0 <= row < len(self._table.rows):
            self.setCurrentIndex(self._table.index(row, 0))
            self.scrollTo(self.currentIndex())

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
        shown = self._table.rows[first : (last if last >= 0 else first) + 1]
        top = -self.rowViewportPosition(first)
        self._anchors = [(c.id, n * ROW_HEIGHT - top) for n, c in enumerate(shown)]
        if self.verticalScrollBar().value() == 0:
            self._anchors = []

    def settle(self) -> None:
        """Put the rows that stayed where they were."""
        self._quiet = False
        self.updateGeometries()
        for claim_id, offset in self._anchors:
            row = self._table.row_of(claim_id)
            if row is not None:
                self.verticalScrollBar().setValue(row * ROW_HEIGHT - offset)
                break

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(self._table.rows[current.row()] if current.isValid() else None)

    def _sort(self, section: int) -> None:
        self.sorting.emit(COLUMNS[section].sort)

    def _set_up(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, column.width)
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

    def _hover(self, row: int) -> None:
        if row != self._delegate.hover:
            self._delegate.hover = row
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
