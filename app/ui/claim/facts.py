"""The facts of a claim in a grid: label, value, and what is remarkable about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.claim_views import Fact
from app.ui import fonts
from app.ui.labels import Elided, Label
from app.words import say

COLUMNS = 3


class FactCell(QWidget):
    """One fact; rebound for every claim."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", fonts.NOTE, ink="text3")
        self._value = Elided("", fonts.BODY, 550, tabular=True)
        self._note = Elided("", fonts.NOTE, fonts.MEDIUM, "med_fg")
        self.fact: Fact | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for label in (self._label, self._value, self._note):
            column.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_fact(self, fact: Fact) -> None:
        """Show another fact, or another claim's value of the same."""
        if fact == self.fact:
            return
        self.fact = fact
        self._label.setText(fact.label)
        self._value.set_text(fact.value)
        self._value.setAccessibleName(f"{fact.label}: {fact.value}")
        self._note.set_text(fact.note)
        self._note.setVisible(bool(fact.note))


class FactGrid(QWidget):
    """All facts of a claim, three to a line."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Facts of the claim"))
        self._cells: list[FactCell] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(9)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts in the cells that are there already."""
        for place in range(len(self._cells), len(facts)):
            cell = FactCell()
            self._cells.append(cell)
            row, column = divmod(place, COLUMNS)
            self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        for fact, cell in zip(facts, self._cells, strict=False):
            cell.show_fact(fact)
            cell.show()
        for cell in self._cells[len(facts) :]:
            cell.hide()
