"""A quiet table: fixed rows, headings that tell the sorting, cells painted by one delegate."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui import fonts, icons, theme
from app.ui.painting import draw_focus, draw_text
from app.ui.tokens import Token

INSET, FIRST_INSET, BAR = 10, 20, 3
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROW, MARKED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.CheckStateRole
Index = QModelIndex | QPersistentModelIndex
Cell = Callable[[QPainter, Any, QRectF], None]


class SheetHeader(QHeaderView):
    """Headings as the model names and aligns them; the sorted one is strong and has an arrow."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHighlightSections(False)
        self.setFixedHeight(34)
        self.setMinimumSectionSize(56)
        self.setSortIndicatorShown(False)

    def paintSection(self, painter: QPainter, where: QRect, section: int) -> None:
        """Draw one heading."""
        painter.save()
        painter.fillRect(where, theme.color("surface"))
        painter.fillRect(QRect(where.x(), where.bottom(), where.width(), 1), theme.color("border"))
        sorted_by = self.sectionsClickable() and section == self.sortIndicatorSection()
        painter.setFont(fonts.font(fonts.SMALL, fonts.STRONG if sorted_by else fonts.MEDIUM))
        painter.setPen(theme.color("text" if sorted_by else "text3"))
        place = where.adjusted(FIRST_INSET if section == 0 else INSET, 0, -INSET, 0)
        title, right = self._told(section)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, title)
        if sorted_by:
            self._draw_arrow(painter, place, title, right=right)
        painter.restore()

    def _told(self, section: int) -> tuple[str, bool]:
        across = Qt.Orientation.Horizontal
        title = self.model().headerData(section, across, Qt.ItemDataRole.DisplayRole)
        side = self.model().headerData(section, across, Qt.ItemDataRole.TextAlignmentRole)
        return str(title), side == Qt.AlignmentFlag.AlignRight

    def _draw_arrow(self, painter: QPainter, place: QRect, title: str, *, right: bool) -> None:
        width = QFontMetrics(painter.font()).horizontalAdvance(title)
        x = place.right() - width - 15 if right else place.x() + width + 4
        falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        name = "chevron-down" if falling else "chevron-up"
        icons.draw(painter, name, "text", x, place.center().y() - 6, 12)


class SheetDelegate(QStyledItemDelegate):
    """Paints a row's ground and lets one of *cells* draw what a column shows of the row."""

    def __init__(self, parent: QWidget, cells: Sequence[Cell]) -> None:
        super().__init__(parent)
        self.hover = -1
        self._cells = cells

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell over the ground of its row."""
        where = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        marked = index.data(MARKED) is not None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or marked or index.row() == self.hover:
            painter.fillRect(where, theme.color("accent_soft" if chosen or marked else "hover"))
        bottom = QRectF(where.x(), where.bottom() - 1, where.width(), 1)
        painter.fillRect(bottom, theme.color("line"))
        if chosen and index.column() == 0:
            bar = QRectF(where.x(), where.y(), BAR, where.height())
            painter.fillRect(bar, theme.color("accent"))
        if chosen and self._has_focus():
            top = QRectF(where.x(), where.y(), where.width(), 1)
            for line in (top, bottom):
                painter.fillRect(line, theme.color("accent"))
        if marked and index.column() == 0:
            icons.draw(painter, "check", "accent", where.x() + 5, where.center().y() - 6, 12)
        inset = FIRST_INSET if index.column() == 0 else INSET
        self._cells[index.column()](painter, index.data(ROW), where.adjusted(inset, 0, -INSET, 0))
        painter.restore()

    def _has_focus(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a size that never widens a column."""
        return QSize(60, option.rect.height())


class SheetView(QTableView):
    """Shows rows, never cells; Enter or a double click opens the chosen one."""

    opened = Signal()

    def __init__(
        self, model: QAbstractItemModel, cells: Sequence[Cell], widths: Sequence[int], name: str
    ) -> None:
        super().__init__()
        self._table = model
        self._delegate = SheetDelegate(self, cells)
        self.setAccessibleName(name)
        self.setHorizontalHeader(SheetHeader())
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        for section, width in enumerate(widths):
            self.setColumnWidth(section, width)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def choose(self, row: int) -> None:
        """Choose a row and bring it into view."""
        self.setCurrentIndex(self._table.index(row, 0))
        self.scrollTo(self.currentIndex())

    def stretch(self, section: int) -> None:
        """Let a column take the room that is left."""
        self.horizontalHeader().setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)

    def set_row_height(self, height: int) -> None:
        """Give all rows one height."""
        self.verticalHeader().setDefaultSectionSize(height)

    def _set_up(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hover:
            self._delegate.hover = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.selectionModel().hasSelection():
            draw_focus(QPainter(self.viewport()), QRectF(self.viewport().rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row by Enter, as a double click does."""
        if event.key() in OPENING and self.selectionModel().hasSelection():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)


def write(
    painter: QPainter, text: str, where: QRectF, ink: Token = "text", *, right: bool = False
) -> None:
    """Write one line of body text with digits that line up."""
    painter.setFont(fonts.font(tabular=True))
    draw_text(painter, text, where, ink, right=right)
