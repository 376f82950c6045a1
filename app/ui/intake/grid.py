"""The fields of one part of a form in rows, closed up where something is not asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.fields import Field
from app.ui.intake.asks import WHOLE

GAP = 12


class FieldGrid(QGridLayout):
    """Fields by their widths in sixths; `close_up` leaves out what is not asked now."""

    def __init__(self, *above: QWidget) -> None:
        super().__init__()
        self._fields: dict[str, tuple[Field, int]] = {}
        self._above = above
        self._placed: tuple[str, ...] = ()
        # A grid drops the gaps that no field begins at, so each field brings half of its own.
        self.setHorizontalSpacing(0)
        self.setVerticalSpacing(GAP)
        for column in range(WHOLE):
            self.setColumnStretch(column, 1)

    def hold(self, name: str, field: Field, span: int) -> None:
        """Take in a field."""
        self._fields[name] = field, span

    def close_up(self, asked: set[str]) -> None:
        """Place those of the fields that are *asked*, and hide the heading of a part without."""
        names = tuple(name for name in self._fields if name in asked)
        if names == self._placed:
            return
        for name in self._placed:
            self.removeWidget(self._fields[name][0])
        self._placed = names
        row = column = 0
        for name in names:
            field, span = self._fields[name]
            if column + span > WHOLE:
                row, column = row + 1, 0
            self.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for part in self._above:
            part.setVisible(bool(names))
