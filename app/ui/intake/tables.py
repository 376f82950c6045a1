"""Tables of a form: rows of small editors, what they add up to, and a way to mend the sum."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.figures import money
from app.ui import fonts
from app.ui.buttons import ActionButton, IconButton, Look
from app.ui.intake.editors import Editor
from app.ui.labels import Label
from app.words import say, say_n

MOST, GAP, DROP, PLACE = 60, 8, 28, 22


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its value's name, its caption, its editor, and its share of the width."""

    name: str
    caption: str
    make: Callable[[], QWidget]
    share: int = 2


class Noun(NamedTuple):
    """The words for one kind of row: to add and to remove it, and what one or more come to."""

    add: str
    drop: str
    rows: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Described:
    """A table: what a row is called, its columns, and the column that adds up to the claim."""

    noun: Noun
    columns: tuple[Column, ...]
    summed: str = ""
    shown: str = ""


class TableRow(QWidget):
    """One row of editors."""

    edited = Signal()
    removed = Signal(object)
    continued = Signal(object)

    def __init__(self, described: Described) -> None:
        super().__init__()
        self._described = described
        self.cells: dict[str, QWidget] = {}
        self.place = Label("", fonts.NOTE, fonts.REGULAR, "text3", tabular=True)
        self.place.setFixedWidth(PLACE)
        self.drop = IconButton(described.noun.drop, "x", size=DROP)
        self.drop.clicked.connect(lambda: self.removed.emit(self))
        line = _line(self)
        line.addWidget(self.place)
        for column in described.columns:
            cell = column.make()
            _let_shrink(cell)
            self.cells[column.name] = cell
            cast("Editor", cell).edited.connect(self.edited)
            line.addWidget(cell, column.share)
        line.addWidget(self.drop)

    def read(self) -> dict[str, Any]:
        """Return what is entered in this row."""
        told = {name: cast("Editor", cell).read() for name, cell in self.cells.items()}
        return {name: value for name, value in told.items() if value not in (None, "", False)}

    def write(self, values: Mapping[str, Any]) -> None:
        """Show *values*."""
        for name, cell in self.cells.items():
            cast("Editor", cell).write(values.get(name))

    def number(self, place: int) -> None:
        """Give the row its number, and its cells names for who hears them."""
        self.place.setText(str(place))
        for column in self._described.columns:
            self.cells[column.name].setAccessibleName(
                say("{caption}, row {place}", caption=column.caption, place=place)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.continued.emit(self)
        else:
            super().keyPressEvent(event)


class Table(QWidget):
    """Rows, a way to add one, and their sum beside the claimed amount."""

    edited = Signal()
    taken = Signal(str)

    def __init__(self, described: Described) -> None:
        super().__init__()
        self.described = described
        self.rows: list[TableRow] = []
        self.add = ActionButton(described.noun.add, icon="plus", look=Look.GHOST, height=28)
        self.add.clicked.connect(self._add)
        self.sum = Label("", fonts.SMALL, fonts.MEDIUM, "text2", tabular=True)
        self.take = ActionButton("", look=Look.GHOST, height=28)
        self.take.clicked.connect(lambda: self.taken.emit(str(self.total())))
        self._head = self._heading()
        self._lay_out()
        self._settle()

    def read(self) -> list[dict[str, Any]]:
        """Return the rows in which anything is entered."""
        return [told for told in (row.read() for row in self.rows) if told]

    def write(self, value: Any) -> None:
        """Show other rows."""
        for row in list(self.rows):
            self._remove(row)
        for values in value or ():
            self._append(values)
        self._settle()

    def total(self) -> Decimal:
        """Return the sum of the amounts that can be read."""
        told = (row.get(self.described.summed, "") for row in self.read())
        return sum((_amount(text) for text in told), Decimal(0))

    def compare(self, claimed: str, currency: str) -> None:
        """Say what the rows add up to, and offer it as the claimed amount when it differs."""
        rows, found = self.read(), self.total()
        summed = bool(self.described.summed and rows)
        self.sum.setVisible(summed)
        self.take.setVisible(summed and found > 0 and found != _amount(claimed))
        if summed:
            self.sum.setText(self._words(rows, found, currency))
            self.take.set_label(say("Claim {found}", found=money(found, currency)))

    def _words(self, rows: list[dict[str, Any]], found: Decimal, currency: str) -> str:
        noun = self.described.noun
        told = say_n(*noun.rows, len(rows), sum=money(found, currency))
        if not self.described.shown or not found:
            return told
        kept = (row for row in rows if row.get(self.described.shown))
        shown = sum((_amount(row.get(self.described.summed, "")) for row in kept), Decimal(0))
        return say("{told}, {value:.0f}% with receipt", told=told, value=100 * shown / found)

    def _add(self) -> None:
        row = self._append({})
        next(iter(row.cells.values())).setFocus()

    def _append(self, values: Mapping[str, Any]) -> TableRow:
        row = TableRow(self.described)
        row.write(values)
        row.edited.connect(self.edited)
        row.removed.connect(self._drop)
        row.continued.connect(self._continue)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows), row)
        self._settle()
        return row

    def _continue(self, row: TableRow) -> None:
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            next(iter(self.rows[place].cells.values())).setFocus()
        elif len(self.rows) < MOST:
            self._add()

    def _drop(self, row: TableRow) -> None:
        self.add.setFocus()
        self._remove(row)
        self._settle()
        self.edited.emit()

    def _remove(self, row: TableRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        for place, row in enumerate(self.rows, start=1):
            row.number(place)
        self._head.setVisible(bool(self.rows))
        self.add.setEnabled(len(self.rows) < MOST)
        first = next(iter(self.rows[0].cells.values())) if self.rows else self.add
        self.setFocusProxy(first)

    def _heading(self) -> QWidget:
        head = QWidget()
        line = _line(head)
        line.addWidget(_room(PLACE))
        for column in self.described.columns:
            caption = Label(column.caption, fonts.NOTE, fonts.MEDIUM, "text3")
            _let_shrink(caption)
            line.addWidget(caption, column.share)
        line.addWidget(_room(DROP))
        return head

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.add)
        foot.addStretch()
        foot.addWidget(self.sum)
        foot.addWidget(self.take)
        self.sum.hide()
        self.take.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._head)
        self._column.addLayout(foot)


def _line(whole: QWidget) -> QHBoxLayout:
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    return line


def _room(width: int) -> QWidget:
    room = QWidget()
    room.setFixedWidth(width)
    return room


def _let_shrink(cell: QWidget) -> None:
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, cell.sizePolicy().verticalPolicy())
    cell.setMinimumWidth(40)


def _amount(text: Any) -> Decimal:
    try:
        amount = Decimal(str(text))
    except InvalidOperation:
        return Decimal(0)
    return amount if amount.is_finite() else Decimal(0)
