"""The lines of the palette under their headings, painted and told to a screen reader."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import fonts, icons, theme
from app.ui.painting import draw_keycap, draw_text, keycap_width
from app.ui.palette.entries import Entry, found_at
from app.ui.sheet import ROW, Index
from app.ui.tokens import Token
from app.words import say

ROW_HEIGHT, HEADING_HEIGHT = 38, 30
ROOT = QModelIndex()
_LEFT, _TEXT = 18, 46


class PaletteLines(QAbstractListModel):
    """Headings as plain text, entries to choose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[str | Entry] = []
        self.typed = ""

    def show_entries(self, entries: Sequence[Entry], typed: str, remark: str = "") -> None:
        """Show *entries* under their sections, and a *remark* below them."""
        self.beginResetModel()
        self.typed = typed
        self.lines = []
        for section, members in groupby(entries, key=lambda entry: entry.section):
            self.lines += [section, *members]
        if remark:
            self.lines.append(remark)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line if isinstance(line, str) else line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line if isinstance(line, str) else spoken(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class PaletteDelegate(QStyledItemDelegate):
    """Draws a heading small, an entry with its icon, what was typed in bold, and its keys."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line, where = index.data(ROW), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            painter.setFont(fonts.font(fonts.NOTE, fonts.STRONG))
            draw_text(painter, line, where.adjusted(_LEFT, 6, -_LEFT, 0), "text3")
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_entry(painter, line, where, chosen=chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; headings are lower."""
        heading = isinstance(index.data(ROW), str)
        return QSize(option.rect.width(), HEADING_HEIGHT if heading else ROW_HEIGHT)

    def _draw_entry(self, painter: QPainter, entry: Entry, where: QRectF, *, chosen: bool) -> None:
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(where.adjusted(8, 1, -8, -1), 7, 7)
        ink: Token = "text3" if entry.reason else "text2"
        icons.draw(painter, entry.icon, ink, where.x() + _LEFT, where.center().y() - 8)
        keys = keycap_width(entry.keys) if entry.keys else 0
        self._draw_words(painter, entry, where.adjusted(_TEXT, 0, -_LEFT - keys - 10, 0))
        if entry.keys:
            cap = QRectF(where.right() - _LEFT - keys, where.center().y() - 9, keys, 18)
            paper, edge = theme.color("surface"), theme.color("border_strong")
            draw_keycap(painter, entry.keys, cap, ink=theme.color("text2"), edge=edge, fill=paper)

    def _draw_words(self, painter: QPainter, entry: Entry, where: QRectF) -> None:
        model, title = self.parent(), entry.title
        start, end = found_at(title, model.typed if isinstance(model, PaletteLines) else "")
        ink: Token = "text3" if entry.reason else "text"
        for text, weight in ((title[:start], 450), (title[start:end], 700), (title[end:], 450)):
            font = fonts.font(fonts.BODY, weight, tabular=True)
            painter.setFont(font)
            draw_text(painter, text, where, ink)
            where = where.adjusted(QFontMetrics(font).horizontalAdvance(text), 0, 0, 0)
        painter.setFont(fonts.font(fonts.SMALL))
        draw_text(painter, entry.reason or entry.note, where.adjusted(12, 0, 0, 0), "text3")


class PaletteView(QListView):
    """The list under the line one types into; it never takes the focus."""

    def __init__(self, lines: PaletteLines) -> None:
        super().__init__()
        self.lines = lines
        self.setModel(lines)
        self.setItemDelegate(PaletteDelegate(lines))
        self.setAccessibleName(say("What can be done"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def entry(self) -> Entry | None:
        """Return the chosen line."""
        line = self.currentIndex().data(ROW)
        return line if isinstance(line, Entry) else None

    def step(self, by: int) -> None:
        """Choose the next entry, past headings and around the ends."""
        places = [n for n, line in enumerate(self.lines.lines) if isinstance(line, Entry)]
        if not places:
            return
        here = self.currentIndex().row()
        at = places.index(here) + by if here in places else 0
        chosen = self.lines.index(places[at % len(places)])
        self.setCurrentIndex(chosen)
        self.scrollTo(self.lines.index(0) if at % len(places) == 0 else chosen)


def spoken(entry: Entry) -> str:
    """Return what a screen reader says of an entry."""
    keys = say("shortcut {keys}", keys=entry.keys) if entry.keys else ""
    return ", ".join(filter(None, (entry.title, entry.note, entry.reason, keys)))
