"""What the documents' tab of a claim holds: its files, the notes on them, what is still missing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts, theme
from app.ui.painting import draw_focus

HEIGHT, _PAD = 28, 10


class PageButton(QPushButton):
    """One of the pages, the shown one on a tint, with how many things stand on it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._words = text
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(fonts.font(fonts.SMALL, fonts.STRONG, tabular=True))
        self.show_count("")

    def show_count(self, count: str) -> None:
        """Show a count behind the name."""
        self.setText(f"{self._words}  {count}" if count else self._words)
        self.setAccessibleName(f"{self._words}, {count}" if count else self._words)
        self.setFixedSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(where, 7, 7)
        painter.setFont(self.font())
        painter.setPen(theme.color("accent" if self.isChecked() else "text2"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            draw_focus(painter, where)


class DocumentPages(QWidget):
    """Shows one of a few pages, each under a small button."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[PageButton] = []
        # A group of its own: Qt would mix the buttons with the tabs around them.
        self._group = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._line = QHBoxLayout()
        self._line.setContentsMargins(16, 10, 16, 0)
        self._line.setSpacing(4)
        self._line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(self._pages, 1)

    def add(self, title: str, page: QWidget) -> PageButton:
        """Add a page behind the others and return its button."""
        button = PageButton(title)
        place = self._pages.addWidget(page)
        self._line.insertWidget(len(self.buttons), button)
        self.buttons.append(button)
        self._group.addButton(button)
        button.toggled.connect(lambda on: self._pages.setCurrentIndex(place) if on else None)
        button.setChecked(place == 0)
        return button
