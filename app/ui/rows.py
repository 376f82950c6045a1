"""Rows of one kind under fixed headings, as a table model that tells a screen reader the same."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.ui.sheet import ROW, Index

T = TypeVar("T")
ROOT = QModelIndex()


class Rows(QAbstractTableModel, Generic[T]):
    """Shows *rows*; *texts* tells what each column says of one, *right* are columns of figures."""

    def __init__(
        self,
        parent: QObject,
        titles: Sequence[str],
        texts: Callable[[T], Sequence[str]],
        *,
        right: Collection[int] = (),
    ) -> None:
        super().__init__(parent)
        self.rows: tuple[T, ...] = ()
        self._titles, self._texts, self._right = titles, texts, right

    def replace(self, rows: Iterable[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def append(self, rows: Sequence[T]) -> None:
        """Show more rows below those there are."""
        if rows:
            self.beginInsertRows(ROOT, len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += tuple(rows)
            self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._texts(row)[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return heading(self._titles, section, orientation, role, right=self._right)


def heading(
    titles: Sequence[str],
    section: int,
    orientation: Qt.Orientation,
    role: int,
    *,
    right: Collection[int] = (),
) -> Any:
    """Return what a heading across the top says, or on which side its column stands.

    Rows have no headings, though Qt asks for them, and there are more of them than titles.
    """
    if orientation != Qt.Orientation.Horizontal:
        return None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignRight if section in right else Qt.AlignmentFlag.AlignLeft
    return titles[section] if role == Qt.ItemDataRole.DisplayRole else None
