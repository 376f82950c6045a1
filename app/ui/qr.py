"""A QR code: dark squares on white in both themes, because telephones read it so."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.labels import Label

QUIET = 4


class QrCode(QWidget):
    """Shows one text; whoever cannot see it is told what it stands for."""

    def __init__(self, side: int, meaning: str) -> None:
        super().__init__()
        self._rows: tuple[Any, ...] = ()
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(meaning)

    def show_text(self, text: str) -> None:
        """Encode *text*, with enough to spare that a seventh of it may be lost."""
        import segno

        self._rows = segno.make_qr(text, error="m").matrix
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._rows:
            return
        step = self.width() // (len(self._rows) + 2 * QUIET)
        edge = (self.width() - step * len(self._rows)) // 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    place = QRect(edge + x * step, edge + y * step, step, step)
                    painter.fillRect(place, Qt.GlobalColor.black)


def grouped(key: str) -> str:
    """Return a key in groups of four, as people type it."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


def selectable(label: Label) -> Label:
    """Let the text of *label* be marked and copied."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
