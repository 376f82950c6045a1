"""The witnesses of a loss: as many lines of name and phone as there are witnesses."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.buttons import ActionButton, IconButton, Look
from app.ui.intake.editors import Line
from app.words import say

MOST = 8


class WitnessLine(QWidget):
    """One witness."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.phone = Line(say("Name")), Line(say("Phone"))
        self._drop = IconButton(say("Remove this witness"), "x", size=28)
        self._drop.clicked.connect(lambda: self.removed.emit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self.name, self.phone):
            part.edited.connect(self.edited)
            row.addWidget(part, 1)
        row.addWidget(self._drop)

    def number(self, place: int) -> None:
        """Name the fields for who hears them."""
        self.name.setAccessibleName(say("Witness {place}, name", place=place))
        self.phone.setAccessibleName(say("Witness {place}, phone", place=place))


class Witnesses(QWidget):
    """A list of witnesses."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[WitnessLine] = []
        self.add = ActionButton(say("Add a witness"), icon="user-plus", look=Look.GHOST, height=28)
        self.add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(foot)
        self.setFocusProxy(self.add)

    def read(self) -> list[dict[str, str]]:
        """Return the witnesses of whom anything is known."""
        told = [{"name": line.name.read(), "phone": line.phone.read()} for line in self.lines]
        return [witness for witness in told if any(witness.values())]

    def write(self, value: Any) -> None:
        """Show other witnesses."""
        for line in list(self.lines):
            self._remove(line)
        for witness in value or ():
            self._append(witness)

    def _add(self) -> None:
        self._append({}).name.setFocus()

    def _append(self, witness: Mapping[str, Any]) -> WitnessLine:
        line = WitnessLine()
        line.name.write(witness.get("name"))
        line.phone.write(witness.get("phone"))
        line.edited.connect(self.edited)
        line.removed.connect(self._drop)
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        self._number()
        return line

    def _drop(self, line: WitnessLine) -> None:
        self.add.setFocus()
        self._remove(line)
        self.edited.emit()

    def _remove(self, line: WitnessLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self._number()

    def _number(self) -> None:
        for place, line in enumerate(self.lines, start=1):
            line.number(place)
        self.add.setEnabled(len(self.lines) < MOST)
