"""The head of a screen: its title, a line about it, and what can be done at its right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.labels import Label


class ScreenHead(QWidget):
    """A title over a quiet line; *actions* stand at the right."""

    def __init__(self, title: str, *actions: QWidget) -> None:
        super().__init__()
        self.about = Label("", fonts.SMALL, ink="text3", tabular=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(title, fonts.TITLE, fonts.BOLD))
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words)
        row.addStretch()
        for action in actions:
            row.addWidget(action)
