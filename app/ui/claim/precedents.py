"""The nearest settled claims as a table that can be read cell by cell."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.services import figures, wording
from app.services.claim_views import PrecedentView
from app.ui import fonts, theme
from app.ui.claim.pictures import OUTCOME_MARKS
from app.ui.painting import chip_width, draw_chip, draw_focus, draw_text
from app.ui.tokens import Token
from app.words import amid, fill, say

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
ROW_HEIGHT = 28
EXACT_BELOW = 0.0995
HIDDEN = say("Not visible to you")
TITLES = (say("Similar"), say("Claim"), say("Vote"), say("Amount"), say("Outcome"))
SIMILARITY, CLAIM, SHARE, AMOUNT, OUTCOME = range(5)
RIGHT = frozenset({SHARE, AMOUNT})
WIDTHS = (74, 142, 50, 74)


class PrecedentTable(QAbstractTableModel):
    """Up to ten settled claims in order of distance."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PrecedentView, ...] = ()

    def show_precedents(self, precedents: tuple[PrecedentView, ...]) -> None:
        """Show the precedents of another claim."""
        self.beginResetModel()
        self.rows = precedents
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of precedents."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a cell's words, or the whole precedent."""
        precedent = self.rows[index.row()]
        if role == Role.UserRole:
            return precedent
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            text = _texts(precedent)[index.column()]
            if role == Role.DisplayRole:
                return text
            return f"{TITLES[index.column()]}: {text or amid(HIDDEN)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Return the headings of columns and the rank of rows."""
        if role == Role.DisplayRole:
            across = orientation == Qt.Orientation.Horizontal
            return TITLES[section] if across else str(section + 1)
        return None


class PrecedentDelegate(QStyledItemDelegate):
    """Draws the cells: similarity with a bar, the outcome as a chip, the rest as text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        where = QRectF(option.rect)
        precedent: PrecedentView = index.data(Role.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, theme.color("accent_soft"))
        line = QRectF(where.x(), where.bottom() - 1, where.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if index.column() == SIMILARITY:
            _draw_similarity(painter, precedent, where)
        elif index.column() == OUTCOME:
            _draw_outcome(painter, precedent, where)
        else:
            _draw_words(painter, precedent, index.column(), where)
        painter.restore()


class PrecedentHeader(QHeaderView):
    """Small headings over a thin line."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFixedHeight(24)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, where: QRect, section: int) -> None:
        """Draw one heading."""
        painter.fillRect(where, theme.color("surface"))
        painter.fillRect(QRect(where.x(), where.bottom(), where.width(), 1), theme.color("border"))
        painter.setFont(fonts.font(fonts.NOTE))
        right = section in RIGHT or section == OUTCOME
        place = QRectF(where).adjusted(0, 0, -10 if section in RIGHT else 0, -2)
        draw_text(painter, TITLES[section], place, "text3", right=right)


class PrecedentList(QTableView):
    """The table on the card, as high as its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.table = PrecedentTable()
        self.setHorizontalHeader(PrecedentHeader())
        self.setModel(self.table)
        self.setItemDelegate(PrecedentDelegate(self))
        self.setAccessibleName(say("Nearest settled claims"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._set_up_columns()
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_precedents(self, precedents: tuple[PrecedentView, ...]) -> None:
        """Show another claim's precedents."""
        self.table.show_precedents(precedents)
        height = self.horizontalHeader().height() + ROW_HEIGHT * len(precedents)
        if height != self.height():
            self.setFixedHeight(height)

    def _set_up_columns(self) -> None:
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setStretchLastSection(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus(QPainter(self.viewport()), QRectF(self.viewport().rect()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the pane: all rows are on screen already."""
        event.ignore()


def _texts(precedent: PrecedentView) -> tuple[str, ...]:
    amount = "" if precedent.amount is None else figures.whole(precedent.amount)
    number = precedent.number or HIDDEN
    outcome = wording.OUTCOME[precedent.outcome]
    return (
        fill("{similarity:.0%}", similarity=precedent.similarity),
        number,
        _percent(precedent.share),
        amount,
        outcome,
    )


def _percent(share: float) -> str:
    return (
        fill("{share:.1%}", share=share)
        if share < EXACT_BELOW
        else fill("{share:.0%}", share=share)
    )


def _draw_similarity(painter: QPainter, precedent: PrecedentView, where: QRectF) -> None:
    painter.setFont(fonts.font(fonts.SMALL, fonts.STRONG, tabular=True))
    draw_text(painter, fill("{similarity:.0%}", similarity=precedent.similarity), where, "text")
    bar = QRectF(where.x() + 36, where.center().y() - 2, 32, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("border"))
    painter.drawRoundedRect(bar, 2, 2)
    bar.setWidth(max(bar.width() * min(precedent.similarity, 1.0), 4))
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(bar, 2, 2)


def _draw_outcome(painter: QPainter, precedent: PrecedentView, where: QRectF) -> None:
    tone, shape = OUTCOME_MARKS[precedent.outcome]
    text = wording.OUTCOME[precedent.outcome]
    width = chip_width(text, shape=shape, size=fonts.NOTE)
    chip = QRectF(where.right() - width, where.center().y() - 10, width, 20)
    draw_chip(painter, chip, text, tone, shape=shape, size=fonts.NOTE)


def _draw_words(painter: QPainter, precedent: PrecedentView, column: int, where: QRectF) -> None:
    hidden = column == CLAIM and precedent.number is None
    weight = fonts.MEDIUM if column == CLAIM and not hidden else fonts.REGULAR
    painter.setFont(fonts.font(fonts.SMALL, weight, tabular=True))
    right = column in RIGHT
    place = where.adjusted(0, 0, -10, 0) if right else where
    ink: Token = "text3" if hidden else "text" if column == CLAIM else "text2"
    draw_text(painter, _texts(precedent)[column], place, ink, right=right)
